/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-application.h"

#include "galley-settings.h"
#include "galley-spoken.h"
#include "galley-window.h"

#include <glib/gi18n.h>

/**
 * GalleyApplication:
 *
 * The program. Each library that is open has one window.
 */
struct _GalleyApplication
{
  AdwApplication parent_instance;

  char *first_path;       /* (nullable) the library that the command line names */
  gboolean has_files;     /* whether it names files to import */
  GalleyOpening *opening; /* (nullable) of the first library, until its window takes it */
};

G_DEFINE_FINAL_TYPE (GalleyApplication, galley_application, ADW_TYPE_APPLICATION)

static GalleyWindow *
find_window (GalleyApplication *self, const char *library_path)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    if (GALLEY_IS_WINDOW (link->data) &&
        g_str_equal (galley_window_get_library_path (link->data), library_path))
      return link->data;

  return NULL;
}

/**
 * galley_application_take_opening:
 * @library_path: the file of a library
 *
 * Returns: (transfer full): the opening of this library, which may be under way already
 */
GalleyOpening *
galley_application_take_opening (GalleyApplication *self, const char *library_path)
{
  g_autofree char *last_article = galley_settings_get_string ("last-article");

  g_return_val_if_fail (GALLEY_IS_APPLICATION (self), NULL);

  if (self->opening != NULL &&
      g_str_equal (galley_opening_get_library_path (self->opening), library_path))
    return g_steal_pointer (&self->opening);

  return galley_opening_new (library_path, last_article);
}

static GalleyWindow *
present_library (GalleyApplication *self, const char *library_path)
{
  g_autofree char *path = library_path != NULL
                              ? g_canonicalize_filename (library_path, /* relative_to= */ NULL)
                              : galley_desk_get_default_path ();
  GalleyWindow *window = find_window (self, path);

  if (window == NULL)
    window = galley_window_new (self, path);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/**
 * galley_application_open_library:
 * @library_path: (nullable): the file of the library, or %NULL for the default one
 *
 * Shows the window of a library.
 */
void
galley_application_open_library (GalleyApplication *self, const char *library_path)
{
  g_return_if_fail (GALLEY_IS_APPLICATION (self));

  present_library (self, library_path);
}

static void
galley_application_activate (GApplication *application)
{
  present_library (GALLEY_APPLICATION (application), /* library_path= */ NULL);
}

static void
galley_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  GalleyWindow *window =
      present_library (GALLEY_APPLICATION (application), /* library_path= */ NULL);

  for (int i = 0; i < n_files; i++)
    galley_window_import (window, files[i]);
}

static int
galley_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **names = NULL;
  const char *library = NULL;
  g_autofree char *library_path = NULL;
  GalleyWindow *window;

  if (g_variant_dict_lookup (options, "library", "^&ay", &library))
    {
      g_autoptr (GFile) file =
          g_application_command_line_create_file_for_arg (command_line, library);

      library_path = g_file_get_path (file);
    }

  window = present_library (GALLEY_APPLICATION (application), library_path);
  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &names))
    for (guint i = 0; names[i] != NULL; i++)
      {
        g_autoptr (GFile) file =
            g_application_command_line_create_file_for_arg (command_line, names[i]);

        galley_window_import (window, file);
      }

  return 0;
}

static int
galley_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  GalleyApplication *self = GALLEY_APPLICATION (application);
  const char *library = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("galley %s\n", GALLEY_VERSION);
      return 0;
    }

  if (g_variant_dict_lookup (options, "library", "^&ay", &library))
    self->first_path = g_canonicalize_filename (library, /* relative_to= */ NULL);
  self->has_files = g_variant_dict_contains (options, G_OPTION_REMAINING);
  return -1;
}

/* GTK takes its time to start, and another thread can open the library meanwhile. Only the first
 * process of the program gets here. */
static void
start_opening (GalleyApplication *self)
{
  g_autofree char *path = g_steal_pointer (&self->first_path);
  g_autofree char *last_article = galley_settings_get_string ("last-article");

  if (path == NULL)
    path = galley_desk_get_default_path ();
  self->opening = galley_opening_new (path, self->has_files ? NULL : last_article);
}

/* Each window closes in its own time, when everything is saved; the program ends with the last. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *link = windows; link != NULL; link = link->next)
    if (GALLEY_IS_WINDOW (link->data))
      gtk_window_close (link->data);
}

static void
galley_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = { { .name = "quit", .activate = quit_action } };

  start_opening (GALLEY_APPLICATION (application));
  G_APPLICATION_CLASS (galley_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (GALLEY_APP_ID);
  galley_spoken_set_up ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
}

static void
galley_application_finalize (GObject *object)
{
  GalleyApplication *self = GALLEY_APPLICATION (object);

  g_clear_object (&self->opening);
  g_free (self->first_path);

  G_OBJECT_CLASS (galley_application_parent_class)->finalize (object);
}

static void
galley_application_class_init (GalleyApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = galley_application_finalize;
  application_class->activate = galley_application_activate;
  application_class->open = galley_application_open;
  application_class->command_line = galley_application_command_line;
  application_class->handle_local_options = galley_application_handle_local_options;
  application_class->startup = galley_application_startup;
}

static void
galley_application_init (GalleyApplication *self)
{
  static const GOptionEntry options[] = {
    { "library", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, NULL,
      N_ ("Open this library instead of the usual one"), N_ ("FILE") },
    { "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL,
      N_ ("[FILE…]") },
    { .long_name = NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _ ("Imports each article FILE and opens it."));
}

/**
 * galley_application_new:
 *
 * Returns: (transfer full): the program
 */
GalleyApplication *
galley_application_new (void)
{
  return g_object_new (GALLEY_TYPE_APPLICATION, "application-id", GALLEY_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/org/galleydesk/Galley", NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-dropping.h"
#include "galley-fetch.h"

#include <glib/gi18n.h>

/* What is pasted or dropped: files and folders, an address, words with their markup, or words. A
 * clipboard holds the same thing in several forms; the one that says most is taken. */

static void
import_text (GalleyWindow *self, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (*stripped == '\0')
    galley_window_say (self, _ ("There is no text to paste"));
  else
    galley_importer_add_text (self->importer, text);
}

static void
import_files (GalleyWindow *self, const GValue *value)
{
  for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
    galley_window_import (self, link->data);
}

/* What is known of the clipboard while its markup is awaited. */
typedef struct
{
  GalleyWindow *window;
  char *text; /* the same in words */
} Pasting;

static void
pasting_free (Pasting *pasting)
{
  g_object_unref (pasting->window);
  g_free (pasting->text);
  g_free (pasting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pasting, pasting_free)

static void
import_markup (GalleyWindow *self, const GValue *value)
{
  galley_importer_add_markup (self->importer, g_value_get_boxed (value));
}

static void
read_markup_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Pasting) pasting = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (g_cancellable_is_cancelled (pasting->window->cancellable))
    return;
  if (value != NULL && g_bytes_get_size (g_value_get_boxed (value)) > 0)
    import_markup (pasting->window, value);
  else
    import_text (pasting->window, pasting->text);
}

static void
read_text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  GdkClipboard *clipboard = GDK_CLIPBOARD (source);
  g_autofree char *text = gdk_clipboard_read_text_finish (clipboard, result, NULL);
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  Pasting *pasting;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  /* A link that was copied is there as markup, too. */
  if (galley_fetch_is_address (stripped) ||
      !gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                              GALLEY_MARKUP_MEDIA_TYPE))
    {
      import_text (self, text);
      return;
    }

  pasting = g_new0 (Pasting, 1);
  pasting->window = g_object_ref (self);
  pasting->text = g_steal_pointer (&text);
  gdk_clipboard_read_value_async (clipboard, GALLEY_TYPE_MARKUP, G_PRIORITY_DEFAULT,
                                  self->cancellable, read_markup_cb, pasting);
}

static void
read_files_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value != NULL)
    import_files (self, value);
}

static void
paste_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT,
                                    self->cancellable, read_files_cb, g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, self->cancellable, read_text_cb, g_object_ref (self));
}

static gboolean
drop_cb (GalleyWindow *self, const GValue *value)
{
  if (self->importer == NULL)
    return FALSE;

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      import_files (self, value);
      return TRUE;
    }
  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    {
      galley_window_import (self, g_value_get_object (value));
      return TRUE;
    }
  if (G_VALUE_HOLDS (value, GALLEY_TYPE_MARKUP))
    {
      import_markup (self, value);
      return TRUE;
    }
  if (G_VALUE_HOLDS (value, G_TYPE_STRING))
    {
      import_text (self, g_value_get_string (value));
      return TRUE;
    }

  return FALSE;
}

/**
 * galley_window_add_drop_targets:
 *
 * Lets files and text of other programs be dropped anywhere on the window. Fields that take text
 * themselves are asked first.
 */
void
galley_window_add_drop_targets (GalleyWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE, GALLEY_TYPE_MARKUP, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "accept", G_CALLBACK (galley_dropping_accepts), NULL);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * galley_window_add_pasting_actions:
 *
 * For galley_window_add_actions().
 */
void
galley_window_add_pasting_actions (GalleyWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "paste", .activate = paste_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

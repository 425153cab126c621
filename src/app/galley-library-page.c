/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-page.h"

#include "galley-list-group.h"
#include "galley-record-verbs.h"

#include <glib/gi18n.h>

/* So long nobody turns a number any further. */
#define PAUSE_MS 500

/* The settings, by the names that they have on disk. */
typedef enum
{
  WANTS_REASON,
  WANTS_CORRECTION,
  WANTS_PENDING_REASON,
  N_SWITCHES
} Switch;

typedef enum
{
  N_EVIDENCE,
  N_INDEPENDENT,
  N_INDEPENDENT_STARRED,
  N_COUNTS
} Count;

typedef enum
{
  DISPUTED_REASONS,
  PENDING_REASONS,
  CATEGORIES,
  TEMPLATES,
  N_LISTS
} List;

static const char *const switch_names[N_SWITCHES] = { "disputed.reason",
                                                      "disputed.correction-or-note",
                                                      "pending.reason" };
static const char *const count_names[N_COUNTS] = { "confirmed.evidence", "confirmed.independent",
                                                   "confirmed.independent-starred" };
static const char *const list_names[N_LISTS] = { "reasons.disputed", "reasons.pending",
                                                 "categories", "note.templates" };

/**
 * GalleyLibraryPage:
 *
 * What the desk of a library wants to be written down, to change. The library has it at once: there
 * is nothing to confirm. A switch shows what the library has, not what was pressed.
 */
struct _GalleyLibraryPage
{
  AdwBin parent_instance;

  GalleyDesk *desk;   /* nullable */
  GalleySaver *saver; /* nullable */
  GCancellable *cancellable;
  gboolean is_quiet;           /* while the program fills in */
  guint timeout_ids[N_COUNTS]; /* until a number is saved */

  /* from the template */
  GtkLabel *problem;
  GtkSwitch *switches[N_SWITCHES];
  GtkSpinButton *counts[N_COUNTS];
  GalleyListGroup *lists[N_LISTS];
};

G_DEFINE_FINAL_TYPE (GalleyLibraryPage, galley_library_page, ADW_TYPE_BIN)

static void
save (GalleyLibraryPage *self, const char *name, const char *value)
{
  g_autoptr (GalleyAction) action = galley_verb_change_setting (name, value);

  if (self->saver != NULL && !self->is_quiet)
    galley_saver_perform (self->saver, action, NULL, NULL, NULL);
}

static gboolean
switched_cb (GalleyLibraryPage *self, gboolean is_active, GtkSwitch *widget)
{
  for (guint i = 0; !self->is_quiet && i < N_SWITCHES; i++)
    if (self->switches[i] == widget)
      save (self, switch_names[i], is_active ? "yes" : "no");

  /* It changes when the library has it. */
  return !self->is_quiet;
}

static void
save_count (GalleyLibraryPage *self, Count count)
{
  g_autofree char *value =
      g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->counts[count]));

  if (self->timeout_ids[count] != 0)
    g_source_remove (self->timeout_ids[count]);
  self->timeout_ids[count] = 0;
  save (self, count_names[count], value);
}

static gboolean
paused_cb (gpointer user_data)
{
  GalleyLibraryPage *self = user_data;
  GSource *source = g_main_current_source ();

  for (guint i = 0; i < N_COUNTS; i++)
    if (self->timeout_ids[i] == g_source_get_id (source))
      {
        save_count (self, i);
        break;
      }

  return G_SOURCE_REMOVE;
}

static void
counted_cb (GalleyLibraryPage *self, GtkSpinButton *widget)
{
  for (guint i = 0; !self->is_quiet && i < N_COUNTS; i++)
    {
      if (self->counts[i] != widget)
        continue;
      if (self->timeout_ids[i] != 0)
        g_source_remove (self->timeout_ids[i]);
      self->timeout_ids[i] = g_timeout_add (PAUSE_MS, paused_cb, self);
    }
}

static void
listed_cb (GalleyLibraryPage *self, GalleyListGroup *widget)
{
  g_autofree char *value = galley_list_group_get_value (widget);

  for (guint i = 0; i < N_LISTS; i++)
    if (self->lists[i] == widget)
      save (self, list_names[i], value);
}

/* Numbers that are still being turned are saved before anybody leaves. */
static void
unmap_cb (GalleyLibraryPage *self)
{
  for (guint i = 0; i < N_COUNTS; i++)
    if (self->timeout_ids[i] != 0)
      save_count (self, i);
}

static void
fill_in (GalleyLibraryPage *self, const GalleyRequirements *requirements)
{
  const gboolean truths[N_SWITCHES] = { requirements->wants_reason, requirements->wants_correction,
                                        requirements->wants_pending_reason };
  const guint counts[N_COUNTS] = { requirements->n_evidence, requirements->n_independent,
                                   requirements->n_independent_starred };
  const GStrv lists[N_LISTS] = { requirements->reasons[GALLEY_STATUS_DISPUTED],
                                 requirements->reasons[GALLEY_STATUS_PENDING],
                                 requirements->categories, requirements->templates };

  self->is_quiet = TRUE;
  for (guint i = 0; i < N_SWITCHES; i++)
    {
      gtk_switch_set_active (self->switches[i], truths[i]);
      gtk_switch_set_state (self->switches[i], truths[i]);
    }
  for (guint i = 0; i < N_COUNTS; i++)
    if (self->timeout_ids[i] == 0)
      gtk_spin_button_set_value (self->counts[i], counts[i]);
  for (guint i = 0; i < N_LISTS; i++)
    galley_list_group_set_lines (self->lists[i], (const char *const *) lists[i]);
  self->is_quiet = FALSE;
}

static void
show_problem (GalleyLibraryPage *self, const char *message)
{
  gtk_label_set_label (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyLibraryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyRequirements) requirements =
      galley_desk_load_requirements_finish (GALLEY_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (requirements == NULL)
    show_problem (self, error->message);
  else
    fill_in (self, requirements);
  gtk_widget_set_sensitive (GTK_WIDGET (self), requirements != NULL);
}

static void
load (GalleyLibraryPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  galley_desk_load_requirements_async (self->desk, self->cancellable, loaded_cb,
                                       g_object_ref (self));
}

static void
settled_cb (GalleyLibraryPage *self, GalleyAction *action, gboolean is_failed)
{
  g_autofree char *sentence = NULL;

  if (g_strcmp0 (action->verb, "change-setting") != 0)
    return;

  if (is_failed)
    /* Translators: why something could not be saved. */
    sentence = g_strdup_printf (_ ("Not saved: %s"), galley_saver_get_error_message (self->saver));
  show_problem (self, sentence);
}

/* Here or by another program. */
static void
saved_cb (GalleyLibraryPage *self, GalleyOutcome *outcome)
{
  if (outcome->has_new_settings)
    load (self);
}

static void
galley_library_page_dispose (GObject *object)
{
  GalleyLibraryPage *self = GALLEY_LIBRARY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  unmap_cb (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_LIBRARY_PAGE);
  g_clear_object (&self->saver);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (galley_library_page_parent_class)->dispose (object);
}

static void
bind (GtkWidgetClass *widget_class, const char *name, goffset offset)
{
  gtk_widget_class_bind_template_child_full (widget_class, name, /* internal_child= */ FALSE,
                                             offset);
}

static void
galley_library_page_class_init (GalleyLibraryPageClass *klass)
{
  static const char *const switches[N_SWITCHES] = { "wants_reason", "wants_correction",
                                                    "wants_pending_reason" };
  static const char *const counts[N_COUNTS] = { "n_evidence", "n_independent",
                                                "n_independent_starred" };
  static const char *const lists[N_LISTS] = { "disputed_reasons", "pending_reasons", "categories",
                                              "templates" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_library_page_dispose;
  g_type_ensure (GALLEY_TYPE_LIST_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyLibraryPage, problem);
  for (guint i = 0; i < N_SWITCHES; i++)
    bind (widget_class, switches[i],
          G_STRUCT_OFFSET (GalleyLibraryPage, switches) + i * sizeof (gpointer));
  for (guint i = 0; i < N_COUNTS; i++)
    bind (widget_class, counts[i],
          G_STRUCT_OFFSET (GalleyLibraryPage, counts) + i * sizeof (gpointer));
  for (guint i = 0; i < N_LISTS; i++)
    bind (widget_class, lists[i],
          G_STRUCT_OFFSET (GalleyLibraryPage, lists) + i * sizeof (gpointer));
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, counted_cb);
  gtk_widget_class_bind_template_callback (widget_class, listed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unmap_cb);
}

static void
galley_library_page_init (GalleyLibraryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * galley_library_page_set_library:
 * @desk: whose settings are shown
 * @saver: where changes go
 *
 * Shows the settings of a library. To be called once.
 */
void
galley_library_page_set_library (GalleyLibraryPage *self, GalleyDesk *desk, GalleySaver *saver)
{
  g_return_if_fail (GALLEY_IS_LIBRARY_PAGE (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->saver = g_object_ref (saver);
  g_signal_connect_object (saver, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (saver, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  load (self);
}

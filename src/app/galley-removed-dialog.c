/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-removed-dialog.h"

#include "galley-removal.h"

#include <glib/gi18n.h>

/* Of a longer title, which takes long to lay out, no more is shown; in code points. */
#define MAX_TITLE 300

/**
 * GalleyRemovedDialog:
 *
 * The articles that were removed from the library, the last one first, each with a button that
 * brings it back. It decides nothing: the window does what was asked for.
 */
struct _GalleyRemovedDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkListBox *list;
};

enum
{
  BRING_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyRemovedDialog, galley_removed_dialog, ADW_TYPE_WINDOW)

static void
bring_back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const char *article_id, *unit_id;

  g_variant_get (parameter, "(&s&s)", &article_id, &unit_id);
  g_signal_emit (widget, signals[BRING_BACK], 0, article_id, unit_id);
}

static void
galley_removed_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_REMOVED_DIALOG);

  G_OBJECT_CLASS (galley_removed_dialog_parent_class)->dispose (object);
}

static void
galley_removed_dialog_class_init (GalleyRemovedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_removed_dialog_dispose;

  /**
   * GalleyRemovedDialog::bring-back:
   * @article_id: which article
   * @unit_id: the step that removed it
   */
  signals[BRING_BACK] =
      g_signal_new ("bring-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/removed-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyRemovedDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleyRemovedDialog, list);
  gtk_widget_class_install_action (widget_class, "removed.bring-back", "(ss)", bring_back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
galley_removed_dialog_init (GalleyRemovedDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * galley_removed_dialog_new:
 * @parent: the window to show it over
 * @removals: (element-type GalleyRemoval): what was removed
 *
 * Returns: (transfer full): the dialog; present it to show it
 */
GalleyRemovedDialog *
galley_removed_dialog_new (GtkWindow *parent, GPtrArray *removals)
{
  GalleyRemovedDialog *self =
      g_object_new (GALLEY_TYPE_REMOVED_DIALOG, "transient-for", parent, NULL);

  galley_removed_dialog_set_removals (self, removals);

  return self;
}

static GtkWidget *
make_row (const GalleyRemoval *removal)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Bring Back"));
  g_autofree char *start = g_utf8_strlen (removal->title, MAX_TITLE * 6) > MAX_TITLE
                               ? g_utf8_substring (removal->title, 0, MAX_TITLE)
                               : NULL;
  g_autofree char *n_claims =
      g_strdup_printf (ngettext ("%u claim", "%u claims", removal->n_claims), removal->n_claims);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), start != NULL ? start : removal->title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               removal->n_claims > 0 ? n_claims : _ ("No claims yet"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "removed.bring-back");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", removal->article_id,
                                    removal->unit_id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  row, NULL, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

/**
 * galley_removed_dialog_set_removals:
 * @removals: (element-type GalleyRemoval): what was removed, as it is now
 */
void
galley_removed_dialog_set_removals (GalleyRemovedDialog *self, GPtrArray *removals)
{
  GtkWidget *row;

  g_return_if_fail (GALLEY_IS_REMOVED_DIALOG (self) && removals != NULL);

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < removals->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (removals, i)));
  gtk_stack_set_visible_child_name (self->stack, removals->len > 0 ? "list" : "empty");
}

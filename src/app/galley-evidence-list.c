/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-evidence-list.h"

#include "galley-evidence-form.h"
#include "galley-evidence-row.h"
#include "galley-verbs.h"

/**
 * GalleyEvidenceList:
 *
 * The sources that are used for a claim, and the form to use another one.
 *
 * What was filled in stays in the form until the claim has it: a source that could not be saved
 * does not have to be typed again.
 */
struct _GalleyEvidenceList
{
  AdwBin parent_instance;

  GalleyClaim *claim; /* nullable */
  char *awaited_id;   /* nullable: of the evidence that was submitted and is not there yet */

  /* from the template */
  GtkListBox *rows;
  GtkMenuButton *add_button;
  GalleyEvidenceForm *form;
  GtkLabel *problem;
};

enum
{
  PERFORM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyEvidenceList, galley_evidence_list, ADW_TYPE_BIN)

static void
add_row (GalleyEvidenceList *self, GalleyEvidence *evidence)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), galley_evidence_row_new (evidence));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  evidence->source->title, -1);
  gtk_list_box_append (self->rows, row);
}

static void
update (GalleyEvidenceList *self)
{
  GPtrArray *evidence = self->claim != NULL ? galley_claim_get_evidence (self->claim) : NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), evidence != NULL);

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      GalleyEvidence *item = g_ptr_array_index (evidence, i);

      add_row (self, item);
      if (g_strcmp0 (item->id, self->awaited_id) == 0)
        {
          g_clear_pointer (&self->awaited_id, g_free);
          galley_evidence_form_clear (self->form);
        }
    }
}

static void
submitted_cb (GalleyEvidenceList *self)
{
  g_autoptr (GalleyAction) action = NULL;
  GalleyChange *change;

  if (self->claim == NULL)
    return;
  action = galley_evidence_form_make_action (self->form, galley_claim_get_id (self->claim));
  if (action == NULL)
    return;

  change = g_ptr_array_index (action->changes, action->changes->len - 1);
  g_free (self->awaited_id);
  self->awaited_id = g_strdup (change->subject_id);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_menu_button_popdown (self->add_button);
  g_signal_emit (self, signals[PERFORM], 0, action);
}

static void
form_shown_cb (GalleyEvidenceList *self)
{
  galley_evidence_form_start (self->form);
}

static void
remove_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GalleyAction) action =
      galley_verb_remove_evidence (g_variant_get_string (parameter, NULL));

  g_signal_emit (widget, signals[PERFORM], 0, action);
}

static void
galley_evidence_list_dispose (GObject *object)
{
  GalleyEvidenceList *self = GALLEY_EVIDENCE_LIST (object);

  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_data (self->claim, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_EVIDENCE_LIST);
  g_clear_object (&self->claim);
  g_clear_pointer (&self->awaited_id, g_free);

  G_OBJECT_CLASS (galley_evidence_list_parent_class)->dispose (object);
}

static void
galley_evidence_list_class_init (GalleyEvidenceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_evidence_list_dispose;

  /**
   * GalleyEvidenceList::perform:
   * @action: a #GalleyAction
   *
   * Somebody wants this to be done.
   */
  signals[PERFORM] = g_signal_new ("perform", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, GALLEY_TYPE_ACTION);

  g_type_ensure (GALLEY_TYPE_EVIDENCE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/evidence-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceList, rows);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceList, add_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceList, form);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceList, problem);
  gtk_widget_class_bind_template_callback (widget_class, submitted_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_shown_cb);
  gtk_widget_class_install_action (widget_class, "evidence.remove", "s", remove_cb);
}

static void
galley_evidence_list_init (GalleyEvidenceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * galley_evidence_list_set_claim:
 * @claim: (nullable): whose sources to show
 */
void
galley_evidence_list_set_claim (GalleyEvidenceList *self, GalleyClaim *claim)
{
  g_return_if_fail (GALLEY_IS_EVIDENCE_LIST (self));

  if (self->claim == claim)
    return;

  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_data (self->claim, self);
  g_set_object (&self->claim, claim);
  if (claim != NULL)
    g_signal_connect_swapped (claim, "notify::evidence", G_CALLBACK (update), self);
  update (self);
}

/**
 * galley_evidence_list_set_failed:
 * @change: what could not be saved
 *
 * Opens the form again if it was what is in there.
 */
void
galley_evidence_list_set_failed (GalleyEvidenceList *self, GalleyChange *change)
{
  g_return_if_fail (GALLEY_IS_EVIDENCE_LIST (self));

  if (g_strcmp0 (change->subject_id, self->awaited_id) != 0)
    return;

  g_clear_pointer (&self->awaited_id, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_menu_button_popup (self->add_button);
}

/**
 * galley_evidence_list_add:
 *
 * Opens the form.
 */
void
galley_evidence_list_add (GalleyEvidenceList *self)
{
  g_return_if_fail (GALLEY_IS_EVIDENCE_LIST (self));

  if (self->claim != NULL)
    gtk_menu_button_popup (self->add_button);
}

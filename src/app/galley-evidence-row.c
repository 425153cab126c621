/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-evidence-row.h"

#include "galley-address.h"
#include "galley-claim-words.h"
#include "galley-log-words.h"
#include "galley-names.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/**
 * GalleyEvidenceRow:
 *
 * One source as it is used for one claim.
 */
struct _GalleyEvidenceRow
{
  AdwBin parent_instance;

  GalleyEvidence *evidence; /* (nullable) what is shown */

  /* from the template */
  GtkLabel *stance;
  GtkLabel *title;
  GtkLabel *kind;
  GtkLabel *address;
  GtkLabel *passage;
  GtkLabel *details;
  GtkButton *edit_button;
  GtkButton *source_button;
  GtkButton *remove_button;
};

G_DEFINE_FINAL_TYPE (GalleyEvidenceRow, galley_evidence_row, ADW_TYPE_BIN)

static void
galley_evidence_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_EVIDENCE_ROW);
  g_clear_pointer (&GALLEY_EVIDENCE_ROW (object)->evidence, galley_evidence_unref);

  G_OBJECT_CLASS (galley_evidence_row_parent_class)->dispose (object);
}

static void
galley_evidence_row_class_init (GalleyEvidenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_evidence_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/evidence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceRow, stance);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceRow, title);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceRow, address);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceRow, passage);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceRow, details);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceRow, kind);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceRow, edit_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceRow, source_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceRow, remove_button);
}

static void
galley_evidence_row_init (GalleyEvidenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_wrapping_set_up_all (GTK_WIDGET (self));
}

static void
append (GString *details, const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (details, "%s%s", details->len > 0 ? " · " : "", words);
}

static void
show_kind (GtkLabel *label, GalleyEvidence *evidence)
{
  g_autofree char *kind = galley_log_words_format_kind (evidence->source);
  g_autoptr (GString) words = g_string_new (kind);

  if (evidence->is_secondary)
    /* Translators: a source that has it from somebody else. */
    append (words, _ ("secondary"));
  gtk_label_set_text (label, words->str);
  gtk_widget_set_visible (GTK_WIDGET (label), words->len > 0);
  if (evidence->source->terms == GALLEY_TERMS_CONFIDENTIAL)
    gtk_widget_add_css_class (GTK_WIDGET (label), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "warning");
}

static void
set_text (GtkLabel *label, const char *text)
{
  g_autofree char *tame = galley_names_tame (text);

  gtk_label_set_text (label, tame);
  gtk_widget_set_visible (GTK_WIDGET (label), *tame != '\0');
}

static void
show_details (GtkLabel *label, GalleyEvidence *evidence)
{
  g_autoptr (GString) details = g_string_new (evidence->locator);

  if (evidence->consulted_at != 0)
    {
      g_autofree char *time = galley_claim_words_format_time (evidence->consulted_at);
      /* Translators: a day and a time of day at which somebody looked at a source. */
      g_autofree char *consulted = g_strdup_printf (_ ("consulted %s"), time);

      append (details, consulted);
    }
  set_text (label, details->str);
}

static void
name_button (GtkButton *button, const char *name, const char *target)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_buttons (GalleyEvidenceRow *self, GalleyEvidence *evidence)
{
  const char *title = evidence->source->texts[GALLEY_SOURCE_TITLE];
  /* Translators: the argument is the title of a source. */
  g_autofree char *edit = g_strdup_printf (_ ("Edit how the source “%s” is used"), title);
  /* Translators: the argument is the title of a source. */
  g_autofree char *source = g_strdup_printf (_ ("Open the source “%s”"), title);
  /* Translators: the argument is the title of a source. */
  g_autofree char *remove = g_strdup_printf (_ ("Remove the source “%s”"), title);

  name_button (self->edit_button, edit, evidence->id);
  name_button (self->source_button, source, evidence->source->id);
  name_button (self->remove_button, remove, evidence->id);
}

static void
show_stance (GtkWidget *label, GalleyStance stance)
{
  static const char *classes[GALLEY_N_STANCES] = {
    [GALLEY_STANCE_SUPPORTS] = "success",
    [GALLEY_STANCE_CONTRADICTS] = "error",
    [GALLEY_STANCE_CONTEXT] = "dim-label",
  };

  for (guint i = 0; i < GALLEY_N_STANCES; i++)
    gtk_widget_remove_css_class (label, classes[i]);
  gtk_widget_add_css_class (label, classes[stance]);
  gtk_label_set_text (GTK_LABEL (label), galley_stance_get_label (stance));
}

/**
 * galley_evidence_row_show:
 * @evidence: what to show
 *
 * Shows it in the place of what was shown before.
 */
void
galley_evidence_row_show (GalleyEvidenceRow *self, GalleyEvidence *evidence)
{
  const char *title = evidence->source->texts[GALLEY_SOURCE_TITLE];
  const char *address = evidence->source->texts[GALLEY_SOURCE_ADDRESS];

  g_return_if_fail (GALLEY_IS_EVIDENCE_ROW (self));

  if (self->evidence == evidence)
    return;

  g_clear_pointer (&self->evidence, galley_evidence_unref);
  self->evidence = galley_evidence_ref (evidence);
  show_stance (GTK_WIDGET (self->stance), evidence->stance);
  set_text (self->title, title);
  show_kind (self->kind, evidence);
  galley_address_show (self->address, address != NULL ? address : "");
  gtk_widget_set_visible (GTK_WIDGET (self->address), address != NULL);
  set_text (self->passage, evidence->passage != NULL ? evidence->passage : "");
  show_details (self->details, evidence);
  name_buttons (self, evidence);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-evidence-form.h"

#include "galley-record-verbs.h"

#include <string.h>

/* As people read and type it, and as ISO 8601 allows; see parse_time(). */
#define TIME_FORMAT "%Y-%m-%d %H:%M"

/**
 * GalleyEvidenceForm:
 *
 * What somebody fills in to use a source for a claim. When it was consulted is filled in already,
 * with the present. What is proposed counts for nothing until somebody changes or submits it.
 */
struct _GalleyEvidenceForm
{
  AdwBin parent_instance;

  char *proposed_title;   /* (nullable) */
  char *proposed_address; /* (nullable) */

  /* from the template */
  GtkEditable *title;
  GtkEditable *address;
  GtkDropDown *stance;
  GtkTextBuffer *passage;
  GtkEditable *locator;
  GtkEditable *consulted;
  GtkWidget *submit;
};

enum
{
  SUBMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyEvidenceForm, galley_evidence_form, ADW_TYPE_BIN)

/* @text without white space at its ends, or NULL if nothing is left. */
static char *
take_text (char *text)
{
  g_strstrip (text);
  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

static char *
get_text (GtkEditable *entry)
{
  return take_text (g_strdup (gtk_editable_get_text (entry)));
}

static char *
get_passage (GalleyEvidenceForm *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->passage, &start, &end);

  return take_text (gtk_text_buffer_get_text (self->passage, &start, &end, TRUE));
}

/* Reads a day, or a day and a time of day, where the user is; no text at all is nobody's saying.
 */
static gboolean
parse_time (const char *text, gint64 *out_time_ms)
{
  g_autofree char *iso = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = NULL;

  if (text == NULL)
    {
      *out_time_ms = 0;
      return TRUE;
    }

  if (strlen (text) == strlen ("2025-09-03"))
    iso = g_strconcat (text, "T00:00:00", NULL);
  else if (strlen (text) == strlen ("2025-09-03 14:05") && text[10] == ' ')
    iso = g_strdup_printf ("%.10sT%s:00", text, text + 11);
  if (iso != NULL)
    time = g_date_time_new_from_iso8601 (iso, zone);
  if (time == NULL)
    return FALSE;

  *out_time_ms = g_date_time_to_unix (time) * 1000;
  return TRUE;
}

static void
changed_cb (GalleyEvidenceForm *self)
{
  g_autofree char *title = get_text (self->title);
  g_autofree char *consulted = get_text (self->consulted);
  gint64 time_ms;
  gboolean is_time = parse_time (consulted, &time_ms);

  if (is_time)
    gtk_widget_remove_css_class (GTK_WIDGET (self->consulted), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->consulted), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->consulted), GTK_ACCESSIBLE_STATE_INVALID,
                               is_time ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  gtk_widget_set_sensitive (self->submit, title != NULL && is_time);
}

static void
submit_cb (GalleyEvidenceForm *self)
{
  if (gtk_widget_get_sensitive (self->submit))
    g_signal_emit (self, signals[SUBMITTED], 0);
}

static void
forget_proposal (GalleyEvidenceForm *self)
{
  g_clear_pointer (&self->proposed_title, g_free);
  g_clear_pointer (&self->proposed_address, g_free);
}

static void
galley_evidence_form_dispose (GObject *object)
{
  GalleyEvidenceForm *self = GALLEY_EVIDENCE_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_EVIDENCE_FORM);
  forget_proposal (self);

  G_OBJECT_CLASS (galley_evidence_form_parent_class)->dispose (object);
}

static void
galley_evidence_form_class_init (GalleyEvidenceFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_evidence_form_dispose;

  /**
   * GalleyEvidenceForm::submitted:
   *
   * Somebody filled the form in and wants the source to be used.
   */
  signals[SUBMITTED] = g_signal_new ("submitted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/evidence-form.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, title);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, address);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, stance);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, passage);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, locator);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, consulted);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, submit);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
}

static void
galley_evidence_form_init (GalleyEvidenceForm *self)
{
  g_autoptr (GtkStringList) stances = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < GALLEY_N_STANCES; i++)
    gtk_string_list_append (stances, galley_stance_get_label (i));
  gtk_drop_down_set_model (self->stance, G_LIST_MODEL (stances));
  changed_cb (self);
}

/**
 * galley_evidence_form_start:
 *
 * Prepares the form to be filled in: empties it and says that the source is consulted now, unless
 * somebody began to fill it in before.
 */
void
galley_evidence_form_start (GalleyEvidenceForm *self)
{
  g_return_if_fail (GALLEY_IS_EVIDENCE_FORM (self));

  if (galley_evidence_form_is_empty (self))
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();
      g_autofree char *text = g_date_time_format (now, TIME_FORMAT);

      galley_evidence_form_clear (self);
      gtk_editable_set_text (self->consulted, text);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

/**
 * galley_evidence_form_propose:
 * @title: what the source could be called
 * @address: (nullable): where it is
 *
 * Fills in a source for somebody to look at, to change and to submit. To be called after
 * galley_evidence_form_start().
 *
 * Returns: whether it was; not if somebody began to fill the form in before
 */
gboolean
galley_evidence_form_propose (GalleyEvidenceForm *self, const char *title, const char *address)
{
  g_return_val_if_fail (GALLEY_IS_EVIDENCE_FORM (self) && title != NULL, FALSE);

  if (!galley_evidence_form_is_empty (self))
    return FALSE;

  forget_proposal (self);
  self->proposed_title = g_strdup (title);
  self->proposed_address = g_strdup (address);
  gtk_editable_set_text (self->title, title);
  gtk_editable_set_text (self->address, address != NULL ? address : "");

  return TRUE;
}

static gboolean
holds (GtkEditable *entry, const char *proposed)
{
  const char *text = gtk_editable_get_text (entry);

  return *text == '\0' || g_strcmp0 (text, proposed) == 0;
}

/**
 * galley_evidence_form_is_empty:
 *
 * Returns: whether nothing is filled in that somebody would miss
 */
gboolean
galley_evidence_form_is_empty (GalleyEvidenceForm *self)
{
  g_return_val_if_fail (GALLEY_IS_EVIDENCE_FORM (self), TRUE);

  return holds (self->title, self->proposed_title) &&
         holds (self->address, self->proposed_address) &&
         *gtk_editable_get_text (self->locator) == '\0' &&
         gtk_text_buffer_get_char_count (self->passage) == 0;
}

/**
 * galley_evidence_form_make_action:
 * @claim_id: the claim that the source is used for
 *
 * Returns: (transfer full) (nullable): the action that does what was filled in; %NULL if it cannot
 *   be done yet
 */
GalleyAction *
galley_evidence_form_make_action (GalleyEvidenceForm *self, const char *claim_id)
{
  g_autofree char *title = get_text (self->title);
  g_autofree char *address = get_text (self->address);
  g_autofree char *passage = get_passage (self);
  g_autofree char *locator = get_text (self->locator);
  g_autofree char *consulted = get_text (self->consulted);
  GalleyCitation citation = {
    .source.texts = { [GALLEY_SOURCE_TITLE] = title, [GALLEY_SOURCE_ADDRESS] = address },
    .evidence = { .stance = gtk_drop_down_get_selected (self->stance),
                  .passage = passage,
                  .locator = locator },
  };

  g_return_val_if_fail (GALLEY_IS_EVIDENCE_FORM (self) && claim_id != NULL, NULL);

  if (title == NULL || !parse_time (consulted, &citation.evidence.consulted_at))
    return NULL;

  /* It is somebody's now, to be kept if it cannot be saved. */
  forget_proposal (self);
  return galley_verb_add_evidence (claim_id, &citation);
}

/**
 * galley_evidence_form_clear:
 *
 * Empties the form.
 */
void
galley_evidence_form_clear (GalleyEvidenceForm *self)
{
  g_return_if_fail (GALLEY_IS_EVIDENCE_FORM (self));

  forget_proposal (self);
  gtk_editable_set_text (self->title, "");
  gtk_editable_set_text (self->address, "");
  gtk_editable_set_text (self->locator, "");
  gtk_editable_set_text (self->consulted, "");
  gtk_text_buffer_set_text (self->passage, "", -1);
  gtk_drop_down_set_selected (self->stance, GALLEY_STANCE_SUPPORTS);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-evidence-form.h"

#include "galley-log-words.h"
#include "galley-mnemonics.h"
#include "galley-record-verbs.h"
#include "galley-submit-key.h"
#include "galley-suggest-entry.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/* No more sources than this are suggested. */
#define MAX_SUGGESTIONS 8

/**
 * GalleyEvidenceForm:
 *
 * What somebody fills in to use a source for a claim, or to change how it is used. When it was
 * consulted is filled in already, with the present. What is proposed counts for nothing until
 * somebody changes or submits it.
 *
 * While the title is typed the source log is searched for it. What is chosen there is used as it
 * is, for as long as neither its title nor its address is changed here.
 */
struct _GalleyEvidenceForm
{
  AdwBin parent_instance;

  GalleyLogBook *log_book; /* (nullable) */
  GalleySource *source;    /* (nullable) the entry of the log that is used */
  char *evidence_id;       /* (nullable) what is changed */
  char *proposed_title;    /* (nullable) */
  char *proposed_address;  /* (nullable) */
  char *proposed_passage;  /* (nullable) */
  gboolean is_quiet;       /* while the program fills in */
  gboolean is_complete;

  /* from the template */
  GtkWidget *source_box;
  GtkLabel *known;
  GtkButton *use_known;
  GalleySuggestEntry *title_entry;
  GtkEditable *title; /* of @title_entry */
  GtkEditable *address;
  GtkDropDown *stance;
  GtkCheckButton *secondary;
  GtkTextBuffer *passage;
  GtkEditable *locator;
  GtkEditable *consulted;
  GtkWidget *submit;
};

enum
{
  PROP_IS_COMPLETE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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

/* Says which entry of the log is used, or could be. */
static void
show_known (GalleyEvidenceForm *self, GalleySource *other)
{
  GalleySource *source = self->source != NULL ? self->source : other;
  g_autofree char *kind = source != NULL ? galley_log_words_format_kind (source) : NULL;
  g_autofree char *words = NULL;

  if (self->source != NULL)
    words = g_strdup_printf ("%s%s%s", _ ("From the source log"), *kind != '\0' ? " · " : "", kind);
  else if (other != NULL)
    /* Translators: the argument is the title of a source. */
    words = g_strdup_printf (_ ("This address is in the source log: “%s”"),
                             other->texts[GALLEY_SOURCE_TITLE]);
  gtk_label_set_label (self->known, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->known), words != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->use_known), self->source == NULL && other != NULL);
}

static void
set_source (GalleyEvidenceForm *self, GalleySource *source)
{
  g_clear_pointer (&self->source, galley_source_unref);
  if (source == NULL)
    return;

  self->source = galley_source_ref (source);
  self->is_quiet = TRUE;
  galley_suggest_entry_set_text (self->title_entry, source->texts[GALLEY_SOURCE_TITLE]);
  gtk_editable_set_text (self->address, source->texts[GALLEY_SOURCE_ADDRESS] != NULL
                                            ? source->texts[GALLEY_SOURCE_ADDRESS]
                                            : "");
  self->is_quiet = FALSE;
}

static gboolean
is_text_of_source (GalleyEvidenceForm *self, GtkEditable *entry, GalleySourceText text)
{
  const char *value = self->source->texts[text];

  return g_strcmp0 (gtk_editable_get_text (entry), value != NULL ? value : "") == 0;
}

/* An entry of the log is used as it is or not at all. An address that is in the log already names
 * its source, unless somebody gave another title. */
static void
recognise (GalleyEvidenceForm *self)
{
  g_autofree char *title = get_text (self->title);
  g_autofree char *address = get_text (self->address);
  GalleySource *other = NULL;

  if (self->source != NULL && (!is_text_of_source (self, self->title, GALLEY_SOURCE_TITLE) ||
                               !is_text_of_source (self, self->address, GALLEY_SOURCE_ADDRESS)))
    set_source (self, NULL);
  if (self->source == NULL && address != NULL && self->log_book != NULL)
    other = galley_log_book_find_at (self->log_book, address);
  if (other != NULL && (title == NULL || g_strcmp0 (title, self->proposed_title) == 0))
    {
      set_source (self, other);
      other = NULL;
    }
  show_known (self, other);
}

static void
set_invalid (GtkEditable *entry, gboolean is_invalid)
{
  if (is_invalid)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
      is_invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
changed_cb (GalleyEvidenceForm *self)
{
  g_autofree char *title = NULL;
  g_autofree char *consulted = get_text (self->consulted);
  gint64 time_ms;
  gboolean is_time = galley_log_words_parse_time (consulted, &time_ms);

  if (self->is_quiet)
    return;
  if (self->evidence_id == NULL)
    recognise (self);

  title = get_text (self->title);
  set_invalid (self->consulted, !is_time);
  gtk_widget_set_sensitive (self->submit, title != NULL && is_time);
  if (self->is_complete != (title != NULL && is_time))
    {
      self->is_complete = title != NULL && is_time;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_COMPLETE]);
    }
}

static void
typed_cb (GalleyEvidenceForm *self, const char *text)
{
  g_autoptr (GPtrArray) found = NULL;

  if (self->log_book == NULL || self->is_quiet)
    return;

  found = galley_log_book_complete (self->log_book, text, MAX_SUGGESTIONS);
  for (guint i = 0; i < found->len; i++)
    {
      GalleySource *source = g_ptr_array_index (found, i);
      g_autofree char *details = galley_log_words_describe (source);

      galley_suggest_entry_add (self->title_entry, source->id, source->texts[GALLEY_SOURCE_TITLE],
                                details);
    }
}

static void
chosen_cb (GalleyEvidenceForm *self, const char *id)
{
  GalleySource *source = galley_log_book_find (self->log_book, id);

  if (source != NULL)
    set_source (self, source);
  changed_cb (self);
}

static void
use_known_cb (GalleyEvidenceForm *self)
{
  g_autofree char *address = get_text (self->address);
  GalleySource *source = address != NULL ? galley_log_book_find_at (self->log_book, address) : NULL;

  if (source != NULL)
    set_source (self, source);
  changed_cb (self);
}

static void
submit_cb (GalleyEvidenceForm *self)
{
  if (gtk_widget_get_sensitive (self->submit))
    g_signal_emit (self, signals[SUBMITTED], 0);
}

static gboolean
submit_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  submit_cb (GALLEY_EVIDENCE_FORM (widget));

  return GDK_EVENT_STOP;
}

static void
forget_proposal (GalleyEvidenceForm *self)
{
  g_clear_pointer (&self->proposed_title, g_free);
  g_clear_pointer (&self->proposed_address, g_free);
  g_clear_pointer (&self->proposed_passage, g_free);
}

static void
galley_evidence_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_IS_COMPLETE:
      g_value_set_boolean (value, GALLEY_EVIDENCE_FORM (object)->is_complete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_evidence_form_dispose (GObject *object)
{
  GalleyEvidenceForm *self = GALLEY_EVIDENCE_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_EVIDENCE_FORM);
  forget_proposal (self);
  g_clear_pointer (&self->source, galley_source_unref);
  g_clear_pointer (&self->evidence_id, g_free);
  g_clear_object (&self->log_book);

  G_OBJECT_CLASS (galley_evidence_form_parent_class)->dispose (object);
}

static void
galley_evidence_form_class_init (GalleyEvidenceFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_evidence_form_dispose;
  G_OBJECT_CLASS (klass)->get_property = galley_evidence_form_get_property;
  properties[PROP_IS_COMPLETE] = g_param_spec_boolean ("is-complete", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  /**
   * GalleyEvidenceForm::submitted:
   *
   * Somebody filled the form in and wants the source to be used.
   */
  signals[SUBMITTED] = g_signal_new ("submitted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GALLEY_TYPE_SUGGEST_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/evidence-form.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, source_box);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, known);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, use_known);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, title_entry);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, secondary);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, address);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, stance);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, passage);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, locator);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, consulted);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceForm, submit);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_known_cb);
}

static void
galley_evidence_form_init (GalleyEvidenceForm *self)
{
  g_autoptr (GtkStringList) stances = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  galley_wrapping_set_up_all (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
  galley_submit_key_add (GTK_WIDGET (self), submit_key_cb);
  self->title = galley_suggest_entry_get_editable (self->title_entry);
  g_signal_connect_swapped (self->title, "changed", G_CALLBACK (changed_cb), self);
  galley_log_words_set_up_time (self->consulted);

  for (guint i = 0; i < GALLEY_N_STANCES; i++)
    gtk_string_list_append (stances, galley_stance_get_label (i));
  gtk_drop_down_set_model (self->stance, G_LIST_MODEL (stances));
  changed_cb (self);
}

/**
 * galley_evidence_form_set_log_book:
 * @log_book: (nullable): the log to search for sources
 */
void
galley_evidence_form_set_log_book (GalleyEvidenceForm *self, GalleyLogBook *log_book)
{
  g_return_if_fail (GALLEY_IS_EVIDENCE_FORM (self));

  g_set_object (&self->log_book, log_book);
}

/**
 * galley_evidence_form_start:
 * @claim: (nullable): what the source is for
 *
 * Prepares the form to be filled in: empties it and says that the source is consulted now, unless
 * somebody began to fill it in before. What is noted for a disputed claim is most often what
 * disputes it.
 */
void
galley_evidence_form_start (GalleyEvidenceForm *self, GalleyClaim *claim)
{
  g_return_if_fail (GALLEY_IS_EVIDENCE_FORM (self));

  if (galley_evidence_form_is_empty (self))
    {
      g_autofree char *now = galley_log_words_format_input_time (g_get_real_time () / 1000);

      galley_evidence_form_clear (self);
      gtk_editable_set_text (self->consulted, now);
      if (claim != NULL && galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED)
        gtk_drop_down_set_selected (self->stance, GALLEY_STANCE_CONTRADICTS);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

/**
 * galley_evidence_form_edit:
 * @evidence: how a source is used now
 *
 * Makes the form one to change that. The source stays the same.
 */
void
galley_evidence_form_edit (GalleyEvidenceForm *self, GalleyEvidence *evidence)
{
  g_autofree char *consulted = galley_log_words_format_input_time (evidence->consulted_at);

  g_return_if_fail (GALLEY_IS_EVIDENCE_FORM (self));

  g_free (self->evidence_id);
  self->evidence_id = g_strdup (evidence->id);
  set_source (self, evidence->source);
  gtk_widget_set_visible (self->source_box, FALSE);
  gtk_widget_set_visible (self->submit, FALSE);
  gtk_drop_down_set_selected (self->stance, evidence->stance);
  gtk_check_button_set_active (self->secondary, evidence->is_secondary);
  gtk_text_buffer_set_text (self->passage, evidence->passage != NULL ? evidence->passage : "", -1);
  gtk_editable_set_text (self->locator, evidence->locator != NULL ? evidence->locator : "");
  gtk_editable_set_text (self->consulted, consulted);
  changed_cb (self);
}

/**
 * galley_evidence_form_propose:
 * @title: (nullable): what the source could be called
 * @address: (nullable): where it is
 * @passage: (nullable): what it says
 *
 * Fills in a source for somebody to look at, to change and to submit. To be called after
 * galley_evidence_form_start().
 *
 * Returns: whether it was; not if somebody began to fill the form in before
 */
gboolean
galley_evidence_form_propose (GalleyEvidenceForm *self,
                              const char *title,
                              const char *address,
                              const char *passage)
{
  g_return_val_if_fail (GALLEY_IS_EVIDENCE_FORM (self), FALSE);

  if (!galley_evidence_form_is_empty (self))
    return FALSE;

  forget_proposal (self);
  self->proposed_title = g_strdup (title);
  self->proposed_address = g_strdup (address);
  self->proposed_passage = g_strdup (passage);
  galley_suggest_entry_set_text (self->title_entry, title != NULL ? title : "");
  gtk_text_buffer_set_text (self->passage, passage != NULL ? passage : "", -1);
  gtk_editable_set_text (self->address, address != NULL ? address : "");

  return TRUE;
}

static gboolean
holds (const char *text, const char *proposed)
{
  return *text == '\0' || g_strcmp0 (text, proposed) == 0;
}

/* What the log made of a proposed address is proposed as well. */
static gboolean
has_proposed_source (GalleyEvidenceForm *self)
{
  return self->source != NULL && self->proposed_address != NULL &&
         galley_log_book_find_at (self->log_book, self->proposed_address) == self->source;
}

/**
 * galley_evidence_form_is_empty:
 *
 * Returns: whether nothing is filled in that somebody would miss
 */
gboolean
galley_evidence_form_is_empty (GalleyEvidenceForm *self)
{
  GtkTextIter start, end;
  g_autofree char *passage = NULL;

  g_return_val_if_fail (GALLEY_IS_EVIDENCE_FORM (self), TRUE);

  gtk_text_buffer_get_bounds (self->passage, &start, &end);
  passage = gtk_text_buffer_get_text (self->passage, &start, &end, TRUE);

  return (has_proposed_source (self) ||
          (holds (gtk_editable_get_text (self->title), self->proposed_title) &&
           holds (gtk_editable_get_text (self->address), self->proposed_address))) &&
         *gtk_editable_get_text (self->locator) == '\0' && holds (passage, self->proposed_passage);
}

/**
 * galley_evidence_form_make_action:
 * @claim_id: (nullable): the claim that a source is used for; %NULL in a form to change that
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
    .source_id = self->source != NULL ? self->source->id : NULL,
    .source.texts = { [GALLEY_SOURCE_TITLE] = title, [GALLEY_SOURCE_ADDRESS] = address },
    .evidence = { .stance = gtk_drop_down_get_selected (self->stance),
                  .is_secondary = gtk_check_button_get_active (self->secondary),
                  .passage = passage,
                  .locator = locator },
  };

  g_return_val_if_fail (GALLEY_IS_EVIDENCE_FORM (self), NULL);

  if (title == NULL || !galley_log_words_parse_time (consulted, &citation.evidence.consulted_at))
    return NULL;
  if (self->evidence_id != NULL)
    return galley_verb_change_evidence (self->evidence_id, &citation.evidence);

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
  set_source (self, NULL);
  /* An address that is still there must not name its source again. */
  self->is_quiet = TRUE;
  galley_suggest_entry_set_text (self->title_entry, "");
  galley_suggest_entry_clear (self->title_entry);
  gtk_editable_set_text (self->address, "");
  gtk_editable_set_text (self->locator, "");
  gtk_editable_set_text (self->consulted, "");
  gtk_text_buffer_set_text (self->passage, "", -1);
  gtk_drop_down_set_selected (self->stance, GALLEY_STANCE_SUPPORTS);
  gtk_check_button_set_active (self->secondary, FALSE);
  self->is_quiet = FALSE;
  changed_cb (self);
}

/**
 * galley_evidence_form_save_draft:
 *
 * Returns: (transfer full) (nullable): what somebody filled in; %NULL if nobody would miss it
 */
GalleyEvidenceDraft *
galley_evidence_form_save_draft (GalleyEvidenceForm *self)
{
  GalleyEvidenceDraft *draft;
  GtkTextIter start, end;

  g_return_val_if_fail (GALLEY_IS_EVIDENCE_FORM (self), NULL);

  if (galley_evidence_form_is_empty (self))
    return NULL;

  gtk_text_buffer_get_bounds (self->passage, &start, &end);
  draft = g_new0 (GalleyEvidenceDraft, 1);
  draft->source = self->source != NULL ? galley_source_ref (self->source) : NULL;
  draft->title = g_strdup (gtk_editable_get_text (self->title));
  draft->address = g_strdup (gtk_editable_get_text (self->address));
  draft->passage = gtk_text_buffer_get_text (self->passage, &start, &end, TRUE);
  draft->locator = g_strdup (gtk_editable_get_text (self->locator));
  draft->consulted = g_strdup (gtk_editable_get_text (self->consulted));
  draft->stance = gtk_drop_down_get_selected (self->stance);
  draft->is_secondary = gtk_check_button_get_active (self->secondary);

  return draft;
}

/**
 * galley_evidence_form_restore_draft:
 * @draft: what somebody filled in before
 *
 * Fills it in again.
 */
void
galley_evidence_form_restore_draft (GalleyEvidenceForm *self, const GalleyEvidenceDraft *draft)
{
  g_return_if_fail (GALLEY_IS_EVIDENCE_FORM (self) && draft != NULL);

  galley_evidence_form_clear (self);
  self->is_quiet = TRUE;
  galley_suggest_entry_set_text (self->title_entry, draft->title);
  gtk_editable_set_text (self->address, draft->address);
  gtk_editable_set_text (self->locator, draft->locator);
  gtk_editable_set_text (self->consulted, draft->consulted);
  gtk_text_buffer_set_text (self->passage, draft->passage, -1);
  gtk_drop_down_set_selected (self->stance, draft->stance);
  gtk_check_button_set_active (self->secondary, draft->is_secondary);
  self->is_quiet = FALSE;
  set_source (self, draft->source);
  changed_cb (self);
}

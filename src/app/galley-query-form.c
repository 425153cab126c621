/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-query-form.h"

#include "galley-log-words.h"
#include "galley-record-verbs.h"
#include "galley-suggest-entry.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_SUGGESTIONS 8
/* Somebody who names a day means all of it. */
#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define MINUTE_MS (60 * 1000)

/**
 * GalleyQueryForm:
 *
 * What somebody fills in to put a query about a claim, to change it, to note the answer, or what
 * was decided upon it.
 */
struct _GalleyQueryForm
{
  AdwBin parent_instance;

  GalleyLogBook *log_book; /* (nullable) only in tests of the template */
  GalleyQueryStep step;
  char *claim_id;
  GalleyQuery *query;   /* (nullable) what is there already */
  GalleySource *source; /* (nullable) whom it is put to */
  gboolean is_complete;

  /* from the template */
  GtkWidget *known_box;
  GtkLabel *known;
  GtkWidget *ask_box;
  GtkDropDown *addressee;
  GtkWidget *source_box;
  GalleySuggestEntry *source_entry;
  GtkEditable *due;
  GtkLabel *words_label;
  GtkTextView *words_view;
  GtkTextBuffer *words;
};

enum
{
  PROP_IS_COMPLETE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GalleyQueryForm, galley_query_form, ADW_TYPE_BIN)

static char *
get_words (GalleyQueryForm *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->words, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (self->words, &start, &end, TRUE));
}

static gboolean
parse_due (GalleyQueryForm *self, gint64 *out_due_ms)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->due)));
  gint64 due_ms;

  if (!galley_log_words_parse_time (*text != '\0' ? text : NULL, &due_ms))
    return FALSE;

  *out_due_ms = strlen (text) == strlen ("2025-09-03") ? due_ms + DAY_MS - MINUTE_MS : due_ms;
  return TRUE;
}

static gboolean
is_askable (GalleyQueryForm *self)
{
  gint64 due_ms;

  return parse_due (self, &due_ms) &&
         (gtk_drop_down_get_selected (self->addressee) != GALLEY_ADDRESSEE_SOURCE ||
          self->source != NULL);
}

static void
changed_cb (GalleyQueryForm *self)
{
  g_autofree char *words = get_words (self);
  gboolean is_complete = self->step == GALLEY_QUERY_STEP_ASK
                             ? *words != '\0' && is_askable (self)
                             : *words != '\0' || self->query != NULL;
  gint64 due_ms;

  if (parse_due (self, &due_ms))
    gtk_widget_remove_css_class (GTK_WIDGET (self->due), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->due), "error");
  gtk_widget_set_visible (self->source_box,
                          gtk_drop_down_get_selected (self->addressee) == GALLEY_ADDRESSEE_SOURCE);
  if (is_complete == self->is_complete)
    return;
  self->is_complete = is_complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_COMPLETE]);
}

static void
set_source (GalleyQueryForm *self, GalleySource *source)
{
  g_clear_pointer (&self->source, galley_source_unref);
  if (source != NULL)
    self->source = galley_source_ref (source);
  changed_cb (self);
}

static void
suggest_cb (GalleyQueryForm *self, const char *text)
{
  g_autoptr (GPtrArray) found = NULL;

  set_source (self, NULL);
  if (self->log_book == NULL)
    return;

  found = galley_log_book_complete (self->log_book, text, MAX_SUGGESTIONS);
  for (guint i = 0; i < found->len; i++)
    {
      GalleySource *source = g_ptr_array_index (found, i);
      g_autofree char *details = galley_log_words_describe (source);

      galley_suggest_entry_add (self->source_entry, source->id, source->texts[GALLEY_SOURCE_TITLE],
                                details);
    }
}

static void
source_chosen_cb (GalleyQueryForm *self, const char *id)
{
  GalleySource *source = galley_log_book_find (self->log_book, id);

  if (source != NULL)
    galley_suggest_entry_set_text (self->source_entry, source->texts[GALLEY_SOURCE_TITLE]);
  set_source (self, source);
}

static void
galley_query_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_IS_COMPLETE:
      g_value_set_boolean (value, GALLEY_QUERY_FORM (object)->is_complete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_query_form_dispose (GObject *object)
{
  GalleyQueryForm *self = GALLEY_QUERY_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_QUERY_FORM);
  g_clear_object (&self->log_book);
  g_clear_pointer (&self->claim_id, g_free);
  g_clear_pointer (&self->query, galley_query_unref);
  g_clear_pointer (&self->source, galley_source_unref);

  G_OBJECT_CLASS (galley_query_form_parent_class)->dispose (object);
}

static void
galley_query_form_class_init (GalleyQueryFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_query_form_dispose;
  G_OBJECT_CLASS (klass)->get_property = galley_query_form_get_property;
  properties[PROP_IS_COMPLETE] = g_param_spec_boolean ("is-complete", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (GALLEY_TYPE_SUGGEST_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/query-form.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyQueryForm, known_box);
  gtk_widget_class_bind_template_child (widget_class, GalleyQueryForm, known);
  gtk_widget_class_bind_template_child (widget_class, GalleyQueryForm, ask_box);
  gtk_widget_class_bind_template_child (widget_class, GalleyQueryForm, addressee);
  gtk_widget_class_bind_template_child (widget_class, GalleyQueryForm, source_box);
  gtk_widget_class_bind_template_child (widget_class, GalleyQueryForm, source_entry);
  gtk_widget_class_bind_template_child (widget_class, GalleyQueryForm, due);
  gtk_widget_class_bind_template_child (widget_class, GalleyQueryForm, words_label);
  gtk_widget_class_bind_template_child (widget_class, GalleyQueryForm, words_view);
  gtk_widget_class_bind_template_child (widget_class, GalleyQueryForm, words);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggest_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_chosen_cb);
}

static void
galley_query_form_init (GalleyQueryForm *self)
{
  g_autoptr (GtkStringList) addressees = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  galley_wrapping_set_up_all (GTK_WIDGET (self));
  galley_log_words_set_up_time (self->due);
  for (guint i = 0; i < GALLEY_N_ADDRESSEES; i++)
    gtk_string_list_append (addressees, galley_addressee_get_label (i));
  gtk_drop_down_set_model (self->addressee, G_LIST_MODEL (addressees));
  changed_cb (self);
}

static void
fill_in_question (GalleyQueryForm *self)
{
  g_autofree char *due = galley_log_words_format_input_time (self->query->due_at);

  gtk_drop_down_set_selected (self->addressee, self->query->addressee);
  gtk_editable_set_text (self->due, due);
  gtk_text_buffer_set_text (self->words, self->query->question, -1);
  if (self->query->source != NULL)
    galley_suggest_entry_set_text (self->source_entry,
                                   self->query->source->texts[GALLEY_SOURCE_TITLE]);
  set_source (self, self->query->source);
}

/* What was asked, and what was answered, stands above what is to be written. */
static void
fill_in_reply (GalleyQueryForm *self)
{
  const char *answer = self->query->answer, *decision = self->query->decision;
  const char *reply = self->step == GALLEY_QUERY_STEP_ANSWER ? answer : decision;
  g_autofree char *known = NULL;

  if (self->step == GALLEY_QUERY_STEP_DECIDE && answer != NULL)
    known = g_strdup_printf ("%s\n\n%s", self->query->question, answer);
  else
    known = g_strdup (self->query->question);
  gtk_label_set_label (self->known, known);
  gtk_text_buffer_set_text (self->words, reply != NULL ? reply : "", -1);
}

static void
set_step (GalleyQueryForm *self, GalleyQueryStep step)
{
  static const char *const labels[] = {
    [GALLEY_QUERY_STEP_ASK] = N_ ("Question"),
    [GALLEY_QUERY_STEP_ANSWER] = N_ ("Answer"),
    [GALLEY_QUERY_STEP_DECIDE] = N_ ("Decision"),
  };

  self->step = step;
  gtk_widget_set_visible (self->ask_box, step == GALLEY_QUERY_STEP_ASK);
  gtk_widget_set_visible (self->known_box, step != GALLEY_QUERY_STEP_ASK);
  gtk_label_set_label (self->words_label, _ (labels[step]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (labels[step]), -1);
  if (self->query != NULL && step == GALLEY_QUERY_STEP_ASK)
    fill_in_question (self);
  else if (self->query != NULL)
    fill_in_reply (self);
  changed_cb (self);
}

/**
 * galley_query_form_make_action:
 * @form: a #GalleyQueryForm
 *
 * Returns: (transfer full) (nullable): the action that does what was filled in; %NULL if it cannot
 *   be done yet
 */
GalleyAction *
galley_query_form_make_action (GtkWidget *form)
{
  GalleyQueryForm *self = GALLEY_QUERY_FORM (form);
  g_autofree char *words = get_words (self);
  GalleyQueryFields fields = { .addressee = gtk_drop_down_get_selected (self->addressee),
                               .source = self->source,
                               .question = words };

  if (!self->is_complete || !parse_due (self, &fields.due_at))
    return NULL;

  if (self->step == GALLEY_QUERY_STEP_ANSWER)
    return galley_verb_answer_query (self->query->id, words);
  if (self->step == GALLEY_QUERY_STEP_DECIDE)
    return galley_verb_decide_query (self->query->id, words);
  if (self->query != NULL)
    return galley_verb_change_query (self->query->id, &fields);

  return galley_verb_add_query (self->claim_id, &fields);
}

/**
 * galley_query_form_open:
 * @parent: the window to show it over
 * @log_book: the source log
 * @claim_id: the claim that the query is about
 * @query: (nullable): a query; %NULL to put another one
 * @step: what is to be written
 *
 * Returns: (transfer none): a dialog with the form, which is on screen
 */
GalleyFormDialog *
galley_query_form_open (GtkWindow *parent,
                        GalleyLogBook *log_book,
                        const char *claim_id,
                        GalleyQuery *query,
                        GalleyQueryStep step)
{
  static const char *const titles[] = {
    [GALLEY_QUERY_STEP_ASK] = N_ ("Edit Query"),
    [GALLEY_QUERY_STEP_ANSWER] = N_ ("Answer"),
    [GALLEY_QUERY_STEP_DECIDE] = N_ ("Decision"),
  };
  GalleyQueryForm *self = g_object_new (GALLEY_TYPE_QUERY_FORM, NULL);
  GalleyFormDialog *dialog;

  g_set_object (&self->log_book, log_book);
  self->claim_id = g_strdup (claim_id);
  if (query != NULL)
    self->query = galley_query_ref (query);
  set_step (self, step);
  dialog = galley_form_dialog_new (parent, query != NULL ? _ (titles[step]) : _ ("New Query"),
                                   GTK_WIDGET (self), galley_log_book_get_saver (log_book),
                                   galley_query_form_make_action);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (self->words_view));

  return dialog;
}

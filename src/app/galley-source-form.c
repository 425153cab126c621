/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-source-form.h"

#include "galley-attachment-row.h"
#include "galley-record-verbs.h"
#include "galley-suggest-entry.h"

#include <glib/gi18n.h>

/* No more groups than this are suggested. */
#define MAX_SUGGESTIONS 8

/**
 * GalleySourceForm:
 *
 * All that is noted of a source, to enter one in the log or to change it.
 */
struct _GalleySourceForm
{
  AdwBin parent_instance;

  GalleyLogBook *log_book; /* (nullable) only in tests of the template */
  char *source_id;         /* (nullable) of the source that is changed */
  gboolean is_complete;

  /* by #GalleySourceText; that of the attachment and its name are NULL */
  GtkEditable *texts[GALLEY_N_SOURCE_TEXTS];
  AdwComboRow *kind;
  GalleyAttachmentRow *attachment;

  /* from the template */
  AdwPreferencesGroup *identity_group;
  AdwPreferencesGroup *place_group;
  AdwPreferencesGroup *terms_group;
  AdwPreferencesGroup *weight_group;
  AdwComboRow *terms;
  GalleySuggestEntry *group_entry;
};

enum
{
  PROP_IS_COMPLETE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GalleySourceForm, galley_source_form, ADW_TYPE_BIN)

static char *
get_text (GtkEditable *entry)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static void
changed_cb (GalleySourceForm *self)
{
  g_autofree char *title = get_text (self->texts[GALLEY_SOURCE_TITLE]);
  gboolean is_confidential = adw_combo_row_get_selected (self->terms) == GALLEY_TERMS_CONFIDENTIAL;

  gtk_widget_set_visible (GTK_WIDGET (self->texts[GALLEY_SOURCE_PSEUDONYM]), is_confidential);
  if (self->is_complete == (title != NULL))
    return;
  self->is_complete = title != NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_COMPLETE]);
}

static void
suggest_cb (GalleySourceForm *self, const char *text)
{
  g_autoptr (GPtrArray) found = NULL;

  if (self->log_book == NULL)
    return;

  found = galley_log_book_complete_group (self->log_book, text, MAX_SUGGESTIONS);
  for (guint i = 0; i < found->len; i++)
    if (g_strcmp0 (g_ptr_array_index (found, i), text) != 0)
      galley_suggest_entry_add (self->group_entry, g_ptr_array_index (found, i),
                                g_ptr_array_index (found, i), /* details= */ NULL);
}

static void
group_chosen_cb (GalleySourceForm *self, const char *group)
{
  galley_suggest_entry_set_text (self->group_entry, group);
}

static void
galley_source_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_IS_COMPLETE:
      g_value_set_boolean (value, GALLEY_SOURCE_FORM (object)->is_complete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_source_form_dispose (GObject *object)
{
  GalleySourceForm *self = GALLEY_SOURCE_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_SOURCE_FORM);
  g_clear_object (&self->log_book);
  g_clear_pointer (&self->source_id, g_free);

  G_OBJECT_CLASS (galley_source_form_parent_class)->dispose (object);
}

static void
galley_source_form_class_init (GalleySourceFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_source_form_dispose;
  G_OBJECT_CLASS (klass)->get_property = galley_source_form_get_property;
  properties[PROP_IS_COMPLETE] = g_param_spec_boolean ("is-complete", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (GALLEY_TYPE_SUGGEST_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/source-form.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleySourceForm, identity_group);
  gtk_widget_class_bind_template_child (widget_class, GalleySourceForm, place_group);
  gtk_widget_class_bind_template_child (widget_class, GalleySourceForm, terms_group);
  gtk_widget_class_bind_template_child (widget_class, GalleySourceForm, weight_group);
  gtk_widget_class_bind_template_child (widget_class, GalleySourceForm, terms);
  gtk_widget_class_bind_template_child (widget_class, GalleySourceForm, group_entry);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggest_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_chosen_cb);
}

static void
add_entry (GalleySourceForm *self, AdwPreferencesGroup *group, GalleySourceText text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), galley_source_text_get_label (text));
  adw_preferences_group_add (group, row);
  self->texts[text] = GTK_EDITABLE (row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
}

static void
add_words (AdwComboRow *row, const char *(*get_label) (guint), guint n_words)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_words; i++)
    gtk_string_list_append (words, get_label (i));
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
}

static const char *
get_kind_label (guint kind)
{
  return galley_source_kind_get_label (kind);
}

static const char *
get_terms_label (guint terms)
{
  return galley_terms_get_label (terms);
}

static void
galley_source_form_init (GalleySourceForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  add_entry (self, self->identity_group, GALLEY_SOURCE_TITLE);
  self->kind = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Kind"), NULL);
  adw_preferences_group_add (self->identity_group, GTK_WIDGET (self->kind));
  add_entry (self, self->identity_group, GALLEY_SOURCE_AUTHOR);
  add_entry (self, self->identity_group, GALLEY_SOURCE_ORGANISATION);
  add_entry (self, self->identity_group, GALLEY_SOURCE_PUBLISHER);
  add_entry (self, self->identity_group, GALLEY_SOURCE_PUBLISHED);
  add_entry (self, self->place_group, GALLEY_SOURCE_ADDRESS);
  add_entry (self, self->place_group, GALLEY_SOURCE_ARCHIVED);
  self->attachment = g_object_new (GALLEY_TYPE_ATTACHMENT_ROW, NULL);
  adw_preferences_group_add (self->place_group, GTK_WIDGET (self->attachment));
  add_entry (self, self->terms_group, GALLEY_SOURCE_PSEUDONYM);
  add_entry (self, self->terms_group, GALLEY_SOURCE_CONTACT);
  add_entry (self, self->weight_group, GALLEY_SOURCE_RELIABILITY);
  self->texts[GALLEY_SOURCE_GROUP] = galley_suggest_entry_get_editable (self->group_entry);
  add_words (self->kind, get_kind_label, GALLEY_N_SOURCE_KINDS);
  add_words (self->terms, get_terms_label, GALLEY_N_TERMS);
  changed_cb (self);
}

static void
fill_in (GalleySourceForm *self, GalleySource *source)
{
  self->source_id = g_strdup (source->id);
  adw_combo_row_set_selected (self->kind, source->kind);
  adw_combo_row_set_selected (self->terms, source->terms);
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    if (i == GALLEY_SOURCE_GROUP)
      galley_suggest_entry_set_text (self->group_entry,
                                     source->texts[i] != NULL ? source->texts[i] : "");
    else if (self->texts[i] != NULL)
      gtk_editable_set_text (self->texts[i], source->texts[i] != NULL ? source->texts[i] : "");
}

/**
 * galley_source_form_new:
 * @log_book: the source log
 * @source: (nullable): what to change; %NULL to enter another source
 *
 * Returns: (transfer floating): the form
 */
GalleySourceForm *
galley_source_form_new (GalleyLogBook *log_book, GalleySource *source)
{
  GalleySourceForm *self = g_object_new (GALLEY_TYPE_SOURCE_FORM, NULL);

  g_set_object (&self->log_book, log_book);
  if (source != NULL)
    fill_in (self, source);
  galley_attachment_row_show (self->attachment, galley_log_book_get_desk (log_book),
                              source != NULL ? source->texts[GALLEY_SOURCE_ATTACHMENT] : NULL,
                              source != NULL ? source->texts[GALLEY_SOURCE_ATTACHMENT_NAME] : NULL);
  changed_cb (self);

  return self;
}

/**
 * galley_source_form_make_action:
 * @form: a #GalleySourceForm
 *
 * Returns: (transfer full) (nullable): the action that does what was filled in; %NULL if there is
 *   no title yet
 */
GalleyAction *
galley_source_form_make_action (GtkWidget *form)
{
  GalleySourceForm *self = GALLEY_SOURCE_FORM (form);
  g_auto (GStrv) texts = g_new0 (char *, GALLEY_N_SOURCE_TEXTS + 1);
  GalleySourceFields fields = { .kind = adw_combo_row_get_selected (self->kind),
                                .terms = adw_combo_row_get_selected (self->terms) };
  GBytes *attachment = galley_attachment_row_get_new_bytes (self->attachment);

  if (!self->is_complete)
    return NULL;

  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    {
      if (self->texts[i] != NULL)
        fields.texts[i] = texts[i] = get_text (self->texts[i]);
      /* The array ends at the first that is NULL. */
      if (texts[i] == NULL)
        texts[i] = g_strdup ("");
    }
  if (fields.terms != GALLEY_TERMS_CONFIDENTIAL)
    fields.texts[GALLEY_SOURCE_PSEUDONYM] = NULL;
  fields.texts[GALLEY_SOURCE_ATTACHMENT] = galley_attachment_row_get_sha256 (self->attachment);
  fields.texts[GALLEY_SOURCE_ATTACHMENT_NAME] = galley_attachment_row_get_name (self->attachment);

  return self->source_id != NULL ? galley_verb_change_source (self->source_id, &fields, attachment)
                                 : galley_verb_add_source (&fields, attachment);
}

/**
 * galley_source_form_open:
 * @parent: the window to show it over
 * @log_book: the source log
 * @source: (nullable): what to change; %NULL to enter another source
 *
 * Returns: (transfer none): a dialog with the form, which is on screen
 */
GalleyFormDialog *
galley_source_form_open (GtkWindow *parent, GalleyLogBook *log_book, GalleySource *source)
{
  GalleySourceForm *form = galley_source_form_new (log_book, source);
  GalleyFormDialog *dialog = galley_form_dialog_new (
      parent, source != NULL ? _ ("Edit Source") : _ ("New Source"), GTK_WIDGET (form),
      galley_log_book_get_saver (log_book), galley_source_form_make_action);

  gtk_window_set_default_size (GTK_WINDOW (dialog), 520, 680);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (form->texts[GALLEY_SOURCE_TITLE]));

  return dialog;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-reading-form.h"

#include "galley-names.h"
#include "galley-plain.h"
#include "galley-reading-verbs.h"

#include <glib/gi18n.h>

/**
 * GalleyReadingForm:
 *
 * Which claims of an article somebody is to judge again without being shown the first verdicts.
 */
struct _GalleyReadingForm
{
  AdwBin parent_instance;

  GalleyCheck *check; /* (nullable) only in tests of the template */
  gboolean is_complete;

  /* from the template */
  AdwPreferencesGroup *scope_group;
  AdwActionRow *all_row;
  AdwActionRow *starred_row;
  GtkCheckButton *all;
  GtkCheckButton *starred;
  GtkCheckButton *sample;
  GtkAdjustment *size;
  AdwEntryRow *seed;
  GtkSwitch *with_sources;
};

enum
{
  PROP_IS_COMPLETE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GalleyReadingForm, galley_reading_form, ADW_TYPE_BIN)

/* The seed belongs to the form. */
static GalleyReadingChoice
get_choice (GalleyReadingForm *self)
{
  GalleyReadingChoice choice = {
    .scope = gtk_check_button_get_active (self->sample)    ? GALLEY_READING_SAMPLE
             : gtk_check_button_get_active (self->starred) ? GALLEY_READING_STARRED
                                                           : GALLEY_READING_ALL,
    .size = (guint) gtk_adjustment_get_value (self->size),
    .seed = gtk_editable_get_text (GTK_EDITABLE (self->seed)),
    .with_sources = gtk_switch_get_active (self->with_sources),
  };

  return choice;
}

static GPtrArray *
choose (GalleyReadingForm *self)
{
  GalleyReadingChoice choice = get_choice (self);

  return galley_reading_choose (galley_check_get_claims (self->check), &choice);
}

static void
changed_cb (GalleyReadingForm *self)
{
  g_autoptr (GPtrArray) claims = self->check != NULL ? choose (self) : NULL;
  gboolean has_seed = *gtk_editable_get_text (GTK_EDITABLE (self->seed)) != '\0';
  gboolean is_complete = claims != NULL && claims->len > 0 &&
                         (has_seed || !gtk_check_button_get_active (self->sample));

  if (is_complete == self->is_complete)
    return;
  self->is_complete = is_complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_COMPLETE]);
}

static void
galley_reading_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_IS_COMPLETE:
      g_value_set_boolean (value, GALLEY_READING_FORM (object)->is_complete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_reading_form_dispose (GObject *object)
{
  GalleyReadingForm *self = GALLEY_READING_FORM (object);

  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_READING_FORM);
  g_clear_object (&self->check);

  G_OBJECT_CLASS (galley_reading_form_parent_class)->dispose (object);
}

static void
galley_reading_form_class_init (GalleyReadingFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_reading_form_dispose;
  G_OBJECT_CLASS (klass)->get_property = galley_reading_form_get_property;

  properties[PROP_IS_COMPLETE] = g_param_spec_boolean ("is-complete", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/reading-form.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyReadingForm, scope_group);
  gtk_widget_class_bind_template_child (widget_class, GalleyReadingForm, all_row);
  gtk_widget_class_bind_template_child (widget_class, GalleyReadingForm, starred_row);
  gtk_widget_class_bind_template_child (widget_class, GalleyReadingForm, all);
  gtk_widget_class_bind_template_child (widget_class, GalleyReadingForm, starred);
  gtk_widget_class_bind_template_child (widget_class, GalleyReadingForm, sample);
  gtk_widget_class_bind_template_child (widget_class, GalleyReadingForm, size);
  gtk_widget_class_bind_template_child (widget_class, GalleyReadingForm, seed);
  gtk_widget_class_bind_template_child (widget_class, GalleyReadingForm, with_sources);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
galley_reading_form_init (GalleyReadingForm *self)
{
  g_autofree char *seed = galley_reading_make_seed ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->seed), seed);
}

static void
count (AdwActionRow *row, guint n_claims)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u claim", "%u claims", n_claims), n_claims);

  adw_action_row_set_subtitle (row, words);
}

/**
 * galley_reading_form_new:
 * @check: the article as the first checker sees it
 * @reader: who is to read
 *
 * Returns: (transfer floating): the form
 */
GalleyReadingForm *
galley_reading_form_new (GalleyCheck *check, const char *reader)
{
  GalleyReadingForm *self = g_object_new (GALLEY_TYPE_READING_FORM, NULL);
  GalleyReadingChoice starred = { .scope = GALLEY_READING_STARRED };
  GalleyClaimList *claims = galley_check_get_claims (check);
  guint n_claims = galley_claim_list_get_n_claims (claims);
  g_autoptr (GPtrArray) with_star = galley_reading_choose (claims, &starred);
  g_autofree char *name = galley_names_shorten (reader);
  /* Translators: %s is the person who reads. */
  g_autofree char *words =
      g_strdup_printf (_ ("%s judges them without being shown the first verdicts, or anything that "
                          "would tell them. The claims keep the verdicts that they have."),
                       name);

  g_set_object (&self->check, check);
  galley_plain_describe_group (self->scope_group, words);
  count (self->all_row, n_claims);
  count (self->starred_row, with_star->len);
  gtk_widget_set_sensitive (GTK_WIDGET (self->starred_row), with_star->len > 0);
  gtk_adjustment_configure (self->size, MAX (1, n_claims / 5), 1, MAX (1, n_claims), 1, 10, 0);
  changed_cb (self);

  return self;
}

/**
 * galley_reading_form_make_action:
 * @form: a #GalleyReadingForm
 *
 * Returns: (transfer full) (nullable): the action that begins the reading; %NULL if there is
 *   nothing to read
 */
GalleyAction *
galley_reading_form_make_action (GtkWidget *form)
{
  GalleyReadingForm *self = GALLEY_READING_FORM (form);
  GalleyReadingChoice choice = get_choice (self);
  g_autoptr (GPtrArray) claims = NULL;

  if (!self->is_complete)
    return NULL;

  claims = choose (self);
  return galley_verb_start_reading (galley_article_get_id (galley_check_get_article (self->check)),
                                    claims, &choice);
}

/**
 * galley_reading_form_open:
 * @parent: the window to show it over
 * @saver: where it is saved
 * @check: the article as the first checker sees it
 * @reader: who is to read
 *
 * Returns: (transfer none): a dialog with the form, which is on screen
 */
GalleyFormDialog *
galley_reading_form_open (GtkWindow *parent,
                          GalleySaver *saver,
                          GalleyCheck *check,
                          const char *reader)
{
  GalleyReadingForm *form = galley_reading_form_new (check, reader);
  GalleyFormDialog *dialog = galley_form_dialog_new (
      parent, _ ("Second Reading"), GTK_WIDGET (form), saver, galley_reading_form_make_action);

  galley_form_dialog_set_accept (dialog, _ ("S_tart Reading"), _ ("Start Reading (Ctrl+Enter)"));
  gtk_window_set_default_size (GTK_WINDOW (dialog), 520, 560);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (form->all));

  return dialog;
}

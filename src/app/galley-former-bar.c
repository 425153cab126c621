/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-former-bar.h"

#include "galley-claim-words.h"
#include "galley-difference-list.h"
#include "galley-keys.h"
#include "galley-mnemonics.h"
#include "galley-names.h"
#include "galley-word-markup.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/**
 * GalleyFormerBar:
 *
 * What was decided of a claim on the words that it had in an older draft, and what of them is
 * another now. Not visible where there is nothing of that.
 */
struct _GalleyFormerBar
{
  AdwBin parent_instance;

  GalleyClaim *claim; /* nullable */
  char *words;        /* (nullable) that it stands on */

  /* from the template */
  GtkLabel *verdict;
  GtkLabel *difference;
  GtkLabel *kinds;
  GtkWidget *keep_button;
};

enum
{
  PROP_CLAIM = 1,
  PROP_WORDS,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (GalleyFormerBar, galley_former_bar, ADW_TYPE_BIN)

static char *
describe_verdict (GalleyFormer *former)
{
  const char *status = galley_status_get_label (former->status);
  g_autofree char *time = galley_claim_words_format_time (former->checked_at);
  g_autofree char *who = NULL;

  if (former->checked_by == NULL || time == NULL)
    /* Translators: what was decided of a claim whose words were changed since. */
    return g_strdup_printf (_ ("Formerly %s"), status);
  who = galley_names_shorten (former->checked_by);
  /* Translators: what was decided of a claim whose words were changed since, by whom, when. */
  return g_strdup_printf (_ ("Formerly %s by %s, %s"), status, who, time);
}

static void
show_kinds (GalleyFormerBar *self, GalleyDifference differences)
{
  g_autofree char *list = galley_difference_list_describe (differences);
  /* Translators: as in “What differs: a number, a name”. */
  g_autofree char *sentence = g_strdup_printf (_ ("What differs: %s"), list);

  gtk_label_set_label (self->kinds, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), *list != '\0');
}

static void
update (GalleyFormerBar *self)
{
  GalleyFormer *former = self->claim != NULL ? galley_claim_get_former (self->claim) : NULL;
  gboolean is_shown = former != NULL && self->words != NULL && *self->words != '\0';
  g_autofree char *verdict = NULL, *markup = NULL, *tooltip = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
  if (!is_shown)
    return;

  verdict = describe_verdict (former);
  markup = galley_word_markup_compare (former->quote, self->words);
  tooltip = galley_keys_describe ("win.keep-verdict");
  gtk_label_set_label (self->verdict, verdict);
  gtk_label_set_markup (self->difference, markup);
  gtk_widget_set_tooltip_text (self->keep_button, tooltip);
  gtk_widget_set_visible (self->keep_button, former->status != GALLEY_STATUS_PENDING);
  show_kinds (self, former->differences);
}

static void
set_claim (GalleyFormerBar *self, GalleyClaim *claim)
{
  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_func (self->claim, update, self);
  g_set_object (&self->claim, claim);
  if (claim != NULL)
    g_signal_connect_object (claim, "notify::former", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
galley_former_bar_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  GalleyFormerBar *self = GALLEY_FORMER_BAR (object);

  switch (prop_id)
    {
    case PROP_CLAIM:
      set_claim (self, g_value_get_object (value));
      break;
    case PROP_WORDS:
      g_free (self->words);
      self->words = g_value_dup_string (value);
      update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_former_bar_dispose (GObject *object)
{
  GalleyFormerBar *self = GALLEY_FORMER_BAR (object);

  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_func (self->claim, update, self);
  g_clear_object (&self->claim);
  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_FORMER_BAR);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (galley_former_bar_parent_class)->dispose (object);
}

static void
galley_former_bar_class_init (GalleyFormerBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = galley_former_bar_dispose;
  object_class->set_property = galley_former_bar_set_property;

  g_object_class_install_property (
      object_class, PROP_CLAIM,
      g_param_spec_object ("claim", NULL, NULL, GALLEY_TYPE_CLAIM, flags));
  g_object_class_install_property (object_class, PROP_WORDS,
                                   g_param_spec_string ("words", NULL, NULL, NULL, flags));

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/former-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyFormerBar, verdict);
  gtk_widget_class_bind_template_child (widget_class, GalleyFormerBar, difference);
  gtk_widget_class_bind_template_child (widget_class, GalleyFormerBar, kinds);
  gtk_widget_class_bind_template_child (widget_class, GalleyFormerBar, keep_button);
}

static void
galley_former_bar_init (GalleyFormerBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_wrapping_set_up_all (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

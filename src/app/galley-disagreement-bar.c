/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-disagreement-bar.h"

#include "galley-wrapping.h"

#include <glib/gi18n.h>

/**
 * GalleyDisagreementBar:
 *
 * Who says what of a claim on which people disagree, until somebody decides: with any verdict. Not
 * visible where nobody disagrees.
 */
struct _GalleyDisagreementBar
{
  AdwBin parent_instance;

  GalleyClaim *claim; /* nullable */

  /* from the template */
  GtkLabel *verdicts;
};

enum
{
  PROP_CLAIM = 1,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (GalleyDisagreementBar, galley_disagreement_bar, ADW_TYPE_BIN)

static void
update (GalleyDisagreementBar *self)
{
  GalleyDisagreement *disagreement =
      self->claim != NULL ? galley_claim_get_disagreement (self->claim) : NULL;
  g_autofree char *says = NULL;
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), disagreement != NULL);
  if (disagreement == NULL)
    return;

  says = galley_disagreement_describe (disagreement);
  /* Translators: as in “Disagreement: Ana says confirmed, Ben says disputed”. */
  sentence = g_strdup_printf (_ ("Disagreement: %s"), says);
  gtk_label_set_label (self->verdicts, sentence);
}

static void
set_claim (GalleyDisagreementBar *self, GalleyClaim *claim)
{
  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_func (self->claim, update, self);
  g_set_object (&self->claim, claim);
  if (claim != NULL)
    g_signal_connect_object (claim, "notify::disagreement", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
  update (self);
}

static void
galley_disagreement_bar_set_property (GObject *object,
                                      guint prop_id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CLAIM:
      set_claim (GALLEY_DISAGREEMENT_BAR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_disagreement_bar_dispose (GObject *object)
{
  GalleyDisagreementBar *self = GALLEY_DISAGREEMENT_BAR (object);

  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_func (self->claim, update, self);
  g_clear_object (&self->claim);
  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_DISAGREEMENT_BAR);

  G_OBJECT_CLASS (galley_disagreement_bar_parent_class)->dispose (object);
}

static void
galley_disagreement_bar_class_init (GalleyDisagreementBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_disagreement_bar_dispose;
  object_class->set_property = galley_disagreement_bar_set_property;

  g_object_class_install_property (object_class, PROP_CLAIM,
                                   g_param_spec_object ("claim", NULL, NULL, GALLEY_TYPE_CLAIM,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/disagreement-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyDisagreementBar, verdicts);
}

static void
galley_disagreement_bar_init (GalleyDisagreementBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_wrapping_set_up_all (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

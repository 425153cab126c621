/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-status-filter.h"

#include "galley-claim-filter.h"
#include "galley-inscription.h"

#include <glib/gi18n.h>

/**
 * GalleyStatusFilter:
 *
 * Buttons for all claims, those of each status and what nobody has marked yet, with how many there
 * are of each. One of them is pressed.
 */
struct _GalleyStatusFilter
{
  AdwBin parent_instance;

  /* from the template */
  GtkToggleButton *filters[GALLEY_N_SHOWN];
  GtkInscription *counts[GALLEY_N_SHOWN];

  gboolean is_blind;
  char *unmarked; /* what the template says of the last one */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyStatusFilter, galley_status_filter, ADW_TYPE_BIN)

static void
filter_toggled_cb (GalleyStatusFilter *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
galley_status_filter_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_STATUS_FILTER);
  g_clear_pointer (&GALLEY_STATUS_FILTER (object)->unmarked, g_free);

  G_OBJECT_CLASS (galley_status_filter_parent_class)->dispose (object);
}

static void
galley_status_filter_class_init (GalleyStatusFilterClass *klass)
{
  static const char *filters[GALLEY_N_SHOWN] = { "all", "pending", "confirmed", "disputed",
                                                 "unmarked" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_status_filter_dispose;

  /**
   * GalleyStatusFilter::changed:
   *
   * Another button is pressed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/status-filter.ui");
  for (guint i = 0; i < GALLEY_N_SHOWN; i++)
    {
      g_autofree char *count = g_strconcat (filters[i], "_count", NULL);

      gtk_widget_class_bind_template_child_full (
          widget_class, filters[i], /* internal_child= */ FALSE,
          G_STRUCT_OFFSET (GalleyStatusFilter, filters) + i * sizeof (gpointer));
      gtk_widget_class_bind_template_child_full (widget_class, count, /* internal_child= */ FALSE,
                                                 G_STRUCT_OFFSET (GalleyStatusFilter, counts) +
                                                     i * sizeof (gpointer));
    }
  gtk_widget_class_bind_template_callback (widget_class, filter_toggled_cb);
}

static void
galley_status_filter_init (GalleyStatusFilter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->unmarked =
      g_strdup (gtk_widget_get_tooltip_text (GTK_WIDGET (self->filters[GALLEY_SHOWN_UNMARKED])));
}

/**
 * galley_status_filter_get_shown:
 *
 * Returns: the button that is pressed
 */
GalleyShown
galley_status_filter_get_shown (GalleyStatusFilter *self)
{
  g_return_val_if_fail (GALLEY_IS_STATUS_FILTER (self), GALLEY_SHOWN_ALL);

  for (guint i = 0; i < GALLEY_N_SHOWN; i++)
    if (gtk_toggle_button_get_active (self->filters[i]))
      return i == GALLEY_SHOWN_UNMARKED && self->is_blind ? GALLEY_SHOWN_UNJUDGED : i;

  return GALLEY_SHOWN_ALL;
}

/**
 * galley_status_filter_get_statuses:
 *
 * Returns: which claims pass, for galley_claim_filter_set_statuses()
 */
guint
galley_status_filter_get_statuses (GalleyStatusFilter *self)
{
  GalleyShown shown = galley_status_filter_get_shown (self);

  if (shown == GALLEY_SHOWN_UNJUDGED)
    return GALLEY_CLAIM_FILTER_UNJUDGED;

  return shown >= GALLEY_SHOWN_PENDING && shown <= GALLEY_SHOWN_DISPUTED
             ? 1u << (shown - GALLEY_SHOWN_PENDING)
             : GALLEY_CLAIM_FILTER_ALL;
}

/**
 * galley_status_filter_show_all:
 *
 * Presses the button for all claims.
 */
void
galley_status_filter_show_all (GalleyStatusFilter *self)
{
  g_return_if_fail (GALLEY_IS_STATUS_FILTER (self));

  gtk_toggle_button_set_active (self->filters[GALLEY_SHOWN_ALL], TRUE);
}

/**
 * galley_status_filter_set_blind:
 * @is_blind: whether a second reader looks at it: the button for what nobody has marked is for what
 *   they have not judged then
 *
 * Names that button; its count has to be set anew.
 */
void
galley_status_filter_set_blind (GalleyStatusFilter *self, gboolean is_blind)
{
  g_return_if_fail (GALLEY_IS_STATUS_FILTER (self));

  self->is_blind = is_blind;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->filters[GALLEY_SHOWN_UNMARKED]),
                               is_blind ? _ ("Claims not judged yet") : self->unmarked);
}

/**
 * galley_status_filter_set_count:
 * @shown: a button
 * @count: how much it shows
 */
void
galley_status_filter_set_count (GalleyStatusFilter *self, GalleyShown shown, guint count)
{
  g_autofree char *digits = g_strdup_printf ("%u", count);
  const char *name = gtk_widget_get_tooltip_text (GTK_WIDGET (self->filters[shown]));
  /* Translators: the name of a filter and how many claims it shows, for screen readers. */
  g_autofree char *label = g_strdup_printf (_ ("%s: %u"), name, count);

  galley_inscription_set_line (self->counts[shown], digits);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filters[shown]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * galley_status_filter_count_claims:
 * @check: (nullable): an article; %NULL for none
 *
 * Shows how many claims there are, of each status and in all.
 */
void
galley_status_filter_count_claims (GalleyStatusFilter *self, GalleyCheck *check)
{
  GalleyClaimList *claims = check != NULL ? galley_check_get_claims (check) : NULL;

  g_return_if_fail (GALLEY_IS_STATUS_FILTER (self));

  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    galley_status_filter_set_count (self, GALLEY_SHOWN_PENDING + i,
                                    claims != NULL ? galley_claim_list_get_n_with_status (claims, i)
                                                   : 0);
  galley_status_filter_set_count (self, GALLEY_SHOWN_ALL,
                                  claims != NULL ? galley_claim_list_get_n_claims (claims) : 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-progress-strip.h"

#include "galley-look.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Pixels. */
#define HEIGHT 6
#define GAP 1

/**
 * GalleyProgressStrip:
 *
 * How many claims of an article are confirmed, disputed and pending, side by side in one narrow
 * strip. Says the same in words to a screen reader and in its tooltip.
 */
struct _GalleyProgressStrip
{
  GtkWidget parent_instance;

  guint n_with_status[GALLEY_N_STATUSES];
};

G_DEFINE_FINAL_TYPE (GalleyProgressStrip, galley_progress_strip, GTK_TYPE_WIDGET)

static guint
count_all (GalleyProgressStrip *self)
{
  guint n = 0;

  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    n += self->n_with_status[i];

  return n;
}

static void
galley_progress_strip_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 2 * HEIGHT;
}

static void
galley_progress_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GalleyStatus order[] = { GALLEY_STATUS_CONFIRMED, GALLEY_STATUS_DISPUTED,
                                        GALLEY_STATUS_PENDING };
  GalleyProgressStrip *self = GALLEY_PROGRESS_STRIP (widget);
  const GalleyLook *look = galley_look_get_current ();
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint n_all = count_all (self), n_before = 0;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint n = self->n_with_status[order[i]];
      float x = width * n_before / n_all, end = width * (n_before + n) / n_all;

      n_before += n;
      if (n == 0)
        continue;
      end = MAX (end - (n_before < n_all ? GAP : 0), x + GAP);
      gtk_snapshot_append_color (
          snapshot, &look->line[order[i]],
          &GRAPHENE_RECT_INIT (is_mirrored ? width - end : x, 0, end - x, height));
    }
  gtk_snapshot_pop (snapshot);
}

/* For people: "12 confirmed, 3 disputed, 16 pending". */
static char *
describe (const guint n_with_status[GALLEY_N_STATUSES])
{
  guint n_confirmed = n_with_status[GALLEY_STATUS_CONFIRMED];
  guint n_disputed = n_with_status[GALLEY_STATUS_DISPUTED];
  guint n_pending = n_with_status[GALLEY_STATUS_PENDING];
  g_autofree char *confirmed = NULL, *disputed = NULL, *pending = NULL;

  /* Translators: the three of these follow each other, with commas between them. */
  confirmed = g_strdup_printf (ngettext ("%u confirmed", "%u confirmed", n_confirmed), n_confirmed);
  disputed = g_strdup_printf (ngettext ("%u disputed", "%u disputed", n_disputed), n_disputed);
  pending = g_strdup_printf (ngettext ("%u pending", "%u pending", n_pending), n_pending);

  /* Translators: how many claims are confirmed, disputed and pending, already in words. */
  return g_strdup_printf (_ ("%s, %s, %s"), confirmed, disputed, pending);
}

/* Asked for rather than set: each set tooltip would close and open the one that is shown. */
static gboolean
galley_progress_strip_query_tooltip (GtkWidget *widget,
                                     int x,
                                     int y,
                                     gboolean is_keyboard,
                                     GtkTooltip *tooltip)
{
  g_autofree char *description = describe (GALLEY_PROGRESS_STRIP (widget)->n_with_status);

  gtk_tooltip_set_text (tooltip, description);

  return TRUE;
}

static void
galley_progress_strip_dispose (GObject *object)
{
  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), object);

  G_OBJECT_CLASS (galley_progress_strip_parent_class)->dispose (object);
}

static void
galley_progress_strip_class_init (GalleyProgressStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_progress_strip_dispose;
  widget_class->measure = galley_progress_strip_measure;
  widget_class->snapshot = galley_progress_strip_snapshot;
  widget_class->query_tooltip = galley_progress_strip_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "progressstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
galley_progress_strip_init (GalleyProgressStrip *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_swapped (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                            self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * galley_progress_strip_set_counts:
 * @n_with_status: how many claims have each status; a strip of none is not shown
 */
void
galley_progress_strip_set_counts (GalleyProgressStrip *self,
                                  const guint n_with_status[GALLEY_N_STATUSES])
{
  g_autofree char *description = NULL;
  guint n_all, n_checked;

  g_return_if_fail (GALLEY_IS_PROGRESS_STRIP (self));

  memcpy (self->n_with_status, n_with_status, sizeof self->n_with_status);
  n_all = count_all (self);
  n_checked = n_all - n_with_status[GALLEY_STATUS_PENDING];
  description = describe (n_with_status);

  gtk_widget_set_visible (GTK_WIDGET (self), n_all > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Progress"), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) n_all,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) n_checked,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-chart-view.h"

#include "galley-chart-draw.h"

#include <adwaita.h>

/* Letters of the width at which a chart is comfortable, and at which it can still be read. */
#define NATURAL_EM 48
#define MIN_EM 24

#define POINTS_PER_INCH 72.
#define USUAL_DPI 96.

/**
 * GalleyChartView:
 *
 * A chart on the screen, in the letters and colours of its style. It is as high as its width makes
 * it. A screen reader is told what it shows; the numbers are in the table beside it.
 */
struct _GalleyChartView
{
  GtkWidget parent_instance;

  GalleyChart *chart;
  GalleyChartScene *scene; /* (nullable) as laid out for the width and letters asked for last */
};

G_DEFINE_FINAL_TYPE (GalleyChartView, galley_chart_view, GTK_TYPE_WIDGET)

/* The size of letters, in pixels. */
static double
find_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_units_to_double (pango_font_description_get_size (font));
  double dpi = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  return size * (dpi > 0 ? dpi : USUAL_DPI) / POINTS_PER_INCH;
}

static const GalleyChartScene *
lay_out (GalleyChartView *self, double width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double em = find_em (widget);

  if (self->scene != NULL && self->scene->em == em &&
      self->scene->width == MAX (width, MIN_EM * em))
    return self->scene;

  g_clear_pointer (&self->scene, galley_chart_scene_free);
  self->scene = galley_chart_lay_out (self->chart, MAX (width, MIN_EM * em), em,
                                      gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  return self->scene;
}

static GtkSizeRequestMode
galley_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
galley_chart_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  double em = find_em (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (MIN_EM * em + 0.5);
      *natural = (int) (NATURAL_EM * em + 0.5);
    }
  else
    *minimum = *natural =
        (int) (lay_out (GALLEY_CHART_VIEW (widget), for_size >= 0 ? for_size : NATURAL_EM * em)
                   ->height +
               1);
}

static GalleyChartLook
find_look (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (style))
    return adw_style_manager_get_dark (style) ? GALLEY_CHART_ON_BLACK : GALLEY_CHART_ON_WHITE;

  return adw_style_manager_get_dark (style) ? GALLEY_CHART_ON_DARK : GALLEY_CHART_ON_PAPER;
}

static void
galley_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GalleyChartView *self = GALLEY_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  /* Without it there are no words; the table has them all. */
  if (!galley_drawing_load (/* error= */ NULL))
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  galley_chart_draw (lay_out (self, width), cr, gtk_widget_get_pango_context (widget),
                     /* family= */ NULL, galley_chart_get_palette (find_look ()));
  cairo_destroy (cr);
}

static void
forget_scene (GalleyChartView *self)
{
  g_clear_pointer (&self->scene, galley_chart_scene_free);
}

static void
galley_chart_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  forget_scene (GALLEY_CHART_VIEW (widget));
  GTK_WIDGET_CLASS (galley_chart_view_parent_class)->direction_changed (widget, previous);
}

static void
galley_chart_view_dispose (GObject *object)
{
  GalleyChartView *self = GALLEY_CHART_VIEW (object);

  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), self);
  forget_scene (self);
  g_clear_pointer (&self->chart, galley_chart_unref);

  G_OBJECT_CLASS (galley_chart_view_parent_class)->dispose (object);
}

static void
galley_chart_view_class_init (GalleyChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_chart_view_dispose;
  widget_class->get_request_mode = galley_chart_view_get_request_mode;
  widget_class->measure = galley_chart_view_measure;
  widget_class->snapshot = galley_chart_view_snapshot;
  widget_class->direction_changed = galley_chart_view_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
galley_chart_view_init (GalleyChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_swapped (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                            self);
}

/**
 * galley_chart_view_new:
 * @chart: what it shows
 *
 * Returns: (transfer floating): the chart
 */
GtkWidget *
galley_chart_view_new (GalleyChart *chart)
{
  GalleyChartView *self = g_object_new (GALLEY_TYPE_CHART_VIEW, NULL);

  self->chart = galley_chart_ref (chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  chart->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, chart->summary,
                                  -1);

  return GTK_WIDGET (self);
}

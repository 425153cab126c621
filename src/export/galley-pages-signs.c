/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pages-private.h"

/* A status is a line, a bar or a frame of its own kind, and only then a colour: solid is confirmed,
 * dashed is pending, wavy or double is disputed. */

#define STATUS_THICKNESS 0.9
#define START_THICKNESS 1.2
#define WAVE_LENGTH 4.
#define WAVE_HEIGHT 1.

/**
 * galley_pages_set_color:
 *
 * Sets the colour of words that tell no status.
 */
void
galley_pages_set_color (cairo_t *cr, gboolean is_soft)
{
  double shade = is_soft ? 0.3 : 0;

  galley_drawing.cairo_set_source_rgb (cr, shade, shade, shade);
}

/**
 * galley_pages_set_status_color:
 *
 * Sets the colour of a sign, dark enough to be read.
 */
void
galley_pages_set_status_color (cairo_t *cr, GalleyStatus status)
{
  static const double colors[GALLEY_N_STATUSES][3] = {
    [GALLEY_STATUS_CONFIRMED] = { 0.11, 0.42, 0.24 },
    [GALLEY_STATUS_DISPUTED] = { 0.64, 0.10, 0.18 },
    [GALLEY_STATUS_PENDING] = { 0.49, 0.32, 0.00 },
  };

  galley_drawing.cairo_set_source_rgb (cr, colors[status][0], colors[status][1], colors[status][2]);
}

/**
 * galley_pages_draw_stroke:
 * @y: of its middle
 *
 * Draws a line from left to right in the colour that is set.
 */
void
galley_pages_draw_stroke (cairo_t *cr, double x, double width, double y, double thickness)
{
  galley_drawing.cairo_set_line_width (cr, thickness);
  galley_drawing.cairo_move_to (cr, x, y);
  galley_drawing.cairo_line_to (cr, x + width, y);
  galley_drawing.cairo_stroke (cr);
}

/* Dashes, and waves, stand where they would if the line began at the left edge of the page, so
 * that lines under words that follow each other are one. */
static void
draw_dashes (cairo_t *cr, double x, double width, double y)
{
  static const double dashes[] = { 3, 1.8 };

  galley_drawing.cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), x);
  galley_pages_draw_stroke (cr, x, width, y, STATUS_THICKNESS);
  galley_drawing.cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_wave (cairo_t *cr, double x, double width, double y)
{
  double step = WAVE_LENGTH / 2;
  guint first = (guint) (x / step), last = (guint) ((x + width) / step);

  galley_drawing.cairo_set_line_width (cr, STATUS_THICKNESS);
  galley_drawing.cairo_move_to (cr, first * step, y);
  for (guint i = first; i < MAX (last, first + 1); i++)
    {
      double peak = i % 2 == 0 ? y - 2 * WAVE_HEIGHT : y + 2 * WAVE_HEIGHT;

      galley_drawing.cairo_curve_to (cr, i * step + step / 3, peak, i * step + 2 * step / 3, peak,
                                     (i + 1) * step, y);
    }
  galley_drawing.cairo_stroke (cr);
}

/**
 * galley_pages_draw_status_line:
 * @x: where the words begin
 * @width: how long they are
 * @y: their baseline
 *
 * Draws the line under words that tells how they stand, each status at a depth of its own, so that
 * words may have all of them.
 */
void
galley_pages_draw_status_line (cairo_t *cr, GalleyStatus status, double x, double width, double y)
{
  galley_pages_set_status_color (cr, status);
  if (status == GALLEY_STATUS_CONFIRMED)
    galley_pages_draw_stroke (cr, x, width, y + 2.2, STATUS_THICKNESS);
  else if (status == GALLEY_STATUS_PENDING)
    draw_dashes (cr, x, width, y + 3.8);
  else
    draw_wave (cr, x, width, y + 3);
}

/**
 * galley_pages_draw_start:
 * @x: where the words begin
 * @y: their baseline
 *
 * Draws a stroke across the lines under words, where a claim begins within another.
 */
void
galley_pages_draw_start (cairo_t *cr, double x, double y)
{
  galley_pages_set_color (cr, /* is_soft= */ FALSE);
  galley_drawing.cairo_set_line_width (cr, START_THICKNESS);
  galley_drawing.cairo_move_to (cr, x, y + 0.6);
  galley_drawing.cairo_line_to (cr, x, y + 5.4);
  galley_drawing.cairo_stroke (cr);
}

/**
 * galley_pages_draw_bar:
 * @status: a #GalleyStatus, or %GALLEY_PAGES_PLAIN_BAR
 *
 * Draws the bar beside an entry.
 */
void
galley_pages_draw_bar (cairo_t *cr, gint status, double x, double y, double height)
{
  static const double dashes[] = { 5, 3 };

  if (status >= 0)
    galley_pages_set_status_color (cr, (GalleyStatus) status);
  else
    galley_drawing.cairo_set_source_rgb (cr, 0.7, 0.7, 0.7);
  if (status == GALLEY_STATUS_PENDING)
    galley_drawing.cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), y);

  galley_drawing.cairo_set_line_width (cr, status == GALLEY_STATUS_DISPUTED ? 1 : 2);
  for (guint i = 0; i < (status == GALLEY_STATUS_DISPUTED ? 2 : 1); i++)
    {
      galley_drawing.cairo_move_to (cr, x + 2.5 * i, y);
      galley_drawing.cairo_line_to (cr, x + 2.5 * i, y + height);
      galley_drawing.cairo_stroke (cr);
    }
  galley_drawing.cairo_set_dash (cr, NULL, 0, 0);
}

/**
 * galley_pages_draw_frame:
 *
 * Draws the frame around the sign of a claim in the margin.
 */
void
galley_pages_draw_frame (cairo_t *cr,
                         GalleyStatus status,
                         double x,
                         double y,
                         double width,
                         double height)
{
  static const double dashes[] = { 2, 1.4 };

  galley_pages_set_status_color (cr, status);
  if (status == GALLEY_STATUS_PENDING)
    galley_drawing.cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  galley_drawing.cairo_set_line_width (cr, 0.6);
  galley_drawing.cairo_rectangle (cr, x, y, width, height);
  if (status == GALLEY_STATUS_DISPUTED)
    galley_drawing.cairo_rectangle (cr, x - 1.4, y - 1.4, width + 2.8, height + 2.8);
  galley_drawing.cairo_stroke (cr);
  galley_drawing.cairo_set_dash (cr, NULL, 0, 0);
}

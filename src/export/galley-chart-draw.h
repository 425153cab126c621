/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-chart-scene.h"
#include "galley-drawing.h"

G_BEGIN_DECLS

/**
 * GalleyChartLook:
 * @GALLEY_CHART_ON_PAPER: on white, as on paper
 * @GALLEY_CHART_ON_DARK: on a dark ground
 * @GALLEY_CHART_ON_WHITE: on white, with as much contrast as there can be
 * @GALLEY_CHART_ON_BLACK: on a dark ground, likewise
 */
typedef enum
{
  GALLEY_CHART_ON_PAPER,
  GALLEY_CHART_ON_DARK,
  GALLEY_CHART_ON_WHITE,
  GALLEY_CHART_ON_BLACK,
} GalleyChartLook;
#define GALLEY_N_CHART_LOOKS (GALLEY_CHART_ON_BLACK + 1)

/**
 * GalleyChartPalette:
 * @inks: colours of words and lines, as red, green and blue from 0 to 1
 * @fills: colours of areas, at a contrast of 3:1 and more with the ground
 */
typedef struct
{
  double inks[GALLEY_N_CHART_INKS][3];
  double fills[GALLEY_N_CHART_FILLS][3];
} GalleyChartPalette;

const GalleyChartPalette *galley_chart_get_palette (GalleyChartLook look);

void galley_chart_draw (const GalleyChartScene *scene,
                        cairo_t *cr,
                        PangoContext *context,
                        const char *family,
                        const GalleyChartPalette *palette);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-drawing.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

GalleyDrawing galley_drawing;

#define ENTRY(name) GALLEY_LATE_ENTRY (galley_drawing, name)

static const GalleyLateFunction cairo_functions[] = { GALLEY_CAIRO_FUNCTIONS (ENTRY) };
static const GalleyLateFunction pango_functions[] = { GALLEY_PANGO_FUNCTIONS (ENTRY) };
static const GalleyLateFunction pango_cairo_functions[] = { GALLEY_PANGO_CAIRO_FUNCTIONS (ENTRY) };
static const GalleyLateFunction fontconfig_functions[] = { GALLEY_FONTCONFIG_FUNCTIONS (ENTRY) };

static GalleyLate lates[] = {
  GALLEY_LATE_INIT ("libcairo.so.2", cairo_functions),
  GALLEY_LATE_INIT ("libpango-1.0.so.0", pango_functions),
  GALLEY_LATE_INIT ("libpangocairo-1.0.so.0", pango_cairo_functions),
  GALLEY_LATE_INIT ("libfontconfig.so.1", fontconfig_functions),
};

/* Pango ends the program when it looks for a font and there is none. */
static gboolean
has_fonts (void)
{
  static const FcSetName sets[] = { FcSetSystem, FcSetApplication };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      FcFontSet *fonts = galley_drawing.FcConfigGetFonts (/* config= */ NULL, sets[i]);

      if (fonts != NULL && fonts->nfont > 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * galley_drawing_load:
 * @error: (out) (optional): %G_IO_ERROR_NOT_FOUND
 *
 * Loads what sets and draws pages unless it is loaded.
 *
 * Returns: whether it is there, and any font
 */
gboolean
galley_drawing_load (GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (lates); i++)
    if (!galley_late_load (&lates[i], error))
      return FALSE;

  if (has_fonts ())
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _ ("No fonts are installed to set pages in"));
  return FALSE;
}

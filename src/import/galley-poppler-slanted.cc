/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-poppler-slanted.hh"

#include <GfxState.h>
#include <cmath>

/* What is drawn across a page at a slant, as watermarks are. Poppler knows lines that lie or stand
 * on end only, and takes each letter of these for a line between those of the text. Here they make
 * lines of their own, which are said to stand on end. */

#define MIN_SLOPE 0.3   /* less is what a scanner does to a page */
#define SPACE_EMS 0.2   /* a gap that is a space */
#define MAX_GAP_EMS 1.5 /* within a line */

/* Whether what is drawn lies at a slant, whichever way. Asked for each letter. */
bool
galley_poppler_is_slanted (GfxState *state)
{
  const auto &text = state->getTextMat ();
  const auto &page = state->getCTM ();
  const double x = std::fabs (text[0] * page[0] + text[1] * page[2]);
  const double y = std::fabs (text[0] * page[1] + text[1] * page[3]);

  return MIN (x, y) > MIN_SLOPE * MAX (x, y);
}

static void
add_sign (GArray *glyphs, gunichar sign)
{
  const GalleyPopplerGlyph glyph = { { 0, 0, 0, 0 }, NULL, 0, sign, 0, 0, FALSE };

  g_array_append_val (glyphs, glyph);
}

/* How far the letters at @x and @y are from where the last one ended. */
static double
measure_gap (const GArray *glyphs, double x, double y)
{
  const GalleyPopplerGlyph *last = &g_array_index (glyphs, GalleyPopplerGlyph, glyphs->len - 1);

  return std::hypot (x - last->box.right, y - last->box.bottom);
}

/* Adds letters that are drawn to @glyphs, which are nothing but such letters; @x to @dy as poppler
 * gives them. The lower right corner of each box is where its letters end, until the line does. */
void
galley_poppler_add_slanted (GArray *glyphs,
                            GfxState *state,
                            double x,
                            double y,
                            double dx,
                            double dy,
                            const unsigned int *letters,
                            int n_letters)
{
  double xx, yx, xy, yy, left, top, width, height, size;

  state->getFontTransMat (&xx, &yx, &xy, &yy);
  state->transform (x, y, &left, &top);
  state->transformDelta (dx, dy, &width, &height);
  size = std::hypot (xy, yy);
  if (glyphs->len > 0)
    {
      double gap = measure_gap (glyphs, left, top);

      if (gap > MAX_GAP_EMS * size)
        add_sign (glyphs, '\n');
      else if (gap > SPACE_EMS * size)
        add_sign (glyphs, ' ');
    }

  for (int i = 0; i < n_letters; i++)
    {
      const GalleyPopplerGlyph glyph = {
        { left, top, left + width, top + height }, NULL, size, letters[i], G_MAXUINT, 1, FALSE
      };

      g_array_append_val (glyphs, glyph);
    }
}

/* Gives each letter the box of its line. */
void
galley_poppler_settle_slanted (GArray *glyphs)
{
  for (guint start = 0, end; start < glyphs->len; start = end)
    {
      GalleyPopplerBox whole = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

      for (end = start; end < glyphs->len; end++)
        {
          const GalleyPopplerGlyph *glyph = &g_array_index (glyphs, GalleyPopplerGlyph, end);

          if (glyph->character == '\n' && end > start)
            break;
          if (glyph->size > 0)
            whole = { fmin (whole.left, fmin (glyph->box.left, glyph->box.right)),
                      fmin (whole.top, fmin (glyph->box.top, glyph->box.bottom)),
                      fmax (whole.right, fmax (glyph->box.left, glyph->box.right)),
                      fmax (whole.bottom, fmax (glyph->box.top, glyph->box.bottom)) };
        }
      for (guint i = start; i < end; i++)
        if (g_array_index (glyphs, GalleyPopplerGlyph, i).size > 0)
          g_array_index (glyphs, GalleyPopplerGlyph, i).box = whole;
    }
}

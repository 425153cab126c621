/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-look.h"

#include <math.h>

static double
get_linear (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *colour)
{
  return 0.2126 * get_linear (colour->red) + 0.7152 * get_linear (colour->green) +
         0.0722 * get_linear (colour->blue);
}

/* As WCAG 2 defines it. */
static double
get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double x = get_luminance (a), y = get_luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

/* What is seen of @below through @veil. */
static GdkRGBA
look_through (const GdkRGBA *veil, const GdkRGBA *below)
{
  float rest = 1 - veil->alpha;

  return (GdkRGBA){ .red = veil->red * veil->alpha + below->red * rest,
                    .green = veil->green * veil->alpha + below->green * rest,
                    .blue = veil->blue * veil->alpha + below->blue * rest,
                    .alpha = 1 };
}

/* Words stay readable where the veil of a note lies on them, and differ from those without. */
static void
check_veil (const GalleyLook *look, const GdkRGBA *below, double for_words)
{
  GdkRGBA paper = look_through (&look->note_veil, below);
  GdkRGBA ink = look_through (&look->note_veil, &look->ink);

  g_assert_cmpfloat (get_contrast (&ink, &paper), >=, for_words);
  g_assert_cmpfloat (get_contrast (below, &paper), >=, 1.2);
}

static void
check_look (const GalleyLook *look, double for_words, double for_lines)
{
  g_assert_cmpfloat (get_contrast (&look->ink, &look->paper), >=, for_words);
  g_assert_cmpfloat (get_contrast (&look->ink, &look->uncovered), >=, for_words);
  g_assert_cmpfloat (get_contrast (&look->faint_ink, &look->paper), >=, for_words);
  g_assert_cmpfloat (get_contrast (&look->suggestion, &look->paper), >=, for_lines);
  g_assert_cmpfloat (get_contrast (&look->dismissed, &look->paper), >=, for_lines);
  g_assert_cmpfloat (get_contrast (&look->uncovered_line, &look->uncovered), >=, for_lines);
  g_assert_cmpfloat (get_contrast (&look->outline, &look->paper), >=, for_lines);
  g_assert_cmpfloat (get_contrast (&look->note, &look->paper), >=, for_lines);
  g_assert_cmpfloat (get_contrast (&look->link, &look->paper), >=, for_words);
  g_assert_cmpfloat (get_contrast (&look->link, &look->uncovered), >=, for_words);
  check_veil (look, &look->paper, for_words);

  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    {
      g_assert_cmpfloat (get_contrast (&look->ink, &look->tint[i]), >=, for_words);
      g_assert_cmpfloat (get_contrast (&look->ink, &look->deep_tint[i]), >=, for_words);
      g_assert_cmpfloat (get_contrast (&look->link, &look->tint[i]), >=, for_words);
      g_assert_cmpfloat (get_contrast (&look->link, &look->deep_tint[i]), >=, for_words);
      check_veil (look, &look->tint[i], for_words);
      check_veil (look, &look->deep_tint[i], for_words);
      g_assert_cmpfloat (get_contrast (&look->line[i], &look->paper), >=, for_lines);
      g_assert_cmpfloat (get_contrast (&look->line[i], &look->tint[i]), >=, for_lines);
      g_assert_cmpfloat (get_contrast (&look->line[i], &look->deep_tint[i]), >=, for_lines);
      g_assert_cmpfloat (get_contrast (&look->badge_ink, &look->line[i]), >=, for_lines);
    }
}

static void
test_contrast (void)
{
  for (gboolean is_dark = FALSE; is_dark <= TRUE; is_dark++)
    {
      check_look (galley_look_get (is_dark, FALSE), 4.5, 3);
      check_look (galley_look_get (is_dark, TRUE), 7, 4.5);
    }
}

static void
test_looks_differ (void)
{
  g_assert_true (galley_look_get (FALSE, FALSE) != galley_look_get (TRUE, FALSE));
  g_assert_true (galley_look_get (FALSE, TRUE) != galley_look_get (TRUE, TRUE));
  g_assert_true (galley_look_get (FALSE, FALSE) != galley_look_get (FALSE, TRUE));
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    for (guint k = 0; k < i; k++)
      {
        g_assert_cmpstr (galley_look_get_icon_name (i), !=, galley_look_get_icon_name (k));
        g_assert_cmpstr (galley_look_get_css_class (i), !=, galley_look_get_css_class (k));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/look/contrast", test_contrast);
  g_test_add_func ("/look/looks-differ", test_looks_differ);

  return g_test_run ();
}

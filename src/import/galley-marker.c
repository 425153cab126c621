/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-marker.h"

#include <string.h>

/* Which lines are items of a list. A bullet always makes one. A dash or an asterisk may as well be
 * a stray sign, a footnote or a speech, and "1." a year of a reign or a football club, so these
 * need company:
 *
 * - a dash or an asterisk needs another of its kind before or after it, with nothing but its own
 *   lines between them; the long dashes even in the next line, because in many languages a long
 *   dash opens each paragraph of a conversation; or an item right above it that is set in less;
 * - an ordinal needs the one before or after it anywhere in the text, counted in the same way,
 *   because items may be of many paragraphs. */

#define EN_DASH 0x2013
#define EM_DASH 0x2014
#define HORIZONTAL_BAR 0x2015

static const gunichar bullets[] = {
  0x2022, 0x2023, 0x25E6, 0x25AA, 0x25AB, 0x25CF, 0x25CB, 0x25A0, 0x25A1, 0x25C6, 0x25C7,
  0x25BA, 0x25B8, 0x25B6, 0x27A2, 0x27A4, 0x2713, 0x2714, 0x2717, 0x2718, 0x2043, 0x2219,
};

static const gunichar dashes[] = { '-',    '*',    '+',     0xB7,    0x2010,
                                   0x2011, 0x2212, EN_DASH, EM_DASH, HORIZONTAL_BAR };

static gboolean
is_among (gunichar sign, const gunichar *signs, guint n_signs)
{
  for (guint i = 0; i < n_signs; i++)
    if (signs[i] == sign)
      return TRUE;

  return FALSE;
}

/**
 * galley_marker_is_dash:
 *
 * Returns: whether @sign is a dash, long or short
 */
gboolean
galley_marker_is_dash (gunichar sign)
{
  return sign == '-' || (sign >= 0x2010 && sign <= HORIZONTAL_BAR) || sign == 0x2212;
}

/* Whether white space or nothing follows the first @n_bytes of @line. */
static gboolean
is_set_off (const GalleyLine *line, guint n_bytes)
{
  return n_bytes < line->length_bytes &&
         galley_line_is_space (g_utf8_get_char (line->text + n_bytes));
}

static gboolean
parse_ordinal (const GalleyLine *line, GalleyMarker *marker)
{
  const char *p = line->text, *end = line->text + MIN (line->length_bytes, 6);
  gboolean bracketed = *p == '(';

  if (bracketed)
    p++;
  if (p < end && g_ascii_isdigit (*p))
    {
      const char *first = p;

      for (; p < end && p - first < 3 && g_ascii_isdigit (*p); p++)
        marker->value = marker->value * 10 + (*p - '0');
      marker->sign = '1';
    }
  else if (p < end && g_ascii_isalpha (*p))
    {
      marker->sign = g_ascii_islower (*p) ? 'a' : 'A';
      marker->value = *p++ - marker->sign + 1;
    }
  else
    return FALSE;

  if (p == end || (*p != ')' && (bracketed || *p != '.')))
    return FALSE;

  marker->stop = bracketed ? '(' : *p;
  marker->length_bytes = p + 1 - line->text;
  marker->kind = GALLEY_MARKER_ORDINAL;
  return is_set_off (line, marker->length_bytes);
}

static GalleyMarker
parse (const GalleyLine *line)
{
  GalleyMarker marker = { GALLEY_MARKER_NONE };
  gunichar sign = g_utf8_get_char (line->text);
  guint n_bytes = g_utf8_next_char (line->text) - line->text;

  if (g_ascii_isalnum (*line->text) || *line->text == '(')
    return parse_ordinal (line, &marker) ? marker : (GalleyMarker){ GALLEY_MARKER_NONE };
  while (sign == '-' && n_bytes < 3 && n_bytes < line->length_bytes && line->text[n_bytes] == '-')
    n_bytes++;
  if (!is_set_off (line, n_bytes))
    return marker;

  marker.sign = sign;
  marker.length_bytes = n_bytes;
  if (is_among (sign, bullets, G_N_ELEMENTS (bullets)))
    {
      marker.kind = GALLEY_MARKER_BULLET;
      marker.is_item = TRUE;
    }
  else if (is_among (sign, dashes, G_N_ELEMENTS (dashes)))
    marker.kind = GALLEY_MARKER_DASH;

  return marker;
}

/* What was seen of the list that goes on, if one does. */
typedef struct
{
  GArray *lines;                           /* (element-type GalleyLine) */
  GArray *markers;                         /* (element-type GalleyMarker) */
  gint last;                               /* the last line with a bullet or a dash, or -1 */
  gint last_dashes[G_N_ELEMENTS (dashes)]; /* the same for each dash */
} Run;

static void
start_run (Run *run)
{
  run->last = -1;
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    run->last_dashes[i] = -1;
}

static const GalleyLine *
get_line (Run *run, guint index)
{
  return &g_array_index (run->lines, GalleyLine, index);
}

static void
accept (Run *run, guint a, guint b)
{
  g_array_index (run->markers, GalleyMarker, a).is_item = TRUE;
  g_array_index (run->markers, GalleyMarker, b).is_item = TRUE;
}

/* Accepts the dash at @index if it has company, and what keeps it company. */
static void
join_dash (Run *run, guint index)
{
  const GalleyLine *line = get_line (run, index);
  gunichar sign = g_array_index (run->markers, GalleyMarker, index).sign;
  gboolean is_long = sign >= EN_DASH && sign <= HORIZONTAL_BAR;
  guint k = 0;

  while (k + 1 < G_N_ELEMENTS (dashes) && dashes[k] != sign)
    k++;
  if (run->last_dashes[k] >= 0 && !(is_long && line->after_blank))
    accept (run, run->last_dashes[k], index);
  else if (run->last >= 0 && !line->after_blank && line->indent > get_line (run, run->last)->indent)
    accept (run, run->last, index);
  run->last_dashes[k] = index;
}

/* The last ordinal that was seen of each way to count: '1', 'a' or 'A' with '.', ')' or '('. */
typedef struct
{
  GalleyMarker *last[3][3];
} Counters;

static void
join_ordinals (Counters *counters, GalleyMarker *marker)
{
  guint sign = marker->sign == '1' ? 0 : marker->sign == 'a' ? 1 : 2;
  guint stop = marker->stop == '.' ? 0 : marker->stop == ')' ? 1 : 2;
  GalleyMarker *last = counters->last[sign][stop];

  if (last != NULL && marker->value == last->value + 1)
    last->is_item = marker->is_item = TRUE;
  if (marker->value == 1 || marker->is_item)
    counters->last[sign][stop] = marker;
}

/**
 * galley_markers_find:
 * @lines: (element-type GalleyLine): the lines of a text
 *
 * Finds the markers that lines begin with, and which of them are items of lists.
 *
 * Returns: (transfer full) (element-type GalleyMarker): a marker for each line
 */
GArray *
galley_markers_find (GArray *lines)
{
  GArray *markers = g_array_sized_new (FALSE, FALSE, sizeof (GalleyMarker), lines->len);
  Counters counters = { { { NULL } } };
  Run run = { .lines = lines, .markers = markers };

  start_run (&run);
  g_array_set_size (markers, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const GalleyLine *line = &g_array_index (lines, GalleyLine, i);
      GalleyMarker *marker = &g_array_index (markers, GalleyMarker, i);

      *marker = parse (line);
      if (marker->kind == GALLEY_MARKER_ORDINAL)
        join_ordinals (&counters, marker);
      else if (marker->kind == GALLEY_MARKER_DASH)
        join_dash (&run, i);
      else if (marker->kind == GALLEY_MARKER_NONE && line->after_blank)
        start_run (&run);
      if (marker->kind == GALLEY_MARKER_DASH || marker->kind == GALLEY_MARKER_BULLET)
        run.last = i;
    }

  return markers;
}

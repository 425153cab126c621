/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-direction.h"

#include "galley-pdf-script.h"

#include <string.h>

/* The order in which a line is read that has letters of Hebrew, Arabic and their like in it. On the
 * page only the places of characters are sure, so that the order is told from these: the reverse of
 * the Unicode Bidirectional Algorithm (UAX #9), with what a line of print needs of it. Characters
 * are taken from left to right and given levels; those that run to the left within the line are
 * turned round, and numbers and foreign words in these once more. Where two orders look the same,
 * a number belongs to the foreign word on its left. */

#define SPACE_EMS 0.15 /* the gap that is a space */

typedef enum
{
  KIND_NEUTRAL,
  KIND_LEFT,   /* a letter of a script that runs to the left */
  KIND_RIGHT,  /* of one that runs to the right */
  KIND_NUMBER, /* runs to the right wherever it stands */
  KIND_SIGN,   /* goes with a number that it touches */
  KIND_POINT,  /* stands within numbers */
} Kind;

/* The characters of a line as they stand from left to right, and where each mark above or below
 * them belongs. */
typedef struct
{
  GArray *glyphs; /* (element-type GalleyPopplerGlyph) */
  GArray *marks;  /* (element-type GalleyPopplerGlyph) */
  guint8 *kinds;
  guint8 *levels;
} Line;

static Kind
find_kind (gunichar character)
{
  static const gunichar signs[] = { '%', '#', '$', 0xA2, 0xA3, 0xA5, 0xB0, 0x2030, 0x20AA, 0x20AC };
  static const gunichar points[] = { '.', ',', ':', '/', '-', '+', 0x2013, 0x2212, 0x66B, 0x66C };

  if (g_unichar_isdigit (character))
    return KIND_NUMBER;
  if (galley_pdf_script_runs_left (character))
    return KIND_LEFT;
  if (g_unichar_isalpha (character))
    return KIND_RIGHT;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i] == character)
      return KIND_SIGN;
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    if (points[i] == character)
      return KIND_POINT;

  return KIND_NEUTRAL;
}

/* Where a character begins along its line, seen from the line's left end. */
static double
find_start (const GalleyPopplerGlyph *glyph)
{
  const GalleyPopplerBox *box = &glyph->box;
  const double starts[] = { box->left, box->top, -box->right, -box->bottom };

  return starts[glyph->rotation % 4];
}

static double
find_end (const GalleyPopplerGlyph *glyph)
{
  const GalleyPopplerBox *box = &glyph->box;
  const double ends[] = { box->right, box->bottom, -box->left, -box->top };

  return ends[glyph->rotation % 4];
}

static double
find_middle (const GalleyPopplerGlyph *glyph)
{
  return (find_start (glyph) + find_end (glyph)) / 2;
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  double first = find_middle (a), second = find_middle (b);

  return first < second ? -1 : first > second;
}

static const GalleyPopplerGlyph *
get_glyph (const GArray *glyphs, guint i)
{
  return &g_array_index (glyphs, GalleyPopplerGlyph, i);
}

/* Puts the characters from left to right, with a space in each gap. */
static void
lay_out (Line *line, const GalleyPopplerGlyph *glyphs, guint n_glyphs)
{
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (GalleyPopplerGlyph));

  for (guint i = 0; i < n_glyphs; i++)
    {
      GalleyPopplerGlyph glyph = glyphs[i];

      glyph.is_arranged = TRUE;
      if (g_unichar_isspace (glyph.character))
        continue;
      g_array_append_val (g_unichar_ismark (glyph.character) ? line->marks : placed, glyph);
    }

  g_array_sort (placed, compare_places);
  for (guint i = 0; i < placed->len; i++)
    {
      GalleyPopplerGlyph glyph = *get_glyph (placed, i);
      const GalleyPopplerGlyph space = { .character = ' ', .is_arranged = TRUE };

      if (i > 0 &&
          find_start (&glyph) - find_end (get_glyph (placed, i - 1)) > SPACE_EMS * glyph.size)
        g_array_append_val (line->glyphs, space);
      g_array_append_val (line->glyphs, glyph);
    }
}

/* What signs and points are by what is around them. */
static void
resolve_kinds (Line *line)
{
  const guint n = line->glyphs->len;
  guint8 *kinds = line->kinds;

  for (guint i = 0; i < n; i++)
    kinds[i] = find_kind (get_glyph (line->glyphs, i)->character);
  for (guint i = 0; i < n; i++)
    if (kinds[i] == KIND_POINT)
      kinds[i] = i > 0 && i + 1 < n && kinds[i - 1] == KIND_NUMBER && kinds[i + 1] == KIND_NUMBER
                     ? KIND_NUMBER
                     : KIND_NEUTRAL;
  for (guint i = 0; i < n; i++)
    if (kinds[i] == KIND_SIGN &&
        ((i > 0 && kinds[i - 1] == KIND_NUMBER) || (i + 1 < n && kinds[i + 1] == KIND_NUMBER)))
      kinds[i] = KIND_NUMBER;
    else if (kinds[i] == KIND_SIGN)
      kinds[i] = KIND_NEUTRAL;
}

/* Levels within a line that runs to the left: what is between two foreign words, or such a word and
 * the number on its right, runs with them. */
static void
level_left (Line *line)
{
  const guint n = line->glyphs->len;

  for (guint i = 0; i < n; i++)
    line->levels[i] = line->kinds[i] == KIND_RIGHT || line->kinds[i] == KIND_NUMBER ? 2 : 1;
  for (guint i = 0, end; i < n; i = end)
    {
      gboolean is_foreign = FALSE;

      for (end = i; end < n && line->levels[end] == 2; end++)
        is_foreign |= line->kinds[end] == KIND_RIGHT;
      while (is_foreign)
        {
          guint next = end;

          while (next < n && line->kinds[next] == KIND_NEUTRAL)
            next++;
          if (next == n || line->levels[next] != 2)
            break;
          while (end < next || (end < n && line->levels[end] == 2))
            line->levels[end++] = 2;
        }
      end = MAX (end, i + 1);
    }
}

/* Levels within a line that runs to the right: from one word that runs to the left to the next. */
static void
level_right (Line *line)
{
  const guint n = line->glyphs->len;
  guint last = n;

  for (guint i = 0; i < n; i++)
    {
      if (line->kinds[i] == KIND_RIGHT)
        last = n;
      if (line->kinds[i] != KIND_LEFT)
        continue;
      for (guint k = last < n ? last : i; k <= i; k++)
        line->levels[k] = line->kinds[k] == KIND_NUMBER ? 2 : 1;
      last = i;
    }
}

/* Whether the line is one that runs to the left. So does one of foreign words if the point at its
 * end stands at its left. */
static gboolean
is_leftward (const Line *line, gboolean runs_left)
{
  gunichar first = line->glyphs->len > 0 ? get_glyph (line->glyphs, 0)->character : 0;
  guint n_left = 0, n_right = 0;

  for (guint i = 0; i < line->glyphs->len; i++)
    {
      n_left += line->kinds[i] == KIND_LEFT;
      n_right += line->kinds[i] == KIND_RIGHT;
    }

  if (n_left == 0)
    return first != 0 && first < 0x80 && strchr (".,:;!?", first) != NULL;
  return runs_left || n_left > n_right;
}

static void
turn (Line *line, guint start, guint end)
{
  for (; start + 1 < end; start++, end--)
    {
      GalleyPopplerGlyph glyph = *get_glyph (line->glyphs, start);
      guint8 level = line->levels[start];

      g_array_index (line->glyphs, GalleyPopplerGlyph, start) = *get_glyph (line->glyphs, end - 1);
      g_array_index (line->glyphs, GalleyPopplerGlyph, end - 1) = glyph;
      line->levels[start] = line->levels[end - 1];
      line->levels[end - 1] = level;
    }
}

static void
turn_levels (Line *line)
{
  for (guint8 level = 2; level > 0; level--)
    for (guint i = 0, end; i < line->glyphs->len; i = end)
      {
        for (end = i; end < line->glyphs->len && line->levels[end] >= level; end++)
          ;
        turn (line, i, end);
        end = MAX (end, i + 1);
      }
}

/* Some programs state brackets as they look and not as they are meant: then what runs to the left
 * closes brackets before it opens them. */
static void
mend_brackets (Line *line)
{
  guint n_open = 0;
  gboolean is_closed_first = FALSE;

  for (guint i = 0; i < line->glyphs->len; i++)
    {
      gunichar character = get_glyph (line->glyphs, i)->character;

      if (line->levels[i] != 1)
        continue;
      if (character == '(' || character == '[')
        n_open++;
      else if ((character == ')' || character == ']') && n_open > 0)
        n_open--;
      else if (character == ')' || character == ']')
        is_closed_first = TRUE;
    }

  for (guint i = 0; i < line->glyphs->len && is_closed_first && n_open > 0; i++)
    {
      GalleyPopplerGlyph *glyph = &g_array_index (line->glyphs, GalleyPopplerGlyph, i);

      if (line->levels[i] == 1)
        g_unichar_get_mirror_char (glyph->character, &glyph->character);
    }
}

/* Puts each mark behind the character that it stands nearest to, after the marks that it has. */
static void
put_marks (Line *line)
{
  for (guint i = 0; i < line->marks->len; i++)
    {
      const GalleyPopplerGlyph *mark = get_glyph (line->marks, i);
      guint best = line->glyphs->len;
      double nearest = G_MAXDOUBLE;

      for (guint k = 0; k < line->glyphs->len; k++)
        {
          const GalleyPopplerGlyph *glyph = get_glyph (line->glyphs, k);
          double distance = ABS (find_middle (glyph) - find_middle (mark));

          if (glyph->font != NULL && !g_unichar_ismark (glyph->character) && distance < nearest)
            {
              nearest = distance;
              best = k + 1;
            }
        }
      while (best < line->glyphs->len &&
             g_unichar_ismark (get_glyph (line->glyphs, best)->character))
        best++;
      g_array_insert_vals (line->glyphs, best, mark, 1);
    }
}

/* Appends the characters of a line to @target in the order in which they are read. */
static void
arrange_line (GArray *target, const GalleyPopplerGlyph *glyphs, guint n_glyphs, gboolean runs_left)
{
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (GalleyPopplerGlyph));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (GalleyPopplerGlyph));
  g_autofree guint8 *kinds = g_new0 (guint8, n_glyphs * 2 + 1);
  g_autofree guint8 *levels = g_new0 (guint8, n_glyphs * 2 + 1);
  Line line = { placed, marks, kinds, levels };
  gboolean is_turned = runs_left;

  for (guint i = 0; i < n_glyphs; i++)
    is_turned = is_turned || galley_pdf_script_runs_left (glyphs[i].character);
  if (!is_turned)
    {
      g_array_append_vals (target, glyphs, n_glyphs);
      return;
    }

  lay_out (&line, glyphs, n_glyphs);
  resolve_kinds (&line);
  if (is_leftward (&line, runs_left))
    level_left (&line);
  else
    level_right (&line);
  turn_levels (&line);
  mend_brackets (&line);
  put_marks (&line);
  g_array_append_vals (target, placed->data, placed->len);
}

static gboolean
has_most_to_left (const GArray *glyphs)
{
  guint n_left = 0, n_right = 0;

  for (guint i = 0; i < glyphs->len; i++)
    {
      Kind kind = find_kind (get_glyph (glyphs, i)->character);

      n_left += kind == KIND_LEFT;
      n_right += kind == KIND_RIGHT;
    }

  return n_left > n_right;
}

/**
 * galley_pdf_direction_is_there:
 * @glyphs: (element-type GalleyPopplerGlyph): the characters of a page
 *
 * Returns: whether any of them runs from right to left
 */
gboolean
galley_pdf_direction_is_there (const GArray *glyphs)
{
  for (guint i = 0; i < glyphs->len; i++)
    if (galley_pdf_script_runs_left (get_glyph (glyphs, i)->character))
      return TRUE;

  return FALSE;
}

/**
 * galley_pdf_direction_arrange:
 * @glyphs: (inout) (element-type GalleyPopplerGlyph): the characters of a page, by lines
 *
 * Puts the characters of each line that has some which run from right to left, and of all lines of
 * a page where most do, into the order in which they are read.
 */
void
galley_pdf_direction_arrange (GArray *glyphs)
{
  gboolean runs_left = has_most_to_left (glyphs);
  g_autoptr (GArray) target =
      g_array_sized_new (FALSE, FALSE, sizeof (GalleyPopplerGlyph), glyphs->len);

  for (guint i = 0, end; i < glyphs->len; i = end + 1)
    {
      for (end = i; end < glyphs->len && get_glyph (glyphs, end)->character != '\n'; end++)
        ;
      arrange_line (target, get_glyph (glyphs, i), end - i, runs_left);
      if (end < glyphs->len)
        g_array_append_vals (target, get_glyph (glyphs, end), 1);
    }

  g_array_set_size (glyphs, 0);
  g_array_append_vals (glyphs, target->data, target->len);
}

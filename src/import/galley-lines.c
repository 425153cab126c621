/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-lines.h"

/* What ends a line: LF, CR, CR LF, NEL, the line separator, and VT, which word processors write for
 * a line break within a paragraph. The paragraph separator and the form feed end a line and count
 * as a blank one after it: nothing goes on across them. */
#define VERTICAL_TAB 0x0B
#define FORM_FEED 0x0C
#define NEXT_LINE 0x85
#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029

#define TAB_COLUMNS 4

/**
 * galley_line_is_space:
 *
 * Returns: whether nothing is seen where @character stands; other than g_unichar_isspace() also of
 *   characters without width, so that a line of nothing else is blank
 */
gboolean
galley_line_is_space (gunichar character)
{
  if (character < 0x80)
    return character == ' ' || (character >= '\t' && character <= '\r');

  return character == NEXT_LINE || character == 0x200B || character == 0x2060 ||
         character == 0xFEFF || g_unichar_isspace (character);
}

static gboolean
ends_line (gunichar character)
{
  return (character >= '\n' && character <= '\r') || character == NEXT_LINE ||
         character == LINE_SEPARATOR || character == PARAGRAPH_SEPARATOR;
}

/* Whether a character that begins with @byte may end a line. */
static gboolean
may_end_line (guchar byte)
{
  return (byte >= '\n' && byte <= '\r') || byte == 0xC2 || byte == 0xE2;
}

/**
 * galley_line_ends_at:
 * @p: a place in UTF-8, which may be within a character
 *
 * Returns: whether a character is there that ends a line; CR LF is one, at its second
 */
gboolean
galley_line_ends_at (const char *p)
{
  return may_end_line (*p) && ends_line (g_utf8_get_char (p)) && (p[0] != '\r' || p[1] != '\n');
}

/* Returns where the line that begins at @p ends. */
static const char *
find_line_end (const char *p, const char *end, guint *out_length)
{
  guint n = 0;

  for (; p < end; p++)
    {
      if (may_end_line (*p) && ends_line (g_utf8_get_char (p)))
        break;
      n += ((guchar) *p & 0xC0) != 0x80;
    }

  *out_length = n;
  return p;
}

/* Leaves the white space out at both ends of a line of @length characters that begins at @start;
 * returns whether anything is left. */
static gboolean
trim_line (GalleyLine *line, const char *p, const char *end, guint start, guint length)
{
  const char *last;

  line->range = (GalleyRange){ start, start + length };
  line->indent = 0;
  for (; p < end && galley_line_is_space (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    {
      line->indent += *p == '\t' ? TAB_COLUMNS - line->indent % TAB_COLUMNS : 1;
      line->range.start++;
    }
  while (end > p && galley_line_is_space (g_utf8_get_char (last = g_utf8_prev_char (end))))
    {
      end = last;
      line->range.end--;
    }
  line->text = p;
  line->length_bytes = end - p;

  return p < end;
}

/**
 * galley_lines_split:
 * @text: a text
 *
 * Returns: (transfer full) (element-type GalleyLine): the lines of @text that are not blank; they
 *   point into it
 */
GArray *
galley_lines_split (GalleyText *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (GalleyLine));
  gsize length_bytes;
  const char *p = galley_text_peek_utf8 (text, &length_bytes);
  const char *end = p + length_bytes;
  GalleyLine line = { NULL, .after_blank = TRUE };
  guint start = 0, length;

  while (p < end)
    {
      const char *line_end = find_line_end (p, end, &length);
      gboolean is_blank = !trim_line (&line, p, line_end, start, length);
      gunichar terminator = line_end < end ? g_utf8_get_char (line_end) : 0;

      if (!is_blank)
        g_array_append_val (lines, line);
      line.after_blank = is_blank || terminator == FORM_FEED || terminator == PARAGRAPH_SEPARATOR;
      start += length;
      p = line_end;
      if (p < end)
        {
          /* The LF of a CR LF is no second line end. */
          guint n = terminator == '\r' && p[1] == '\n' ? 2 : 1;

          p = n == 2 ? p + 2 : g_utf8_next_char (p);
          start += n;
        }
    }

  return lines;
}

/**
 * galley_line_skip:
 * @n_bytes: how many of its first bytes to leave out; whole characters
 *
 * Returns: the rest of @line, without white space before it; empty if nothing is left
 */
GalleyLine
galley_line_skip (const GalleyLine *line, guint n_bytes)
{
  GalleyLine rest = *line;
  const char *end = line->text + line->length_bytes;

  rest.text += n_bytes;
  while (rest.text < end && galley_line_is_space (g_utf8_get_char (rest.text)))
    rest.text = g_utf8_next_char (rest.text);
  rest.length_bytes = end - rest.text;
  rest.range.start += g_utf8_strlen (line->text, rest.text - line->text);

  return rest;
}

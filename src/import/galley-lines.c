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
  gunichar previous = 0;

  for (guint offset = 0; p < end; offset++)
    {
      gunichar character = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      gboolean is_plain = character > ' ' && character < 0x7F; /* most are, and need no look */

      if (!is_plain && ends_line (character))
        {
          if (line.text != NULL)
            g_array_append_val (lines, line);
          /* The LF of a CR LF is no second line end. */
          if (previous != '\r' || character != '\n')
            line.after_blank =
                line.text == NULL || character == FORM_FEED || character == PARAGRAPH_SEPARATOR;
          line = (GalleyLine){ NULL, .after_blank = line.after_blank };
        }
      else if (!is_plain && galley_line_is_space (character))
        {
          if (line.text == NULL)
            line.indent += character == '\t' ? TAB_COLUMNS - line.indent % TAB_COLUMNS : 1;
        }
      else
        {
          if (line.text == NULL)
            {
              line.text = p;
              line.range.start = offset;
            }
          line.length_bytes = next - line.text;
          line.range.end = offset + 1;
        }
      previous = character;
      p = next;
    }
  if (line.text != NULL)
    g_array_append_val (lines, line);

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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-sentence-private.h"

/* A line break may end what is said, or only the line. In text that was wrapped to a width a line
 * ends because the next word did not fit, and nothing else can be read from it. Where the word
 * would have fitted, somebody ended the line on purpose: a heading, an item, an address, verse.
 * The width is the longest line of the paragraph, which ends at a blank line; a tenth is allowed
 * for programs that wrap earlier. */

/* Nobody wraps to fewer characters, unless the lines themselves tell that they run on. */
#define WIDTH_MIN 45
#define WIDTH_MIN_NARROW 25
/* Nobody wraps to more: such lines are paragraphs. */
#define WIDTH_MAX 120

typedef struct
{
  gint32 start; /* without the white space at its ends */
  gint32 end;
  gint32 next; /* the next line */
} Line;

/* What the lines of a paragraph have in common. */
typedef struct
{
  gint32 width;
  gboolean is_prose;   /* whether there is a full stop, at the end or within a line */
  gboolean is_running; /* whether most that follow no stop begin with a small letter, as names and
                          headings do not */
  gboolean is_narrow;  /* whether several do and the width may be small */
} Shape;

static gboolean
is_line_end (UChar c)
{
  return c <= '\r' && (c == '\n' || c == '\r');
}

static Line
read_line (const UChar *text, gint32 length, gint32 at)
{
  Line line = { at, at, at };

  while (line.end < length && !is_line_end (text[line.end]))
    line.end++;
  line.next = line.end;
  if (line.next < length)
    line.next +=
        text[line.next] == '\r' && line.next + 1 < length && text[line.next + 1] == '\n' ? 2 : 1;

  while (line.start < line.end && galley_sentence_is_space (text[line.start]))
    line.start++;
  while (line.end > line.start && galley_sentence_is_space (text[line.end - 1]))
    line.end--;

  return line;
}

static gboolean
ends_with_stop (const UChar *text, Line line)
{
  GalleySentenceState state = { .text = text, .length = line.end };
  gint32 end = line.end;

  while (end > line.start && line.end - end < GALLEY_SENTENCE_REACH &&
         galley_sentence_is_closer (&state, end - 1))
    end--;

  return end > line.start && galley_sentence_is_stop (text[end - 1]);
}

/* Whether a sentence seems to end within the line: a stop behind a small letter, and a space. */
static gboolean
has_inner_stop (const UChar *text, Line line)
{
  for (gint32 i = line.start + 1; i + 1 < line.end; i++)
    if (galley_sentence_is_stop (text[i]) && text[i + 1] == ' ' &&
        galley_sentence_is_lower (text[i - 1]))
      return TRUE;

  return FALSE;
}

/* Whether an item of a list or a quoted message begins the line. A capital with a stop may be an
 * initial that was wrapped. */
static gboolean
begins_item (const UChar *text, Line line)
{
  GalleyListMarker marker;
  UChar c = line.start < line.end ? text[line.start] : 0;
  gboolean is_free = line.start + 1 < line.end && galley_sentence_is_space (text[line.start + 1]);

  if (c == '>' || ((c == '-' || c == '*' || c == '+') && is_free))
    return TRUE;
  if (galley_sentence_parse_marker (text, line.end, line.start, &marker) == line.start)
    return FALSE;

  return !galley_sentence_is_upper (c) || marker.style % 256 != 1;
}

static gboolean
is_wrapped (const UChar *text, Line line, Line next, gint32 width)
{
  gint32 word = next.start;

  while (word < next.end && word - next.start < GALLEY_SENTENCE_REACH &&
         !galley_sentence_is_space (text[word]))
    word++;

  return line.end - line.start + 1 + word - next.start > width - width / 10;
}

static gboolean
goes_on (const UChar *text, Line line, Line next, Shape shape)
{
  GalleySentenceState state = { .text = text, .length = next.end };
  gint32 width_min = shape.is_narrow ? WIDTH_MIN_NARROW : WIDTH_MIN;
  UChar last = line.start < line.end ? text[line.end - 1] : 0;
  gboolean is_small = galley_sentence_is_lower (text[next.start]);
  gboolean is_stopped = ends_with_stop (text, line);

  /* A line end carries no combining mark, a space would. */
  if (begins_item (text, next) || galley_sentence_is_mark (&state, next.start))
    return FALSE;
  if (shape.width > WIDTH_MAX)
    return is_small && !is_stopped;
  if (shape.width >= width_min && is_wrapped (text, line, next, shape.width) &&
      (is_small || is_stopped || shape.is_prose || shape.is_running))
    return TRUE;
  if (is_stopped || last == ':')
    return FALSE;

  return last == ',' || (is_small && (shape.is_prose || shape.width >= WIDTH_MIN));
}

static Shape
measure (const UChar *text, gint32 length, gint32 start, gint32 end)
{
  Shape shape = { 0 };
  gboolean has_stop, has_stops = FALSE;
  gint32 n_small = 0, n_others = 0;
  Line line = read_line (text, length, start);

  for (;;)
    {
      Line next;

      shape.width = MAX (shape.width, line.end - line.start);
      has_stop = ends_with_stop (text, line);
      has_stops |= has_inner_stop (text, line);
      if (line.next >= end)
        break;
      next = read_line (text, length, line.next);
      if (!has_stop && next.start < next.end)
        {
          if (galley_sentence_is_lower (text[next.start]))
            n_small++;
          else
            n_others++;
        }
      line = next;
    }
  shape.is_prose = has_stop || has_stops;
  shape.is_running = n_small > 0 && n_small >= n_others;
  shape.is_narrow = n_small > 1 && shape.is_running && shape.is_prose;

  return shape;
}

/* Makes spaces of the line ends at which a sentence may go on, in one paragraph. */
static void
unwrap_paragraph (UChar *text, gint32 length, gint32 start, gint32 end)
{
  Shape shape = measure (text, length, start, end);
  Line line = read_line (text, length, start);

  while (line.next < end)
    {
      Line next = read_line (text, length, line.next);

      if (next.start < next.end && goes_on (text, line, next, shape))
        for (gint32 i = line.end; i < next.start; i++)
          text[i] = ' ';
      line = next;
    }
}

/**
 * galley_sentence_unwrap:
 * @text: (inout) (array length=length): a text
 * @length: its length
 *
 * Makes spaces of the line ends at which a sentence may go on; those left are ends of paragraphs.
 */
void
galley_sentence_unwrap (UChar *text, gint32 length)
{
  gint32 start = 0, end = 0, n_lines = 0;

  for (gint32 at = 0; at < length;)
    {
      Line line = read_line (text, length, at);

      at = line.next;
      if (line.start < line.end)
        {
          start = n_lines++ == 0 ? line.start : start;
          end = at;
        }
      if (line.start == line.end || at >= length)
        {
          if (n_lines > 1)
            unwrap_paragraph (text, length, start, end);
          n_lines = 0;
        }
    }
}

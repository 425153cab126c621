/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-markdown-signs.h"

#include "galley-front-matter.h"
#include "galley-markdown-notes.h"

#include <string.h>

/* How much a text looks like Markdown. Lists and quotations count for nothing, because people write
 * them in the same way without Markdown, and so does a single asterisk, which is a footnote. What
 * nobody writes otherwise counts most: a heading with "#", a fence, a link with its address. */

#define MAX_BYTES (1024 * 1024) /* that are looked at */
#define WEIGHT_CERTAIN 3
#define WEIGHT_STRONG 2
#define MAX_EMPHASIS 3 /* however much is set off with stars, it proves no more than this */

typedef struct
{
  guint n_points;
  guint n_emphasis;
  guint n_fences;
  gboolean seen_words; /* whether a line before has words */
} Tally;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0';
}

/* "# Title" to "###### Title" */
static gboolean
is_heading (const char *line, const char *end)
{
  gsize n = 0;

  while (line + n < end && line[n] == '#')
    n++;

  return n >= 1 && n <= 6 && line + n + 1 < end && line[n] == ' ' && !is_blank (line[n + 1]) &&
         !g_ascii_isdigit (line[n + 1]);
}

/* "[words](address)" or "[label]: address" with @p at the "]" */
static gboolean
is_link (const char *p, const char *end)
{
  if (end - p < 4)
    return FALSE;
  if (p[1] == '(')
    return !is_blank (p[2]) && memchr (p + 2, ')', end - p - 2) != NULL &&
           (g_ascii_strncasecmp (p + 2, "http", MIN (4, end - p - 2)) == 0 || p[2] == '#' ||
            p[2] == '/' || p[2] == '.' || p[2] == '<' || g_ascii_isalnum (p[2]));

  return p[1] == ':' && p[2] == ' ' && memmem (p, end - p, "://", 3) != NULL;
}

/* Whether words between a pair of @mark begin at @p: "**so**", "`so`", "_so_". */
static gboolean
is_emphasis (const char *line, const char *p, const char *end, const char *mark)
{
  gsize n = strlen (mark);
  const char *close;

  if ((gsize) (end - p) < 2 * n + 1 || strncmp (p, mark, n) != 0 ||
      (p > line && g_ascii_isalnum (p[-1])) || is_blank (p[n]) || p[n] == mark[0])
    return FALSE;

  close = memmem (p + n, end - p - n, mark, n);
  return close != NULL && !is_blank (close[-1]) &&
         (close + n >= end || !g_ascii_isalnum (close[n]));
}

static void
count_in_line (Tally *tally, const char *line, const char *end)
{
  for (const char *p = line; p < end; p++)
    {
      if (*p == ']' && p > line && is_link (p, end))
        tally->n_points += WEIGHT_STRONG;
      else if ((*p == '*' || *p == '_' || *p == '`') && tally->n_emphasis < MAX_EMPHASIS)
        {
          gboolean is_strong = is_emphasis (line, p, end, "**") || is_emphasis (line, p, end, "__");

          if (is_strong || is_emphasis (line, p, end, (char[]){ *p, '\0' }))
            tally->n_emphasis++;
          while (p + 1 < end && p[1] == *p)
            p++;
        }
    }
}

static void
count_line (Tally *tally, const char *line, const char *end)
{
  while (line < end && *line == ' ')
    line++;
  if (line == end)
    return;

  if (galley_markdown_notes_is_definition (line))
    tally->n_points += WEIGHT_STRONG;
  else if (is_heading (line, end))
    tally->n_points += tally->seen_words ? WEIGHT_STRONG : WEIGHT_CERTAIN;
  else if (end - line >= 3 && (strncmp (line, "```", 3) == 0 || strncmp (line, "~~~", 3) == 0))
    tally->n_points += ++tally->n_fences % 2 == 0 ? WEIGHT_CERTAIN : 0;
  else
    count_in_line (tally, line, end);
  tally->seen_words = TRUE;
}

/**
 * galley_markdown_signs_count:
 * @text: a text, NUL-terminated
 * @length_bytes: its length
 *
 * Counts what in @text is a sign of Markdown, the surer the more.
 *
 * Returns: points: 0 for a text without any sign, 3 and more for what is clearly Markdown
 */
guint
galley_markdown_signs_count (const char *text, gsize length_bytes)
{
  Tally tally = { 0 };
  const char *end = text + MIN (length_bytes, MAX_BYTES);

  if (galley_front_matter_measure (text) > 0)
    return WEIGHT_CERTAIN;

  for (const char *line = text; line < end && tally.n_points < WEIGHT_CERTAIN;)
    {
      gsize n = strcspn (line, "\r\n");

      count_line (&tally, line, MIN (line + n, end));
      line += n + 1;
    }

  return tally.n_points + tally.n_emphasis;
}

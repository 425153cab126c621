/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-text.h"

/* What the text of a page is to its readers. */

/**
 * galley_html_text_add:
 * @text: text of a page, whose white space only parts words
 * @flow: (inout): where it goes
 *
 * What is no character that anyone sees is left out: soft hyphens, byte order marks, spaces of no
 * width. A space that does not break is a space.
 */
void
galley_html_text_add (const char *text, GalleyFlow *flow)
{
  const char *start = text, *p = text;

  while (*p != '\0')
    {
      const char *next = g_utf8_next_char (p);
      gunichar character = (guchar) *p < 0xC2 ? 0 : g_utf8_get_char (p);

      if (character == 0xA0 || character == 0xAD || character == 0x200B || character == 0xFEFF)
        {
          galley_flow_add_text (flow, start, p - start);
          if (character == 0xA0)
            galley_flow_add_text (flow, " ", 1);
          start = next;
        }
      p = next;
    }
  galley_flow_add_text (flow, start, p - start);
}

/**
 * galley_html_text_find_paragraph:
 * @text: text whose white space is kept
 *
 * Returns: (nullable): where in @text the next paragraph begins, after an empty line and at the
 *   start of its own; or %NULL
 */
const char *
galley_html_text_find_paragraph (const char *text)
{
  guint n_ends = 0;
  gboolean has_words = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n')
        n_ends++;
      else if (!g_ascii_isspace (*p))
        {
          if (n_ends >= 2 && has_words && p[-1] == '\n')
            return p;
          has_words = TRUE;
          n_ends = 0;
        }
    }

  return NULL;
}

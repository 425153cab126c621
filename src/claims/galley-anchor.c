/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-anchor.h"

/* Enough to tell apart most repeats of a phrase; what other annotators keep as well. */
#define CONTEXT_LENGTH 32

/**
 * galley_anchor_new:
 * @document: a draft
 * @range: (not empty): words of its text
 *
 * Returns: (transfer full): the anchor of those words
 */
GalleyAnchor *
galley_anchor_new (GalleyDocument *document, GalleyRange range)
{
  GalleyText *text = galley_document_get_text (document);
  GalleyAnchor *self;
  guint before = MIN (range.start, CONTEXT_LENGTH), after;

  g_return_val_if_fail (galley_text_has_range (text, range) && range.start < range.end, NULL);

  after = MIN (galley_text_get_length (text) - range.end, CONTEXT_LENGTH);
  self = g_new0 (GalleyAnchor, 1);
  self->range = range;
  self->quote = galley_text_slice (text, range);
  self->prefix = galley_text_slice (text, (GalleyRange){ range.start - before, range.start });
  self->suffix = galley_text_slice (text, (GalleyRange){ range.end, range.end + after });
  self->block = galley_document_find_block (document, range.start);

  return self;
}

void
galley_anchor_free (GalleyAnchor *self)
{
  g_free (self->quote);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self);
}

/**
 * galley_anchor_describe:
 * @document: a draft
 * @range: (not empty): words of its text
 * @body: of an event that places something on those words
 *
 * Adds their anchor to @body.
 */
void
galley_anchor_describe (GalleyDocument *document, GalleyRange range, GalleyBody *body)
{
  g_autoptr (GalleyAnchor) anchor = galley_anchor_new (document, range);

  galley_anchor_write (anchor, body);
}

/**
 * galley_anchor_write:
 * @body: of an event that places something on the words
 *
 * Adds an anchor to @body.
 */
void
galley_anchor_write (const GalleyAnchor *anchor, GalleyBody *body)
{
  galley_body_add_number (body, "start", anchor->range.start);
  galley_body_add_number (body, "end", anchor->range.end);
  galley_body_add_text (body, "quote", anchor->quote);
  galley_body_add_text (body, "prefix", anchor->prefix);
  galley_body_add_text (body, "suffix", anchor->suffix);
  galley_body_add_number (body, "block", anchor->block);
}

/**
 * galley_anchor_trim:
 * @range: what somebody selected
 *
 * Leaves out white space at both ends, which nobody means to claim.
 *
 * Returns: the rest of @range, which may be empty
 */
GalleyRange
galley_anchor_trim (GalleyText *text, GalleyRange range)
{
  g_autofree char *words = galley_text_slice (text, range);
  const char *p = words, *end;

  g_return_val_if_fail (words != NULL, range);

  for (; *p != '\0' && g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    range.start++;
  for (end = p + strlen (p); end > p; end = g_utf8_prev_char (end), range.end--)
    if (!g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
      break;

  return range;
}

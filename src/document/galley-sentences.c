/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-sentences.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Appends the sentences of @within to @sentences, white space at their ends left out. */
static void
cut (UBreakIterator *breaker, GalleyText *text, GalleyRange within, GArray *sentences)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize first_bytes = galley_text_to_bytes (text, within.start);
  gsize last_bytes = galley_text_to_bytes (text, within.end);
  const char *utf8 = galley_text_peek_utf8 (text, NULL) + first_bytes;
  UText *utext = utext_openUTF8 (NULL, utf8, last_bytes - first_bytes, &status);
  gint32 start_bytes = 0;

  ubrk_setUText (breaker, utext, &status);
  for (gint32 end_bytes = ubrk_next (breaker); end_bytes != UBRK_DONE;
       end_bytes = ubrk_next (breaker))
    {
      gint32 from = start_bytes, to = end_bytes;

      while (from < to && g_unichar_isspace (g_utf8_get_char (utf8 + from)))
        from = g_utf8_next_char (utf8 + from) - utf8;
      while (to > from && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (utf8 + to))))
        to = g_utf8_prev_char (utf8 + to) - utf8;
      if (from < to)
        {
          GalleyRange range = { galley_text_from_bytes (text, first_bytes + from),
                                galley_text_from_bytes (text, first_bytes + to) };

          g_array_append_val (sentences, range);
        }
      start_bytes = end_bytes;
    }
  utext_close (utext);
}

/**
 * galley_sentences_find:
 * @text: a text
 * @within: the part to cut; one block or one paragraph
 * @language: (nullable): BCP 47 tag, or %NULL for English
 *
 * Cuts part of a text into sentences.
 *
 * Returns: (transfer full) (element-type GalleyRange): the sentences in order, without white space
 *   at their ends
 */
GArray *
galley_sentences_find (GalleyText *text, GalleyRange within, const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  g_autofree char *locale = g_strconcat (language != NULL ? language : "en", "@ss=standard", NULL);
  UBreakIterator *breaker = ubrk_open (UBRK_SENTENCE, locale, NULL, 0, &status);

  g_return_val_if_fail (U_SUCCESS (status), sentences);

  cut (breaker, text, within, sentences);
  ubrk_close (breaker);

  return sentences;
}

/**
 * galley_document_find_sentences:
 * @document: a document
 *
 * Cuts every block of @document into sentences; none crosses a block.
 *
 * Returns: (transfer full) (element-type GalleyRange): the sentences of all blocks, in order
 */
GArray *
galley_document_find_sentences (GalleyDocument *document)
{
  GalleyText *text = galley_document_get_text (document);
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      g_autoptr (GArray) found = galley_sentences_find (
          text, blocks[i].range, galley_document_get_metadata (document, GALLEY_METADATA_LANGUAGE));

      g_array_append_vals (sentences, found->data, found->len);
    }

  return sentences;
}

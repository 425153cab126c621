/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-word-markup.h"

#include "galley-document-builder.h"

/* Of more than this, in characters, nobody reads the differences in a row of a list. */
#define MAX_LENGTH 600

/* Marked by more than a colour, as corrections are. */
#define DELETED "strikethrough='true' alpha='65%'"
#define INSERTED "underline='single' weight='bold'"

static void
append_words (GString *markup, const char *attributes, GalleyText *text, GalleyRange range)
{
  g_autofree char *words = galley_text_slice (text, range);
  g_autofree char *line = g_strdelimit (g_strdup (words), "\t\r\n", ' ');
  g_autofree char *escaped = g_markup_escape_text (line, -1);

  if (attributes == NULL)
    g_string_append (markup, escaped);
  else
    g_string_append_printf (markup, "<span %s>%s</span>", attributes, escaped);
}

/**
 * galley_word_markup_make:
 * @pieces: (element-type GalleyDiffPiece): a passage in two drafts
 * @old: text of the old one
 * @new: text of the new one
 *
 * Returns: (transfer full): the passage for a label: words that go are struck out, words that come
 *   are underlined
 */
char *
galley_word_markup_make (GArray *pieces, GalleyText *old, GalleyText *new)
{
  GString *markup = g_string_new (NULL);
  GalleyDiffKind last = GALLEY_DIFF_SAME;
  guint length = 0;

  for (guint i = 0; i < pieces->len && length < MAX_LENGTH; i++)
    {
      const GalleyDiffPiece *piece = &g_array_index (pieces, GalleyDiffPiece, i);

      if (piece->kind == GALLEY_DIFF_DELETED || piece->kind == GALLEY_DIFF_MOVED_AWAY)
        append_words (markup, DELETED, old, piece->old);
      else if (piece->kind == GALLEY_DIFF_SAME)
        append_words (markup, NULL, new, piece->new);
      else
        {
          /* Words that replace others do not touch them. */
          g_string_append (markup, last == GALLEY_DIFF_DELETED ? " " : "");
          append_words (markup, INSERTED, new, piece->new);
        }
      last = piece->kind;
      length += MAX (galley_range_length (piece->old), galley_range_length (piece->new));
    }
  if (length >= MAX_LENGTH)
    g_string_append (markup, "…");

  return g_string_free (markup, FALSE);
}

/* Words by themselves. */
static GalleyDocument *
make_document (const char *words)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);
  guint start = galley_document_builder_append (builder, words);

  galley_document_builder_add_block (
      builder, GALLEY_BLOCK_PARAGRAPH, 0,
      (GalleyRange){ start, galley_document_builder_get_length (builder) });
  return galley_document_builder_finish (builder, original, "text/plain");
}

/**
 * galley_word_markup_compare:
 * @old: (not empty): words
 * @new: (not empty): what they became
 *
 * Returns: (transfer full): both in one, as galley_word_markup_make() has it
 */
char *
galley_word_markup_compare (const char *old, const char *new)
{
  g_autoptr (GalleyDocument) old_document = make_document (old);
  g_autoptr (GalleyDocument) new_document = make_document (new);
  g_autoptr (GalleyAlignment) alignment = galley_alignment_new (old_document, new_document);
  g_autoptr (GArray) pieces = galley_alignment_compare_all (alignment);

  return galley_word_markup_make (pieces, galley_document_get_text (old_document),
                                  galley_document_get_text (new_document));
}

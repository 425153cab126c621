/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-news.h"

#include "galley-coverage.h"

/*
 * A sentence of a draft is news if it has words that the draft before had not, or had in another
 * way, and no verdict is on these. Whether the rest of it was checked says nothing about them.
 *
 * Sentences, words and marks are walked once, in the order of the text; marks may overlap, so they
 * are joined to rows of words before.
 */

static const char *const kinds[GALLEY_N_NEWS_KINDS] = {
  [GALLEY_NEWS_NEW] = "new",
  [GALLEY_NEWS_CHANGED] = "changed",
};

/* Words in the order of the text, no two of which overlap, and how far they were walked. */
typedef struct
{
  GArray *ranges; /* (element-type GalleyRange) */
  guint next;     /* the first that does not end before what was asked for last */
} Row;

/**
 * galley_news_kind_to_nick:
 *
 * Returns: (transfer none): the name of a kind for scripts
 */
const char *
galley_news_kind_to_nick (GalleyNewsKind kind)
{
  g_return_val_if_fail (kind < GALLEY_N_NEWS_KINDS, NULL);

  return kinds[kind];
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const GalleyNewsMark *one = a, *two = b;

  return (one->range.start > two->range.start) - (one->range.start < two->range.start);
}

static void
add_to_row (Row *row, GalleyRange range)
{
  GalleyRange *last =
      row->ranges->len > 0 ? &g_array_index (row->ranges, GalleyRange, row->ranges->len - 1) : NULL;

  if (last != NULL && range.start <= last->end)
    last->end = MAX (last->end, range.end);
  else
    g_array_append_val (row->ranges, range);
}

/* @marks, ascending, that are open or that are not. */
static Row
join_marks (GArray *marks, gboolean is_open)
{
  Row row = { g_array_new (FALSE, FALSE, sizeof (GalleyRange)), 0 };

  for (guint i = 0; i < marks->len; i++)
    if (!g_array_index (marks, GalleyNewsMark, i).is_open == !is_open)
      add_to_row (&row, g_array_index (marks, GalleyNewsMark, i).range);

  return row;
}

/* The first of a row that reaches into @range, which is never before what was asked for last. */
static const GalleyRange *
meet (Row *row, GalleyRange range)
{
  while (row->next < row->ranges->len &&
         g_array_index (row->ranges, GalleyRange, row->next).end <= range.start)
    row->next++;

  return row->next < row->ranges->len &&
                 g_array_index (row->ranges, GalleyRange, row->next).start < range.end
             ? &g_array_index (row->ranges, GalleyRange, row->next)
             : NULL;
}

/* Whether there are letters or digits in @range that a row does not cover. */
static gboolean
leaves_any (Row *row, GalleyText *text, GalleyRange range)
{
  const char *utf8 = galley_text_peek_utf8 (text, NULL);

  while (range.start < range.end)
    {
      const GalleyRange *covered = meet (row, range);
      guint end = covered != NULL ? MAX (covered->start, range.start) : range.end;
      const char *p = utf8 + galley_text_to_bytes (text, range.start);

      for (guint at = range.start; at < end; at++, p = g_utf8_next_char (p))
        if (g_unichar_isalnum (g_utf8_get_char (p)))
          return TRUE;
      if (covered == NULL)
        return FALSE;
      range.start = MAX (covered->end, range.start);
    }

  return FALSE;
}

/* Whether the new words of a sentence, from the first that reaches into it, are not all covered. */
static gboolean
has_unknown (Row *words, Row *settled, GalleyText *text, GalleyRange sentence)
{
  for (guint i = words->next; i < words->ranges->len; i++)
    {
      GalleyRange word = g_array_index (words->ranges, GalleyRange, i);

      if (word.start >= sentence.end)
        return FALSE;
      word = (GalleyRange){ MAX (word.start, sentence.start), MIN (word.end, sentence.end) };
      if (leaves_any (settled, text, word))
        return TRUE;
    }

  return FALSE;
}

/**
 * galley_news_list_sentences:
 *
 * Cuts a draft into sentences, so for a long one it belongs into a worker thread.
 *
 * Returns: (transfer full) (element-type GalleyRange): the sentences that are to be checked,
 *   ascending
 */
GArray *
galley_news_list_sentences (GalleyDocument *document)
{
  GalleyCoverage *coverage = galley_coverage_new (document);
  GArray *sentences = galley_coverage_list_open (coverage, (GalleyRange){ 0, G_MAXUINT });

  galley_coverage_free (coverage);
  return sentences;
}

/**
 * galley_news_find:
 * @text: of the new draft
 * @sentences: (element-type GalleyRange): of galley_news_list_sentences()
 * @new_words: (element-type GalleyRange): of galley_alignment_find_new()
 * @marks: (element-type GalleyNewsMark): what is marked, in any order
 *
 * Returns: (transfer full) (element-type GalleyNews): what is new or changed and unchecked, in the
 *   order of the text
 */
GArray *
galley_news_find (GalleyText *text, GArray *sentences, GArray *new_words, GArray *marks)
{
  g_autoptr (GArray) sorted = g_array_copy (marks);
  GArray *news = g_array_new (FALSE, FALSE, sizeof (GalleyNews));
  Row words = { new_words, 0 }, settled, open;

  g_array_sort (sorted, compare_marks);
  settled = join_marks (sorted, /* is_open= */ FALSE);
  open = join_marks (sorted, /* is_open= */ TRUE);
  for (guint i = 0; i < sentences->len; i++)
    {
      GalleyNews one = { GALLEY_NEWS_CHANGED, g_array_index (sentences, GalleyRange, i) };
      gboolean is_new = meet (&words, one.range) != NULL;
      gboolean is_open = meet (&open, one.range) != NULL;

      if (is_new && !is_open && meet (&settled, one.range) == NULL)
        one.kind = GALLEY_NEWS_NEW;
      else if (!is_open && !(is_new && has_unknown (&words, &settled, text, one.range)))
        continue;
      g_array_append_val (news, one);
    }

  g_array_unref (settled.ranges);
  g_array_unref (open.ranges);
  return news;
}

/* Whether a comparison has anything but the same words in @range, or right before or behind it. */
static gboolean
is_touched (GArray *pieces, GalleyRange range)
{
  guint low = 0, high = pieces->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (pieces, GalleyDiffPiece, middle).new.end < range.start)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < pieces->len && g_array_index (pieces, GalleyDiffPiece, low).new.start <= range.end;
       low++)
    {
      GalleyDiffKind kind = g_array_index (pieces, GalleyDiffPiece, low).kind;

      if (kind == GALLEY_DIFF_INSERTED || kind == GALLEY_DIFF_DELETED)
        return TRUE;
    }

  return FALSE;
}

/* What differs, in the order of the new draft; what moved away from it has another. */
static GArray *
list_differences (GArray *pieces)
{
  GArray *differences = g_array_new (FALSE, FALSE, sizeof (GalleyDiffPiece));

  for (guint i = 0; i < pieces->len; i++)
    {
      const GalleyDiffPiece *piece = &g_array_index (pieces, GalleyDiffPiece, i);

      if (piece->kind == GALLEY_DIFF_INSERTED || piece->kind == GALLEY_DIFF_DELETED)
        g_array_append_val (differences, *piece);
    }

  return differences;
}

/**
 * galley_news_compare:
 * @check: an article with the newer of two drafts, as it stood or stands
 * @alignment: of the two drafts
 * @pieces: (element-type GalleyDiffPiece): of galley_alignment_compare_all()
 *
 * Returns: (transfer full) (element-type GalleyNews): what is new or changed in the newer draft and
 *   unchecked, in the order of the text
 */
GArray *
galley_news_compare (GalleyCheck *check, GalleyAlignment *alignment, GArray *pieces)
{
  GalleyDocument *document = galley_check_get_document (check);
  GalleyClaimList *claims = galley_check_get_claims (check);
  GPtrArray *dismissals = galley_check_get_dismissals (check);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (GalleyNewsMark));
  g_autoptr (GArray) sentences = galley_news_list_sentences (document);
  g_autoptr (GArray) new_words = galley_alignment_find_new (alignment);
  g_autoptr (GArray) differences = list_differences (pieces);

  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);
      GalleyNewsMark mark = { galley_claim_get_range (claim), FALSE };

      mark.is_open = galley_claim_get_status (claim) == GALLEY_STATUS_PENDING &&
                     is_touched (differences, mark.range);
      g_array_append_val (marks, mark);
    }
  for (guint i = 0; i < dismissals->len; i++)
    {
      GalleyNewsMark mark = { ((GalleyDismissal *) g_ptr_array_index (dismissals, i))->range,
                              FALSE };

      g_array_append_val (marks, mark);
    }

  return galley_news_find (galley_document_get_text (document), sentences, new_words, marks);
}

/**
 * galley_news_count:
 * @news: (element-type GalleyNews): sentences
 *
 * Returns: how many of them are of @kind
 */
guint
galley_news_count (GArray *news, GalleyNewsKind kind)
{
  guint n = 0;

  for (guint i = 0; i < news->len; i++)
    n += g_array_index (news, GalleyNews, i).kind == kind;

  return n;
}

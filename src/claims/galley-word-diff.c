/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-word-diff.h"

#include "galley-alignment-private.h"
#include "galley-runs.h"
#include "galley-typography.h"

#include <string.h>

/* The pieces come in the order of both drafts. On the old side those that are the same, were
 * deleted or moved away follow each other without a gap; on the new side those that are the same,
 * were inserted or moved here. What is the same is the heaviest chain of counterparts that come in
 * the same order on both sides; words in it go on being the same as long as what stands between
 * them is. */

static const char *const nicks[GALLEY_N_DIFF_KINDS] = {
  [GALLEY_DIFF_SAME] = "same",
  [GALLEY_DIFF_DELETED] = "deleted",
  [GALLEY_DIFF_INSERTED] = "inserted",
  [GALLEY_DIFF_MOVED_AWAY] = "moved-away",
  [GALLEY_DIFF_MOVED_HERE] = "moved-here",
};

/**
 * galley_diff_kind_to_nick:
 *
 * Returns: (transfer none): the name of a kind for scripts
 */
const char *
galley_diff_kind_to_nick (GalleyDiffKind kind)
{
  g_return_val_if_fail (kind < GALLEY_N_DIFF_KINDS, NULL);

  return nicks[kind];
}

typedef struct
{
  GalleyAlignment *alignment;
  GalleyRange old;       /* characters to compare */
  GalleyRange new;       /* characters to compare */
  GalleyRange old_words; /* that lie wholly within */
  GalleyRange new_words;
  guint old_at; /* characters up to which there are pieces */
  guint new_at;
  GArray *pieces; /* (element-type GalleyDiffPiece) */
} Diff;

static gboolean
is_same_word (GalleyAlignment *self, guint old)
{
  return self->old->words[old].word == self->new->words[self->to_new[old]].word;
}

static gboolean
is_counterpart (const Diff *diff, guint old)
{
  guint new = diff->alignment->to_new[old];

  return new >= diff->new_words.start &&new <
         diff->new_words.end &&is_same_word (diff->alignment, old);
}

static gboolean
continues (const Diff *diff, const GalleyRun *run, guint old)
{
  GalleyAlignment *alignment = diff->alignment;
  guint new = alignment->to_new[old];

  return run->old + run->length == old && run->new + run->length == new &&
         alignment->old->words[old].gap == alignment->new->words[new].gap;
}

/* Counterparts in rows between which the signs are the same as well, in the same order on both
 * sides. */
static GArray *
find_same (const Diff *diff)
{
  GalleyAlignment *alignment = diff->alignment;
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (GalleyRun));

  for (guint i = diff->old_words.start; i < diff->old_words.end; i++)
    {
      GalleyRun *last = runs->len > 0 ? &g_array_index (runs, GalleyRun, runs->len - 1) : NULL;
      double weight = alignment->weights[alignment->old_keys[i]];

      if (!is_counterpart (diff, i))
        continue;
      if (last != NULL && continues (diff, last, i))
        {
          last->length++;
          last->weight += weight;
        }
      else
        {
          GalleyRun run = { i, alignment->to_new[i], 1, weight };

          g_array_append_val (runs, run);
        }
    }
  galley_runs_chain (runs);

  return runs;
}

static void
add_piece (Diff *diff, GalleyDiffKind kind, GalleyRange old, GalleyRange new)
{
  GalleyDiffPiece piece = { kind, old, new };

  if (old.start < old.end || new.start < new.end)
    g_array_append_val (diff->pieces, piece);
}

/* Where the word @index went that is only on one side here, or GALLEY_NO_WORD if it is nowhere else
 * or is written in another way there. */
static guint
find_other (GalleyAlignment *self, gboolean is_old, guint index)
{
  guint other = is_old ? self->to_new[index] : self->to_old[index];

  return other != GALLEY_NO_WORD && is_same_word (self, is_old ? index : other) ? other
                                                                                : GALLEY_NO_WORD;
}

/* Where the words of a row with one fate end that begins at @index: they went to a row, or nowhere.
 */
static guint
find_row_end (GalleyAlignment *self, gboolean is_old, guint index, guint end)
{
  guint other = find_other (self, is_old, index), at = index + 1;

  while (at < end && find_other (self, is_old, at) ==
                         (other == GALLEY_NO_WORD ? GALLEY_NO_WORD : other + (at - index)))
    at++;

  return at;
}

/* Adds what is only on one side, up to @end; @words are those in it. */
static void
add_side (Diff *diff, gboolean is_old, GalleyRange words, guint end)
{
  GalleyAlignment *alignment = diff->alignment;
  const GalleyDraftWords *own = is_old ? alignment->old : alignment->new;
  const GalleyDraftWords *other = is_old ? alignment->new : alignment->old;
  guint *at = is_old ? &diff->old_at : &diff->new_at;
  guint other_at = is_old ? diff->new_at : diff->old_at;

  for (guint i = words.start, row_end; i < words.end || *at < end; i = row_end)
    {
      guint moved = i < words.end ? find_other (alignment, is_old, i) : GALLEY_NO_WORD;
      GalleyRange piece = { *at, end }, place = { other_at, other_at };

      row_end = i < words.end ? find_row_end (alignment, is_old, i, words.end) : words.end;
      if (row_end < words.end)
        piece.end = own->words[row_end - 1].range.end;
      if (moved != GALLEY_NO_WORD)
        {
          place.start = other->words[moved].range.start;
          place.end = other->words[moved + (row_end - 1 - i)].range.end;
        }
      if (is_old)
        add_piece (diff, moved != GALLEY_NO_WORD ? GALLEY_DIFF_MOVED_AWAY : GALLEY_DIFF_DELETED,
                   piece, place);
      else
        add_piece (diff, moved != GALLEY_NO_WORD ? GALLEY_DIFF_MOVED_HERE : GALLEY_DIFF_INSERTED,
                   place, piece);
      *at = piece.end;
    }
}

static char *
get_plain_signs (GalleyText *text, guint start, guint end)
{
  g_autofree char *raw = galley_text_slice (text, (GalleyRange){ start, end });
  GString *plain = g_string_new (NULL);

  galley_typography_append_gap (plain, raw, strlen (raw));
  return g_string_free (plain, FALSE);
}

/* Whether what is between two words is the same on both sides but for its typesetting. */
static gboolean
has_same_signs (const Diff *diff, guint old_end, guint new_end)
{
  g_autofree char *old = get_plain_signs (diff->alignment->old->text, diff->old_at, old_end);
  g_autofree char *new = get_plain_signs (diff->alignment->new->text, diff->new_at, new_end);

  return g_str_equal (old, new);
}

/* How many characters are the same at the ends of both ranges, or at their starts. */
static guint
count_same (const Diff *diff, GalleyRange old, GalleyRange new, gboolean is_end)
{
  g_autofree char *old_text = galley_text_slice (diff->alignment->old->text, old);
  g_autofree char *new_text = galley_text_slice (diff->alignment->new->text, new);
  const char *p = old_text + (is_end ? strlen (old_text) : 0);
  const char *q = new_text + (is_end ? strlen (new_text) : 0);
  guint n, max = MIN (galley_range_length (old), galley_range_length (new));

  for (n = 0; n < max; n++)
    {
      const char *old_sign = is_end ? g_utf8_prev_char (p) : p;
      const char *new_sign = is_end ? g_utf8_prev_char (q) : q;

      if (g_utf8_get_char (old_sign) != g_utf8_get_char (new_sign))
        break;
      p = is_end ? old_sign : g_utf8_next_char (p);
      q = is_end ? new_sign : g_utf8_next_char (q);
    }

  return n;
}

/* The signs before the first of @words, or behind the last of them, in @range. */
static GalleyRange
get_signs (GalleyDraftWords *draft, GalleyRange words, GalleyRange range, gboolean is_end)
{
  if (words.start < words.end && is_end)
    range.start = MAX (range.start, draft->words[words.end - 1].range.end);
  else if (words.start < words.end)
    range.end = MIN (range.end, draft->words[words.start].range.start);

  return range;
}

static void
add_signs (Diff *diff, guint n)
{
  add_piece (diff, GALLEY_DIFF_SAME, (GalleyRange){ diff->old_at, diff->old_at + n },
             (GalleyRange){ diff->new_at, diff->new_at + n });
  diff->old_at += n;
  diff->new_at += n;
}

/* Adds what is between the pieces so far and what is the same from @old_end and @new_end on, and
 * leaves out of it the signs at both ends that are the same. */
static void
add_between (Diff *diff, GalleyRange old_words, GalleyRange new_words, guint old_end, guint new_end)
{
  GalleyDraftWords *old_draft = diff->alignment->old, *new_draft = diff->alignment->new;
  GalleyRange old = { diff->old_at, old_end }, new = { diff->new_at, new_end };
  guint n;

  if (old_words.start == old_words.end && new_words.start == new_words.end &&
      has_same_signs (diff, old_end, new_end))
    {
      add_piece (diff, GALLEY_DIFF_SAME, old, new);
      diff->old_at = old_end;
      diff->new_at = new_end;
      return;
    }

  n = count_same (diff, get_signs (old_draft, old_words, old, FALSE),
                  get_signs (new_draft, new_words, new, FALSE), FALSE);
  add_signs (diff, n);
  old.start += n;
  new.start += n;
  n = count_same (diff, get_signs (old_draft, old_words, old, TRUE),
                  get_signs (new_draft, new_words, new, TRUE), TRUE);
  add_side (diff, /* is_old= */ TRUE, old_words, old_end - n);
  add_side (diff, /* is_old= */ FALSE, new_words, new_end - n);
  add_signs (diff, n);
}

static void
add_same (Diff *diff, const GalleyRun *run)
{
  const GalleyDraftWord *old = diff->alignment->old->words + run->old;
  const GalleyDraftWord *new = diff->alignment->new->words + run->new;
  guint last = run->length - 1;

  add_piece (diff, GALLEY_DIFF_SAME, (GalleyRange){ old[0].range.start, old[last].range.end },
             (GalleyRange){ new[0].range.start, new[last].range.end });
  diff->old_at = old[last].range.end;
  diff->new_at = new[last].range.end;
}

/* Words of which no part is outside @range. */
static GalleyRange
get_whole_words (GalleyDraftWords *draft, GalleyRange range)
{
  GalleyRange words = galley_draft_words_cover (draft, range);

  if (words.start < words.end && draft->words[words.start].range.start < range.start)
    words.start++;
  if (words.start < words.end && draft->words[words.end - 1].range.end > range.end)
    words.end--;

  return words;
}

/* Makes one of pieces that follow each other and are the same. */
static void
join_same (GArray *pieces)
{
  GalleyDiffPiece *piece = (GalleyDiffPiece *) (gpointer) pieces->data;
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    if (n > 0 && piece[i].kind == GALLEY_DIFF_SAME && piece[n - 1].kind == GALLEY_DIFF_SAME)
      {
        piece[n - 1].old.end = piece[i].old.end;
        piece[n - 1].new.end = piece[i].new.end;
      }
    else
      piece[n++] = piece[i];

  g_array_set_size (pieces, n);
}

/**
 * galley_alignment_compare:
 * @old: characters of the old draft
 * @new: characters of the new draft
 *
 * Compares two passages word by word.
 *
 * Returns: (transfer full) (element-type GalleyDiffPiece): the pieces that they are made of, in
 * order
 */
GArray *
galley_alignment_compare (GalleyAlignment *alignment, GalleyRange old, GalleyRange new)
{
  Diff diff = { .alignment = alignment,
                .old = old,
                .new = new,
                .old_words = get_whole_words (alignment->old, old),
                .new_words = get_whole_words (alignment->new, new),
                .old_at = old.start,
                .new_at = new.start,
                .pieces = g_array_new (FALSE, FALSE, sizeof (GalleyDiffPiece)) };
  g_autoptr (GArray) runs = find_same (&diff);
  guint old_word = diff.old_words.start, new_word = diff.new_words.start;

  for (guint i = 0; i < runs->len; i++)
    {
      const GalleyRun *run = &g_array_index (runs, GalleyRun, i);

      add_between (&diff, (GalleyRange){ old_word, run->old }, (GalleyRange){ new_word, run->new },
                   alignment->old->words[run->old].range.start,
                   alignment->new->words[run->new].range.start);
      add_same (&diff, run);
      old_word = run->old + run->length;
      new_word = run->new + run->length;
    }
  add_between (&diff, (GalleyRange){ old_word, diff.old_words.end },
               (GalleyRange){ new_word, diff.new_words.end }, old.end, new.end);
  join_same (diff.pieces);

  return diff.pieces;
}

/**
 * galley_alignment_compare_all:
 *
 * Compares the two drafts word by word, for showing them side by side.
 *
 * Returns: (transfer full) (element-type GalleyDiffPiece): the pieces that they are made of, in
 * order
 */
GArray *
galley_alignment_compare_all (GalleyAlignment *alignment)
{
  return galley_alignment_compare (
      alignment, (GalleyRange){ 0, galley_text_get_length (alignment->old->text) },
      (GalleyRange){ 0, galley_text_get_length (alignment->new->text) });
}

/**
 * galley_alignment_find_new:
 *
 * Finds what nobody can have checked in the old draft: words that were not there, or were written
 * in another way.
 *
 * Returns: (transfer full) (element-type GalleyRange): such words of the new draft, each row of
 * them one range
 */
GArray *
galley_alignment_find_new (GalleyAlignment *alignment)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  const GalleyDraftWord *words = alignment->new->words;
  gboolean goes_on = FALSE;

  for (guint i = 0; i < alignment->new->n_words; i++)
    {
      guint old = alignment->to_old[i];

      if (old != GALLEY_NO_WORD && is_same_word (alignment, old))
        goes_on = FALSE;
      else if (goes_on)
        g_array_index (ranges, GalleyRange, ranges->len - 1).end = words[i].range.end;
      else
        {
          g_array_append_val (ranges, words[i].range);
          goes_on = TRUE;
        }
    }

  return ranges;
}

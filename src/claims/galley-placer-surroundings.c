/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-placer.h"

/* A claim can become another one without a word of its own being touched: “killed 11 people” is
 * something else behind “did not”, behind “Team Beta” instead of “Team Alpha”, and outside
 * quotation marks. What differs right beside it counts if it is a number, a name, a negation, a
 * modal, a hedge or a quotation mark. What is about all of a sentence, such as “not” and
 * “reportedly”, counts anywhere in it; and so does a name outside the quotation that the claim is
 * part of, for it may be the speaker’s.
 *
 * On each side of the claim, the words that go on in the same way in both drafts are passed over.
 * If the sentence begins or ends among them in either draft, nothing more of it is there: that the
 * other draft was cut into sentences in another way has reasons further away. */

/* No further than this is looked in a sentence without end. */
#define MAX_WORDS 200

/* Words of a sentence before or behind a claim, nearest last or first. */
static GalleyRange
get_before (GalleyDraftWords *draft, guint index)
{
  guint start = galley_draft_words_get_sentence (draft, index).start;

  return (GalleyRange){ MAX (start, index - MIN (index, MAX_WORDS)), index };
}

static GalleyRange
get_behind (GalleyDraftWords *draft, guint index)
{
  guint end = galley_draft_words_get_sentence (draft, index).end;

  return (GalleyRange){ index + 1, MIN (end, index + 1 + MAX_WORDS) };
}

static gboolean
is_in (guint index, GalleyRange range)
{
  return index >= range.start && index < range.end;
}

/* What the words of @range, in @draft, mean of which the counterpart is not in @other. */
static GalleyDifference
get_foreign (GalleyAlignment *self,
             GalleyDraftWords *draft,
             const guint *to_other,
             GalleyRange range,
             GalleyRange other)
{
  GalleyDifference changes = GALLEY_DIFFERENCE_NONE;

  for (guint i = range.start; i < range.end; i++)
    if (!is_in (to_other[i], other))
      changes |= galley_draft_words_get_difference (draft, self->vocabulary, i);

  return changes;
}

/* Names in @range, in @draft and outside quotations, of which the counterpart is not in @other. */
static GalleyDifference
get_foreign_names (GalleyAlignment *self,
                   GalleyDraftWords *draft,
                   const guint *to_other,
                   GalleyRange range,
                   GalleyRange other)
{
  GalleyDifference changes = GALLEY_DIFFERENCE_NONE;

  for (guint i = range.start; i < range.end; i++)
    if (!draft->words[i].is_quoted && !is_in (to_other[i], other))
      changes |= galley_draft_words_get_difference (draft, self->vocabulary, i);

  return changes & GALLEY_DIFFERENCE_NAME;
}

static gboolean
goes_on (GalleyAlignment *self, guint old, guint new)
{
  return self->to_new[old] == new && self->old->words[old].word == self->new->words[new].word;
}

static gboolean
has_same_gap (GalleyAlignment *self, guint old, guint new)
{
  return self->old->words[old].gap == self->new->words[new].gap;
}

/* Takes off @old and @new, words before a claim, what is the same next to it. */
static void
pass_before (GalleyAlignment *self, GalleyRange *old, GalleyRange *new)
{
  while (old->start < old->end && new->start < new->end &&
         has_same_gap (self, old->end, new->end) && goes_on (self, old->end - 1, new->end - 1))
    old->end--, new->end--;

  if ((old->start == old->end || new->start == new->end) && has_same_gap (self, old->end, new->end))
    {
      old->start = old->end;
      new->start = new->end;
    }
}

static void
pass_behind (GalleyAlignment *self, GalleyRange *old, GalleyRange *new)
{
  while (old->start < old->end && new->start < new->end &&
         has_same_gap (self, old->start, new->start) && goes_on (self, old->start, new->start))
    old->start++, new->start++;

  if ((old->start == old->end || new->start == new->end) &&
      has_same_gap (self, old->start, new->start))
    {
      old->end = old->start;
      new->end = new->start;
    }
}

/* Cuts @old and @new, words before a claim, down to those behind the last pair of them. */
static void
cut_before (GalleyAlignment *self, GalleyRange *old, GalleyRange *new)
{
  for (guint i = old->end; i > old->start; i--)
    if (is_in (self->to_new[i - 1], *new))
      {
        old->start = i;
        new->start = self->to_new[i - 1] + 1;
        return;
      }
}

static void
cut_behind (GalleyAlignment *self, GalleyRange *old, GalleyRange *new)
{
  for (guint i = old->start; i < old->end; i++)
    if (is_in (self->to_new[i], *new))
      {
        old->end = i;
        new->end = self->to_new[i];
        return;
      }
}

/* Whether @draft has a word in @range that is more than grammar. */
static gboolean
has_content (GalleyAlignment *self, GalleyDraftWords *draft, GalleyRange range)
{
  for (guint i = range.start; i < range.end; i++)
    if (!galley_vocabulary_get_word (self->vocabulary, draft->words[i].word)->is_common)
      return TRUE;

  return FALSE;
}

/* What it means that @new stands in the place of @old right beside the claim's word @edge: a number
 * counts other things then. */
static GalleyDifference
compare_counted (GalleyAlignment *self, GalleyRange old, GalleyRange new, guint edge)
{
  return (galley_draft_words_get_difference (self->old, self->vocabulary, edge) &
          GALLEY_DIFFERENCE_NUMBER) != 0 &&
                 has_content (self, self->old, old) && has_content (self, self->new, new)
             ? GALLEY_DIFFERENCE_NUMBER
             : GALLEY_DIFFERENCE_NONE;
}

static GalleyDifference
compare_side (GalleyAlignment *self, GalleyRange old, GalleyRange new)
{
  return get_foreign (self, self->old, self->to_new, old, new) |
         get_foreign (self, self->new, self->to_old, new, old);
}

/* What differs in who may have said the words of a quotation, on one side of them. */
static GalleyDifference
compare_speakers (GalleyAlignment *self, GalleyRange old, GalleyRange new)
{
  return get_foreign_names (self, self->old, self->to_new, old, new) |
         get_foreign_names (self, self->new, self->to_old, new, old);
}

static gboolean
parts_signs (gunichar c)
{
  return c == ' ' || c == 0x2014;
}

/* Signs of the gap before word @index that no space or dash parts from what is behind or before
 * it. */
static char *
get_signs (GalleyAlignment *self, GalleyDraftWords *draft, guint index, gboolean is_before)
{
  const char *gap = galley_vocabulary_get_gap (self->vocabulary, draft->words[index].gap);
  const char *start = gap, *end = gap;

  for (; *end != '\0' && (is_before || !parts_signs (g_utf8_get_char (end)));
       end = g_utf8_next_char (end))
    if (parts_signs (g_utf8_get_char (end)))
      start = g_utf8_next_char (end);

  return g_strndup (start, end - start);
}

/* Those of @signs that make another number of the one that they touch. */
static char *
filter_number_signs (const char *signs)
{
  GString *filtered = g_string_new (NULL);

  for (const char *p = signs; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *sign = g_strndup (p, g_utf8_next_char (p) - p);

      if ((galley_difference_of_gap (sign) & GALLEY_DIFFERENCE_NUMBER) != 0)
        g_string_append (filtered, sign);
    }

  return g_string_free (filtered, FALSE);
}

/* What only one side has of signs that touch the words before or behind these gaps. */
static GalleyDifference
compare_signs (GalleyAlignment *self, guint old, guint new, gboolean is_before)
{
  g_autofree char *old_signs = NULL, *new_signs = NULL;
  GalleyDifference old_change, new_change;

  if (self->old->words[old].gap == self->new->words[new].gap)
    return GALLEY_DIFFERENCE_NONE;

  old_signs = get_signs (self, self->old, old, is_before);
  new_signs = get_signs (self, self->new, new, is_before);
  old_change = galley_difference_of_gap (old_signs);
  new_change = galley_difference_of_gap (new_signs);
  if ((old_change & new_change & GALLEY_DIFFERENCE_NUMBER) != 0)
    {
      g_autofree char *one = filter_number_signs (old_signs);
      g_autofree char *other = filter_number_signs (new_signs);

      if (!g_str_equal (one, other))
        return (old_change ^ new_change) | GALLEY_DIFFERENCE_NUMBER;
    }

  return old_change ^ new_change;
}

/* Where words are written without spaces, each character is taken for a word. So many of them that
 * follow each other may be one. */
#define MAX_CHARACTERS 4

/* Whether what ends at the old word @from touches what begins at @to. */
static gboolean
touches (GalleyAlignment *self, guint from, guint to)
{
  if (to - from > MAX_CHARACTERS)
    return FALSE;
  for (guint i = from; i < to; i++)
    if (*galley_vocabulary_get_gap (self->vocabulary, self->old->words[i].gap) != '\0' ||
        *galley_vocabulary_get_gap (self->vocabulary, self->old->words[i + 1].gap) != '\0')
      return FALSE;

  return TRUE;
}

static GalleyDifference
compare_quotations (GalleyAlignment *self, guint old, guint new)
{
  return self->old->words[old].is_quoted != self->new->words[new].is_quoted
             ? GALLEY_DIFFERENCE_QUOTATION
             : GALLEY_DIFFERENCE_NONE;
}

/**
 * galley_placer_compare_surroundings:
 * @old: words of the old draft, at least one
 * @new: the same words in the new draft
 *
 * Returns: what differs around them and makes the statement another one
 */
GalleyDifference
galley_placer_compare_surroundings (GalleyAlignment *self, GalleyRange old, GalleyRange new)
{
  GalleyRange old_before = get_before (self->old, old.start);
  GalleyRange new_before = get_before (self->new, new.start);
  GalleyRange old_behind = get_behind (self->old, old.end - 1);
  GalleyRange new_behind = get_behind (self->new, new.end - 1);
  GalleyDifference far, near;

  near = compare_signs (self, old.start, new.start, /* is_before= */ TRUE) |
         compare_signs (self, old.end, new.end, /* is_before= */ FALSE) |
         compare_quotations (self, old.start, new.start) |
         compare_quotations (self, old.end - 1, new.end - 1);

  pass_before (self, &old_before, &new_before);
  pass_behind (self, &old_behind, &new_behind);
  far = compare_side (self, old_before, new_before) | compare_side (self, old_behind, new_behind);
  if (self->old->words[old.start].is_quoted && self->new->words[new.start].is_quoted)
    near |= compare_speakers (self, old_before, new_before) |
            compare_speakers (self, old_behind, new_behind);
  if (touches (self, old_before.end, old.start))
    {
      cut_before (self, &old_before, &new_before);
      near |= compare_side (self, old_before, new_before);
    }
  if (touches (self, old.end, old_behind.start))
    {
      cut_behind (self, &old_behind, &new_behind);
      near |= compare_side (self, old_behind, new_behind) |
              compare_counted (self, old_behind, new_behind, old.end - 1);
    }

  if ((far & GALLEY_DIFFERENCE_REACHING) != 0)
    near |= far & (GALLEY_DIFFERENCE_NEGATION | GALLEY_DIFFERENCE_HEDGE);
  return near & GALLEY_DIFFERENCE_GRAVE;
}

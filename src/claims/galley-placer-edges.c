/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-placer.h"

#include "galley-typography.h"

#include <string.h>

/* A claim may begin with signs before its first word or in the middle of that word, and end in the
 * same ways. */

/* Further than this from a word nobody's claim begins or ends. */
#define MAX_SIGNS 24

/* Signs as they are compared: without their typesetting, and without spaces at the ends. */
static char *
get_plain (GalleyText *text, GalleyRange range)
{
  g_autofree char *raw = galley_text_slice (text, range);
  g_autoptr (GString) plain = g_string_new (NULL);

  galley_typography_append_gap (plain, raw, strlen (raw));
  return g_strdup (g_strstrip (plain->str));
}

/* Moves @at from @word in steps of @step within the gap there, as long as the signs between are
 * those of @plain. */
static gboolean
find_signs (GalleyText *text, const char *plain, guint word, guint limit, int step, guint *out_at)
{
  gboolean is_found = FALSE;

  for (guint at = word, i = 0; i <= MAX_SIGNS; i++, at += step)
    {
      GalleyRange range = step < 0 ? (GalleyRange){ at, word } : (GalleyRange){ word, at };
      g_autofree char *raw = galley_text_slice (text, range);
      g_autofree char *found = get_plain (text, range);
      gboolean ends_in_space =
          *raw != '\0' && g_unichar_isspace (g_utf8_get_char (
                              step < 0 ? raw : g_utf8_find_prev_char (raw, raw + strlen (raw))));

      if (g_str_equal (found, plain) && !ends_in_space)
        {
          *out_at = at;
          is_found = TRUE;
        }
      else if (is_found || at == limit)
        break;
      if (at == limit)
        break;
    }

  return is_found;
}

/* Where the signs end that have no space between them and @word. */
static guint
skip_signs (GalleyText *text, guint word, guint limit, int step)
{
  guint at = word;

  for (guint i = 0; i < MAX_SIGNS && at != limit; i++, at += step)
    {
      guint sign = step < 0 ? at - 1 : at;
      g_autofree char *raw = galley_text_slice (text, (GalleyRange){ sign, sign + 1 });

      if (g_unichar_isspace (g_utf8_get_char (raw)))
        break;
    }

  return at;
}

/* Whether the very same @n characters are beyond both words. */
static gboolean
has_same_text (GalleyAlignment *self, guint old, guint new, guint n, int step)
{
  GalleyRange old_range = step < 0 ? (GalleyRange){ old - n, old } : (GalleyRange){ old, old + n };
  GalleyRange new_range = step < 0 ? (GalleyRange){ new - n, new } : (GalleyRange){ new, new + n };
  g_autofree char *old_text = galley_text_slice (self->old->text, old_range);
  g_autofree char *new_text = galley_text_slice (self->new->text, new_range);

  return g_str_equal (old_text, new_text);
}

/* @old is an end of the claim, @old_word and @new_word the same end of its last word in each draft,
 * @old_length and @new_length the length of those words; @limit is how far the new gap goes. */
static gboolean
find_edge (GalleyAlignment *self,
           guint old,
           const GalleyDraftWord *old_word,
           const GalleyDraftWord *new_word,
           guint limit,
           int step,
           guint *out_edge)
{
  guint old_at = step < 0 ? old_word->range.start : old_word->range.end;
  guint new_at = step < 0 ? new_word->range.start : new_word->range.end;
  gboolean is_inside = step < 0 ? old > old_at : old < old_at;
  g_autofree char *plain = NULL;
  guint n;

  *out_edge = new_at;
  if (old == old_at)
    return TRUE;
  if (is_inside)
    {
      if (galley_range_length (old_word->range) != galley_range_length (new_word->range) ||
          old_word->word != new_word->word)
        return FALSE;
      *out_edge = new_word->range.start + (old - old_word->range.start);
      return TRUE;
    }

  n = step < 0 ? old_at - old : old - old_at;
  if (n <= (step < 0 ? new_at - limit : limit - new_at) &&
      has_same_text (self, old_at, new_at, n, step))
    {
      *out_edge = step < 0 ? new_at - n : new_at + n;
      return TRUE;
    }

  plain = get_plain (self->old->text,
                     step < 0 ? (GalleyRange){ old, old_at } : (GalleyRange){ old_at, old });
  if (find_signs (self->new->text, plain, new_at, limit, step, out_edge))
    return TRUE;

  *out_edge = skip_signs (self->new->text, new_at, limit, step);
  return FALSE;
}

/**
 * galley_placer_find_edges:
 * @placing: a claim
 * @new: the words of the new draft in which it was found, at least one
 * @out_range: (out): the characters that it covers there
 *
 * Returns: whether it begins and ends in the same way as in the old draft
 */
gboolean
galley_placer_find_edges (GalleyAlignment *self,
                          const GalleyPlacing *placing,
                          GalleyRange new,
                          GalleyRange *out_range)
{
  const GalleyDraftWord *old_words = self->old->words, *new_words = self->new->words;
  guint before = new.start > 0 ? new_words[new.start - 1].range.end : 0;
  guint behind = new_words[new.end].range.start;
  GalleyRange range;
  gboolean starts = find_edge (self, placing->range.start, &old_words[placing->words.start],
                               &new_words[new.start], before, -1, &range.start);
  gboolean ends = find_edge (self, placing->range.end, &old_words[placing->words.end - 1],
                             &new_words[new.end - 1], behind, 1, &range.end);

  *out_range = range;
  return starts && ends;
}

/**
 * galley_placer_place_signs:
 * @range: characters of the old draft without a word
 * @out_range: (out): the same in the new draft
 *
 * Returns: whether they stand between the same words in the flow of both drafts
 */
gboolean
galley_placer_place_signs (GalleyAlignment *self, GalleyRange range, GalleyRange *out_range)
{
  guint old = galley_draft_words_find (self->old, range.start);
  guint new = old < self->old->n_words ? self->to_new[old] : self->new->n_words;
  guint old_start = old > 0 ? self->old->words[old - 1].range.end : 0;
  guint new_start;
  g_autofree char *old_signs = NULL, *new_signs = NULL;

  if (new == GALLEY_NO_WORD || (old < self->old->n_words && self->bonds[old] == GALLEY_BOND_MOVED))
    return FALSE;
  if (old == 0 || new == 0 ? old != new : self->to_new[old - 1] != new - 1)
    return FALSE;

  new_start = new > 0 ? self->new->words[new - 1].range.end : 0;
  old_signs = galley_text_slice (self->old->text,
                                 (GalleyRange){ old_start, self->old->words[old].range.start });
  new_signs = galley_text_slice (self->new->text,
                                 (GalleyRange){ new_start, self->new->words[new].range.start });
  if (!g_str_equal (old_signs, new_signs))
    return FALSE;

  out_range->start = new_start + (range.start - old_start);
  out_range->end = new_start + (range.end - old_start);
  return TRUE;
}

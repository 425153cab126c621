/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-remarks.h"

/* What has no spaces between its words is taken for one word up to this length; in code points. */
#define MAX_WORD 16

/**
 * GalleyRemarks:
 *
 * What the writer handed over with a draft, its source notes and its links, to be found by the
 * words that it is about. Never changes after it was made, so it may be shared by threads.
 *
 * The sorted array is read as a balanced tree of ranges: the node of [low, high) is its middle, and
 * @max_ends holds for each node the largest end below it. A query costs O(log n + hits), however
 * long the words are that a note is about.
 */
struct _GalleyRemarks
{
  GalleyDocument *document;
  GArray *all;     /* (element-type GalleyRemark), sorted by start */
  guint *max_ends; /* as many as in @all */
  GArray *notes;   /* (element-type guint): positions in @all, sorted */
};

static const GalleyRemark *
peek (GalleyRemarks *self, guint position)
{
  return &g_array_index (self->all, GalleyRemark, position);
}

/* The word that ends last between @from and @to; empty if there is nothing but white space. */
static GalleyRange
find_word_before (const char *utf8, guint from, guint to)
{
  GalleyRange word = { to, to };
  guint n_letters = 0;
  const char *p = utf8;

  for (guint at = to; at > from; at--)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (g_unichar_isspace (c))
        {
          if (word.start < word.end)
            break;
          word = (GalleyRange){ at - 1, at - 1 };
          continue;
        }
      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        n_letters++;
      else if (n_letters > 0)
        break;
      if (n_letters > MAX_WORD)
        break;
      word.start = at - 1;
    }

  return word;
}

/* The word that begins first between @from and @to; empty if there is nothing but white space. */
static GalleyRange
find_word_behind (const char *utf8, guint from, guint to)
{
  GalleyRange word = { from, from };
  const char *p = utf8;

  for (guint at = from; at < to && at - word.start < MAX_WORD; at++, p = g_utf8_next_char (p))
    {
      gboolean is_space = g_unichar_isspace (g_utf8_get_char (p));

      if (is_space && word.end > word.start)
        break;
      word = is_space ? (GalleyRange){ at + 1, at + 1 } : (GalleyRange){ word.start, at + 1 };
    }

  return word.start < word.end ? word : (GalleyRange){ from, from };
}

/* The word that a note at @place is about: writers put its sign behind what it is for, and only at
 * the start of a block there is nothing there. */
static GalleyRange
find_words_at (GalleyDocument *document, guint place)
{
  GalleyText *text = galley_document_get_text (document);
  guint length = galley_text_get_length (text);
  gint block = galley_document_find_block (document, MIN (place, length));
  GalleyRange within = { 0, length };
  GalleyRange word;
  guint n_blocks;
  const char *utf8;

  place = MIN (place, length);
  if (block >= 0)
    within = galley_document_get_blocks (document, &n_blocks)[block].range;
  utf8 = galley_text_peek_utf8 (text, NULL) + galley_text_to_bytes (text, place);
  word = find_word_before (utf8, within.start, place);

  return word.start < word.end ? word : find_word_behind (utf8, place, within.end);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const GalleyRemark *x = a, *y = b;

  if (x->range.start != y->range.start)
    return x->range.start < y->range.start ? -1 : 1;

  return (x->range.end > y->range.end) - (x->range.end < y->range.end);
}

static guint
index_ends (GalleyRemarks *self, guint low, guint high)
{
  guint middle = low + (high - low) / 2, end;

  if (low >= high)
    return 0;

  end = peek (self, middle)->range.end;
  end = MAX (end, index_ends (self, low, middle));
  end = MAX (end, index_ends (self, middle + 1, high));
  self->max_ends[middle] = end;

  return end;
}

/**
 * galley_remarks_new:
 * @document: a draft
 *
 * Returns: (transfer full): its source notes and links
 */
GalleyRemarks *
galley_remarks_new (GalleyDocument *document)
{
  GalleyRemarks *self = g_new0 (GalleyRemarks, 1);
  guint n_notes, n_links;
  const GalleySourceNote *notes = galley_document_get_source_notes (document, &n_notes);
  const GalleyLink *links = galley_document_get_links (document, &n_links);

  self->document = g_object_ref (document);
  self->all = g_array_sized_new (FALSE, FALSE, sizeof (GalleyRemark), n_notes + n_links);
  self->notes = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_notes);
  for (guint i = 0; i < n_notes; i++)
    {
      GalleyRemark remark = { .range = notes[i].range, .note = &notes[i] };

      if (remark.range.start >= remark.range.end)
        remark.range = find_words_at (document, remark.range.start);
      g_array_append_val (self->all, remark);
    }
  for (guint i = 0; i < n_links; i++)
    {
      GalleyRemark remark = { .range = links[i].range, .link = &links[i] };

      g_array_append_val (self->all, remark);
    }

  g_array_sort (self->all, compare);
  for (guint i = 0; i < self->all->len; i++)
    if (peek (self, i)->note != NULL)
      g_array_append_val (self->notes, i);
  self->max_ends = g_new (guint, MAX (self->all->len, 1));
  index_ends (self, 0, self->all->len);

  return self;
}

void
galley_remarks_free (GalleyRemarks *self)
{
  g_object_unref (self->document);
  g_array_unref (self->all);
  g_array_unref (self->notes);
  g_free (self->max_ends);
  g_free (self);
}

static void
collect (GalleyRemarks *self, guint low, guint high, GalleyRange range, GPtrArray *found)
{
  guint middle = low + (high - low) / 2;

  if (low >= high || self->max_ends[middle] <= range.start)
    return;

  collect (self, low, middle, range, found);
  if (peek (self, middle)->range.start >= range.end)
    return;
  if (galley_range_overlaps (peek (self, middle)->range, range))
    g_ptr_array_add (found, (gpointer) peek (self, middle));
  collect (self, middle + 1, high, range, found);
}

/**
 * galley_remarks_list:
 * @range: some words
 *
 * Returns: (transfer container) (element-type GalleyRemark): the notes and links that are about any
 *   of these words, sorted by start
 */
GPtrArray *
galley_remarks_list (GalleyRemarks *self, GalleyRange range)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (self, 0, self->all->len, range, found);

  return found;
}

/**
 * galley_remarks_get_n_notes:
 *
 * Returns: how many notes there are
 */
guint
galley_remarks_get_n_notes (GalleyRemarks *self)
{
  return self->notes->len;
}

/**
 * galley_remarks_get_note:
 * @position: from 0, in the order of the words that notes are about
 *
 * Returns: (transfer none): a note
 */
const GalleyRemark *
galley_remarks_get_note (GalleyRemarks *self, guint position)
{
  g_return_val_if_fail (position < self->notes->len, NULL);

  return peek (self, g_array_index (self->notes, guint, position));
}

/**
 * galley_remarks_count_notes_before:
 * @offset: code points
 *
 * Returns: how many notes are about words that begin before @offset, which is also the position of
 *   the first note that is about words at @offset or behind it
 */
guint
galley_remarks_count_notes_before (GalleyRemarks *self, guint offset)
{
  guint low = 0, high = self->notes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (galley_remarks_get_note (self, middle)->range.start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * galley_remarks_find_next_note:
 * @offset: where to begin to look, code points
 * @is_forward: whether to look on, not back
 *
 * Returns: (transfer none) (nullable): the next note whose words begin somewhere else than at
 *   @offset, past the end of the draft from its start; the only place if there is just one; %NULL
 *   if there are no notes
 */
const GalleyRemark *
galley_remarks_find_next_note (GalleyRemarks *self, guint offset, gboolean is_forward)
{
  guint n_notes = self->notes->len;
  guint next = galley_remarks_count_notes_before (self, is_forward ? offset + 1 : offset);

  if (n_notes == 0)
    return NULL;
  if (is_forward)
    return galley_remarks_get_note (self, next % n_notes);

  return galley_remarks_get_note (self, (next + n_notes - 1) % n_notes);
}

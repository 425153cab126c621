/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-intake-private.h"

#include <string.h>

/*
 * Finds thousands of quotes in a text in one walk. Each quote is known by eight of its bytes in a
 * row, those that are rarest in the text, or by all if there are fewer; at each place of the text
 * it is looked up which quotes have what is there, and only those are compared. Quotes of a text
 * that says nearly the same again and again all begin alike, but each has something rare in it.
 * Most places belong to no quote, which a table of bits tells that is faster to look into. A quote
 * that was found twice is not looked for any more: it is not the only one, and nothing else is
 * asked.
 */

#define MAX_KEY 8

/* Comparisons in all, so that quotes that all begin as the text does everywhere come to an end. It
 * is not known of any of them then that it is the only one. */
#define MAX_COMPARISONS 20000000

/* Bits in the table of what may begin a quote: 16 KiB, with a bit set in ten for 10,000 quotes. */
#define FILTER_BITS 17

/* How often bytes in a row are in the text is counted in so many places that few others share one.
 */
#define COUNT_BITS 20

/* Quotes by bytes that they have in them. */
typedef struct
{
  guint16 *counts; /* of MAX_KEY bytes in a row, in the text; other bytes may be counted too */
  gsize *offsets;  /* where each quote has the bytes that it is known by */
  guint8 filter[(1 << FILTER_BITS) / 8];
  GHashTable *chains[MAX_KEY + 1]; /* by length of the key: its first pattern, from 1 */
  guint *next;                     /* the pattern behind each in its chain, from 1; 0 ends it */
  GArray *patterns;
  guint n_left; /* comparisons */
} Search;

static guint64
get_key (const char *utf8, gsize length_bytes)
{
  guint64 key = 0;

  memcpy (&key, utf8, length_bytes);
  return key;
}

/* Where a key has its bit. Multiplied by an odd number with bits all over it, all bits of a key
 * have their share in the highest ones. */
static guint
scatter (guint64 key, guint n_bits)
{
  return (key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - n_bits);
}

static guint
get_bit (guint64 key)
{
  return scatter (key, FILTER_BITS);
}

/* g_int64_hash() lays one half of a key over the other, where digits too often meet digits. */
static guint
hash_key (gconstpointer key)
{
  return scatter (*(const guint64 *) key, 32);
}

static void
count_all (Search *self, const char *utf8, gsize n_bytes)
{
  for (gsize at = 0; at + MAX_KEY <= n_bytes; at++)
    {
      guint16 *count = &self->counts[scatter (get_key (utf8 + at, MAX_KEY), COUNT_BITS)];

      *count += *count < G_MAXUINT16;
    }
}

/* Where @pattern has what is rarest in the text. Returns whether all of it may be there. */
static gboolean
find_rarest (Search *self, const GalleyQuotePattern *pattern, gsize *out_offset)
{
  guint rarest = G_MAXUINT;

  for (gsize i = 0; i + MAX_KEY <= pattern->length_bytes && rarest > 0; i++)
    {
      guint n = self->counts[scatter (get_key (pattern->utf8 + i, MAX_KEY), COUNT_BITS)];

      if (n < rarest)
        {
          rarest = n;
          *out_offset = i;
        }
    }

  return rarest > 0;
}

static void
add_pattern (Search *self, guint index)
{
  const GalleyQuotePattern *pattern = &g_array_index (self->patterns, GalleyQuotePattern, index);
  gsize length = MIN (pattern->length_bytes, MAX_KEY);
  g_autofree guint64 *key = g_new (guint64, 1);

  if (!find_rarest (self, pattern, &self->offsets[index]))
    return;
  *key = get_key (pattern->utf8 + self->offsets[index], length);
  self->filter[get_bit (*key) / 8] |= 1 << get_bit (*key) % 8;
  if (self->chains[length] == NULL)
    self->chains[length] = g_hash_table_new_full (hash_key, g_int64_equal, g_free, NULL);
  self->next[index] = GPOINTER_TO_UINT (g_hash_table_lookup (self->chains[length], key));
  g_hash_table_replace (self->chains[length], g_steal_pointer (&key), GUINT_TO_POINTER (index + 1));
}

/* Compares the patterns of a chain with what is at one place. */
static void
compare_chain (Search *self, guint first, const char *utf8, gsize at, gsize n_bytes)
{
  for (guint i = first; i != 0 && self->n_left > 0; i = self->next[i - 1])
    {
      GalleyQuotePattern *pattern = &g_array_index (self->patterns, GalleyQuotePattern, i - 1);
      gsize start = at - self->offsets[i - 1];

      self->n_left--;
      if (pattern->n_found > 1 || self->offsets[i - 1] > at ||
          pattern->length_bytes > n_bytes - start ||
          memcmp (pattern->utf8, utf8 + start, pattern->length_bytes) != 0)
        continue;
      if (pattern->n_found++ == 0)
        pattern->at_bytes = start;
    }
}

static void
look_at (Search *self, const char *utf8, gsize at, gsize n_bytes)
{
  for (gsize length = 1; length <= MIN (MAX_KEY, n_bytes - at); length++)
    {
      guint64 key;

      if (self->chains[length] == NULL)
        continue;
      key = get_key (utf8 + at, length);
      if ((self->filter[get_bit (key) / 8] & 1 << get_bit (key) % 8) == 0)
        continue;
      compare_chain (self, GPOINTER_TO_UINT (g_hash_table_lookup (self->chains[length], &key)),
                     utf8, at, n_bytes);
    }
}

/**
 * galley_intake_find_quotes:
 * @patterns: (element-type GalleyQuotePattern): what is looked for; told where it is
 *
 * Finds words that stand in a text character for character.
 */
void
galley_intake_find_quotes (GalleyText *text, GArray *patterns)
{
  Search self = { .patterns = patterns, .n_left = MAX_COMPARISONS };
  gsize n_bytes;
  const char *utf8 = galley_text_peek_utf8 (text, &n_bytes);

  self.next = g_new0 (guint, patterns->len);
  self.offsets = g_new0 (gsize, patterns->len);
  self.counts = g_new0 (guint16, 1 << COUNT_BITS);
  count_all (&self, utf8, n_bytes);
  for (guint i = 0; i < patterns->len; i++)
    {
      g_array_index (patterns, GalleyQuotePattern, i).n_found = 0;
      add_pattern (&self, i);
    }
  for (gsize at = 0; at < n_bytes && self.n_left > 0; at++)
    look_at (&self, utf8, at, n_bytes);
  for (guint i = 0; self.n_left == 0 && i < patterns->len; i++)
    g_array_index (patterns, GalleyQuotePattern, i).n_found = 2;

  for (guint i = 0; i <= MAX_KEY; i++)
    g_clear_pointer (&self.chains[i], g_hash_table_unref);
  g_free (self.next);
  g_free (self.offsets);
  g_free (self.counts);
}

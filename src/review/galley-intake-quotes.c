/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-intake-private.h"

#include <string.h>

/*
 * Finds thousands of quotes in a text in one walk. Quotes are sorted into tables by their first
 * bytes, eight of them or all if there are fewer; at each place of the text it is looked up which
 * quotes begin like it, and only those are compared. Most places begin no quote, which a table of
 * bits tells that is faster to look into. A quote that was found twice is not looked
 * for any more: it is not the only one, and nothing else is asked.
 */

#define MAX_KEY 8

/* Comparisons in all, so that quotes that all begin as the text does everywhere come to an end. It
 * is not known of any of them then that it is the only one. */
#define MAX_COMPARISONS 20000000

/* Bits in the table of what may begin a quote: 16 KiB, with a bit set in ten for 10,000 quotes. */
#define FILTER_BITS 17

/* Quotes by their first bytes. */
typedef struct
{
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
get_bit (guint64 key)
{
  return (key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - FILTER_BITS);
}

static void
add_pattern (Search *self, guint index)
{
  const GalleyQuotePattern *pattern = &g_array_index (self->patterns, GalleyQuotePattern, index);
  gsize length = MIN (pattern->length_bytes, MAX_KEY);
  g_autofree guint64 *key = g_new (guint64, 1);

  *key = get_key (pattern->utf8, length);
  self->filter[get_bit (*key) / 8] |= 1 << get_bit (*key) % 8;
  if (self->chains[length] == NULL)
    self->chains[length] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
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

      self->n_left--;
      if (pattern->n_found > 1 || pattern->length_bytes > n_bytes - at ||
          memcmp (pattern->utf8, utf8 + at, pattern->length_bytes) != 0)
        continue;
      if (pattern->n_found++ == 0)
        pattern->at_bytes = at;
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
}

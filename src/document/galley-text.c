/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-text.h"

#include <string.h>

/* How many characters begin before each BLOCK-th byte is kept in an index, so that a conversion
 * looks at no more than BLOCK bytes. A text of nothing but ASCII needs none: characters are bytes.
 */
#define BLOCK 64

struct _GalleyText
{
  gatomicrefcount ref_count;
  char *utf8;
  gsize length_bytes;
  guint length;

  guint *counts; /* characters that begin before bytes 0, BLOCK, 2 * BLOCK, …; NULL if all ASCII */
  guint n_counts;
};

G_DEFINE_BOXED_TYPE (GalleyText, galley_text, galley_text_ref, galley_text_unref)

/* Characters that begin in these bytes: all but the continuation bytes of UTF-8. A loop without
 * branches, which the compiler makes vectors of. */
static guint
count_characters (const char *bytes, gsize n_bytes)
{
  guint n = 0;

  for (gsize i = 0; i < n_bytes; i++)
    n += (signed char) bytes[i] >= -64;

  return n;
}

static void
build_index (GalleyText *self)
{
  self->n_counts = self->length_bytes / BLOCK + 1;
  self->counts = g_new (guint, self->n_counts);
  for (guint i = 0; i < self->n_counts; i++)
    {
      gsize start = (gsize) i * BLOCK;

      self->counts[i] = self->length;
      self->length +=
          count_characters (self->utf8 + start, MIN (BLOCK, self->length_bytes - start));
    }

  if (self->length == self->length_bytes)
    g_clear_pointer (&self->counts, g_free);
}

/**
 * galley_text_new_take:
 * @utf8: (transfer full): valid UTF-8 without NUL, NUL-terminated
 * @length_bytes: length of @utf8 without its terminator
 *
 * Makes a text of @utf8, which the caller has validated.
 *
 * Returns: (transfer full): the text
 */
GalleyText *
galley_text_new_take (char *utf8, gsize length_bytes)
{
  GalleyText *self;

  g_return_val_if_fail (utf8 != NULL, NULL);
  g_return_val_if_fail (length_bytes < G_MAXUINT, NULL);

  self = g_new0 (GalleyText, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->utf8 = utf8;
  self->length_bytes = length_bytes;
  build_index (self);

  return self;
}

/**
 * galley_text_new:
 * @utf8: valid UTF-8 without NUL
 * @length_bytes: length of @utf8, or -1 if it is NUL-terminated
 *
 * Makes a text with a copy of @utf8.
 *
 * Returns: (transfer full): the text
 */
GalleyText *
galley_text_new (const char *utf8, gssize length_bytes)
{
  g_return_val_if_fail (utf8 != NULL, NULL);

  if (length_bytes < 0)
    length_bytes = strlen (utf8);

  return galley_text_new_take (g_strndup (utf8, length_bytes), length_bytes);
}

GalleyText *
galley_text_ref (GalleyText *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_text_unref (GalleyText *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->utf8);
  g_free (self->counts);
  g_free (self);
}

/**
 * galley_text_peek_utf8:
 * @out_length_bytes: (out) (optional): length in bytes
 *
 * Returns: (transfer none): the whole text, NUL-terminated
 */
const char *
galley_text_peek_utf8 (GalleyText *self, gsize *out_length_bytes)
{
  if (out_length_bytes != NULL)
    *out_length_bytes = self->length_bytes;
  return self->utf8;
}

/**
 * galley_text_get_length:
 *
 * Returns: length in code points
 */
guint
galley_text_get_length (GalleyText *self)
{
  return self->length;
}

/**
 * galley_text_to_bytes:
 * @offset: code points, at most the text's length
 *
 * Returns: the byte at which character @offset begins
 */
gsize
galley_text_to_bytes (GalleyText *self, guint offset)
{
  guint low = 0, high = self->n_counts;
  const char *p;

  g_return_val_if_fail (offset <= self->length, self->length_bytes);

  if (self->counts == NULL)
    return offset;
  if (offset == self->length)
    return self->length_bytes;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->counts[middle] <= offset)
        low = middle;
      else
        high = middle;
    }

  if (low + 1 < self->n_counts && self->counts[low + 1] - self->counts[low] == BLOCK)
    return (gsize) low * BLOCK + offset - self->counts[low];

  /* The block may begin in the middle of a character, which the block before has counted. */
  p = self->utf8 + (gsize) low * BLOCK;
  while ((signed char) *p < -64)
    p++;
  return g_utf8_offset_to_pointer (p, offset - self->counts[low]) - self->utf8;
}

/**
 * galley_text_from_bytes:
 * @offset_bytes: bytes, at most the text's length in bytes
 *
 * Returns: the number of characters that begin before @offset_bytes
 */
guint
galley_text_from_bytes (GalleyText *self, gsize offset_bytes)
{
  gsize block = offset_bytes / BLOCK;

  g_return_val_if_fail (offset_bytes <= self->length_bytes, self->length);

  if (self->counts == NULL)
    return offset_bytes;

  return self->counts[block] +
         count_characters (self->utf8 + block * BLOCK, offset_bytes - block * BLOCK);
}

/**
 * galley_text_slice:
 * @range: a range within the text
 *
 * Returns: (transfer full): the words that @range covers
 */
char *
galley_text_slice (GalleyText *self, GalleyRange range)
{
  gsize start_bytes, end_bytes;

  g_return_val_if_fail (galley_text_has_range (self, range), NULL);

  start_bytes = galley_text_to_bytes (self, range.start);
  end_bytes = galley_text_to_bytes (self, range.end);

  return g_strndup (self->utf8 + start_bytes, end_bytes - start_bytes);
}

/**
 * galley_text_has_range:
 *
 * Returns: whether @range lies within the text; an empty one may
 */
gboolean
galley_text_has_range (GalleyText *self, GalleyRange range)
{
  return range.start <= range.end && range.end <= self->length;
}

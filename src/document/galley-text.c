/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-text.h"

#include <string.h>

/* Every SAMPLE-th code point has its byte offset in an index, so that a conversion walks at most
 * SAMPLE - 1 characters. A text of nothing but ASCII needs no index: characters are bytes. */
#define SAMPLE 128

struct _GalleyText
{
  gatomicrefcount ref_count;
  char *utf8;
  gsize length_bytes;
  guint length;

  guint *samples; /* byte offsets of characters 0, SAMPLE, 2 * SAMPLE, …; NULL if all ASCII */
  guint n_samples;
};

G_DEFINE_BOXED_TYPE (GalleyText, galley_text, galley_text_ref, galley_text_unref)

static void
build_index (GalleyText *self)
{
  const char *end = self->utf8 + self->length_bytes;
  guint n = 0;

  self->samples = g_new (guint, self->length / SAMPLE + 1);
  for (const char *p = self->utf8; p < end; p = g_utf8_next_char (p), n++)
    if (n % SAMPLE == 0)
      self->samples[self->n_samples++] = p - self->utf8;
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
  self->length = g_utf8_strlen (utf8, length_bytes);
  if (self->length != length_bytes)
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
  g_free (self->samples);
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
  const char *p;

  g_return_val_if_fail (offset <= self->length, self->length_bytes);

  if (self->samples == NULL)
    return offset;
  if (offset == self->length)
    return self->length_bytes;

  p = self->utf8 + self->samples[offset / SAMPLE];
  return g_utf8_offset_to_pointer (p, offset % SAMPLE) - self->utf8;
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
  guint low = 0, high = self->n_samples;

  g_return_val_if_fail (offset_bytes <= self->length_bytes, self->length);

  if (self->samples == NULL)
    return offset_bytes;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->samples[middle] <= offset_bytes)
        low = middle;
      else
        high = middle;
    }

  return low * SAMPLE +
         g_utf8_strlen (self->utf8 + self->samples[low], offset_bytes - self->samples[low]);
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

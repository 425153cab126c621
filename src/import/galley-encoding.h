/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyEncoding:
 * @GALLEY_ENCODING_UTF_8: also plain ASCII
 * @GALLEY_ENCODING_UTF_8_WITH_STRAYS: UTF-8 in which single bytes are Windows-1252
 * @GALLEY_ENCODING_STATED: another one that the input itself states
 * @GALLEY_ENCODING_GUESSED: another one that the words look like
 *
 * How the characters of a text are written as bytes.
 */
typedef enum
{
  GALLEY_ENCODING_UTF_8,
  GALLEY_ENCODING_UTF_8_WITH_STRAYS,
  GALLEY_ENCODING_UTF_16_LE,
  GALLEY_ENCODING_UTF_16_BE,
  GALLEY_ENCODING_UTF_32_LE,
  GALLEY_ENCODING_UTF_32_BE,
  GALLEY_ENCODING_WINDOWS_1252,
  GALLEY_ENCODING_STATED,
  GALLEY_ENCODING_GUESSED,
} GalleyEncoding;

/**
 * GalleyDecoded:
 * @utf8: the text: valid UTF-8 without NUL, NUL-terminated, without byte order mark
 * @length_bytes: length of @utf8 without its terminator
 * @encoding: what the bytes were read as
 * @guess: (nullable) (static): the name of the encoding, if it was guessed
 * @n_guessed: stray bytes that were read as Windows-1252 in what is otherwise UTF-8
 * @n_replaced: parts of the input that are no character and became U+FFFD
 *
 * Text that was made from bytes.
 */
typedef struct
{
  char *utf8;
  gsize length_bytes;
  GalleyEncoding encoding;
  const char *guess;
  guint n_guessed;
  guint n_replaced;
} GalleyDecoded;

gboolean galley_decoded_init (GalleyDecoded *decoded, GBytes *bytes);
void galley_decoded_clear (GalleyDecoded *decoded);
char *galley_decoded_describe_guess (const GalleyDecoded *decoded) G_GNUC_WARN_UNUSED_RESULT;
char *galley_decoded_describe_loss (const GalleyDecoded *decoded) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GalleyDecoded, galley_decoded_clear)

G_END_DECLS

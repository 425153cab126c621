/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-gunzip.h"

#define CHUNK_BYTES 65536

/**
 * galley_gunzip:
 * @packed: a gzip archive; what comes after its first member is left alone
 * @max_bytes: how large the content may be
 * @out_is_too_large: (out): whether it is larger
 *
 * Returns: (transfer full) (nullable): the content, or %NULL if it is too large or damaged
 */
GBytes *
galley_gunzip (GBytes *packed, gsize max_bytes, gboolean *out_is_too_large)
{
  g_autoptr (GConverter) converter =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize length_bytes;
  const guint8 *data = g_bytes_get_data (packed, &length_bytes);

  while (result == G_CONVERTER_CONVERTED)
    {
      gsize n_read, n_written;

      result = g_converter_convert (converter, data, length_bytes, chunk, CHUNK_BYTES,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written,
                                    /* error= */ NULL);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      data += n_read;
      length_bytes -= n_read;
      g_byte_array_append (content, chunk, n_written);
      if (content->len > max_bytes)
        {
          *out_is_too_large = TRUE;
          return NULL;
        }
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

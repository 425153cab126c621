/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * galley_append_bytes:
 * @bytes: (array length=n_bytes): part of a string
 *
 * Appends as g_string_append_len() does, without a call where there is room.
 */
static inline void
galley_append_bytes (GString *out, const char *bytes, gsize n_bytes)
{
  if (out->len + n_bytes >= out->allocated_len)
    {
      g_string_append_len (out, bytes, (gssize) n_bytes);
      return;
    }

  memcpy (out->str + out->len, bytes, n_bytes);
  out->len += n_bytes;
  out->str[out->len] = '\0';
}

void galley_append (GString *out, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS

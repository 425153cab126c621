/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-json-file.h"

#include "galley-json-shape.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The UTF-16 unit that is escaped at @p, or 0. */
static guint
get_unit (const char *p, const char *end)
{
  guint unit = 0;

  if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
    return 0;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return 0;
      unit = unit * 16 + g_ascii_xdigit_value (p[i]);
    }

  return unit;
}

/* Programs that count in UTF-16 cut characters in half now and then, which JSON can write and the
 * parser cannot read: half a character becomes the replacement character. */
static void
replace_halves (char *json, gsize size_bytes)
{
  const char *end = json + size_bytes;

  for (char *p = json; p < end; p++)
    {
      guint unit, next;

      if (*p != '\\')
        continue;
      unit = get_unit (p, end);
      next = unit != 0 ? get_unit (p + 6, end) : 0;
      if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000)
        p += 11;
      else if (unit >= 0xd800 && unit < 0xe000)
        memcpy (p + 2, "fffd", 4);
      else
        p++;
    }
}

/**
 * galley_json_file_parse:
 * @bytes: a file
 * @error: (out) (optional): %G_IO_ERROR_INVALID_DATA if the file is no JSON, or %G_IO_ERROR_FAILED
 *   if it would cost more than it may
 *
 * Returns: (transfer full): a parser that holds the file's value, which is never %NULL; or %NULL
 */
JsonParser *
galley_json_file_parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize size_bytes;
  const char *json = g_bytes_get_data (bytes, &size_bytes);
  g_autoptr (GError) reason = NULL;
  g_autofree char *whole = NULL;
  GalleyJsonShape shape;

  if (size_bytes == 0 || !g_utf8_validate (json, size_bytes, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("The file is no JSON text"));
      return NULL;
    }

  galley_json_shape_measure (json, size_bytes, &shape);
  if (g_strstr_len (json, size_bytes, "\\u") != NULL)
    {
      json = whole = g_memdup2 (json, size_bytes);
      replace_halves (whole, size_bytes);
    }
  if (shape.depth > GALLEY_JSON_MAX_DEPTH)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("The file has values within values that are more than %d levels deep"),
                 GALLEY_JSON_MAX_DEPTH);
  else if (shape.n_values > GALLEY_JSON_MAX_VALUES)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The file has more than %d values"),
                 GALLEY_JSON_MAX_VALUES);
  else if (shape.second != NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("The file is no JSON text"));
  else if (!json_parser_load_from_data (parser, json, size_bytes, &reason))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The file is no JSON text: %s"),
                 reason->message);
  else if (json_parser_get_root (parser) == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The file is no JSON text"));
  else
    return g_steal_pointer (&parser);

  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-body.h"

/* The bodies of events are flat objects of texts, whole numbers and truth values. They are written
 * here because json-glib leaves U+001F as it is, which SQLite rightly refuses to read. */

static void
append_text (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (json, '\\');
      if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

static void
append_value (GString *json, GVariant *value)
{
  switch (g_variant_classify (value))
    {
    case G_VARIANT_CLASS_STRING:
      append_text (json, g_variant_get_string (value, NULL));
      break;
    case G_VARIANT_CLASS_BOOLEAN:
      g_string_append (json, g_variant_get_boolean (value) ? "true" : "false");
      break;
    case G_VARIANT_CLASS_INT32:
      g_string_append_printf (json, "%" G_GINT32_FORMAT, g_variant_get_int32 (value));
      break;
    case G_VARIANT_CLASS_UINT32:
      g_string_append_printf (json, "%" G_GUINT32_FORMAT, g_variant_get_uint32 (value));
      break;
    case G_VARIANT_CLASS_INT64:
      g_string_append_printf (json, "%" G_GINT64_FORMAT, g_variant_get_int64 (value));
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * galley_body_to_json:
 * @body: (type a{sv}): an event's body; its values are texts, 32 and 64 bit integers and booleans
 *
 * Returns: (transfer full): the body as a JSON object
 */
char *
galley_body_to_json (GVariant *body)
{
  GString *json = g_string_new ("{");
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, body);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      if (json->len > 1)
        g_string_append_c (json, ',');
      append_text (json, name);
      g_string_append_c (json, ':');
      append_value (json, value);
    }
  g_string_append_c (json, '}');

  return g_string_free (json, FALSE);
}

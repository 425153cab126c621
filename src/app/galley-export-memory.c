/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-export-memory.h"

#include "galley-settings.h"

/**
 * galley_export_memory_get_choice:
 *
 * Returns: (transfer full): the nick of what went out last; "" if nothing did
 */
char *
galley_export_memory_get_choice (void)
{
  return galley_settings_get_string ("export-choice");
}

/**
 * galley_export_memory_get_format:
 *
 * Returns: (transfer full): the nick of the format that a layout went out in last; "" if none did
 */
char *
galley_export_memory_get_format (void)
{
  return galley_settings_get_string ("export-format");
}

/**
 * galley_export_memory_has_option:
 *
 * Returns: whether @option was on when something last went out in @format
 */
gboolean
galley_export_memory_has_option (const char *format, const char *option)
{
  g_autoptr (GVariant) all = galley_settings_get_keys ("export-options");
  g_autofree const char **options = NULL;

  return all != NULL && g_variant_lookup (all, format, "^a&s", &options) &&
         g_strv_contains (options, option);
}

static void
keep_options (const char *format, const char *const *options)
{
  g_autoptr (GVariant) all = galley_settings_get_keys ("export-options");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name;
  GVariant *value;

  if (all == NULL)
    return;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s@as}", &name, &value))
    {
      if (!g_str_equal (name, format))
        g_variant_builder_add (&builder, "{s@as}", name, value);
      g_variant_unref (value);
    }
  g_variant_builder_add (&builder, "{s^as}", format, options);
  galley_settings_set_keys ("export-options", g_variant_builder_end (&builder));
}

/**
 * galley_export_memory_keep:
 * @choice: nick of what went out
 * @format: nick of the format that it went out in
 * @has_layout: whether it has a layout: what has a form of its own says nothing about the format
 *   that is wanted of a layout
 * @options: (array zero-terminated=1): the options that were on
 *
 * Remembers what went out.
 */
void
galley_export_memory_keep (const char *choice,
                           const char *format,
                           gboolean has_layout,
                           const char *const *options)
{
  galley_settings_set_string ("export-choice", choice);
  if (has_layout)
    galley_settings_set_string ("export-format", format);
  keep_options (format, options);
}

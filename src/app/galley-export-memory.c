/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-export-memory.h"

#include "galley-settings.h"

/**
 * galley_export_memory_get_choice:
 * @is_printed: whether it was printed
 *
 * Returns: (transfer full): the nick of what went out last, or was printed last: of a layout, or of
 *   a format that has none
 */
char *
galley_export_memory_get_choice (gboolean is_printed)
{
  return is_printed ? galley_settings_get_string ("print-choice")
                    : galley_settings_get_string ("export-choice");
}

/**
 * galley_export_memory_get_format:
 * @layout: nick of a layout
 *
 * Returns: (transfer full): the nick of the format that @layout went out in last, or else any
 *   layout; "" if none did
 */
char *
galley_export_memory_get_format (const char *layout)
{
  g_autoptr (GVariant) all = galley_settings_get_keys ("export-formats");
  g_autofree const char **formats = NULL;

  if (all != NULL && g_variant_lookup (all, layout, "^a&s", &formats) && formats[0] != NULL)
    return g_strdup (formats[0]);

  return galley_settings_get_string ("export-format");
}

/* The name that options are kept under; (transfer full). */
static char *
make_name (const char *layout, const char *format)
{
  return layout != NULL ? g_strdup_printf ("%s/%s", layout, format) : g_strdup (format);
}

/**
 * galley_export_memory_has_option:
 * @layout: (nullable): nick of a layout; %NULL for a format without layouts
 *
 * Returns: whether @option was on when something last went out so
 */
gboolean
galley_export_memory_has_option (const char *layout, const char *format, const char *option)
{
  g_autoptr (GVariant) all = galley_settings_get_keys ("export-options");
  g_autofree const char **options = NULL;
  g_autofree char *name = make_name (layout, format);

  return all != NULL && g_variant_lookup (all, name, "^a&s", &options) &&
         g_strv_contains (options, option);
}

/* @all, a dictionary of lists of words, with one entry set anew; (transfer floating). */
static GVariant *
set_entry (GVariant *all, const char *name, const char *const *words)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  GVariant *value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s@as}", &other, &value))
    {
      if (!g_str_equal (other, name))
        g_variant_builder_add (&builder, "{s@as}", other, value);
      g_variant_unref (value);
    }
  g_variant_builder_add (&builder, "{s^as}", name, words);

  return g_variant_builder_end (&builder);
}

static void
keep_format (const char *layout, const char *format)
{
  g_autoptr (GVariant) all = galley_settings_get_keys ("export-formats");

  galley_settings_set_string ("export-format", format);
  if (all != NULL)
    galley_settings_set_keys ("export-formats",
                              set_entry (all, layout, (const char *[]){ format, NULL }));
}

/**
 * galley_export_memory_keep:
 * @layout: (nullable): nick of the layout that went out; %NULL if the format has none, which says
 *   nothing about the format that is wanted of a layout
 * @format: nick of the format that it went out in
 * @options: (array zero-terminated=1): the options that were on
 *
 * Remembers what went out.
 */
void
galley_export_memory_keep (const char *layout, const char *format, const char *const *options)
{
  gboolean is_printed = g_str_equal (format, GALLEY_EXPORT_MEMORY_PRINT);
  const char *choice = layout != NULL ? layout : format;
  g_autoptr (GVariant) all = galley_settings_get_keys ("export-options");
  g_autofree char *name = make_name (layout, format);

  if (is_printed)
    galley_settings_set_string ("print-choice", choice);
  else
    galley_settings_set_string ("export-choice", choice);
  if (layout != NULL && !is_printed)
    keep_format (layout, format);
  if (all != NULL)
    galley_settings_set_keys ("export-options", set_entry (all, name, options));
}

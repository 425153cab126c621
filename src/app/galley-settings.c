/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-settings.h"

/* What the program remembers for itself. A missing schema ends a program that asks for it; a build
 * that was not installed shall start all the same, and then remembers nothing. */

/**
 * galley_settings_get_default:
 *
 * Returns: (transfer none) (nullable): the settings; %NULL if their schema is not installed
 */
GSettings *
galley_settings_get_default (void)
{
  static GSettings *settings;
  static gsize is_done;

  if (g_once_init_enter (&is_done))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema =
          source != NULL ? g_settings_schema_source_lookup (source, GALLEY_APP_ID, TRUE) : NULL;

      if (schema != NULL)
        settings = g_settings_new_full (schema, /* backend= */ NULL, /* path= */ NULL);
      g_once_init_leave (&is_done, 1);
    }

  return settings;
}

/**
 * galley_settings_get_int:
 * @otherwise: the value if there are no settings
 *
 * Returns: the value of @key
 */
int
galley_settings_get_int (const char *key, int otherwise)
{
  GSettings *settings = galley_settings_get_default ();

  return settings != NULL ? g_settings_get_int (settings, key) : otherwise;
}

/**
 * galley_settings_get_boolean:
 * @otherwise: the value if there are no settings
 *
 * Returns: the value of @key
 */
gboolean
galley_settings_get_boolean (const char *key, gboolean otherwise)
{
  GSettings *settings = galley_settings_get_default ();

  return settings != NULL ? g_settings_get_boolean (settings, key) : otherwise;
}

/**
 * galley_settings_get_string:
 *
 * Returns: (transfer full): the value of @key; "" if there are no settings
 */
char *
galley_settings_get_string (const char *key)
{
  GSettings *settings = galley_settings_get_default ();

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

/* Where settings are kept in a file, each that is written is waited for: what is there already is
 * not written again. */
static void
set_value (const char *key, GVariant *floating)
{
  GSettings *settings = galley_settings_get_default ();
  g_autoptr (GVariant) value = g_variant_ref_sink (floating);
  g_autoptr (GVariant) before = NULL;

  if (settings == NULL)
    return;

  before = g_settings_get_value (settings, key);
  if (!g_variant_equal (before, value))
    g_settings_set_value (settings, key, value);
}

void
galley_settings_set_int (const char *key, int value)
{
  set_value (key, g_variant_new_int32 (value));
}

void
galley_settings_set_boolean (const char *key, gboolean value)
{
  set_value (key, g_variant_new_boolean (value));
}

void
galley_settings_set_string (const char *key, const char *value)
{
  set_value (key, g_variant_new_string (value));
}

/**
 * galley_settings_get_keys:
 *
 * Returns: (transfer full) (nullable): the value of @key, of type a{sas}; %NULL if there are no
 *   settings
 */
GVariant *
galley_settings_get_keys (const char *key)
{
  GSettings *settings = galley_settings_get_default ();

  return settings != NULL ? g_settings_get_value (settings, key) : NULL;
}

/**
 * galley_settings_set_keys:
 * @value: (transfer floating): of type a{sas}
 */
void
galley_settings_set_keys (const char *key, GVariant *value)
{
  set_value (key, value);
}

/**
 * galley_settings_get_checker_name:
 *
 * Returns: (transfer full): the name that changes are signed with: what the person chose, else the
 *   name that the system knows
 */
char *
galley_settings_get_checker_name (void)
{
  g_autofree char *chosen = galley_settings_get_string ("checker-name");
  const char *real_name = g_get_real_name ();

  if (*g_strstrip (chosen) != '\0')
    return g_steal_pointer (&chosen);

  return g_strdup (g_str_equal (real_name, "Unknown") || *real_name == '\0' ? g_get_user_name ()
                                                                            : real_name);
}

/**
 * galley_settings_put_first:
 * @key: of a dictionary of lists of text
 * @id: whose list it is
 * @texts: the list
 * @max_ids: how many ids are kept
 *
 * Puts a list before those of all other ids, of which the last are forgotten.
 */
void
galley_settings_put_first (const char *key, const char *id, const char *const *texts, guint max_ids)
{
  g_autoptr (GVariant) all = galley_settings_get_keys (key);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  GVariant *list;
  guint n = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  g_variant_builder_add (&builder, "{s^as}", id, texts);
  if (all != NULL)
    {
      g_variant_iter_init (&iter, all);
      while (n < max_ids && g_variant_iter_next (&iter, "{&s@as}", &other, &list))
        {
          if (!g_str_equal (other, id))
            {
              g_variant_builder_add (&builder, "{s@as}", other, list);
              n++;
            }
          g_variant_unref (list);
        }
    }
  galley_settings_set_keys (key, g_variant_builder_end (&builder));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-package-manifest.h"

#include "galley-json-shape.h"
#include "galley-package-limits.h"
#include "galley-store-error.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define FORMAT "galley-package"

static void
gap_free (gpointer data)
{
  GalleyPackageGap *gap = data;

  g_free (gap->replica);
  g_free (gap->chain);
  g_free (gap);
}

/**
 * galley_package_manifest_new:
 *
 * Returns: (transfer full): a manifest of nothing
 */
GalleyPackageManifest *
galley_package_manifest_new (void)
{
  GalleyPackageManifest *self = g_new0 (GalleyPackageManifest, 1);

  self->articles = g_ptr_array_new_with_free_func (g_free);
  self->gaps = g_ptr_array_new_with_free_func (gap_free);
  self->digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
galley_package_manifest_free (GalleyPackageManifest *self)
{
  g_free (self->application);
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->gaps);
  g_hash_table_unref (self->digests);
  g_free (self);
}

/**
 * galley_package_manifest_add_gap:
 *
 * Notes a #GalleyPackageGap.
 */
void
galley_package_manifest_add_gap (GalleyPackageManifest *self,
                                 const char *replica,
                                 gint64 seq,
                                 const char *chain)
{
  GalleyPackageGap *gap = g_new0 (GalleyPackageGap, 1);

  gap->replica = g_strdup (replica);
  gap->seq = seq;
  gap->chain = g_strdup (chain);
  g_ptr_array_add (self->gaps, gap);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
build_gaps (GalleyPackageManifest *self, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->gaps->len; i++)
    {
      const GalleyPackageGap *gap = g_ptr_array_index (self->gaps, i);

      json_builder_begin_object (builder);
      add_text (builder, "replica", gap->replica);
      json_builder_set_member_name (builder, "seq");
      json_builder_add_int_value (builder, gap->seq);
      add_text (builder, "chain", gap->chain);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_members (GalleyPackageManifest *self, JsonBuilder *builder)
{
  g_autoptr (GList) names = g_hash_table_get_keys (self->digests);

  names = g_list_sort (names, (GCompareFunc) strcmp);
  json_builder_set_member_name (builder, "members");
  json_builder_begin_array (builder);
  for (GList *name = names; name != NULL; name = name->next)
    {
      json_builder_begin_object (builder);
      add_text (builder, "name", name->data);
      add_text (builder, "sha256", g_hash_table_lookup (self->digests, name->data));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * galley_package_manifest_to_json:
 *
 * Returns: (transfer full): the manifest as it stands in a package
 */
char *
galley_package_manifest_to_json (GalleyPackageManifest *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "format", FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, GALLEY_PACKAGE_VERSION);
  add_text (builder, "application", self->application);
  json_builder_set_member_name (builder, "whole");
  json_builder_add_boolean_value (builder, self->is_whole);
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->articles->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (self->articles, i));
  json_builder_end_array (builder);
  build_gaps (self, builder);
  build_members (self, builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json = json_generator_to_data (generator, NULL);
  return g_strconcat (json, "\n", NULL);
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED, message);
  return FALSE;
}

/* Whether the parser can take it: it calls itself for what is nested. */
static gboolean
is_shallow (const char *json, gsize size_bytes)
{
  GalleyJsonShape shape;

  galley_json_shape_measure (json, size_bytes, &shape);
  return shape.depth <= GALLEY_PACKAGE_MAX_DEPTH && shape.second == NULL;
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gint64
get_number (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node)
                                                                         : 0;
}

static gboolean
get_boolean (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_object (JsonArray *array, guint position)
{
  JsonNode *node = json_array_get_element (array, position);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
is_digest (const char *text)
{
  return text != NULL && strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

static gboolean
read_gaps (GalleyPackageManifest *self, JsonArray *gaps)
{
  for (guint i = 0; i < json_array_get_length (gaps); i++)
    {
      JsonObject *gap = get_object (gaps, i);
      const char *replica = gap != NULL ? get_text (gap, "replica") : NULL;
      const char *chain = gap != NULL ? get_text (gap, "chain") : NULL;
      gint64 seq = gap != NULL ? get_number (gap, "seq") : 0;

      if (replica == NULL || !g_uuid_string_is_valid (replica) || !is_digest (chain) || seq < 1)
        return FALSE;
      galley_package_manifest_add_gap (self, replica, seq, chain);
    }

  return TRUE;
}

static gboolean
read_members (GalleyPackageManifest *self, JsonArray *members)
{
  for (guint i = 0; i < json_array_get_length (members); i++)
    {
      JsonObject *member = get_object (members, i);
      const char *name = member != NULL ? get_text (member, "name") : NULL;
      const char *sha256 = member != NULL ? get_text (member, "sha256") : NULL;

      if (name == NULL || !is_digest (sha256) ||
          !g_hash_table_insert (self->digests, g_strdup (name), g_strdup (sha256)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_articles (GalleyPackageManifest *self, JsonArray *articles)
{
  for (guint i = 0; i < json_array_get_length (articles); i++)
    {
      JsonNode *node = json_array_get_element (articles, i);
      const char *id =
          json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

      if (id == NULL || !g_uuid_string_is_valid (id))
        return FALSE;
      g_ptr_array_add (self->articles, g_strdup (id));
    }

  return TRUE;
}

static gboolean
read_object (GalleyPackageManifest *self, JsonObject *object, GError **error)
{
  const char *format = get_text (object, "format"), *application = get_text (object, "application");
  gint64 version = get_number (object, "version");
  JsonArray *gaps = get_array (object, "left_out"), *members = get_array (object, "members");
  JsonArray *articles = get_array (object, "articles");

  if (g_strcmp0 (format, FORMAT) != 0 || version < 1)
    return fail (error, _ ("This is not a review package"));
  if (version > GALLEY_PACKAGE_VERSION)
    {
      g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NEWER,
                           _ ("The package was written by a newer version of Galley"));
      return FALSE;
    }
  if (application == NULL || gaps == NULL || members == NULL || articles == NULL ||
      !read_gaps (self, gaps) || !read_members (self, members) || !read_articles (self, articles))
    return fail (error, _ ("The package’s manifest is damaged"));

  self->application = g_strdup (application);
  self->is_whole = get_boolean (object, "whole");
  return TRUE;
}

/* The manifest lists all members but itself, and no others. */
static gboolean
check_members (GalleyPackageManifest *self, GalleyPackageFile *file, GError **error)
{
  guint n_members = galley_package_file_get_n_members (file);

  for (guint i = 0; i < n_members; i++)
    {
      const char *name = galley_package_file_get_name (file, i);

      if (!g_str_equal (name, GALLEY_PACKAGE_MANIFEST) &&
          !g_hash_table_contains (self->digests, name))
        return fail (error, _ ("The package has a file in it that its manifest does not list"));
    }

  return (g_hash_table_size (self->digests) == n_members - 1 &&
          g_hash_table_contains (self->digests, GALLEY_PACKAGE_JOURNAL)) ||
         fail (error, _ ("A file that the package’s manifest lists is missing"));
}

/**
 * galley_package_manifest_read:
 * @file: an archive
 * @error: (out) (optional): #GALLEY_STORE_ERROR_DAMAGED, #GALLEY_STORE_ERROR_NEWER
 *
 * Reads the manifest and sees that what it lists is there. Digests are compared by who reads the
 * members.
 *
 * Returns: (transfer full): the manifest, or %NULL
 */
GalleyPackageManifest *
galley_package_manifest_read (GalleyPackageFile *file, GError **error)
{
  g_autoptr (GalleyPackageManifest) self = galley_package_manifest_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *sha256 = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *json;
  gsize size_bytes;
  JsonNode *root;

  if (!galley_package_file_has (file, GALLEY_PACKAGE_MANIFEST))
    {
      fail (error, _ ("This is not a review package"));
      return NULL;
    }
  bytes = galley_package_file_read (file, GALLEY_PACKAGE_MANIFEST,
                                    GALLEY_PACKAGE_MAX_MANIFEST_BYTES, &sha256, error);
  if (bytes == NULL)
    return NULL;

  json = g_bytes_get_data (bytes, &size_bytes);
  if (size_bytes == 0 || !g_utf8_validate_len (json, size_bytes, NULL) ||
      !is_shallow (json, size_bytes) ||
      !json_parser_load_from_data (parser, json, size_bytes, NULL))
    {
      fail (error, _ ("The package’s manifest is damaged"));
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (error, _ ("The package’s manifest is damaged"));
      return NULL;
    }

  return read_object (self, json_node_get_object (root), error) && check_members (self, file, error)
             ? g_steal_pointer (&self)
             : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-validation-private.h"

#include "galley-json-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_violation (gpointer data)
{
  GalleyViolation *violation = data;

  g_free (violation->where);
  g_free (violation->what);
  g_free (violation);
}

/**
 * galley_validation_enter:
 * @name: of a member
 *
 * Goes to a member of the object that is looked at.
 *
 * Returns: what galley_validation_leave() needs to come back
 */
gsize
galley_validation_enter (GalleyValidation *self, const char *name)
{
  gsize mark = self->path->len;

  g_string_append_printf (self->path, "%s%s", mark > 0 ? "." : "", name);
  return mark;
}

/**
 * galley_validation_enter_index:
 * @index: from 0
 *
 * Goes to an element of the array that is looked at.
 *
 * Returns: what galley_validation_leave() needs to come back
 */
gsize
galley_validation_enter_index (GalleyValidation *self, guint index)
{
  gsize mark = self->path->len;

  g_string_append_printf (self->path, "[%u]", index);
  return mark;
}

void
galley_validation_leave (GalleyValidation *self, gsize mark)
{
  g_string_truncate (self->path, mark);
}

static void
add_violation (GalleyValidation *self, gboolean is_error, const char *format, va_list arguments)
{
  GalleyViolation *violation = g_new0 (GalleyViolation, 1);

  violation->is_error = is_error;
  violation->where = g_strdup (self->path->str);
  violation->what = g_strdup_vprintf (format, arguments);
  g_ptr_array_add (self->violations, violation);
}

/**
 * galley_validation_fail:
 * @format: one sentence, translated
 *
 * Notes that what is looked at breaks the format.
 */
void
galley_validation_fail (GalleyValidation *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_violation (self, TRUE, format, arguments);
  va_end (arguments);
}

/**
 * galley_validation_warn:
 * @format: one sentence, translated
 *
 * Notes that what is looked at could be better.
 */
void
galley_validation_warn (GalleyValidation *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_violation (self, FALSE, format, arguments);
  va_end (arguments);
}

/**
 * galley_validation_get_text:
 * @node: (nullable): a value
 *
 * Returns: (transfer none) (nullable): the value, if it is a string
 */
const char *
galley_validation_get_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/**
 * galley_validation_get_string:
 * @name: of a member
 *
 * Returns: (transfer none) (nullable): the member, if it is a string
 */
const char *
galley_validation_get_string (JsonObject *object, const char *name)
{
  return galley_validation_get_text (json_object_get_member (object, name));
}

/**
 * galley_validation_need_string:
 * @name: of a member
 *
 * Returns: (transfer none) (nullable): the member; %NULL, which is noted, if there is none or it is
 *   no string or empty
 */
const char *
galley_validation_need_string (GalleyValidation *self, JsonObject *object, const char *name)
{
  const char *value = galley_validation_get_string (object, name);

  if (!json_object_has_member (object, name))
    galley_validation_fail (self, _ ("“%s” is missing"), name);
  else if (value == NULL)
    galley_validation_fail (self, _ ("“%s” is no text"), name);
  else if (*value == '\0')
    galley_validation_fail (self, _ ("“%s” is empty"), name);

  return value != NULL && *value != '\0' ? value : NULL;
}

/**
 * galley_validation_count:
 * @name: of a member
 *
 * Returns: how many values the member has: one unless it is an array; none if there is no such
 */
guint
galley_validation_count (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return 0;

  return JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_length (json_node_get_array (node)) : 1;
}

JsonNode *
galley_validation_get_nth (JsonObject *object, const char *name, guint index)
{
  JsonNode *node = json_object_get_member (object, name);

  return JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_element (json_node_get_array (node), index)
                                      : node;
}

/**
 * galley_validation_has_value:
 * @name: of a member
 * @value: a string
 *
 * Returns: whether it is the member, or among its values
 */
gboolean
galley_validation_has_value (JsonObject *object, const char *name, const char *value)
{
  for (guint i = 0; i < galley_validation_count (object, name); i++)
    if (g_strcmp0 (galley_validation_get_text (galley_validation_get_nth (object, name, i)),
                   value) == 0)
      return TRUE;

  return FALSE;
}

/* Absolute, and not too strict about the characters that only an IRI may have. */
gboolean
galley_validation_is_iri (const char *iri)
{
  const char *scheme_end = strchr (iri, ':');

  if (scheme_end == NULL || scheme_end == iri || scheme_end[1] == '\0' || !g_ascii_isalpha (*iri) ||
      strpbrk (iri, " \t\r\n<>\"{}|\\^`") != NULL)
    return FALSE;
  for (const char *p = iri; p < scheme_end; p++)
    if (!g_ascii_isalnum (*p) && strchr ("+-.", *p) == NULL)
      return FALSE;

  return TRUE;
}

gboolean
galley_validation_is_utc (const char *time)
{
  g_autoptr (GDateTime) parsed = g_date_time_new_from_iso8601 (time, /* default_tz= */ NULL);

  return parsed != NULL && g_str_has_suffix (time, "Z") && strchr (time, 'T') != NULL;
}

/**
 * galley_validation_dup_host:
 * @address: what may be a web address
 *
 * Returns: (transfer full) (nullable): its host in lower-case letters, without "www."; %NULL if it
 *   is no absolute address of the web
 */
char *
galley_validation_dup_host (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, /* error= */ NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_autofree char *lower = NULL;

  if (host == NULL || *host == '\0' ||
      (!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https")))
    return NULL;

  lower = g_ascii_strdown (host, -1);
  return g_strdup (lower + (g_str_has_prefix (lower, "www.") ? strlen ("www.") : 0));
}

static gboolean
is_annotation (JsonNode *root)
{
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;

  object = json_node_get_object (root);
  return galley_validation_has_value (object, "@context", GALLEY_ANNOTATION_CONTEXT) ||
         galley_validation_has_value (object, "type", "Annotation") ||
         galley_validation_has_value (object, "type", "AnnotationPage") ||
         galley_validation_has_value (object, "type", "AnnotationCollection");
}

/**
 * galley_validation_run:
 * @bytes: a file: Web Annotations or ClaimReview in JSON-LD
 * @text: (nullable): the text that is annotated, to compare the quotes with
 * @page_address: (nullable): the page that has the fact checks
 * @error: (out) (optional): %G_IO_ERROR_INVALID_DATA if the file is no JSON at all
 *
 * Returns: (transfer full) (element-type GalleyViolation): what is wrong with the file, in its
 *   order; %NULL on error
 */
GPtrArray *
galley_validation_run (GBytes *bytes, GalleyText *text, const char *page_address, GError **error)
{
  g_autoptr (JsonParser) parser = galley_json_file_parse (bytes, error);
  GalleyValidation self = { .text = text };
  JsonNode *root;

  if (parser == NULL)
    return NULL;

  root = json_parser_get_root (parser);
  self.violations = g_ptr_array_new_with_free_func (free_violation);
  self.path = g_string_new (NULL);
  self.page_host = page_address != NULL ? galley_validation_dup_host (page_address) : NULL;
  self.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (is_annotation (root))
    galley_validation_check_annotations (&self, json_node_get_object (root));
  else
    galley_validation_check_claim_reviews (&self, root);

  g_string_free (self.path, TRUE);
  g_free (self.page_host);
  g_hash_table_unref (self.seen);

  return self.violations;
}

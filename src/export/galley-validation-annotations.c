/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-validation-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What the Web Annotation Data Model (W3C Recommendation, 2017) says that an annotation, a page and
 * a collection MUST be, and that a quote and a position in the same selector list mean the same
 * words.
 */

static const char *const motivations[] = {
  "assessing",   "bookmarking",  "classifying", "commenting", "describing",
  "editing",     "highlighting", "identifying", "linking",    "moderating",
  "questioning", "replying",     "tagging",     NULL,
};

static void
check_type (GalleyValidation *self, JsonObject *object, const char *type)
{
  if (!galley_validation_has_value (object, "type", type))
    galley_validation_fail (self, _ ("“type” is not “%s”"), type);
}

static void
check_id (GalleyValidation *self, JsonObject *object, gboolean is_unique)
{
  const char *id = galley_validation_need_string (self, object, "id");

  if (id == NULL)
    return;
  if (!galley_validation_is_iri (id))
    galley_validation_fail (self, _ ("“id” is no IRI: “%s”"), id);
  else if (is_unique && !g_hash_table_add (self->seen, g_strdup (id)))
    galley_validation_fail (self, _ ("Another annotation has the same “id”: “%s”"), id);
}

static void
check_time (GalleyValidation *self, JsonObject *object, const char *name)
{
  const char *time;

  if (!json_object_has_member (object, name))
    return;

  time = galley_validation_need_string (self, object, name);
  if (time != NULL && !galley_validation_is_utc (time))
    galley_validation_fail (self, _ ("“%s” is no time in UTC that ends in “Z”: “%s”"), name, time);
}

/* Motivations and purposes are names of the model, or IRIs of others. */
static void
check_motivations (GalleyValidation *self, JsonObject *object, const char *name)
{
  for (guint i = 0; i < galley_validation_count (object, name); i++)
    {
      JsonNode *node = galley_validation_get_nth (object, name, i);
      const char *value = galley_validation_get_text (node);

      if (value == NULL)
        galley_validation_fail (self, _ ("“%s” is no text"), name);
      else if (!g_strv_contains (motivations, value) && !galley_validation_is_iri (value))
        galley_validation_fail (self, _ ("There is no motivation “%s”"), value);
    }
}

static gboolean
get_position (GalleyValidation *self, JsonObject *object, const char *name, gint64 *out_position)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    galley_validation_fail (self, _ ("“%s” is missing"), name);
  else if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64 ||
           json_node_get_int (node) < 0)
    galley_validation_fail (self, _ ("“%s” is no whole number from 0 on"), name);
  else
    {
      *out_position = json_node_get_int (node);
      return TRUE;
    }

  return FALSE;
}

/* Whether the text has @part at @offset, or @part is no string. */
static gboolean
has_part (GalleyValidation *self, JsonObject *quote, const char *name, gint64 offset, gboolean ends)
{
  const char *part = galley_validation_get_string (quote, name), *utf8;
  gsize size_bytes, n_bytes, at;

  if (part == NULL || self->text == NULL)
    return TRUE;

  utf8 = galley_text_peek_utf8 (self->text, &size_bytes);
  n_bytes = strlen (part);
  at = galley_text_to_bytes (self->text, offset);
  if (ends ? n_bytes > at : n_bytes > size_bytes - at)
    return FALSE;

  return memcmp (utf8 + (ends ? at - n_bytes : at), part, n_bytes) == 0;
}

static void
compare_selectors (GalleyValidation *self, JsonObject *quote, gint64 start, gint64 end)
{
  const char *exact = galley_validation_get_string (quote, "exact");

  if (exact == NULL)
    return;
  if (g_utf8_strlen (exact, -1) != end - start)
    galley_validation_fail (self, _ ("“exact” has not as many characters as the position"));
  else if (!has_part (self, quote, "exact", start, /* ends= */ FALSE))
    galley_validation_fail (self, _ ("The text at the position is not “exact”"));
  else if (!has_part (self, quote, "prefix", start, /* ends= */ TRUE))
    galley_validation_fail (self, _ ("The text before the position is not “prefix”"));
  else if (!has_part (self, quote, "suffix", end, /* ends= */ FALSE))
    galley_validation_fail (self, _ ("The text behind the position is not “suffix”"));
}

/* Returns whether the position can be in the text. */
static gboolean
check_position (GalleyValidation *self, JsonObject *selector, gint64 *out_start, gint64 *out_end)
{
  gboolean has_start = get_position (self, selector, "start", out_start);
  gboolean has_end = get_position (self, selector, "end", out_end);

  if (!has_start || !has_end)
    return FALSE;
  if (*out_start >= *out_end)
    galley_validation_fail (self, _ ("“end” is not behind “start”"));
  else if (self->text != NULL && *out_end > galley_text_get_length (self->text))
    galley_validation_fail (self, _ ("The position is behind the end of the text"));
  else
    return TRUE;

  return FALSE;
}

static void
check_selectors (GalleyValidation *self, JsonObject *resource)
{
  JsonObject *quote = NULL;
  gboolean has_position = FALSE;
  gint64 start, end;

  for (guint i = 0; i < galley_validation_count (resource, "selector"); i++)
    {
      JsonNode *node = galley_validation_get_nth (resource, "selector", i);
      gsize mark = galley_validation_enter (self, "selector");
      JsonObject *selector = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      galley_validation_enter_index (self, i);
      if (selector == NULL)
        galley_validation_fail (self, _ ("The selector is no object"));
      else if (galley_validation_has_value (selector, "type", "TextQuoteSelector"))
        {
          quote = selector;
          galley_validation_need_string (self, selector, "exact");
        }
      else if (galley_validation_has_value (selector, "type", "TextPositionSelector"))
        has_position = check_position (self, selector, &start, &end);
      else if (galley_validation_count (selector, "type") == 0)
        galley_validation_fail (self, _ ("“%s” is missing"), "type");
      if (quote != NULL && has_position && i + 1 == galley_validation_count (resource, "selector"))
        compare_selectors (self, quote, start, end);
      galley_validation_leave (self, mark);
    }
}

static void
check_states (GalleyValidation *self, JsonObject *resource)
{
  for (guint i = 0; i < galley_validation_count (resource, "state"); i++)
    {
      JsonNode *node = galley_validation_get_nth (resource, "state", i);
      gsize mark = galley_validation_enter (self, "state");

      if (JSON_NODE_HOLDS_OBJECT (node))
        {
          check_time (self, json_node_get_object (node), "sourceDate");
          check_time (self, json_node_get_object (node), "sourceDateStart");
          check_time (self, json_node_get_object (node), "sourceDateEnd");
        }
      galley_validation_leave (self, mark);
    }
}

static void
check_source (GalleyValidation *self, JsonObject *resource)
{
  guint n = galley_validation_count (resource, "source");
  JsonNode *node = n == 1 ? galley_validation_get_nth (resource, "source", 0) : NULL;

  if (n != 1)
    galley_validation_fail (self, _ ("There is not exactly one “source”"));
  else if (JSON_NODE_HOLDS_OBJECT (node))
    check_id (self, json_node_get_object (node), /* is_unique= */ FALSE);
  else if (galley_validation_get_string (resource, "source") == NULL ||
           !galley_validation_is_iri (galley_validation_get_string (resource, "source")))
    galley_validation_fail (self, _ ("“source” is no IRI"));
}

/* What has no address but an id, such as an earlier draft, is another text than the article. */
static gboolean
is_of_another_text (JsonObject *resource)
{
  const char *source = galley_validation_get_string (resource, "source");

  return source != NULL && g_str_has_prefix (source, "urn:uuid:");
}

static void
check_object (GalleyValidation *self, JsonObject *resource)
{
  GalleyText *text = self->text;

  check_motivations (self, resource, "purpose");
  if (galley_validation_has_value (resource, "type", "TextualBody"))
    {
      if (galley_validation_get_string (resource, "value") == NULL)
        galley_validation_fail (self, _ ("“%s” is missing"), "value");
    }
  else if (galley_validation_has_value (resource, "type", "SpecificResource") ||
           json_object_has_member (resource, "source"))
    {
      check_source (self, resource);
      if (is_of_another_text (resource))
        self->text = NULL;
      check_selectors (self, resource);
      self->text = text;
      check_states (self, resource);
    }
  else if (!json_object_has_member (resource, "items"))
    check_id (self, resource, /* is_unique= */ FALSE);
}

/* Bodies and targets. */
static void
check_resources (GalleyValidation *self, JsonObject *annotation, const char *name)
{
  for (guint i = 0; i < galley_validation_count (annotation, name); i++)
    {
      JsonNode *node = galley_validation_get_nth (annotation, name, i);
      gsize mark = galley_validation_enter (self, name);

      if (JSON_NODE_HOLDS_ARRAY (json_object_get_member (annotation, name)))
        galley_validation_enter_index (self, i);
      if (JSON_NODE_HOLDS_OBJECT (node))
        check_object (self, json_node_get_object (node));
      else if (galley_validation_get_text (node) == NULL ||
               !galley_validation_is_iri (galley_validation_get_text (node)))
        galley_validation_fail (self, _ ("It is neither an IRI nor an object"));
      galley_validation_leave (self, mark);
    }
}

static void
check_context (GalleyValidation *self, JsonObject *object)
{
  if (!galley_validation_has_value (object, "@context", GALLEY_ANNOTATION_CONTEXT))
    galley_validation_fail (self, _ ("“@context” is not “%s”"), GALLEY_ANNOTATION_CONTEXT);
}

static void
check_annotation (GalleyValidation *self, JsonObject *annotation, gboolean is_embedded)
{
  if (!is_embedded || json_object_has_member (annotation, "@context"))
    check_context (self, annotation);
  check_type (self, annotation, "Annotation");
  check_id (self, annotation, /* is_unique= */ TRUE);
  check_motivations (self, annotation, "motivation");
  check_time (self, annotation, "created");
  check_time (self, annotation, "modified");
  check_time (self, annotation, "generated");
  if (json_object_has_member (annotation, "body") &&
      json_object_has_member (annotation, "bodyValue"))
    galley_validation_fail (self, _ ("There are both “body” and “bodyValue”"));
  if (galley_validation_count (annotation, "target") == 0)
    galley_validation_fail (self, _ ("“%s” is missing"), "target");
  check_resources (self, annotation, "body");
  check_resources (self, annotation, "target");
}

static void
check_page (GalleyValidation *self, JsonObject *page)
{
  guint n = galley_validation_count (page, "items");

  check_type (self, page, "AnnotationPage");
  check_id (self, page, /* is_unique= */ TRUE);
  if (n == 0)
    galley_validation_fail (self, _ ("The page has no items"));
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = galley_validation_get_nth (page, "items", i);
      gsize mark = galley_validation_enter (self, "items");

      galley_validation_enter_index (self, i);
      if (JSON_NODE_HOLDS_OBJECT (node))
        check_annotation (self, json_node_get_object (node), /* is_embedded= */ TRUE);
      else if (galley_validation_get_text (node) == NULL)
        galley_validation_fail (self, _ ("It is neither an IRI nor an object"));
      galley_validation_leave (self, mark);
    }
}

static void
check_first (GalleyValidation *self, JsonObject *collection, gint64 total)
{
  JsonNode *first = json_object_get_member (collection, "first");
  gsize mark;

  if (total > 0 && first == NULL)
    galley_validation_fail (self, _ ("“%s” is missing"), "first");
  if (total == 0 && first != NULL)
    galley_validation_fail (self, _ ("There is “first” in a collection of none"));
  if (first == NULL || !JSON_NODE_HOLDS_OBJECT (first))
    return;

  mark = galley_validation_enter (self, "first");
  if (json_object_has_member (json_node_get_object (first), "@context"))
    galley_validation_fail (self, _ ("A page within a collection has “@context”"));
  check_page (self, json_node_get_object (first));
  if (!json_object_has_member (json_node_get_object (first), "next") &&
      galley_validation_count (json_node_get_object (first), "items") != total)
    galley_validation_fail (self, _ ("There are not as many items as “total” says"));
  galley_validation_leave (self, mark);
}

static void
check_collection (GalleyValidation *self, JsonObject *collection)
{
  gint64 total;

  check_context (self, collection);
  check_id (self, collection, /* is_unique= */ TRUE);
  if (galley_validation_count (collection, "label") == 0)
    galley_validation_fail (self, _ ("“%s” is missing"), "label");
  if (get_position (self, collection, "total", &total))
    check_first (self, collection, total);
}

/**
 * galley_validation_check_annotations:
 * @root: an annotation, a page or a collection
 */
void
galley_validation_check_annotations (GalleyValidation *self, JsonObject *root)
{
  if (galley_validation_has_value (root, "type", "AnnotationCollection"))
    check_collection (self, root);
  else if (galley_validation_has_value (root, "type", "AnnotationPage"))
    {
      check_context (self, root);
      check_page (self, root);
    }
  else
    check_annotation (self, root, /* is_embedded= */ FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-annotations-reader.h"

#include "galley-annotations-private.h"
#include "galley-json-file.h"
#include "galley-validation-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Web Annotations, as galley-annotations-writer.c and other programs write them: a collection with
 * its page, a page, an array, or one annotation. What the format lets others say in ways that are
 * not known here is passed over, as long as the words are told in some way that is. What is of the
 * wrong type, is there twice, or is somewhere else is refused with all of the file: half a file
 * would be taken for all of it.
 */

/* Replies to replies that are followed to what they began with. */
#define MAX_REPLIES 100

typedef struct
{
  GPtrArray *annotations; /* (element-type GalleyAnnotation) */
  GPtrArray *objects;     /* (element-type JsonObject), of @annotations */
  GHashTable *by_iri;     /* of @annotations, by id */
  GHashTable *queries;    /* position among its claim's, by the id that the answer to it has */
  guint n_targets;
  gsize n_bytes; /* of bodies, once for each target */
  GError **error;
} Reader;

static gboolean fail (Reader *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Fails with a sentence about the annotation that is being read. */
static gboolean
fail (Reader *self, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: The number of an annotation in a file, and what is wrong with it. */
  g_set_error (self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("Annotation %u: %s"),
               self->annotations->len + 1, what);
  return FALSE;
}

static gboolean
refuse (Reader *self, const char *sentence)
{
  g_set_error_literal (self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, sentence);
  return FALSE;
}

/* Whether a member of @object is a string, if it is there. */
static gboolean
check_string (Reader *self, JsonObject *object, const char *name)
{
  return !json_object_has_member (object, name) || json_object_get_null_member (object, name) ||
         galley_validation_get_string (object, name) != NULL ||
         fail (self, _ ("“%s” is no text"), name);
}

/* Cut within a character where the other program cut its units. */
static char *
dup_context (JsonObject *object, const char *name)
{
  static const char cut[] = "\xef\xbf\xbd";
  g_autofree char *text = galley_annotation_dup_string (object, name);
  const char *start = text;

  if (text == NULL)
    return g_strdup ("");
  while (g_str_has_suffix (text, cut))
    text[strlen (text) - strlen (cut)] = '\0';
  while (g_str_has_prefix (start, cut))
    start += strlen (cut);

  return g_strdup (start);
}

static gboolean
read_quote (Reader *self, JsonObject *selector, GalleyAnnotationTarget *target)
{
  if (!check_string (self, selector, "exact") || !check_string (self, selector, "prefix") ||
      !check_string (self, selector, "suffix"))
    return FALSE;
  if (target->exact != NULL || galley_validation_get_string (selector, "exact") == NULL)
    return TRUE;

  target->exact = galley_annotation_dup_string (selector, "exact");
  g_free (target->prefix);
  g_free (target->suffix);
  target->prefix = dup_context (selector, "prefix");
  target->suffix = dup_context (selector, "suffix");
  return TRUE;
}

static gboolean
read_offset (Reader *self, JsonObject *selector, const char *name, guint *out_offset)
{
  JsonNode *node = json_object_get_member (selector, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) < 0 ||
      json_node_get_int (node) > G_MAXINT)
    return fail (self, _ ("“%s” is no whole number from 0 on"), name);

  *out_offset = json_node_get_int (node);
  return TRUE;
}

static gboolean
read_position (Reader *self, JsonObject *selector, GalleyAnnotationTarget *target)
{
  GalleyRange range;

  if (!read_offset (self, selector, "start", &range.start) ||
      !read_offset (self, selector, "end", &range.end))
    return FALSE;
  if (range.start > range.end)
    return fail (self, _ ("“end” is before “start”"));

  target->has_position = range.start < range.end;
  target->position = range;
  return TRUE;
}

static gboolean
read_selectors (Reader *self, JsonObject *object, const char *name, GalleyAnnotationTarget *target)
{
  for (guint i = 0; i < galley_validation_count (object, name); i++)
    {
      JsonNode *node = galley_validation_get_nth (object, name, i);
      JsonObject *selector = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (selector == NULL)
        continue;
      if (galley_validation_has_value (selector, "type", "TextQuoteSelector"))
        {
          if (!read_quote (self, selector, target))
            return FALSE;
        }
      else if (galley_validation_has_value (selector, "type", "TextPositionSelector") &&
               g_str_equal (name, "selector"))
        {
          if (!read_position (self, selector, target))
            return FALSE;
        }
      else if (!read_selectors (self, selector, "refinedBy", target))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_sha256 (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdefABCDEF") == 64;
}

/* Which text it was, if @iri names one by its digest. */
static void
read_text_iri (GalleyAnnotationTarget *target, const char *iri)
{
  if (target->text_sha256 == NULL && iri != NULL &&
      g_str_has_prefix (iri, GALLEY_ANNOTATIONS_TEXT_IRI) &&
      is_sha256 (iri + strlen (GALLEY_ANNOTATIONS_TEXT_IRI)))
    target->text_sha256 = g_ascii_strdown (iri + strlen (GALLEY_ANNOTATIONS_TEXT_IRI), -1);
}

static void
read_text_digest (GalleyAnnotationTarget *target, JsonObject *resource)
{
  read_text_iri (target, galley_validation_get_string (resource, "source"));
  for (guint i = 0; i < galley_validation_count (resource, "state"); i++)
    {
      JsonNode *node = galley_validation_get_nth (resource, "state", i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        read_text_iri (target,
                       galley_validation_get_string (json_node_get_object (node), "cached"));
    }
}

static gboolean
read_target (Reader *self, GalleyAnnotation *annotation, JsonNode *node)
{
  GalleyAnnotationTarget target = { .prefix = g_strdup (""), .suffix = g_strdup ("") };
  gboolean is_read;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_free (target.prefix);
      g_free (target.suffix);
      return galley_validation_get_text (node) != NULL ||
             fail (self, _ ("“target” is neither an address nor an object"));
    }

  read_text_digest (&target, json_node_get_object (node));
  is_read = read_selectors (self, json_node_get_object (node), "selector", &target);
  g_array_append_val (annotation->targets, target);
  if (is_read && ++self->n_targets > GALLEY_ANNOTATIONS_MAX_TARGETS)
    is_read = fail (self, _ ("There are more than %d passages in the file"),
                    GALLEY_ANNOTATIONS_MAX_TARGETS);
  return is_read;
}

static gboolean
read_targets (Reader *self, GalleyAnnotation *annotation, JsonObject *object)
{
  guint n = galley_validation_count (object, "target");

  if (n == 0)
    return fail (self, _ ("“%s” is missing"), "target");
  for (guint i = 0; i < n; i++)
    if (!read_target (self, annotation, galley_validation_get_nth (object, "target", i)))
      return FALSE;

  return TRUE;
}

/* Written by Galley itself, with motivation @motivation. */
static gboolean
is_ours (JsonObject *object, const char *motivation)
{
  JsonNode *node = json_object_get_member (object, "generator");
  JsonObject *generator =
      node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  return generator != NULL && galley_validation_has_value (object, "motivation", motivation) &&
         g_strcmp0 (galley_validation_get_string (generator, "name"),
                    GALLEY_ANNOTATIONS_GENERATOR) == 0;
}

/* What is written in the name of Galley and breaks its rules is somebody else's. */
static gboolean
read_status (GalleyAnnotation *annotation, JsonObject *object)
{
  g_autofree char *nick = galley_annotation_dup_body (object, "classifying");

  return is_ours (object, "assessing") && galley_validation_count (object, "target") == 1 &&
         nick != NULL && galley_status_from_nick (nick, &annotation->status);
}

/* Bytes of text in what an annotation says. */
static gsize
count_bytes (GalleyAnnotation *annotation)
{
  const char *const texts[] = { annotation->note, annotation->reason, annotation->category,
                                annotation->correction };
  gsize n_bytes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    n_bytes += texts[i] != NULL ? strlen (texts[i]) : 0;
  for (guint i = 0; i < annotation->remarks->len; i++)
    n_bytes += strlen (g_ptr_array_index (annotation->remarks, i));

  return n_bytes;
}

/* What an annotation says is written down for each passage that it is about. */
static gboolean
check_size (Reader *self, GalleyAnnotation *annotation)
{
  self->n_bytes += count_bytes (annotation) * MAX (annotation->targets->len, 1);
  return self->n_bytes <= 2 * GALLEY_ANNOTATIONS_MAX_BYTES ||
         fail (self, _ ("What is said of many passages is longer than %d MB"),
               2 * GALLEY_ANNOTATIONS_MAX_BYTES / (1024 * 1024));
}

static gboolean
read_id (Reader *self, GalleyAnnotation *annotation, JsonObject *object)
{
  if (!check_string (self, object, "id"))
    return FALSE;

  annotation->iri = galley_annotation_dup_string (object, "id");
  if (annotation->iri == NULL)
    return TRUE;

  return g_hash_table_insert (self->by_iri, annotation->iri, annotation) ||
         fail (self, _ ("Another annotation has the same “id”: “%s”"), annotation->iri);
}

static gboolean
read_annotation (Reader *self, JsonNode *node)
{
  g_autoptr (GalleyAnnotation) annotation = galley_annotation_new ();
  JsonObject *object;

  if (galley_validation_get_text (node) != NULL)
    return fail (self, _ ("It is at “%s”, and nothing is fetched from there"),
                 galley_validation_get_text (node));
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (self, _ ("It is no object"));

  object = json_node_get_object (node);
  if (!read_targets (self, annotation, object) || !check_string (self, object, "bodyValue") ||
      !read_id (self, annotation, object))
    return FALSE;

  annotation->creator = galley_annotation_dup_person (object);
  annotation->time = galley_annotation_get_time (object, "modified");
  if (annotation->time == 0)
    annotation->time = galley_annotation_get_time (object, "created");
  annotation->is_ours = read_status (annotation, object);
  if (annotation->is_ours)
    galley_annotation_read_claim (annotation, object);
  else
    galley_annotation_read_others (annotation, object);
  if (!check_size (self, annotation))
    return FALSE;

  g_ptr_array_add (self->objects, object);
  g_ptr_array_add (self->annotations, g_steal_pointer (&annotation));
  return TRUE;
}

static gboolean
read_items (Reader *self, JsonArray *items)
{
  for (guint i = 0; i < json_array_get_length (items); i++)
    if (!read_annotation (self, json_array_get_element (items, i)))
      return FALSE;

  return TRUE;
}

static gboolean
read_page (Reader *self, JsonObject *page, const char *name)
{
  JsonNode *items = json_object_get_member (page, name);

  if (items == NULL)
    return refuse (self, _ ("The page has no items"));
  if (!JSON_NODE_HOLDS_ARRAY (items))
    return refuse (self, _ ("The items of the page are no array"));

  return read_items (self, json_node_get_array (items));
}

static gboolean
check_total (Reader *self, JsonObject *collection)
{
  JsonNode *node = json_object_get_member (collection, "total");
  gint64 total = node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                         json_node_get_value_type (node) == G_TYPE_INT64
                     ? json_node_get_int (node)
                     : -1;

  if (node == NULL || total == self->annotations->len)
    return TRUE;

  g_set_error (self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("There are %u annotations in the file and not as many as “total” says"),
               self->annotations->len);
  return FALSE;
}

static gboolean
read_collection (Reader *self, JsonObject *collection)
{
  JsonNode *first = json_object_get_member (collection, "first");
  JsonObject *page;

  if (first == NULL)
    return check_total (self, collection);
  if (!JSON_NODE_HOLDS_OBJECT (first))
    return refuse (self, _ ("The first page of the annotations is not in the file, and nothing is "
                            "fetched from elsewhere"));

  page = json_node_get_object (first);
  if (galley_validation_count (page, "next") > 0)
    return refuse (self, _ ("Not all pages of the annotations are in the file, and nothing is "
                            "fetched from elsewhere"));

  return read_page (self, page, "items") && check_total (self, collection);
}

static gboolean
read_root (Reader *self, JsonNode *root)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  if (JSON_NODE_HOLDS_ARRAY (root))
    return read_items (self, json_node_get_array (root));
  if (object != NULL && galley_validation_has_value (object, "type", "AnnotationCollection"))
    return read_collection (self, object);
  if (object != NULL && galley_validation_has_value (object, "type", "AnnotationPage"))
    return read_page (self, object, "items");
  if (object != NULL && json_object_has_member (object, "rows"))
    return read_page (self, object, "rows") && check_total (self, object);
  if (object != NULL && (galley_validation_has_value (object, "type", "Annotation") ||
                         json_object_has_member (object, "target")))
    return read_annotation (self, root);

  return refuse (self, _ ("There are no Web Annotations in the file"));
}

/* The id of what an annotation is about, if that is not words of a text. */
static const char *
get_subject (JsonObject *object)
{
  JsonNode *node = galley_validation_get_nth (object, "target", 0);

  if (galley_validation_count (object, "target") != 1)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return galley_validation_get_text (node);

  return galley_validation_count (json_node_get_object (node), "selector") == 0
             ? galley_validation_get_string (json_node_get_object (node), "id")
             : NULL;
}

/* The annotation of words that @object is about, over any number of replies. */
static GalleyAnnotation *
find_root (Reader *self, GHashTable *objects, JsonObject *object)
{
  GalleyAnnotation *found = NULL;
  guint n_steps = 0;

  while (object != NULL && n_steps++ < MAX_REPLIES)
    {
      const char *subject = get_subject (object);

      if (subject == NULL)
        return found;
      found = g_hash_table_lookup (self->by_iri, subject);
      object = found != NULL ? g_hash_table_lookup (objects, found) : NULL;
    }

  return NULL;
}

static void
add_query (Reader *self, GalleyAnnotation *claim, GalleyAnnotation *query, const char *question)
{
  GalleyQueryFields fields = { .addressee = GALLEY_ADDRESSEE_WRITER,
                               .question = question,
                               .asked_by = query->creator,
                               .asked_at = query->time };
  const char *id = query->iri != NULL ? query->iri : "";

  if (g_str_has_prefix (id, GALLEY_ANNOTATIONS_UUID_IRI))
    id += strlen (GALLEY_ANNOTATIONS_UUID_IRI);
  g_hash_table_insert (self->queries, galley_annotations_make_answer_iri (id),
                       GUINT_TO_POINTER (claim->queries->len));
  g_ptr_array_add (claim->queries, galley_query_new (id, "", &fields));
}

/* Gives the answer to the query of @claim that it has the id for; the last one, if it has none. */
static void
add_answer (Reader *self, GalleyAnnotation *claim, GalleyAnnotation *reply, JsonObject *object)
{
  g_autofree char *answer = galley_annotation_dup_body (object, "replying");
  g_autofree char *decision = galley_annotation_dup_body (object, "assessing");
  guint position = claim->queries->len - 1;
  gpointer named = NULL;
  GalleyQuery *query;

  if (reply->iri != NULL &&
      g_hash_table_lookup_extended (self->queries, reply->iri, NULL, &named) &&
      GPOINTER_TO_UINT (named) < claim->queries->len)
    position = GPOINTER_TO_UINT (named);

  query = g_ptr_array_index (claim->queries, position);
  g_ptr_array_index (claim->queries, position) =
      galley_query_new (query->id, query->claim_id,
                        &(GalleyQueryFields){ .addressee = query->addressee,
                                              .question = query->question,
                                              .answer = answer,
                                              .answered_at = reply->time,
                                              .decision = decision,
                                              .asked_by = query->asked_by,
                                              .asked_at = query->asked_at });
  galley_query_unref (query);
}

static void
add_reply (GalleyAnnotation *root, GalleyAnnotation *reply)
{
  const char *words = reply->note != NULL ? reply->note : "";

  if (reply->creator != NULL)
    /* Translators: Who answered to an annotation, and what they said. */
    g_ptr_array_add (root->remarks, g_strdup_printf (_ ("Reply of %s: %s"), reply->creator, words));
  else
    g_ptr_array_add (root->remarks, g_strdup_printf (_ ("Reply: %s"), words));
  for (guint i = 0; i < reply->remarks->len; i++)
    g_ptr_array_add (root->remarks, g_strdup (g_ptr_array_index (reply->remarks, i)));
}

static void
attach (Reader *self, GalleyAnnotation *root, GalleyAnnotation *part, JsonObject *object)
{
  g_autofree char *question = galley_annotation_dup_body (object, "questioning");

  if (root->is_ours && is_ours (object, "questioning") && question != NULL && *question != '\0')
    add_query (self, root, part, question);
  else if (root->is_ours && is_ours (object, "replying") && root->queries->len > 0)
    add_answer (self, root, part, object);
  else
    add_reply (root, part);
}

/* Puts what is said of annotations to those that it is said of. Returns the latter. */
static GPtrArray *
gather (Reader *self)
{
  GPtrArray *roots = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_annotation_unref);
  g_autoptr (GHashTable) objects = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->annotations->len; i++)
    g_hash_table_insert (objects, g_ptr_array_index (self->annotations, i),
                         g_ptr_array_index (self->objects, i));
  for (guint i = 0; i < self->annotations->len; i++)
    {
      GalleyAnnotation *annotation = g_ptr_array_index (self->annotations, i);
      JsonObject *object = g_ptr_array_index (self->objects, i);
      GalleyAnnotation *root = find_root (self, objects, object);

      if (root != NULL)
        attach (self, root, annotation, object);
      else
        g_ptr_array_add (roots, galley_annotation_ref (annotation));
    }

  return roots;
}

/**
 * galley_annotations_read:
 * @bytes: a file: a collection of Web Annotations, a page, an array of annotations or a single one
 * @error: (out) (optional): %G_IO_ERROR_INVALID_DATA if the file is not that, and
 *   %G_IO_ERROR_FAILED if it is too large
 *
 * Reads annotations of words. What is said of annotations, such as queries and replies, is with
 * those that it is said of.
 *
 * Returns: (transfer full) (element-type GalleyAnnotation): the annotations in the order of the
 *   file; or %NULL
 */
GPtrArray *
galley_annotations_read (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GPtrArray) annotations =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_annotation_unref);
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();
  g_autoptr (GHashTable) by_iri = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) queries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader self = {
    .annotations = annotations,
    .objects = objects,
    .by_iri = by_iri,
    .queries = queries,
    .error = error,
  };

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > GALLEY_ANNOTATIONS_MAX_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The file is larger than %d MB"),
                   GALLEY_ANNOTATIONS_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  parser = galley_json_file_parse (bytes, error);
  if (parser == NULL || !read_root (&self, json_parser_get_root (parser)))
    return NULL;

  return gather (&self);
}

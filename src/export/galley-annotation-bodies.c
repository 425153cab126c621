/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-annotations-private.h"
#include "galley-validation-private.h"

#include <glib/gi18n-lib.h>

/*
 * What an annotation says of its words. What Galley wrote is read as the record of a claim. What
 * others wrote are words: nothing in them is a verdict, a category or a source of Galley's,
 * whatever they call it.
 */

static char *
dup_text (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/**
 * galley_annotation_dup_string:
 * @name: of a member
 *
 * Returns: (transfer full) (nullable): the member, if it is a string, as valid UTF-8: what was cut
 *   within a character elsewhere has a replacement character there
 */
char *
galley_annotation_dup_string (JsonObject *object, const char *name)
{
  return dup_text (galley_validation_get_string (object, name));
}

/**
 * galley_annotation_dup_person:
 *
 * Returns: (transfer full) (nullable): who made the annotation, by name or else by address
 */
char *
galley_annotation_dup_person (JsonObject *object)
{
  static const char *const names[] = { "name", "nickname", "email", "id" };
  JsonNode *node = galley_validation_count (object, "creator") > 0
                       ? galley_validation_get_nth (object, "creator", 0)
                       : NULL;

  if (node == NULL)
    return galley_annotation_dup_string (object, "user");
  for (guint i = 0; JSON_NODE_HOLDS_OBJECT (node) && i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = galley_annotation_dup_string (json_node_get_object (node), names[i]);

      if (name != NULL && *name != '\0')
        return g_steal_pointer (&name);
    }

  return dup_text (galley_validation_get_text (node));
}

/**
 * galley_annotation_get_time:
 * @name: of a member
 *
 * Returns: the time, milliseconds since 1970 UTC; 0 if there is none
 */
gint64
galley_annotation_get_time (JsonObject *object, const char *name)
{
  const char *iso = galley_validation_get_string (object, name);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = iso != NULL ? g_date_time_new_from_iso8601 (iso, utc) : NULL;

  return time != NULL
             ? g_date_time_to_unix (time) * 1000 + g_date_time_get_microsecond (time) / 1000
             : 0;
}

static JsonObject *
get_body (JsonObject *object, guint index)
{
  JsonNode *node = galley_validation_get_nth (object, "body", index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * galley_annotation_dup_body:
 * @purpose: a purpose
 *
 * Returns: (transfer full) (nullable): the text of the first body that has it
 */
char *
galley_annotation_dup_body (JsonObject *object, const char *purpose)
{
  for (guint i = 0; i < galley_validation_count (object, "body"); i++)
    {
      JsonObject *body = get_body (object, i);

      if (body != NULL && galley_validation_has_value (body, "purpose", purpose))
        return galley_annotation_dup_string (body, "value");
    }

  return NULL;
}

static GalleySource *
read_source (JsonObject *object)
{
  g_autofree char *iri = galley_annotation_dup_string (object, "id");
  g_autofree char *title = galley_annotation_dup_string (object, "dc:title");
  g_autofree char *author = galley_annotation_dup_string (object, "dc:creator");
  g_autofree char *publisher = galley_annotation_dup_string (object, "dc:publisher");
  g_autofree char *published = galley_annotation_dup_string (object, "dc:date");
  gboolean is_entry = iri == NULL || g_str_has_prefix (iri, GALLEY_ANNOTATIONS_UUID_IRI);
  GalleySourceFields fields = { 0 };

  fields.texts[GALLEY_SOURCE_TITLE] = title != NULL && *title != '\0' ? title
                                      : iri != NULL                   ? iri
                                                                      : _ ("Untitled source");
  fields.texts[GALLEY_SOURCE_AUTHOR] = author;
  fields.texts[GALLEY_SOURCE_PUBLISHER] = publisher;
  fields.texts[GALLEY_SOURCE_PUBLISHED] = published;
  fields.texts[GALLEY_SOURCE_ADDRESS] = is_entry ? NULL : iri;

  return galley_source_new (iri != NULL ? iri : "", &fields);
}

static void
read_evidence (GalleyAnnotation *annotation, JsonObject *body)
{
  JsonNode *node = json_object_get_member (body, "source");
  GalleyEvidenceFields fields = { .stance = GALLEY_STANCE_CONTEXT };
  g_autoptr (GalleySource) source = NULL;
  g_autofree char *passage = NULL;
  const char *stance = galley_validation_get_string (body, "styleClass");

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;

  source = read_source (json_node_get_object (node));
  if (stance != NULL)
    galley_stance_from_nick (stance, &fields.stance);
  if (galley_validation_count (body, "selector") > 0)
    {
      node = galley_validation_get_nth (body, "selector", 0);
      passage = JSON_NODE_HOLDS_OBJECT (node)
                    ? galley_annotation_dup_string (json_node_get_object (node), "exact")
                    : NULL;
      fields.passage = passage;
    }
  if (galley_validation_count (body, "state") > 0)
    {
      node = galley_validation_get_nth (body, "state", 0);
      fields.consulted_at =
          JSON_NODE_HOLDS_OBJECT (node)
              ? galley_annotation_get_time (json_node_get_object (node), "sourceDate")
              : 0;
    }
  g_ptr_array_add (annotation->evidence, galley_evidence_new ("", source, &fields));
}

static void
take_remark (GalleyAnnotation *annotation, char *line)
{
  g_ptr_array_add (annotation->remarks, line);
}

/**
 * galley_annotation_read_claim:
 * @annotation: what is read
 * @object: an annotation that Galley wrote of a claim; its status is read already
 */
void
galley_annotation_read_claim (GalleyAnnotation *annotation, JsonObject *object)
{
  g_autofree char *former = NULL;

  annotation->category = galley_annotation_dup_body (object, "tagging");
  annotation->reason = galley_annotation_dup_body (object, "describing");
  annotation->note = galley_annotation_dup_body (object, "commenting");
  annotation->correction = galley_annotation_dup_body (object, "editing");
  former = galley_annotation_dup_body (object, "assessing");
  if (former != NULL)
    take_remark (annotation, g_steal_pointer (&former));
  for (guint i = 0; i < galley_validation_count (object, "body"); i++)
    {
      JsonObject *body = get_body (object, i);

      if (body != NULL && galley_validation_has_value (body, "purpose", "linking"))
        read_evidence (annotation, body);
    }
}

static void
append_paragraph (GString *words, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, "\n\n");
  g_string_append (words, text);
}

/* Whether what @body says is a comment and nothing more particular. */
static gboolean
is_comment (JsonObject *body)
{
  static const char *const purposes[] = { "commenting", "describing", "replying", "questioning",
                                          "assessing" };

  if (galley_validation_count (body, "purpose") == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    if (galley_validation_has_value (body, "purpose", purposes[i]))
      return TRUE;

  return FALSE;
}

/**
 * galley_annotation_dup_words:
 *
 * Returns: (transfer full) (nullable): the comments of an annotation, a paragraph each
 */
char *
galley_annotation_dup_words (JsonObject *object)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *value = galley_annotation_dup_string (object, "bodyValue");
  g_autofree char *text = galley_annotation_dup_string (object, "text");

  append_paragraph (words, value);
  for (guint i = 0; i < galley_validation_count (object, "body"); i++)
    {
      JsonObject *body = get_body (object, i);
      g_autofree char *comment =
          body != NULL && is_comment (body) ? galley_annotation_dup_string (body, "value") : NULL;

      append_paragraph (words, comment);
    }
  if (words->len == 0)
    append_paragraph (words, text);

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static void
add_link (GalleyAnnotation *annotation, const char *address)
{
  if (address != NULL)
    take_remark (annotation, g_strdup_printf (_ ("Link: %s"), address));
}

static void
add_tag (GalleyAnnotation *annotation, const char *tag)
{
  if (tag != NULL)
    take_remark (annotation, g_strdup_printf (_ ("Tag: %s"), tag));
}

/* What a body says that is no comment: a tag, a proposal, a link. */
static void
read_particular (GalleyAnnotation *annotation, JsonObject *body)
{
  g_autofree char *value = galley_annotation_dup_string (body, "value");
  g_autofree char *source = galley_annotation_dup_string (body, "source");
  g_autofree char *iri = galley_annotation_dup_string (body, "id");

  if (value == NULL)
    add_link (annotation, source != NULL ? source : iri);
  else if (galley_validation_has_value (body, "purpose", "tagging"))
    add_tag (annotation, value);
  else if (galley_validation_has_value (body, "purpose", "classifying"))
    take_remark (annotation, g_strdup_printf (_ ("Classified as: %s"), value));
  else if (galley_validation_has_value (body, "purpose", "editing"))
    take_remark (annotation, g_strdup_printf (_ ("Proposed instead: %s"), value));
  else if (!is_comment (body))
    take_remark (annotation, g_steal_pointer (&value));
}

static void
read_motivations (GalleyAnnotation *annotation, JsonObject *object)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < galley_validation_count (object, "motivation"); i++)
    {
      g_autofree char *motivation = dup_text (
          galley_validation_get_text (galley_validation_get_nth (object, "motivation", i)));

      if (motivation != NULL)
        g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", motivation);
    }
  if (all->len > 0)
    take_remark (annotation, g_strdup_printf (_ ("Motivation: %s"), all->str));
}

/**
 * galley_annotation_read_others:
 * @annotation: what is read
 * @object: an annotation that another program wrote
 */
void
galley_annotation_read_others (GalleyAnnotation *annotation, JsonObject *object)
{
  annotation->note = galley_annotation_dup_words (object);
  read_motivations (annotation, object);
  for (guint i = 0; i < galley_validation_count (object, "body"); i++)
    {
      JsonNode *node = galley_validation_get_nth (object, "body", i);
      g_autofree char *iri = dup_text (galley_validation_get_text (node));

      if (JSON_NODE_HOLDS_OBJECT (node))
        read_particular (annotation, json_node_get_object (node));
      else
        add_link (annotation, iri);
    }
  for (guint i = 0; i < galley_validation_count (object, "tags"); i++)
    {
      g_autofree char *tag =
          dup_text (galley_validation_get_text (galley_validation_get_nth (object, "tags", i)));

      add_tag (annotation, tag);
    }
}

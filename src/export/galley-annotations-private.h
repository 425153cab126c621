/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-annotation.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What the reader and the writer of Web Annotations have in common. */

#define GALLEY_ANNOTATIONS_GENERATOR "Galley"
#define GALLEY_ANNOTATIONS_TEXT_IRI "urn:sha256:"
#define GALLEY_ANNOTATIONS_UUID_IRI "urn:uuid:"

/* galley-annotations-writer.c */
char *galley_annotations_make_answer_iri (const char *query_id) G_GNUC_WARN_UNUSED_RESULT;

/* galley-annotation-bodies.c: what annotations say. */
char *galley_annotation_dup_string (JsonObject *object, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *galley_annotation_dup_person (JsonObject *object) G_GNUC_WARN_UNUSED_RESULT;
gint64 galley_annotation_get_time (JsonObject *object, const char *name);
char *galley_annotation_dup_body (JsonObject *object, const char *purpose)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_annotation_dup_words (JsonObject *object) G_GNUC_WARN_UNUSED_RESULT;
void galley_annotation_read_claim (GalleyAnnotation *annotation, JsonObject *object);
void galley_annotation_read_others (GalleyAnnotation *annotation, JsonObject *object);

G_END_DECLS

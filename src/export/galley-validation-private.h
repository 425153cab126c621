/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-validation.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define GALLEY_ANNOTATION_CONTEXT "http://www.w3.org/ns/anno.jsonld"

/**
 * GalleyValidation:
 * @violations: (element-type GalleyViolation): what was found so far
 * @path: the place that is looked at
 * @text: (nullable): the text that annotations are of
 * @page_host: (nullable): host of the page that fact checks are on
 * @seen: (element-type utf8): what has to be unique and was seen
 *
 * A file that is looked at.
 */
typedef struct
{
  GPtrArray *violations;
  GString *path;
  GalleyText *text;
  char *page_host;
  GHashTable *seen;
} GalleyValidation;

gsize galley_validation_enter (GalleyValidation *self, const char *name);
gsize galley_validation_enter_index (GalleyValidation *self, guint index);
void galley_validation_leave (GalleyValidation *self, gsize mark);
void galley_validation_fail (GalleyValidation *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void galley_validation_warn (GalleyValidation *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

const char *galley_validation_get_text (JsonNode *node);
const char *galley_validation_get_string (JsonObject *object, const char *name);
const char *
galley_validation_need_string (GalleyValidation *self, JsonObject *object, const char *name);
guint galley_validation_count (JsonObject *object, const char *name);
JsonNode *galley_validation_get_nth (JsonObject *object, const char *name, guint index);
gboolean galley_validation_has_value (JsonObject *object, const char *name, const char *value);
gboolean galley_validation_is_iri (const char *iri);
gboolean galley_validation_is_utc (const char *time);
char *galley_validation_dup_host (const char *address) G_GNUC_WARN_UNUSED_RESULT;

void galley_validation_check_annotations (GalleyValidation *self, JsonObject *root);
void galley_validation_check_claim_reviews (GalleyValidation *self, JsonNode *root);

G_END_DECLS

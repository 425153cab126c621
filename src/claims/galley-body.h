/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyBody:
 *
 * The body of an event in the making: a JSON object of texts, whole numbers and truth values, and
 * of lists of texts and of such objects.
 */
typedef struct _GalleyBody GalleyBody;

GalleyBody *galley_body_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_body_free (GalleyBody *self);

void galley_body_add_text (GalleyBody *self, const char *name, const char *text);
void galley_body_add_number (GalleyBody *self, const char *name, gint64 number);
void galley_body_add_truth (GalleyBody *self, const char *name, gboolean truth);
void galley_body_add_texts (GalleyBody *self, const char *name, const char *const *texts);
void galley_body_add_bodies (GalleyBody *self, const char *name, GPtrArray *bodies);
const char *galley_body_end (GalleyBody *self);

char *galley_body_find_text (const char *json, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyBody, galley_body_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * Model:
 *
 * What a library should hold after a number of steps, as simple as can be: values by key, and for
 * each step which values it replaced.
 *
 * A key is "kind/id" (whether the thing is there: "1" or "0") or "kind/id/field". The model knows
 * nothing of journals, tables or files.
 */
typedef struct _Model Model;

/* What undoing or redoing is expected to come to: a #GalleyStoreError, or this. */
#define MODEL_SUCCEEDS (-1)

Model *model_new (void);
void model_free (Model *self);

const char *model_get (Model *self, const char *kind, const char *id, const char *field);
gboolean model_has (Model *self, const char *kind, const char *id);

void model_begin (Model *self, const char *article);
void
model_set (Model *self, const char *kind, const char *id, const char *field, const char *value);
void model_end (Model *self, const char *unit);

gboolean model_is_used (Model *self, const char *source);
char *model_pick_unit (Model *self);
int model_undo (Model *self, const char *article, const char *unit);
int model_redo (Model *self, const char *article);
void model_purge (Model *self, const char *article);

char *model_describe (Model *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Model, model_free)

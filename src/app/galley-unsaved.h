/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _GalleyUnsaved GalleyUnsaved;

GalleyUnsaved *galley_unsaved_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_unsaved_free (GalleyUnsaved *self);

void galley_unsaved_send (GalleyUnsaved *self,
                          const char *id,
                          const char *field,
                          const char *text,
                          const char *before);
const char *galley_unsaved_find_before (GalleyUnsaved *self, const char *id, const char *field);
void galley_unsaved_see (GalleyUnsaved *self, const char *id, const char *field, const char *value);
void
galley_unsaved_settle (GalleyUnsaved *self, const char *id, const char *field, gboolean is_failed);
const char *galley_unsaved_find_failed (GalleyUnsaved *self, const char *id, const char *field);
gboolean galley_unsaved_has_failed (GalleyUnsaved *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyUnsaved, galley_unsaved_free)

G_END_DECLS

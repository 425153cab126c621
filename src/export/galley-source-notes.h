/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-source.h"

G_BEGIN_DECLS

/**
 * GalleySourceNotes:
 *
 * Numbers sources from 1 in the order in which they are first asked for, each once.
 */
typedef struct _GalleySourceNotes GalleySourceNotes;

GalleySourceNotes *galley_source_notes_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_source_notes_free (GalleySourceNotes *self);

guint galley_source_notes_get_number (GalleySourceNotes *self, GalleySource *source);
GPtrArray *galley_source_notes_get_sources (GalleySourceNotes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleySourceNotes, galley_source_notes_free)

G_END_DECLS

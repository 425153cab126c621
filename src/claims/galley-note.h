/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_NOTE (galley_note_get_type ())

/**
 * GalleyNote:
 * @id: UUID
 * @text: what it says
 * @author: who wrote it
 * @written_at: when, milliseconds since 1970 UTC
 *
 * What somebody wrote in the thread of a claim. Immutable; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *id;
  char *text;
  char *author;
  gint64 written_at;
} GalleyNote;

GType galley_note_get_type (void);
GalleyNote *
galley_note_new (const char *id, const char *text, const char *author, gint64 written_at)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyNote *galley_note_ref (GalleyNote *self);
void galley_note_unref (GalleyNote *self);

gboolean galley_note_equal (GalleyNote *a, GalleyNote *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyNote, galley_note_unref)

G_END_DECLS

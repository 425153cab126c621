/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-note.h"

G_DEFINE_BOXED_TYPE (GalleyNote, galley_note, galley_note_ref, galley_note_unref)

/**
 * galley_note_new:
 * @id: UUID
 * @text: what it says
 * @author: who wrote it
 * @written_at: milliseconds since 1970 UTC
 *
 * Returns: (transfer full): the note
 */
GalleyNote *
galley_note_new (const char *id, const char *text, const char *author, gint64 written_at)
{
  GalleyNote *self;

  g_return_val_if_fail (id != NULL && text != NULL && author != NULL, NULL);

  self = g_new0 (GalleyNote, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->text = g_strdup (text);
  self->author = g_strdup (author);
  self->written_at = written_at;

  return self;
}

GalleyNote *
galley_note_ref (GalleyNote *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_note_unref (GalleyNote *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->text);
  g_free (self->author);
  g_free (self);
}

/**
 * galley_note_equal:
 *
 * Returns: whether both are the same note and say the same
 */
gboolean
galley_note_equal (GalleyNote *a, GalleyNote *b)
{
  return g_str_equal (a->id, b->id) && g_str_equal (a->text, b->text) &&
         g_str_equal (a->author, b->author) && a->written_at == b->written_at;
}

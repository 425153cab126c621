/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-source-notes.h"

struct _GalleySourceNotes
{
  GPtrArray *sources;  /* (element-type GalleySource), by number */
  GHashTable *numbers; /* of ids, which the sources own */
};

GalleySourceNotes *
galley_source_notes_new (void)
{
  GalleySourceNotes *self = g_new0 (GalleySourceNotes, 1);

  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_source_unref);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
galley_source_notes_free (GalleySourceNotes *self)
{
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

/**
 * galley_source_notes_get_number:
 *
 * Returns: the number of @source, from 1; the next one if it had none
 */
guint
galley_source_notes_get_number (GalleySourceNotes *self, GalleySource *source)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, source->id));

  if (number > 0)
    return number;

  g_ptr_array_add (self->sources, galley_source_ref (source));
  g_hash_table_insert (self->numbers, source->id, GUINT_TO_POINTER (self->sources->len));
  return self->sources->len;
}

/**
 * galley_source_notes_get_sources:
 *
 * Returns: (transfer none) (element-type GalleySource): the sources in the order of their numbers
 */
GPtrArray *
galley_source_notes_get_sources (GalleySourceNotes *self)
{
  return self->sources;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-unsaved.h"

/**
 * GalleyUnsaved:
 *
 * The texts of fields that were handed over to be saved, of whatever claim, until the library has
 * them: so that none is lost that could not be saved.
 */
struct _GalleyUnsaved
{
  GHashTable *sent;   /* "id/field" to the text that was handed over */
  GHashTable *failed; /* "id/field" to the text that could not be saved */
  GHashTable *before; /* "id/field" to what the library had when that was handed over last */
};

GalleyUnsaved *
galley_unsaved_new (void)
{
  GalleyUnsaved *self = g_new (GalleyUnsaved, 1);

  self->sent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->failed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
galley_unsaved_free (GalleyUnsaved *self)
{
  g_hash_table_unref (self->sent);
  g_hash_table_unref (self->failed);
  g_hash_table_unref (self->before);
  g_free (self);
}

static char *
make_key (const char *id, const char *field)
{
  return g_strdup_printf ("%s/%s", id, field);
}

/**
 * galley_unsaved_send:
 * @id: of a claim
 * @field: name of a field
 * @text: what is handed over to be saved
 * @before: (nullable): what the library has there
 */
void
galley_unsaved_send (GalleyUnsaved *self,
                     const char *id,
                     const char *field,
                     const char *text,
                     const char *before)
{
  g_hash_table_replace (self->sent, make_key (id, field), g_strdup (text));
  g_hash_table_replace (self->before, make_key (id, field),
                        g_strdup (before != NULL ? before : ""));
}

/**
 * galley_unsaved_see:
 * @id: of a claim
 * @field: name of a field
 * @value: (nullable): what the library has
 */
void
galley_unsaved_see (GalleyUnsaved *self, const char *id, const char *field, const char *value)
{
  g_autofree char *key = make_key (id, field);

  if (g_strcmp0 (g_hash_table_lookup (self->sent, key), value) == 0)
    g_hash_table_remove (self->sent, key);
}

/**
 * galley_unsaved_settle:
 * @id: of a claim
 * @field: name of a field
 * @is_failed: whether it could not be saved
 *
 * Says what came of saving a field. What was not about its text leaves it alone.
 */
void
galley_unsaved_settle (GalleyUnsaved *self, const char *id, const char *field, gboolean is_failed)
{
  g_autofree char *key = make_key (id, field);
  g_autofree char *stored_key = NULL;
  char *text = NULL;

  if (!is_failed)
    {
      g_hash_table_remove (self->sent, key);
      g_hash_table_remove (self->failed, key);
      g_hash_table_remove (self->before, key);
    }
  else if (g_hash_table_steal_extended (self->sent, key, (gpointer *) &stored_key,
                                        (gpointer *) &text))
    g_hash_table_replace (self->failed, g_steal_pointer (&stored_key), text);
}

/**
 * galley_unsaved_find_failed:
 * @id: of a claim
 * @field: name of a field
 *
 * Returns: (transfer none) (nullable): its text that could not be saved
 */
const char *
galley_unsaved_find_failed (GalleyUnsaved *self, const char *id, const char *field)
{
  g_autofree char *key = make_key (id, field);

  return g_hash_table_lookup (self->failed, key);
}

/**
 * galley_unsaved_find_before:
 * @id: of a claim
 * @field: name of a field
 *
 * Returns: (transfer none) (nullable): what the library had there when its text was handed over
 */
const char *
galley_unsaved_find_before (GalleyUnsaved *self, const char *id, const char *field)
{
  g_autofree char *key = make_key (id, field);

  return g_hash_table_lookup (self->before, key);
}

/**
 * galley_unsaved_has_failed:
 *
 * Returns: whether there is any text that could not be saved
 */
gboolean
galley_unsaved_has_failed (GalleyUnsaved *self)
{
  return g_hash_table_size (self->failed) > 0;
}

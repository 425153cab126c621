/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-history-digest.h"

#include "galley-place.h"

#include <glib/gi18n.h>

/*
 * A new draft takes every claim and dismissal of an article along, and each of them has an event of
 * its own. Where that changed neither words nor verdict there is nothing to read: what stands where
 * it stood is left out, and what went elsewhere is told once for each step.
 */

/* How the claim came to its words in the draft that the step brought, or undid; FALSE if the event
 * is not about that. */
static gboolean
get_place (const GalleyHistoryFields *fields, GalleyPlace *out_place)
{
  GalleyPlace before, after;

  if (!galley_place_from_nick (fields->old_place, &before) ||
      !galley_place_from_nick (fields->new_place, &after) || !galley_place_is_standing (before) ||
      !galley_place_is_standing (after))
    return FALSE;

  *out_place = g_strcmp0 (fields->act, "undo") == 0 ? before : after;

  return *out_place == GALLEY_PLACE_EXACT || *out_place == GALLEY_PLACE_MOVED;
}

static gboolean
is_same (const GalleyHistoryFields *fields)
{
  return fields->old_value != NULL && g_strcmp0 (fields->old_value, fields->new_value) == 0;
}

static gboolean
is_taken_along (const GalleyHistoryFields *fields, gboolean *out_is_moved)
{
  GalleyPlace place;

  *out_is_moved = FALSE;
  if (!is_same (fields))
    return FALSE;
  if (g_strcmp0 (fields->kind, "dismissal.range") == 0)
    return TRUE;
  if (!get_place (fields, &place))
    return FALSE;

  *out_is_moved = place == GALLEY_PLACE_MOVED;
  return TRUE;
}

/* One line for all claims of a step that only moved, of which @fields tell of one. */
static GalleyHistoryEntry *
summarize (const GalleyHistoryFields *fields, guint n_moved)
{
  g_autofree char *sentence = g_strdup_printf (
      ngettext ("%u claim moved with its words", "%u claims moved with their words", n_moved),
      n_moved);
  GalleyHistoryFields summary = *fields;

  summary.old_value = NULL;
  summary.new_value = sentence;
  summary.old_parts = NULL;
  summary.new_parts = NULL;
  summary.old_place = NULL;
  summary.new_place = NULL;
  summary.claim_id = NULL;
  summary.claim = NULL;

  return galley_history_entry_new (&summary);
}

/* (transfer full) (element-type utf8 guint): how many claims only moved, by the step. */
static GHashTable *
count_moved (GPtrArray *entries)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean is_moved;

  for (guint i = 0; i < entries->len; i++)
    {
      const GalleyHistoryFields *fields =
          galley_history_entry_get_fields (g_ptr_array_index (entries, i));
      gpointer unit = (gpointer) fields->unit_id;

      if (is_taken_along (fields, &is_moved) && is_moved)
        g_hash_table_insert (
            counts, unit,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, unit)) + 1));
    }

  return counts;
}

/**
 * galley_history_digest_new:
 * @entries: (element-type GalleyHistoryEntry): what was done to an article, oldest first
 * @since_ms: only what was done from then on, in ms since 1970
 *
 * Returns: (transfer full) (element-type GalleyHistoryEntry): what of it changed anything for
 *   people, the latest first
 */
GPtrArray *
galley_history_digest_new (GPtrArray *entries, gint64 since_ms)
{
  GPtrArray *digest = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) counts = count_moved (entries);

  for (guint i = entries->len; i-- > 0;)
    {
      GalleyHistoryEntry *entry = g_ptr_array_index (entries, i);
      const GalleyHistoryFields *fields = galley_history_entry_get_fields (entry);
      gboolean is_moved;
      guint n_moved;

      if (galley_history_entry_get_time (entry) < since_ms)
        continue;
      if (!is_taken_along (fields, &is_moved))
        g_ptr_array_add (digest, g_object_ref (entry));
      else if (is_moved &&
               (n_moved = GPOINTER_TO_UINT (g_hash_table_lookup (counts, fields->unit_id))) > 0)
        {
          g_ptr_array_add (digest, summarize (fields, n_moved));
          g_hash_table_remove (counts, fields->unit_id);
        }
    }

  return digest;
}

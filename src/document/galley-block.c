/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-block.h"

#include <glib/gi18n-lib.h>

static const char *nicks[GALLEY_N_BLOCK_ROLES] = {
  [GALLEY_BLOCK_TITLE] = "title",
  [GALLEY_BLOCK_LEAD] = "lead",
  [GALLEY_BLOCK_HEADING] = "heading",
  [GALLEY_BLOCK_PARAGRAPH] = "paragraph",
  [GALLEY_BLOCK_LIST_ITEM] = "list-item",
  [GALLEY_BLOCK_QUOTE] = "quote",
  [GALLEY_BLOCK_ATTRIBUTION] = "attribution",
  [GALLEY_BLOCK_TABLE_ROW] = "table-row",
  [GALLEY_BLOCK_BOILERPLATE] = "boilerplate",
};

static const char *note_nicks[GALLEY_N_SOURCE_NOTE_KINDS] = {
  [GALLEY_SOURCE_NOTE_COMMENT] = "comment",
  [GALLEY_SOURCE_NOTE_FOOTNOTE] = "footnote",
  [GALLEY_SOURCE_NOTE_ENDNOTE] = "endnote",
};

static const char *note_labels[GALLEY_N_SOURCE_NOTE_KINDS] = {
  [GALLEY_SOURCE_NOTE_COMMENT] = N_ ("Comment"),
  [GALLEY_SOURCE_NOTE_FOOTNOTE] = N_ ("Footnote"),
  [GALLEY_SOURCE_NOTE_ENDNOTE] = N_ ("Endnote"),
};

static gboolean
find_nick (const char *const *table, guint n_nicks, const char *nick, guint *out_index)
{
  for (guint i = 0; i < n_nicks; i++)
    {
      if (g_strcmp0 (nick, table[i]) == 0)
        {
          *out_index = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * galley_block_role_to_nick:
 *
 * Returns: (transfer none): the name of @role in drafts, on the command line and in JSON
 */
const char *
galley_block_role_to_nick (GalleyBlockRole role)
{
  g_return_val_if_fail ((guint) role < GALLEY_N_BLOCK_ROLES, NULL);

  return nicks[role];
}

/**
 * galley_block_role_from_nick:
 * @nick: (nullable): a name
 * @out_role: (out): the role; untouched if there is none of that name
 *
 * Returns: whether @nick names a role
 */
gboolean
galley_block_role_from_nick (const char *nick, GalleyBlockRole *out_role)
{
  guint found;

  if (!find_nick (nicks, GALLEY_N_BLOCK_ROLES, nick, &found))
    return FALSE;

  *out_role = found;
  return TRUE;
}

/**
 * galley_block_role_is_checkable:
 *
 * Returns: whether the sentences of such a block are suggested as claims and count towards coverage
 */
gboolean
galley_block_role_is_checkable (GalleyBlockRole role)
{
  return role != GALLEY_BLOCK_HEADING && role != GALLEY_BLOCK_ATTRIBUTION &&
         role != GALLEY_BLOCK_BOILERPLATE;
}

/**
 * galley_source_note_kind_to_nick:
 *
 * Returns: (transfer none): the name of @kind in drafts and in JSON
 */
const char *
galley_source_note_kind_to_nick (GalleySourceNoteKind kind)
{
  g_return_val_if_fail ((guint) kind < GALLEY_N_SOURCE_NOTE_KINDS, NULL);

  return note_nicks[kind];
}

/**
 * galley_source_note_kind_get_label:
 *
 * Returns: (transfer none): the name of @kind for people, translated
 */
const char *
galley_source_note_kind_get_label (GalleySourceNoteKind kind)
{
  g_return_val_if_fail ((guint) kind < GALLEY_N_SOURCE_NOTE_KINDS, NULL);

  return _ (note_labels[kind]);
}

/**
 * galley_source_note_kind_from_nick:
 * @nick: (nullable): a name
 * @out_kind: (out): the kind; untouched if there is none of that name
 *
 * Returns: whether @nick names a kind
 */
gboolean
galley_source_note_kind_from_nick (const char *nick, GalleySourceNoteKind *out_kind)
{
  guint found;

  if (!find_nick (note_nicks, GALLEY_N_SOURCE_NOTE_KINDS, nick, &found))
    return FALSE;

  *out_kind = found;
  return TRUE;
}

/**
 * galley_retrieval_copy:
 *
 * Returns: (transfer full): a copy of all of it
 */
GalleyRetrieval *
galley_retrieval_copy (const GalleyRetrieval *self)
{
  GalleyRetrieval *copy = g_new0 (GalleyRetrieval, 1);

  copy->addresses = g_strdupv (self->addresses);
  copy->status = self->status;
  copy->time = g_strdup (self->time);
  copy->headers = g_strdup (self->headers);
  copy->served = self->served != NULL ? g_bytes_ref (self->served) : NULL;

  return copy;
}

void
galley_retrieval_free (GalleyRetrieval *self)
{
  g_strfreev (self->addresses);
  g_free (self->time);
  g_free (self->headers);
  g_clear_pointer (&self->served, g_bytes_unref);
  g_free (self);
}

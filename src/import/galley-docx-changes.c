/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-docx-changes.h"

#include "galley-docx-names.h"
#include "galley-docx-tags.h"

struct _GalleyDocxChanges
{
  guint n_deleted;  /* deletions of words that are open */
  guint n_inserted; /* likewise */
  gboolean is_row_deleted;
  guint count;
  guint last_tag;    /* of the change that may go on; 0 if there is none */
  char *last_author; /* of that change, or NULL */
};

GalleyDocxChanges *
galley_docx_changes_new (void)
{
  return g_new0 (GalleyDocxChanges, 1);
}

void
galley_docx_changes_free (GalleyDocxChanges *self)
{
  g_free (self->last_author);
  g_free (self);
}

static void
count (GalleyDocxChanges *self, guint tag, const GalleyXmlElement *element)
{
  g_autofree char *author = galley_xml_element_dup (element, GALLEY_DOCX_W, "author");

  /* What was moved is counted where it went. */
  if (tag == GALLEY_DOCX_TAG_MOVED_FROM)
    return;

  if (tag != self->last_tag || g_strcmp0 (author, self->last_author) != 0)
    self->count++;
  self->last_tag = tag;
  g_free (self->last_author);
  self->last_author = g_steal_pointer (&author);
}

static gboolean
is_deletion (guint tag)
{
  return tag == GALLEY_DOCX_TAG_DELETED || tag == GALLEY_DOCX_TAG_MOVED_FROM;
}

/**
 * galley_docx_changes_begin:
 * @place: what is changed
 * @tag: the #GalleyDocxTag of a change
 * @element: the change
 */
void
galley_docx_changes_begin (GalleyDocxChanges *self,
                           GalleyDocxPlace place,
                           guint tag,
                           const GalleyXmlElement *element)
{
  count (self, tag, element);
  if (place == GALLEY_DOCX_PLACE_ROW)
    self->is_row_deleted |= is_deletion (tag);
  else if (place == GALLEY_DOCX_PLACE_WORDS && is_deletion (tag))
    self->n_deleted++;
  else if (place == GALLEY_DOCX_PLACE_WORDS)
    self->n_inserted++;
}

/**
 * galley_docx_changes_end:
 * @place: what was changed
 * @tag: the #GalleyDocxTag of the change
 */
void
galley_docx_changes_end (GalleyDocxChanges *self, GalleyDocxPlace place, guint tag)
{
  if (place != GALLEY_DOCX_PLACE_WORDS)
    return;

  if (is_deletion (tag))
    self->n_deleted--;
  else
    self->n_inserted--;
}

/**
 * galley_docx_changes_end_row:
 *
 * Ends a row of a table, and its deletion if it was deleted.
 */
void
galley_docx_changes_end_row (GalleyDocxChanges *self)
{
  self->is_row_deleted = FALSE;
}

/**
 * galley_docx_changes_is_deleted:
 *
 * Returns: whether words here are no part of the text any more
 */
gboolean
galley_docx_changes_is_deleted (GalleyDocxChanges *self)
{
  return self->n_deleted > 0 || self->is_row_deleted;
}

/**
 * galley_docx_changes_pass_words:
 *
 * Says that there are words here; if they did not change, the next change is another one.
 */
void
galley_docx_changes_pass_words (GalleyDocxChanges *self)
{
  if (self->n_deleted == 0 && self->n_inserted == 0)
    self->last_tag = 0;
}

/**
 * galley_docx_changes_get_count:
 *
 * Returns: how many changes there were
 */
guint
galley_docx_changes_get_count (GalleyDocxChanges *self)
{
  return self->count;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-intake-private.h"

#include "galley-alignment.h"

#include <string.h>

/*
 * Annotations that say by its digest which text they were made on, if that is a draft of the
 * article. Their positions are to be relied on then, where the quote stands there or there is none.
 * From an earlier draft they come to the present one in the same way as the claims do that were
 * made on it.
 */

/* A passage that is looked for in a draft. */
typedef struct
{
  guint entry;
  GalleyRange range;
  gboolean is_found;
  gboolean is_verbatim;
} Passage;

/* A text, and where its characters are that UTF-16 counts twice. */
typedef struct
{
  GalleyText *text;
  GArray *wide; /* (element-type guint), ascending */
} Ruler;

static GArray *
find_wide (GalleyText *text)
{
  GArray *wide = g_array_new (FALSE, FALSE, sizeof (guint));
  gsize n_bytes;
  const char *utf8 = galley_text_peek_utf8 (text, &n_bytes);

  for (gsize i = 0; i < n_bytes; i++)
    if (((guchar) utf8[i] & 0xf8) == 0xf0)
      {
        guint offset = galley_text_from_bytes (text, i);

        g_array_append_val (wide, offset);
      }

  return wide;
}

/* The offset in code points of what is at an offset in UTF-16 units. */
static guint
from_utf16 (const Ruler *ruler, guint offset)
{
  guint low = 0, high = ruler->wide->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (ruler->wide, guint, middle) + middle < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return offset - low;
}

static gboolean
stands_at (GalleyText *text, GalleyRange range, const char *exact)
{
  gsize start, length = strlen (exact), n_bytes;
  const char *utf8 = galley_text_peek_utf8 (text, &n_bytes);

  if (range.start >= range.end || !galley_text_has_range (text, range))
    return FALSE;

  start = galley_text_to_bytes (text, range.start);
  return galley_text_to_bytes (text, range.end) - start == length &&
         memcmp (utf8 + start, exact, length) == 0;
}

/* Takes the position of an annotation at its word, if its quote is there. */
static gboolean
find_by_position (const Ruler *ruler, const GalleyAnnotationTarget *target, Passage *passage)
{
  GalleyRange range = target->position;
  GalleyRange wide = { from_utf16 (ruler, range.start), from_utf16 (ruler, range.end) };

  if (!target->has_position)
    return FALSE;
  if (target->exact == NULL)
    passage->is_found = galley_text_has_range (ruler->text, range);
  else if (stands_at (ruler->text, range, target->exact))
    passage->is_found = passage->is_verbatim = TRUE;
  else if (stands_at (ruler->text, wide, target->exact))
    {
      range = wide;
      passage->is_found = passage->is_verbatim = TRUE;
    }
  if (passage->is_found)
    passage->range = range;

  return passage->is_found;
}

/* Finds passages by their quotes, with the words around them that are quoted or without. */
static void
find_by_quotes (GalleyIntake *self, GalleyText *text, GArray *passages, gboolean has_context)
{
  g_autoptr (GArray) patterns = g_array_new (FALSE, FALSE, sizeof (GalleyQuotePattern));
  g_autoptr (GArray) indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < passages->len; i++)
    {
      const Passage *passage = &g_array_index (passages, Passage, i);
      const GalleyAnnotationTarget *target =
          g_array_index (self->entries, GalleyIntakeEntry, passage->entry).target;
      GalleyQuotePattern pattern = { 0 };
      char *quote;

      if (passage->is_found || target->exact == NULL || *target->exact == '\0')
        continue;
      quote = has_context ? g_strconcat (target->prefix, target->exact, target->suffix, NULL)
                          : g_strdup (target->exact);
      g_ptr_array_add (quotes, quote);
      pattern.utf8 = quote;
      pattern.length_bytes = strlen (quote);
      g_array_append_val (patterns, pattern);
      g_array_append_val (indexes, i);
    }

  galley_intake_find_quotes (text, patterns);
  for (guint i = 0; i < patterns->len; i++)
    {
      const GalleyQuotePattern *pattern = &g_array_index (patterns, GalleyQuotePattern, i);
      Passage *passage = &g_array_index (passages, Passage, g_array_index (indexes, guint, i));
      const GalleyAnnotationTarget *target =
          g_array_index (self->entries, GalleyIntakeEntry, passage->entry).target;
      gsize start = pattern->at_bytes + (has_context ? strlen (target->prefix) : 0);

      if (pattern->n_found != 1)
        continue;
      passage->is_found = passage->is_verbatim = TRUE;
      passage->range.start = galley_text_from_bytes (text, start);
      passage->range.end = galley_text_from_bytes (text, start + strlen (target->exact));
    }
}

/* The passages of annotations of the text with the digest @sha256. */
static GArray *
find_passages (GalleyIntake *self, const char *sha256, GalleyText *text)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (Passage));
  Ruler ruler = { text, find_wide (text) };

  for (guint i = 0; i < self->entries->len; i++)
    {
      const GalleyIntakeEntry *entry = &g_array_index (self->entries, GalleyIntakeEntry, i);
      Passage passage = { .entry = i };

      if (entry->is_placed || entry->target == NULL ||
          g_strcmp0 (entry->target->text_sha256, sha256) != 0)
        continue;
      find_by_position (&ruler, entry->target, &passage);
      g_array_append_val (passages, passage);
    }
  g_array_unref (ruler.wide);

  find_by_quotes (self, text, passages, /* has_context= */ TRUE);
  find_by_quotes (self, text, passages, /* has_context= */ FALSE);
  return passages;
}

/**
 * galley_intake_place_present:
 *
 * Places all annotations of the draft that the article has.
 */
void
galley_intake_place_present (GalleyIntake *self)
{
  GalleyText *text = galley_document_get_text (self->document);
  g_autoptr (GArray) passages =
      find_passages (self, galley_document_get_text_sha256 (self->document), text);

  for (guint i = 0; i < passages->len; i++)
    {
      const Passage *passage = &g_array_index (passages, Passage, i);
      GalleyIntakeEntry *entry = &g_array_index (self->entries, GalleyIntakeEntry, passage->entry);

      if (!passage->is_found)
        continue;
      entry->is_placed = TRUE;
      entry->is_vouched = passage->is_verbatim;
      entry->placement =
          (GalleyPlacement){ GALLEY_PLACEMENT_EXACT, passage->range, GALLEY_DIFFERENCE_NONE };
    }
}

static void
place_from (GalleyIntake *self, GalleyDocument *draft)
{
  g_autoptr (GArray) passages = find_passages (self, galley_document_get_text_sha256 (draft),
                                               galley_document_get_text (draft));
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  g_autoptr (GArray) placements = NULL;
  g_autoptr (GalleyAlignment) alignment = NULL;
  guint n = 0;

  for (guint i = 0; i < passages->len; i++)
    if (g_array_index (passages, Passage, i).is_found)
      g_array_append_val (ranges, g_array_index (passages, Passage, i).range);
  if (ranges->len == 0)
    return;

  alignment = galley_alignment_new (draft, self->document);
  placements = galley_alignment_place (alignment, (const GalleyRange *) (gpointer) ranges->data,
                                       ranges->len);
  for (guint i = 0; i < passages->len; i++)
    {
      const Passage *passage = &g_array_index (passages, Passage, i);
      GalleyIntakeEntry *entry = &g_array_index (self->entries, GalleyIntakeEntry, passage->entry);

      if (!passage->is_found)
        continue;
      entry->is_placed = TRUE;
      entry->placement = g_array_index (placements, GalleyPlacement, n++);
      entry->is_vouched =
          passage->is_verbatim && galley_placement_class_is_sure (entry->placement.placement);
    }
}

static gboolean
names_text (GalleyIntake *self, const char *sha256)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const GalleyIntakeEntry *entry = &g_array_index (self->entries, GalleyIntakeEntry, i);

      if (!entry->is_placed && entry->target != NULL &&
          g_strcmp0 (entry->target->text_sha256, sha256) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * galley_intake_place_known:
 *
 * Places all annotations of drafts that the article has or had; blocks.
 *
 * Returns: whether the drafts could be read
 */
gboolean
galley_intake_place_known (GalleyIntake *self, GalleyDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) drafts = galley_desk_list_drafts (desk, self->article_id, error);

  if (drafts == NULL)
    return FALSE;

  galley_intake_place_present (self);
  for (guint i = drafts->len; i-- > 0;)
    {
      GalleyDraftEntry *draft = g_ptr_array_index (drafts, i);
      g_autoptr (GalleyDocument) document = NULL;

      if (!names_text (self, draft->text_sha256))
        continue;
      document = galley_desk_load_draft_document (desk, self->article_id, draft->number, error);
      if (document == NULL)
        return FALSE;
      place_from (self, document);
    }

  return TRUE;
}

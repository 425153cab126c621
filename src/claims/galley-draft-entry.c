/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-draft-entry.h"

G_DEFINE_BOXED_TYPE (GalleyDraftEntry,
                     galley_draft_entry,
                     galley_draft_entry_ref,
                     galley_draft_entry_unref)

/**
 * galley_draft_entry_new:
 * @fields: what it holds; its count is not looked at, and its strings are copied
 *
 * Returns: (transfer full): the entry
 */
GalleyDraftEntry *
galley_draft_entry_new (const GalleyDraftEntry *fields)
{
  GalleyDraftEntry *self = g_new (GalleyDraftEntry, 1);

  *self = *fields;
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (fields->id);
  self->title = g_strdup (fields->title);
  self->text_sha256 = g_strdup (fields->text_sha256);
  self->verb = g_strdup (fields->verb);
  self->actor = g_strdup (fields->actor);
  self->time = g_strdup (fields->time);

  return self;
}

GalleyDraftEntry *
galley_draft_entry_ref (GalleyDraftEntry *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_draft_entry_unref (GalleyDraftEntry *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->text_sha256);
  g_free (self->verb);
  g_free (self->actor);
  g_free (self->time);
  g_free (self);
}

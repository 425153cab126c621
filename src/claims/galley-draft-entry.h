/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_DRAFT_ENTRY (galley_draft_entry_get_type ())

/**
 * GalleyDraftEntry:
 * @number: which draft of its article it is, from 1
 * @id: UUID
 * @title: what it calls the article
 * @text_sha256: digest of its text
 * @verb: nick of the step that brought it
 * @actor: who brought it
 * @time: when, UTC, ISO 8601
 * @first_event: number of the first event of that step
 * @size_bytes: size of the file that it was read from
 *
 * A draft of an article, for a list of them. Immutable; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  guint number;
  char *id;
  char *title;
  char *text_sha256;
  char *verb;
  char *actor;
  char *time;
  gint64 first_event;
  gint64 size_bytes;
} GalleyDraftEntry;

GType galley_draft_entry_get_type (void);
GalleyDraftEntry *galley_draft_entry_new (const GalleyDraftEntry *fields) G_GNUC_WARN_UNUSED_RESULT;
GalleyDraftEntry *galley_draft_entry_ref (GalleyDraftEntry *self);
void galley_draft_entry_unref (GalleyDraftEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDraftEntry, galley_draft_entry_unref)

G_END_DECLS

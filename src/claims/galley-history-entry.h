/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_HISTORY_ENTRY (galley_history_entry_get_type ())
G_DECLARE_FINAL_TYPE (GalleyHistoryEntry, galley_history_entry, GALLEY, HISTORY_ENTRY, GObject)

/**
 * GalleyHistoryFields:
 *
 * One event of the journal, as people read it. Strings are copied.
 */
typedef struct
{
  const char *event_id;   /* replica and sequence, "UUID:N" */
  const char *time;       /* UTC, ISO 8601 */
  const char *actor;      /* who */
  const char *article_id; /* (nullable) */
  const char *subject_id; /* claim, source, … */
  const char *kind;       /* such as "claim.status" */
  const char *verb;       /* nick of the action it belongs to */
  const char *unit_id;    /* undo unit */
  const char *act;        /* "do", "undo" or "redo" */
  const char *old_value;  /* (nullable) what it was, one line */
  const char *new_value;  /* (nullable) what it became, one line */
  const char *seal;       /* (nullable) its chain value: SHA-256 over it and all before it */
  const char *claim_id;   /* (nullable) the claim that it was about */
  const char *claim;      /* (nullable) the words of that claim */
  const char *old_parts;  /* (nullable) what it was in parts, for galley_history_parts_describe() */
  const char *new_parts;  /* (nullable) likewise, what it became */
  const char
      *old_place; /* (nullable) where it was placed anew, how it stood: a GalleyPlace's nick */
  const char *new_place; /* (nullable) likewise, how it stands since */
} GalleyHistoryFields;

GalleyHistoryEntry *galley_history_entry_new (const GalleyHistoryFields *fields)
    G_GNUC_WARN_UNUSED_RESULT;
const GalleyHistoryFields *galley_history_entry_get_fields (GalleyHistoryEntry *self);
gint64 galley_history_entry_get_time (GalleyHistoryEntry *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-history-entry.h"

/**
 * GalleyHistoryEntry:
 *
 * One event of the journal, as people read it. Immutable.
 */
struct _GalleyHistoryEntry
{
  GObject parent_instance;

  GalleyHistoryFields fields; /* strings owned by @chunk */
  GStringChunk *chunk;
};

G_DEFINE_FINAL_TYPE (GalleyHistoryEntry, galley_history_entry, G_TYPE_OBJECT)

static void
galley_history_entry_finalize (GObject *object)
{
  GalleyHistoryEntry *self = GALLEY_HISTORY_ENTRY (object);

  g_string_chunk_free (self->chunk);

  G_OBJECT_CLASS (galley_history_entry_parent_class)->finalize (object);
}

static void
galley_history_entry_class_init (GalleyHistoryEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_history_entry_finalize;
}

static void
galley_history_entry_init (GalleyHistoryEntry *self)
{
  self->chunk = g_string_chunk_new (256);
}

static const char *
keep (GalleyHistoryEntry *self, const char *string)
{
  return string != NULL ? g_string_chunk_insert (self->chunk, string) : NULL;
}

/**
 * galley_history_entry_new:
 * @fields: what happened
 *
 * Returns: (transfer full): the entry
 */
GalleyHistoryEntry *
galley_history_entry_new (const GalleyHistoryFields *fields)
{
  GalleyHistoryEntry *self = g_object_new (GALLEY_TYPE_HISTORY_ENTRY, NULL);

  self->fields = (GalleyHistoryFields){
    .event_id = keep (self, fields->event_id),
    .time = keep (self, fields->time),
    .actor = keep (self, fields->actor),
    .article_id = keep (self, fields->article_id),
    .subject_id = keep (self, fields->subject_id),
    .kind = keep (self, fields->kind),
    .verb = keep (self, fields->verb),
    .unit_id = keep (self, fields->unit_id),
    .act = keep (self, fields->act),
    .old_value = keep (self, fields->old_value),
    .new_value = keep (self, fields->new_value),
    .seal = keep (self, fields->seal),
    .claim_id = keep (self, fields->claim_id),
    .claim = keep (self, fields->claim),
    .old_parts = keep (self, fields->old_parts),
    .new_parts = keep (self, fields->new_parts),
    .old_place = keep (self, fields->old_place),
    .new_place = keep (self, fields->new_place),
  };

  return self;
}

/**
 * galley_history_entry_get_fields:
 *
 * Returns: (transfer none): what happened; valid as long as the entry
 */
const GalleyHistoryFields *
galley_history_entry_get_fields (GalleyHistoryEntry *self)
{
  g_return_val_if_fail (GALLEY_IS_HISTORY_ENTRY (self), NULL);

  return &self->fields;
}

/**
 * galley_history_entry_get_time:
 *
 * Returns: when it happened, in milliseconds since 1970 UTC; 0 if that is not known
 */
gint64
galley_history_entry_get_time (GalleyHistoryEntry *self)
{
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (GALLEY_IS_HISTORY_ENTRY (self), 0);

  time = g_date_time_new_from_iso8601 (self->fields.time, /* default_tz= */ NULL);

  return time != NULL
             ? g_date_time_to_unix (time) * 1000 + g_date_time_get_microsecond (time) / 1000
             : 0;
}

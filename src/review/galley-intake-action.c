/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-intake-private.h"

#include "galley-record-verbs.h"
#include "galley-verbs.h"

#include <glib/gi18n-lib.h>

/* What is made of annotations. Claims, sources and queries get ids of their own: the same ids in
 * two libraries would be the same things, and the libraries could be merged. Who decided what, and
 * when, is told in the thread of each claim, for whoever takes it over here answers for it. */

typedef struct
{
  GalleyIntake *intake;
  GalleyAction *action;
  GHashTable *sources;  /* ids of entries of the log, by what is known of the source */
  GPtrArray *claim_ids; /* (element-type utf8) (nullable elements): claims made, by entry */
} Making;

static char *
format_date (gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time / 1000);

  return date != NULL ? g_date_time_format (date, "%Y-%m-%d") : g_strdup ("");
}

static void
tell_origin (GalleyAnnotation *annotation, GString *lines)
{
  g_autofree char *date = annotation->time != 0 ? format_date (annotation->time) : NULL;

  if (annotation->creator != NULL && date != NULL)
    /* Translators: Who made an annotation, and on what day, such as 2025-09-03. */
    g_string_append_printf (lines, _ ("From an annotation by %s, %s"), annotation->creator, date);
  else if (annotation->creator != NULL)
    g_string_append_printf (lines, _ ("From an annotation by %s"), annotation->creator);
  else if (date != NULL)
    /* Translators: The day on which an annotation was made, such as 2025-09-03. */
    g_string_append_printf (lines, _ ("From an annotation of %s"), date);
  else
    g_string_append (lines, _ ("From an annotation"));
}

static void add_line (GString *lines, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_line (GString *lines, const char *format, ...)
{
  va_list arguments;

  g_string_append_c (lines, '\n');
  va_start (arguments, format);
  g_string_append_vprintf (lines, format, arguments);
  va_end (arguments);
}

/* What was decided on other words, or on words that may be others. */
static void
tell_former (GalleyAnnotation *annotation, GString *lines)
{
  if (annotation->reason != NULL && annotation->status != GALLEY_STATUS_PENDING)
    add_line (lines, _ ("Reason: %s"), annotation->reason);
  if (annotation->correction != NULL)
    add_line (lines, _ ("Correction: %s"), annotation->correction);
}

static void
tell_words (GalleyIntake *self, const GalleyIntakeEntry *entry, GString *lines)
{
  g_autofree char *words =
      galley_text_slice (galley_document_get_text (self->document), entry->range);
  const char *exact = entry->target != NULL ? entry->target->exact : NULL;

  if (exact != NULL && *exact != '\0' && !g_str_equal (exact, words))
    add_line (lines, _ ("It is about these words: “%s”"), exact);
}

static void
tell_queries (GalleyAnnotation *annotation, GString *lines)
{
  for (guint i = 0; i < annotation->queries->len; i++)
    {
      GalleyQuery *query = g_ptr_array_index (annotation->queries, i);

      if (query->asked_by != NULL && *query->asked_by != '\0')
        /* Translators: Who asked a question about a claim, and what. */
        add_line (lines, _ ("%s asked: %s"), query->asked_by, query->question);
    }
}

/**
 * galley_intake_tell:
 * @entry: what becomes a claim
 *
 * Returns: (transfer full): what is known of an annotation besides what its claim takes over
 */
char *
galley_intake_tell (GalleyIntake *self, const GalleyIntakeEntry *entry)
{
  GalleyAnnotation *annotation = entry->annotation;
  GString *lines = g_string_new (NULL);

  tell_origin (annotation, lines);
  if (annotation->status != GALLEY_STATUS_PENDING)
    add_line (lines, _ ("Status there: %s"), galley_status_get_label (annotation->status));
  if (!galley_intake_keeps_verdict (entry))
    tell_former (annotation, lines);
  tell_words (self, entry, lines);
  for (guint i = 0; i < annotation->remarks->len; i++)
    add_line (lines, "%s", (const char *) g_ptr_array_index (annotation->remarks, i));
  tell_queries (annotation, lines);

  return g_string_free (lines, FALSE);
}

/* What two entries of the log have in common if they are the same source. */
static char *
make_source_key (const GalleySource *source)
{
  static const GalleySourceText texts[] = { GALLEY_SOURCE_TITLE, GALLEY_SOURCE_AUTHOR,
                                            GALLEY_SOURCE_PUBLISHER, GALLEY_SOURCE_PUBLISHED,
                                            GALLEY_SOURCE_ADDRESS };
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_string_append_printf (key, "%s\x1f",
                            source->texts[texts[i]] != NULL ? source->texts[texts[i]] : "");

  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* A confidential source is somebody whom nobody else may be taken for. */
static void
note_log (Making *self)
{
  for (guint i = 0; i < self->intake->sources->len; i++)
    {
      GalleySource *source = g_ptr_array_index (self->intake->sources, i);

      if (source->terms != GALLEY_TERMS_CONFIDENTIAL)
        g_hash_table_replace (self->sources, make_source_key (source), g_strdup (source->id));
    }
}

/* The entry of the log for a source; enters it if there is none. */
static const char *
find_source (Making *self, GalleySource *source)
{
  g_autofree char *key = make_source_key (source);
  const char *known = g_hash_table_lookup (self->sources, key);
  char *id;
  GalleySourceFields fields;

  if (known != NULL)
    return known;

  id = g_uuid_string_random ();
  galley_source_get_fields (source, &fields);
  galley_verb_add_entry (self->action, id, &fields);
  g_hash_table_insert (self->sources, g_steal_pointer (&key), id);
  return id;
}

static void
add_parts (Making *self, GalleyAnnotation *annotation, const char *claim_id)
{
  for (guint i = 0; i < annotation->evidence->len; i++)
    {
      GalleyEvidence *evidence = g_ptr_array_index (annotation->evidence, i);
      GalleyEvidenceFields fields = { .stance = evidence->stance,
                                      .passage = evidence->passage,
                                      .consulted_at = evidence->consulted_at };

      galley_verb_add_use (self->action, claim_id, find_source (self, evidence->source), &fields);
    }
  for (guint i = 0; i < annotation->queries->len; i++)
    {
      GalleyQuery *query = g_ptr_array_index (annotation->queries, i);
      GalleyQueryFields fields = { .addressee = query->addressee, .question = query->question };

      galley_verb_add_answered_query (self->action, claim_id, &fields, query->answer,
                                      query->decision);
    }
}

/* Positions are counted in 32 bits, and one in a text that nobody has here is only kept. */
#define MAX_POSITION (1 << 30)

/* A claim that waits in the tray for its words. */
static char *
add_waiting (Making *self, const GalleyIntakeEntry *entry, GalleyMark *mark)
{
  const GalleyAnnotationTarget *target = entry->target;
  GalleyAnchor anchor = {
    .quote = target->exact, .prefix = target->prefix, .suffix = target->suffix, .block = -1
  };

  if (target->has_position && target->position.start < MAX_POSITION)
    anchor.range.start = target->position.start;
  anchor.range.end = anchor.range.start + g_utf8_strlen (target->exact, -1);
  return galley_verb_add_stray (self->action, self->intake->article_id, &anchor, mark,
                                galley_place_from_placement (entry->placement.placement));
}

static void
make_claim (Making *self, guint index)
{
  const GalleyIntakeEntry *entry = galley_intake_peek (self->intake, index);
  GalleyAnnotation *annotation = entry->annotation;
  gboolean is_kept = galley_intake_keeps_verdict (entry);
  gboolean has_reason = is_kept || annotation->status == GALLEY_STATUS_PENDING;
  GalleyMark mark = { entry->range, galley_intake_get_status (self->intake, index),
                      has_reason ? annotation->reason : NULL, annotation->note };
  g_autofree char *comment = galley_intake_tell (self->intake, entry);
  char *id = entry->fate == GALLEY_FATE_WAIT
                 ? add_waiting (self, entry, &mark)
                 : galley_verb_add_mark (self->action, self->intake->article_id,
                                         self->intake->document, &mark);

  g_ptr_array_index (self->claim_ids, index) = id;
  if (annotation->category != NULL)
    galley_verb_add_detail (self->action, id, GALLEY_DETAIL_CATEGORY, annotation->category);
  if (is_kept && annotation->correction != NULL)
    galley_verb_add_correction (self->action, id, annotation->correction);
  add_parts (self, annotation, id);
  galley_verb_add_comment (self->action, id, comment);
}

static void
join_claim (Making *self, const GalleyIntakeEntry *entry)
{
  const char *id = g_ptr_array_index (self->claim_ids, entry->joined);
  g_autofree char *told = galley_intake_tell (self->intake, entry);
  g_autofree char *comment = entry->annotation->note != NULL
                                 ? g_strconcat (told, "\n", entry->annotation->note, NULL)
                                 : g_strdup (told);

  g_return_if_fail (id != NULL);

  galley_verb_add_comment (self->action, id, comment);
}

/**
 * galley_intake_make_action:
 *
 * Returns: (transfer full): the action that makes the claims; it has no changes if there are none
 *   to make, and fails if the article has another draft by then
 */
GalleyAction *
galley_intake_make_action (GalleyIntake *self)
{
  Making making = { .intake = self };
  GalleyAction *action;

  g_return_val_if_fail (GALLEY_IS_INTAKE (self) && self->sources != NULL, NULL);

  action = galley_action_new ("import-annotations");
  galley_action_expect_text (action, galley_document_get_text_sha256 (self->document));
  making.action = action;
  making.sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  making.claim_ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (making.claim_ids, self->entries->len);
  note_log (&making);

  for (guint i = 0; i < self->entries->len; i++)
    if (galley_intake_peek (self, i)->fate == GALLEY_FATE_MAKE ||
        galley_intake_peek (self, i)->fate == GALLEY_FATE_WAIT)
      make_claim (&making, i);
  for (guint i = 0; i < self->entries->len; i++)
    if (galley_intake_peek (self, i)->fate == GALLEY_FATE_JOIN)
      join_claim (&making, galley_intake_peek (self, i));
  g_hash_table_unref (making.sources);
  g_ptr_array_unref (making.claim_ids);

  return action;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-disagreement.h"

G_BEGIN_DECLS

/**
 * GalleyReadingScope:
 * @GALLEY_READING_ALL: every claim
 * @GALLEY_READING_STARRED: those that are starred for the legal reader
 * @GALLEY_READING_SAMPLE: some, drawn by a seed
 *
 * Which claims a second reader reads. The nicks are in journals on disk: frozen.
 */
typedef enum
{
  GALLEY_READING_ALL,
  GALLEY_READING_STARRED,
  GALLEY_READING_SAMPLE,
} GalleyReadingScope;
#define GALLEY_N_READING_SCOPES (GALLEY_READING_SAMPLE + 1)

const char *galley_reading_scope_to_nick (GalleyReadingScope scope);
gboolean galley_reading_scope_from_nick (const char *nick, GalleyReadingScope *out_scope);

/**
 * GalleyReadingVerdict:
 * @id: UUID of this part of the reading
 * @claim_id: UUID of the claim
 * @quote: the claim's words when the reading began
 * @is_given: whether the reader has judged the claim; if not, what follows but @first is empty
 * @status: what the reader found
 * @reason: (nullable): why
 * @note: (nullable)
 * @words: (nullable): the words that it was given on
 * @given_at: when, milliseconds since 1970 UTC
 * @first: (nullable): the verdict that the check had when somebody began to decide between the two
 * @first_words: (nullable): the words that @first was given on
 *
 * What a second reader found of one claim. It is never the claim's verdict.
 */
typedef struct
{
  char *id;
  char *claim_id;
  char *quote;
  gboolean is_given;
  GalleyStatus status;
  char *reason;
  char *note;
  char *words;
  gint64 given_at;
  GalleyVerdict *first;
  char *first_words;
} GalleyReadingVerdict;

#define GALLEY_TYPE_READING (galley_reading_get_type ())

/**
 * GalleyReading:
 * @id: UUID
 * @article_id: UUID of the article
 * @draft_id: UUID of the draft that was under check when it began
 * @reader: who reads
 * @scope: which claims were chosen
 * @size: how many were asked for; 0 if not a sample
 * @seed: (nullable): what a sample was drawn by
 * @with_sources: whether the reader sees the sources that the check found
 * @started_at: milliseconds since 1970 UTC
 * @ended_at: likewise; 0 while it is under way
 * @seen_at: likewise, when it was ended first: what the reader found later is not blind; 0 if never
 * @is_here: whether it is read in this copy of the library, or in one that this was restored from.
 *   If not, whoever reads may be somebody else of the same name
 * @can_undo: while it is under way, whether there is a judgement to undo that was given here
 * @can_redo: likewise, to do again
 * @verdicts: (element-type GalleyReadingVerdict): one for each chosen claim, in the order in which
 *   they were chosen
 *
 * A second reading of an article: somebody judges its claims without being shown what the first
 * checker decided. Immutable once it is read; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *id;
  char *article_id;
  char *draft_id;
  char *reader;
  GalleyReadingScope scope;
  guint size;
  char *seed;
  gboolean with_sources;
  gint64 started_at;
  gint64 ended_at;
  gint64 seen_at;
  gboolean is_here;
  gboolean can_undo;
  gboolean can_redo;
  GPtrArray *verdicts;
  GHashTable *by_claim; /* claim id to GalleyReadingVerdict, not owned */
} GalleyReading;

GType galley_reading_get_type (void);
GalleyReading *galley_reading_new (const GalleyReading *fields) G_GNUC_WARN_UNUSED_RESULT;
GalleyReading *galley_reading_ref (GalleyReading *self);
void galley_reading_unref (GalleyReading *self);

void galley_reading_add (GalleyReading *self, const GalleyReadingVerdict *verdict);
const GalleyReadingVerdict *galley_reading_find (GalleyReading *self, const char *claim_id);
guint galley_reading_get_n_given (GalleyReading *self);
gboolean galley_reading_is_under_way (GalleyReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyReading, galley_reading_unref)

G_END_DECLS

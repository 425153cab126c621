/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-claim.h"

G_BEGIN_DECLS

/* What a checker writes down about claims, and the source log. As in galley-verbs.h, each function
 * returns an action to hand to the desk. */

/**
 * GalleyDetail:
 *
 * What is noted of a claim in a few words. See #GalleyClaimFields.
 */
typedef enum
{
  GALLEY_DETAIL_CATEGORY,
  GALLEY_DETAIL_SPEAKER,
  GALLEY_DETAIL_SENTENCE,
  GALLEY_DETAIL_ASSIGNEE,
} GalleyDetail;
#define GALLEY_N_DETAILS (GALLEY_DETAIL_ASSIGNEE + 1)

void galley_verb_add_detail (GalleyAction *action,
                             const char *claim_id,
                             GalleyDetail detail,
                             const char *words);
GalleyAction *galley_verb_set_detail (const char *const *claim_ids,
                                      GalleyDetail detail,
                                      const char *words) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_set_priority (const char *const *claim_ids, GalleyPriority priority)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_set_starred (const char *const *claim_ids, gboolean is_starred)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_set_publishable (const char *const *claim_ids, gboolean is_publishable)
    G_GNUC_WARN_UNUSED_RESULT;

GalleyAction *galley_verb_add_source (const GalleySourceFields *fields, GBytes *attachment)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_verb_add_entry (GalleyAction *action,
                            const char *source_id,
                            const GalleySourceFields *fields);
GalleyAction *galley_verb_add_sources (const GalleySourceFields *sources, guint n_sources)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_change_source (const char *source_id,
                                         const GalleySourceFields *fields,
                                         GBytes *attachment) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_remove_source (const char *source_id) G_GNUC_WARN_UNUSED_RESULT;

/**
 * GalleyCitation:
 * @source_id: (nullable): an entry of the source log, or %NULL to make one of @source
 * @source: what the new source is; it has a title
 * @evidence: how it is used
 */
typedef struct
{
  const char *source_id;
  GalleySourceFields source;
  GalleyEvidenceFields evidence;
} GalleyCitation;

void galley_verb_add_use (GalleyAction *action,
                          const char *claim_id,
                          const char *source_id,
                          const GalleyEvidenceFields *fields);
GalleyAction *galley_verb_add_evidence (const char *claim_id, const GalleyCitation *citation)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_change_evidence (const char *evidence_id,
                                           const GalleyEvidenceFields *fields)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_remove_evidence (const char *evidence_id) G_GNUC_WARN_UNUSED_RESULT;

void galley_verb_add_comment (GalleyAction *action, const char *claim_id, const char *text);
GalleyAction *galley_verb_add_note (const char *claim_id, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_change_note (const char *note_id, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_remove_note (const char *note_id) G_GNUC_WARN_UNUSED_RESULT;

GalleyAction *galley_verb_add_query (const char *claim_id, const GalleyQueryFields *fields)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_verb_add_question (GalleyAction *action,
                               const char *query_id,
                               const char *claim_id,
                               const GalleyQueryFields *fields);
void galley_verb_add_answered_query (GalleyAction *action,
                                     const char *claim_id,
                                     const GalleyQueryFields *fields,
                                     const char *answer,
                                     const char *decision);
GalleyAction *galley_verb_change_query (const char *query_id, const GalleyQueryFields *fields)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_answer_query (const char *query_id, const char *answer)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_decide_query (const char *query_id, const char *decision)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_remove_query (const char *query_id) G_GNUC_WARN_UNUSED_RESULT;

GalleyAction *galley_verb_change_setting (const char *name, const char *value)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

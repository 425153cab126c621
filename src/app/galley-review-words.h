/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-review.h"

G_BEGIN_DECLS

/* What is said of a point of the agenda in a review session. */

char *galley_review_words_mark_up (GalleyCheck *check, GalleyReviewPoint *point)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_review_words_get_sentences (GalleyCheck *check, GalleyRange range)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_review_words_describe_decision (GalleyDecision *decision) G_GNUC_WARN_UNUSED_RESULT;
char *galley_review_words_format_clock (gint64 duration_ms) G_GNUC_WARN_UNUSED_RESULT;
char *galley_review_words_format_progress (GalleyReview *review, gint64 now_ms)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_review_words_list_readings (GalleyReview *review, GalleyClaim *claim)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_review_words_list_evidence (GalleyClaim *claim) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_review_words_list_thread (GalleyClaim *claim) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_review_words_list_repeats (GalleyReview *review, GalleyClaim *claim)
    G_GNUC_WARN_UNUSED_RESULT;

const char *galley_review_words_get_rest_title (const GalleyReviewProgress *progress);
char *galley_review_words_describe_rest (const GalleyReviewProgress *progress)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

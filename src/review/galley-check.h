/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-article.h"
#include "galley-claim-filter.h"
#include "galley-claim-list.h"
#include "galley-dismissal.h"
#include "galley-document.h"
#include "galley-outcome.h"
#include "galley-reading.h"
#include "galley-remarks.h"

G_BEGIN_DECLS

/* What it tells more than once, see galley-twins.h. */
typedef struct _GalleyTwins GalleyTwins;

#define GALLEY_TYPE_CHECK (galley_check_get_type ())
G_DECLARE_FINAL_TYPE (GalleyCheck, galley_check, GALLEY, CHECK, GObject)

/**
 * GalleyProgress:
 * @n_claims: claims in the draft
 * @n_checked: those of them that are confirmed or disputed; in a second reading, judged
 * @n_unjudged: in a second reading, those that are not
 * @n_suggestions: suggestions that nobody has marked or dismissed yet
 * @n_characters: letters and digits in blocks that are to be checked
 * @n_covered: those of them that a claim or a dismissal covers
 *
 * How far a check has come.
 */
typedef struct
{
  guint n_claims;
  guint n_checked;
  guint n_unjudged;
  guint n_suggestions;
  guint n_characters;
  guint n_covered;
} GalleyProgress;

GalleyCheck *galley_check_new (GalleyArticle *article,
                               GalleyDocument *document,
                               GPtrArray *claims,
                               GPtrArray *dismissals) G_GNUC_WARN_UNUSED_RESULT;

GalleyArticle *galley_check_get_article (GalleyCheck *self);
GalleyDocument *galley_check_get_document (GalleyCheck *self);
GalleyRemarks *galley_check_get_remarks (GalleyCheck *self);
GPtrArray *galley_check_list_remarks (GalleyCheck *self, GalleyRange range)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyClaimList *galley_check_get_claims (GalleyCheck *self);
GalleyClaimList *galley_check_get_tray (GalleyCheck *self);
void galley_check_set_tray (GalleyCheck *self, GPtrArray *claims);
guint galley_check_get_n_waiting (GalleyCheck *self);
GPtrArray *galley_check_list_waiting (GalleyCheck *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_check_get_dismissals (GalleyCheck *self);
GalleyDismissal *galley_check_find_dismissal (GalleyCheck *self, guint offset);
GPtrArray *galley_check_get_readings (GalleyCheck *self);
GalleyClaimFilter *galley_check_new_filter (GalleyCheck *self) G_GNUC_WARN_UNUSED_RESULT;
void galley_check_set_readings (GalleyCheck *self, GPtrArray *readings);
GPtrArray *galley_check_get_sign_offs (GalleyCheck *self);
void galley_check_set_sign_offs (GalleyCheck *self, GPtrArray *sign_offs);
const char *galley_check_get_undo_scope (GalleyCheck *self);
const char *galley_check_get_undo_verb (GalleyCheck *self);
const char *galley_check_get_redo_verb (GalleyCheck *self);
void galley_check_set_undo_redo (GalleyCheck *self, const char *undo_verb, const char *redo_verb);

void galley_check_set_new_words (GalleyCheck *self, GArray *words);
GArray *galley_check_get_new_words (GalleyCheck *self);
GArray *galley_check_get_suggestions (GalleyCheck *self) G_GNUC_WARN_UNUSED_RESULT;
GArray *galley_check_get_suggestions_within (GalleyCheck *self, GalleyRange range)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_check_find_suggestion (GalleyCheck *self, guint offset, GalleyRange *out_range);
gboolean galley_check_find_sentence (GalleyCheck *self, guint offset, GalleyRange *out_range);
gboolean galley_check_find_uncovered (GalleyCheck *self, guint from, GalleyRange *out_range);
void galley_check_get_progress (GalleyCheck *self, GalleyProgress *out_progress);

guint galley_check_get_n_relocations (GalleyCheck *self);
GalleyTwins *galley_check_get_twins (GalleyCheck *self);
void galley_check_set_twins (GalleyCheck *self, GalleyTwins *twins);

GalleyCheck *galley_check_new_blind (GalleyCheck *source, GalleyReading *reading)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyReading *galley_check_get_reading (GalleyCheck *self);
gboolean galley_check_is_replaced (GalleyCheck *self);
GalleyCheck *galley_check_get_source (GalleyCheck *self);
gboolean galley_check_is_open (GalleyCheck *self, GalleyClaim *claim);
guint galley_check_get_n_judged (GalleyCheck *self);
GalleyReading *galley_check_find_reading (GalleyCheck *self, const char *id);
GalleyReading *galley_check_find_reading_of (GalleyCheck *self, const char *reader);
GalleyReading *galley_check_find_namesake (GalleyCheck *self, const char *reader);

void galley_check_apply (GalleyCheck *self, GalleyOutcome *outcome);

G_END_DECLS

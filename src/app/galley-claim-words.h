/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-history-entry.h"
#include "galley-requirements.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *galley_claim_words_format_time (gint64 time_ms) G_GNUC_WARN_UNUSED_RESULT;
char *galley_claim_words_format_day (const char *stated) G_GNUC_WARN_UNUSED_RESULT;
const char *galley_claim_words_get_reason_hint (GalleyStatus status);
const char *galley_claim_words_get_state (GalleyClaim *claim);
char *galley_claim_words_describe_check (GalleyClaim *claim) G_GNUC_WARN_UNUSED_RESULT;
char *galley_claim_words_describe_claims (GPtrArray *claims) G_GNUC_WARN_UNUSED_RESULT;
char *galley_claim_words_describe_place (GalleyCheck *check, guint offset)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_claim_words_say_place (GalleyCheck *check, guint caret);
char *galley_claim_words_get_quote (GalleyCheck *check, GalleyRange range)
    G_GNUC_WARN_UNUSED_RESULT;

char *galley_claim_words_describe_missing (GalleyClaim *claim,
                                           const GalleyRequirements *requirements)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_claim_words_describe_who (GalleyHistoryEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
void galley_claim_words_show_sources (GtkLabel *label, GalleyClaim *claim);

G_END_DECLS

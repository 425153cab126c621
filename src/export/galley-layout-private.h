/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-copy-builder.h"
#include "galley-record-words.h"
#include "galley-words.h"

G_BEGIN_DECLS

/* One layout per file. Each adds what it is made of to an empty copy. */

void galley_layout_set_agreement (GalleyCopy *copy);
void galley_layout_set_annotated (GalleyCopy *copy);
void galley_layout_set_archive (GalleyCopy *copy);
void galley_layout_set_call_sheet (GalleyCopy *copy);
void galley_layout_set_legal (GalleyCopy *copy);
void galley_layout_set_minutes (GalleyCopy *copy);
void galley_layout_set_memo (GalleyCopy *copy);
void galley_layout_set_progress (GalleyCopy *copy);
void galley_layout_set_publication (GalleyCopy *copy);
void galley_layout_set_queries (GalleyCopy *copy);

/* What several layouts have in common. */

/**
 * GalleyEntryTraits:
 * @GALLEY_ENTRY_LEADS_TO_WORDS: the article is in the copy, too
 * @GALLEY_ENTRY_HAS_SURROUNDINGS: the words are given with those around them
 * @GALLEY_ENTRY_HAS_THREAD: with what was written in the thread of the claim
 * @GALLEY_ENTRY_HAS_ID: with the identity of the claim in the library
 * @GALLEY_ENTRY_WANTS_CORRECTION: it says so if no correction is proposed of what is disputed
 *
 * What the entry of a claim has besides its record.
 */
typedef enum
{
  GALLEY_ENTRY_LEADS_TO_WORDS = 1 << 0,
  GALLEY_ENTRY_HAS_SURROUNDINGS = 1 << 1,
  GALLEY_ENTRY_HAS_THREAD = 1 << 2,
  GALLEY_ENTRY_HAS_ID = 1 << 3,
  GALLEY_ENTRY_WANTS_CORRECTION = 1 << 4,
} GalleyEntryTraits;

void galley_layout_add_title (GalleyCopy *copy, const char *kicker);
void galley_layout_add_headline (GalleyCopy *copy, const char *kicker, guint *out_n_pieces);
void galley_layout_add_facts (GalleyCopy *copy);
void galley_layout_add_sign_offs (GalleyCopy *copy);
void galley_layout_add_state (GalleyCopy *copy);
void galley_layout_add_count (GalleyCopy *copy, const char *count);
void galley_layout_add_sign (GalleyCopy *copy, GalleyStatus status);
void galley_layout_add_status (GalleyCopy *copy, GalleyStatus status);
void galley_layout_add_status_count (GalleyCopy *copy, GalleyStatus status, guint n_claims);
void galley_layout_begin_section (GalleyCopy *copy, const char *heading);

void galley_layout_add_article (GalleyCopy *copy, guint first_piece);

void galley_layout_add_claim (GalleyCopy *copy, guint claim, GalleyEntryTraits traits);
void galley_layout_add_claim_heading (GalleyCopy *copy, guint claim);
void galley_layout_add_words (GalleyCopy *copy, guint claim, GalleyEntryTraits traits);
void galley_layout_add_place (GalleyCopy *copy, guint claim, GalleyEntryTraits traits);
void galley_layout_add_evidence (GalleyCopy *copy, guint claim);
void galley_layout_add_correction (GalleyCopy *copy, guint claim);
void galley_layout_add_replacement (GalleyCopy *copy, const char *correction);
void galley_layout_add_verdict (GalleyCopy *copy, guint position, GalleyEntryTraits traits);
void galley_layout_add_dismissals (GalleyCopy *copy);
void galley_layout_add_former_words (GalleyCopy *copy, GalleyClaim *claim);
void galley_layout_add_waiting (GalleyCopy *copy, GalleyEntryTraits traits);

G_END_DECLS

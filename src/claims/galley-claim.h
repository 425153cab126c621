/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-category.h"
#include "galley-evidence.h"
#include "galley-disagreement.h"
#include "galley-former.h"
#include "galley-note.h"
#include "galley-place.h"
#include "galley-query.h"

#include "galley-range.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_CLAIM (galley_claim_get_type ())
G_DECLARE_FINAL_TYPE (GalleyClaim, galley_claim, GALLEY, CLAIM, GObject)

/**
 * GalleyClaimFields:
 *
 * What a claim is made of, to make or change one in a single call. Strings are copied.
 */
typedef struct
{
  GalleyRange range; /* in the draft's text */
  GalleyStatus status;
  const char *reason;     /* (nullable) why it is disputed or pending */
  const char *note;       /* (nullable) */
  const char *correction; /* (nullable) replacement text; "" proposes to strike the words */
  const char *checked_by; /* (nullable) who gave the status */
  gint64 checked_at;      /* when, milliseconds since 1970 UTC */
  const char *category;   /* (nullable) nick of a category, or a desk's own words for one */
  const char *speaker;    /* (nullable) who says so in the article */
  const char *sentence;   /* (nullable) what is claimed, as a sentence that stands by itself */
  const char *assignee;   /* (nullable) who is to check it */
  GalleyPriority priority;
  gboolean is_starred;              /* for the legal reader */
  gboolean is_unjudged;             /* a second reader has given no status yet: it says nothing */
  gboolean is_publishable;          /* as a fact check of its own */
  gboolean has_new_sentence;        /* than the one that its verdict was given on */
  GalleyPlace place;                /* if it stands nowhere, @range is where it last stood */
  GalleyFormer *former;             /* (nullable) */
  GalleyDisagreement *disagreement; /* (nullable) on its verdict */
  GPtrArray *evidence; /* (nullable) (element-type GalleyEvidence), not changed any more */
  GPtrArray *notes;    /* (nullable) (element-type GalleyNote), likewise */
  GPtrArray *queries;  /* (nullable) (element-type GalleyQuery), likewise */
} GalleyClaimFields;

GalleyClaim *galley_claim_new (const char *id, const GalleyClaimFields *fields)
    G_GNUC_WARN_UNUSED_RESULT;

gboolean galley_claim_is_same (GalleyClaim *claim, GalleyClaim *other);
const char *galley_claim_get_id (GalleyClaim *self);
GalleyRange galley_claim_get_range (GalleyClaim *self);
GalleyStatus galley_claim_get_status (GalleyClaim *self);
const char *galley_claim_get_reason (GalleyClaim *self);
const char *galley_claim_get_note (GalleyClaim *self);
const char *galley_claim_get_correction (GalleyClaim *self);
const char *galley_claim_get_checked_by (GalleyClaim *self);
gint64 galley_claim_get_checked_at (GalleyClaim *self);
const char *galley_claim_get_category (GalleyClaim *self);
const char *galley_claim_get_speaker (GalleyClaim *self);
const char *galley_claim_get_sentence (GalleyClaim *self);
const char *galley_claim_get_assignee (GalleyClaim *self);
GalleyPriority galley_claim_get_priority (GalleyClaim *self);
gboolean galley_claim_is_starred (GalleyClaim *self);
gboolean galley_claim_is_unjudged (GalleyClaim *self);
gboolean galley_claim_is_publishable (GalleyClaim *self);
gboolean galley_claim_has_new_sentence (GalleyClaim *self);
const char *galley_claim_get_judged_sentence (GalleyClaim *self);
GalleyPlace galley_claim_get_place (GalleyClaim *self);
GalleyFormer *galley_claim_get_former (GalleyClaim *self);
GalleyDisagreement *galley_claim_get_disagreement (GalleyClaim *self);
GPtrArray *galley_claim_get_evidence (GalleyClaim *self);
GPtrArray *galley_claim_get_notes (GalleyClaim *self);
GPtrArray *galley_claim_get_queries (GalleyClaim *self);
void galley_claim_get_fields (GalleyClaim *self, GalleyClaimFields *out_fields);

gboolean galley_claim_assign (GalleyClaim *self, GalleyClaim *other);
int galley_claim_compare (GalleyClaim *a, GalleyClaim *b);

G_END_DECLS

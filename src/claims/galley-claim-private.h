/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim.h"

G_BEGIN_DECLS

/**
 * GalleyClaim:
 *
 * A span of a draft that asserts something checkable, and what was decided about it.
 *
 * A claim changes only by galley_claim_assign(), with what the library has made durable. There may
 * be a hundred thousand of them: what most claims lack costs a pointer.
 */
struct _GalleyClaim
{
  GObject parent_instance;

  char id[37]; /* UUID */
  guint8 status;
  guint8 priority;
  guint8 is_starred;
  guint8 is_unjudged;
  guint8 is_publishable;
  guint8 has_new_sentence;
  guint8 place;
  GalleyRange range;
  gint64 checked_at;
  const char *checked_by; /* interned, nullable */
  const char *category;   /* likewise */
  const char *speaker;    /* likewise */
  const char *assignee;   /* likewise */
  char *reason;
  char *note;
  char *correction;
  char *sentence;
  GalleyFormer *former;             /* nullable */
  GalleyDisagreement *disagreement; /* nullable */
  GPtrArray *evidence;              /* (element-type GalleyEvidence), NULL if there is none */
  GPtrArray *notes;                 /* (element-type GalleyNote), likewise */
  GPtrArray *queries;               /* (element-type GalleyQuery), likewise */
};

/* Properties of a claim. */
enum
{
  GALLEY_CLAIM_PROP_ID = 1,
  GALLEY_CLAIM_PROP_START,
  GALLEY_CLAIM_PROP_END,
  GALLEY_CLAIM_PROP_STATUS,
  GALLEY_CLAIM_PROP_REASON,
  GALLEY_CLAIM_PROP_NOTE,
  GALLEY_CLAIM_PROP_CORRECTION,
  GALLEY_CLAIM_PROP_CHECKED_BY,
  GALLEY_CLAIM_PROP_CHECKED_AT,
  GALLEY_CLAIM_PROP_CATEGORY,
  GALLEY_CLAIM_PROP_SPEAKER,
  GALLEY_CLAIM_PROP_SENTENCE,
  GALLEY_CLAIM_PROP_ASSIGNEE,
  GALLEY_CLAIM_PROP_PRIORITY,
  GALLEY_CLAIM_PROP_STARRED,
  GALLEY_CLAIM_PROP_UNJUDGED,
  GALLEY_CLAIM_PROP_PUBLISHABLE,
  GALLEY_CLAIM_PROP_EVIDENCE,
  GALLEY_CLAIM_PROP_NOTES,
  GALLEY_CLAIM_PROP_QUERIES,
  GALLEY_CLAIM_PROP_PLACE,
  GALLEY_CLAIM_PROP_FORMER,
  GALLEY_CLAIM_PROP_DISAGREEMENT,
  GALLEY_CLAIM_N_PROPS
};

extern GParamSpec *galley_claim_properties[GALLEY_CLAIM_N_PROPS];

G_END_DECLS

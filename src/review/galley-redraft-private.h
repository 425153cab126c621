/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-redraft.h"

G_BEGIN_DECLS

/* A dismissal of the old draft and what became of its words. */
typedef struct
{
  GalleyDismissal *dismissal;
  GalleyPlacement placement;
} GalleyRedraftDismissal;

/**
 * GalleyRedraft:
 *
 * An article is to have another draft: what would become of all that is marked in it, and what
 * somebody decided about that. Nothing happens before the action that it makes is performed.
 *
 * Holds copies of what it was made from, so that it may be compared in a worker thread; used by one
 * thread at a time.
 */
struct _GalleyRedraft
{
  GObject parent_instance;

  char *article_id;
  char *verb;
  char *title; /* of the article after it */
  GalleyDocument *old;
  GalleyDocument *new;
  GArray *claims;             /* (element-type GalleyRedraftClaim), in the order of the old draft */
  GArray *dismissals;         /* (element-type GalleyRedraftDismissal), likewise */
  GalleyAlignment *alignment; /* nullable, once it was compared */
  GArray *sentences;          /* (nullable) (element-type GalleyRange), of the new draft */
  GArray *new_words;          /* (nullable) (element-type GalleyRange), likewise */
};

/* galley-redraft-news.c */
void galley_redraft_read_news (GalleyRedraft *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-intake.h"

G_BEGIN_DECLS

/**
 * GalleyIntake:
 *
 * Annotations from a file are to become claims of an article: where their words stand in its
 * present draft, and what is to become of each. Nothing happens before the action that it makes is
 * performed.
 *
 * Holds copies of what it was made from, so that it may place in a worker thread; used by one
 * thread at a time.
 */
struct _GalleyIntake
{
  GObject parent_instance;

  char *article_id;
  GalleyDocument *document;
  GPtrArray *annotations; /* (element-type GalleyAnnotation) */
  GArray *entries;        /* (element-type GalleyIntakeEntry), in the order of the file */
  GHashTable *claim_ids;  /* set of lower-case ids: the claims that the article has */
  GHashTable *spans;      /* ids of the claims that stand in the draft, by words */
  GHashTable *tray;       /* ids of the claims that do not, by the words that they had */
  GPtrArray *sources;     /* (element-type GalleySource): the source log, once it placed */
};

/**
 * GalleyQuotePattern:
 * @utf8: what is looked for, not ""
 * @length_bytes: its length
 * @at_bytes: where it was found first
 * @n_found: how often: 0, 1, or 2 for more than once
 *
 * Words that are looked for in a text.
 */
typedef struct
{
  const char *utf8;
  gsize length_bytes;
  gsize at_bytes;
  guint n_found;
} GalleyQuotePattern;

/**
 * GalleyIntakeMakers:
 * @by_words: positions, from 1, of entries that make claims, by their words in the draft
 * @by_quote: likewise of those that wait, by what they quote
 *
 * What other entries may join.
 */
typedef struct
{
  GHashTable *by_words;
  GHashTable *by_quote;
} GalleyIntakeMakers;

gboolean galley_intake_is_blank (const char *words);
gboolean galley_intake_keeps_verdict (const GalleyIntakeEntry *entry);

/* galley-intake-quotes.c: words that are there character for character. */
void galley_intake_find_quotes (GalleyText *text, GArray *patterns);

/* galley-intake-known.c: annotations of a draft that the library has. */
void galley_intake_place_present (GalleyIntake *self);
gboolean galley_intake_place_known (GalleyIntake *self, GalleyDesk *desk, GError **error);

/* galley-intake-unknown.c: annotations of any other text. */
void galley_intake_place_unknown (GalleyIntake *self);

/* galley-intake-action.c */
char *galley_intake_tell (GalleyIntake *self, const GalleyIntakeEntry *entry)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

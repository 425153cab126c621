/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-source.h"

G_BEGIN_DECLS

/**
 * GalleyAddressee:
 *
 * Whom a query is put to. The nicks are in journals on disk: frozen.
 */
typedef enum
{
  GALLEY_ADDRESSEE_WRITER,
  GALLEY_ADDRESSEE_EDITOR,
  GALLEY_ADDRESSEE_SOURCE,
} GalleyAddressee;
#define GALLEY_N_ADDRESSEES (GALLEY_ADDRESSEE_SOURCE + 1)

const char *galley_addressee_to_nick (GalleyAddressee addressee);
gboolean galley_addressee_from_nick (const char *nick, GalleyAddressee *out_addressee);
const char *galley_addressee_get_label (GalleyAddressee addressee);

/**
 * GalleyQueryFields:
 * @addressee: whom it is put to
 * @source: (nullable): the source, where it is put to one
 * @question: what is asked
 * @due_at: until when, milliseconds since 1970 UTC, or 0
 * @answer: (nullable): what they said
 * @answered_at: when that was noted, milliseconds since 1970 UTC, or 0
 * @decision: (nullable): what was decided upon it
 * @asked_by: (nullable): who asks
 * @asked_at: since when, milliseconds since 1970 UTC
 *
 * What a query is made of. Strings are copied.
 */
typedef struct
{
  GalleyAddressee addressee;
  GalleySource *source;
  const char *question;
  gint64 due_at;
  const char *answer;
  gint64 answered_at;
  const char *decision;
  const char *asked_by;
  gint64 asked_at;
} GalleyQueryFields;

#define GALLEY_TYPE_QUERY (galley_query_get_type ())

/**
 * GalleyQuery:
 * @id: UUID
 * @claim_id: the claim that it is about
 * @addressee: whom it is put to
 * @source: (nullable): the source, where it is put to one
 * @question: what is asked
 * @due_at: until when, milliseconds since 1970 UTC, or 0
 * @answer: (nullable): what they said
 * @answered_at: when that was noted, milliseconds since 1970 UTC, or 0
 * @decision: (nullable): what was decided upon it
 * @asked_by: who asks
 * @asked_at: since when, milliseconds since 1970 UTC
 *
 * A question about a claim, with its answer and what was decided upon it. Immutable; fields are
 * read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *id;
  char *claim_id;
  GalleyAddressee addressee;
  GalleySource *source;
  char *question;
  gint64 due_at;
  char *answer;
  gint64 answered_at;
  char *decision;
  char *asked_by;
  gint64 asked_at;
} GalleyQuery;

GType galley_query_get_type (void);
GalleyQuery *galley_query_new (const char *id,
                               const char *claim_id,
                               const GalleyQueryFields *fields) G_GNUC_WARN_UNUSED_RESULT;
GalleyQuery *galley_query_ref (GalleyQuery *self);
void galley_query_unref (GalleyQuery *self);

gboolean galley_query_is_open (GalleyQuery *self);
gboolean galley_query_equal (GalleyQuery *a, GalleyQuery *b);
GPtrArray *galley_query_renew_source (GPtrArray *queries, GalleySource *source)
    G_GNUC_WARN_UNUSED_RESULT;

#define GALLEY_TYPE_QUERY_PLACE (galley_query_place_get_type ())

/**
 * GalleyQueryPlace:
 * @query: a query
 * @article_id: the article that its claim stands in
 * @article_title: the title of that article
 * @quote: the words of its claim
 *
 * A query where it is seen among those of many articles. Immutable; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  GalleyQuery *query;
  char *article_id;
  char *article_title;
  char *quote;
} GalleyQueryPlace;

GType galley_query_place_get_type (void);
GalleyQueryPlace *galley_query_place_new (GalleyQuery *query,
                                          const char *article_id,
                                          const char *article_title,
                                          const char *quote) G_GNUC_WARN_UNUSED_RESULT;
GalleyQueryPlace *galley_query_place_ref (GalleyQueryPlace *self);
void galley_query_place_unref (GalleyQueryPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyQuery, galley_query_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyQueryPlace, galley_query_place_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-fields.h"

G_BEGIN_DECLS

/* What an event changes, and so what has to be read again after it. */
typedef enum
{
  GALLEY_TOUCHES_ARTICLE,
  GALLEY_TOUCHES_DRAFT,
  GALLEY_TOUCHES_CLAIM,
  GALLEY_TOUCHES_EVIDENCE,
  GALLEY_TOUCHES_NOTE,
  GALLEY_TOUCHES_QUERY,
  GALLEY_TOUCHES_DISMISSAL,
  GALLEY_TOUCHES_SOURCE,
  GALLEY_TOUCHES_SETTING,
  GALLEY_TOUCHES_SIGN_OFF,
  GALLEY_TOUCHES_READING,
  GALLEY_TOUCHES_SESSION,
} GalleyTouches;

#define GALLEY_KIND_MAX_FOLD 8
#define GALLEY_KIND_FIRST_FIELD 8 /* number of the parameter */
/* Which of the fields they are. */
#define GALLEY_KIND_TO_STATUS 0
#define GALLEY_KIND_FROM_STATUS 1

/**
 * GalleyKind:
 * @name: the kind's name in the journal; frozen
 * @inverse: kind of the event that undoes it; %NULL if nothing does
 * @touches: what it changes
 * @while_signed: whether it may happen to an article that is signed. Nothing that a report tells
 * may
 * @state: query for what the event is about to replace. Parameters: 1 time in ms, 2 actor,
 *   3 article (nullable), 4 subject, 5 the body's "to" as JSON. Columns: article; identity of
 *   the event whose value is replaced (nullable); "from" as JSON (nullable); "to", completed;
 * whether the words to be found by a search change. No row: there is nothing that the event could
 * change.
 * @fold: statements that change the tables. Parameters: 1 number of the event, 2 time in ms,
 *   3 actor, 4 article, 5 subject, 6 body as JSON, 7 act. They depend on nothing but these and the
 *   fold's own tables.
 * @usual: (nullable): statement that is tried before @fold and costs less: it comes to the same
 *   where it changes anything, and changes nothing where it would not come to the same
 * @usual_count: (nullable): statement that keeps the article's counts of claims, run before @usual;
 *   it changes nothing where that does not
 * @fields: fields of the body whose values are further parameters of @usual, which does not look at
 *   the body itself. The first two are the statuses that it gives to a claim and takes from it
 * @count: (nullable): statement that keeps these counts, run after @fold; only for kinds without
 *   @usual
 *
 * A kind of event: all that the journal, its fold and undo know about it.
 */
typedef struct
{
  const char *name;
  const char *inverse;
  GalleyTouches touches;
  gboolean while_signed;
  const char *state;
  const char *fold[GALLEY_KIND_MAX_FOLD];
  const char *usual;
  const char *usual_count;
  const char *fields[GALLEY_FIELDS_MAX];
  const char *count;
} GalleyKind;

const GalleyKind *galley_kind_find (const char *name);
const GalleyKind *galley_kind_peek (guint index);

G_END_DECLS

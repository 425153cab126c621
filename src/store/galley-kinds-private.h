/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-kinds.h"

G_BEGIN_DECLS

/* SQL that several kinds have in common. */

/* The identity of the event of a number, as other events name it. */
#define IDENTITY(number)                                                                           \
  "(SELECT r.id || ':' || e.seq FROM event e JOIN replica r ON r.no = e.replica"                   \
  " WHERE e.id = " number ")"

/* What gives and takes the existence of a row of @table. What is taken keeps @from, by which people
 * know it; all else is still there. */
#define NOTHING "'{}'"
#define GONE_STATE(table, article, gone, from)                                                     \
  "SELECT " article ", " IDENTITY ("t.gone_event") ", " from ", ?5, 0 FROM " table " t"            \
                                                   " WHERE t.id = ?4 AND t.gone = " gone
#define GONE_STATE_IN_ARTICLE(table, gone, from)                                                   \
  "SELECT t.article, " IDENTITY (                                                                  \
      "t.gone_event") ", " from ", ?5, 0 FROM " table " t JOIN article a"                          \
                      " ON a.id = t.article WHERE t.id = ?4 AND t.gone = " gone " AND a.gone = 0"  \
                      " AND t.draft = a.draft"
#define GONE_FOLD(table, gone) "UPDATE " table " SET gone = " gone ", gone_event = ?1 WHERE id = ?5"
#define QUOTE "json_object ('quote', t.quote)"
#define TITLE "json_object ('title', t.title)"

/* A claim that has no words in the draft is given none but by being placed, and no verdict. */
#define STANDS " AND t.stands"

/* A claim or dismissal can only be changed while its article is there. */
#define CLAIM_STATE(field, from, to, words)                                                        \
  "SELECT t.article, " IDENTITY ("t." field                                                        \
                                 "_event") ", " from ", " to ", " words                            \
                                           " FROM claim t JOIN article a ON a.id = t.article"      \
                                           " WHERE t.id = ?4 AND t.gone = 0 AND a.gone = 0"

#define SPAN_STATE                                                                                 \
  "SELECT a.id, NULL, NULL, json_set (?5, '$.draft', a.draft,"                                     \
  " '$.checked_by', ?2, '$.checked_at', ?1), 1 FROM article a WHERE a.id = ?3 AND a.gone = 0"

/* Moves a claim from one of its article's counts to another; NULL is none. Not a trigger: SQLite
 * would keep a journal of its own for each statement that fires one. */
#define COUNT(to, from)                                                                            \
  "UPDATE article SET"                                                                             \
  " n_pending = n_pending + (" to " IS 'pending') - (" from " IS 'pending'),"                      \
  " n_confirmed = n_confirmed + (" to " IS 'confirmed') - (" from " IS 'confirmed'),"              \
  " n_disputed = n_disputed + (" to " IS 'disputed') - (" from " IS 'disputed') WHERE id = ?4"
#define TO_STATUS "(?6 ->> '$.to.status')"
#define PRESENT_STATUS "(SELECT iif (stands, status, NULL) FROM claim WHERE id = ?5)"

/* What concerns a claim: the claim itself, its evidence, its notes and its queries. */
extern const GalleyKind galley_record_kinds[];
extern const guint galley_n_record_kinds;

/* Signing articles and opening them again. */
extern const GalleyKind galley_sign_off_kinds[];
extern const guint galley_n_sign_off_kinds;
/* Second readings. */
extern const GalleyKind galley_reading_kinds[];
extern const guint galley_n_reading_kinds;
/* Review sessions. */
extern const GalleyKind galley_session_kinds[];
extern const guint galley_n_session_kinds;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-kinds-private.h"

#include "galley-sign-offs.h"

/* Signing an article and opening it again:
 *
 *   article.sign     to: role, name, exception, draft (id), signed_at, seen. The subject is the
 *                    sign-off. `seen` is what the signer's library held: of the article, and of
 *                    each source that its claims use, by id, an object that tells of each copy that
 *                    events about it came from, by UUID, the number of the last one. All of that
 *                    copy's events about the same up to that were there too, since a package has
 *                    all of an article or source or nothing. Of other articles' events the numbers
 *                    say nothing: a library can hold later events and not yet have these
 *   article.reopen   to: reason, reopened_by, reopened_at, sign_offs (ids of those that it ends).
 *                    The subject is the article
 *
 * An article with a sign-off in force is frozen: galley_writer_append() refuses every event about
 * it whose kind does not say that it may happen to a signed article. Neither kind has an inverse:
 * undo goes past them, so that what was signed is opened with a reason or not at all.
 *
 * By merging things come together that nobody could have written down one after the other:
 *
 * - What was done to the article without knowledge of the sign-off is folded as ever, and nothing
 *   of it is lost. The article stays signed, and the sign-off counts what is not in its `seen`
 *   (galley-records-sign-offs.c), also where the clocks put that before the signature.
 * - Several sign-offs at the same time all stand, also twice the same name and role.
 * - Opening ends the sign-offs that it names, which are those that its author knew. One that was
 *   given meanwhile stays in force, whatever the clocks say, and counts the reopener's changes.
 * - Where two people open it at the same time, the earlier one is how the sign-off ended. Both are
 *   in the history.
 * - An article that is signed was not taken out of the library by somebody who did not know of it,
 *   and one that was comes back when it is signed.
 */

#define IS_SIGNED_ALREADY                                                                          \
  "EXISTS (SELECT 1 FROM sign_off s WHERE s.article = a.id AND s.reopened_by IS NULL"              \
  " AND s.name = ?5 ->> '$.name' AND s.role = ?5 ->> '$.role')"
#define SEEN_OF(condition)                                                                         \
  "(SELECT json_group_object (r.id, m.seq) FROM (SELECT e.replica AS no, max (e.seq) AS seq"       \
  "  FROM event e WHERE " condition " GROUP BY e.replica) m JOIN replica r ON r.no = m.no)"
#define USED_SOURCES                                                                               \
  "(SELECT v.source AS id FROM claim c JOIN evidence v ON v.claim = c.id AND v.gone = 0"           \
  "  WHERE c.article = a.id AND c.gone = 0 UNION SELECT q.source FROM claim c JOIN query q"        \
  "  ON q.claim = c.id AND q.gone = 0 AND q.source IS NOT NULL"                                    \
  "  WHERE c.article = a.id AND c.gone = 0)"
#define SEEN                                                                                               \
  "(SELECT json_group_object (k.id, json (k.seen)) FROM (SELECT a.id AS id, " SEEN_OF (                    \
      "e.article = a.id") " AS seen UNION ALL SELECT u.id, " SEEN_OF ("e.subject = u.id") " FROM"          \
                                                                                          " " USED_SOURCES \
                                                                                          " u) k)"
#define IN_FORCE                                                                                   \
  "(SELECT json_group_array (k.id) FROM (SELECT s.id FROM sign_off s WHERE s.article = t.id"       \
  "  AND s.reopened_by IS NULL ORDER BY s.id) k)"

const GalleyKind galley_sign_off_kinds[] = {
  {
      .name = "article.sign",
      .inverse = NULL,
      .touches = GALLEY_TOUCHES_SIGN_OFF,
      .while_signed = TRUE,
      .state = "SELECT a.id, NULL, NULL, json_set (?5, '$.draft', a.draft, '$.signed_at', ?1,"
               " '$.seen', json (" SEEN ")), 0 FROM article a WHERE a.id = ?3 AND a.gone = 0"
               " AND NOT " IS_SIGNED_ALREADY,
      .fold = { "INSERT INTO sign_off (id, article, role, name, exception, draft, seen, signed_at)"
                " VALUES (?5, ?4, ?6 ->> '$.to.role', ?6 ->> '$.to.name', ?6 ->> '$.to.exception',"
                " ?6 ->> '$.to.draft', ?6 ->> '$.to.seen', ?6 ->> '$.to.signed_at')",
                "UPDATE article SET signed = 1, gone = 0, changed_at = max (changed_at, ?2)"
                " WHERE id = ?4" },
  },
  {
      .name = "article.reopen",
      .inverse = NULL,
      .touches = GALLEY_TOUCHES_SIGN_OFF,
      .while_signed = TRUE,
      .state = "SELECT t.id, NULL, NULL, json_set (?5, '$.reopened_by', ?2, '$.reopened_at', ?1,"
               " '$.sign_offs', json (" IN_FORCE ")), 0 FROM article t"
               " WHERE t.id = ?4 AND t.gone = 0 AND t.signed",
      .fold = { "UPDATE sign_off SET reopened_by = ?6 ->> '$.to.reopened_by',"
                " reopened_at = ?6 ->> '$.to.reopened_at', reason = ?6 ->> '$.to.reason'"
                " WHERE article = ?4 AND reopened_by IS NULL AND id IN"
                " (SELECT value FROM json_each (?6, '$.to.sign_offs'))",
                "UPDATE article SET changed_at = max (changed_at, ?2), signed = EXISTS"
                " (SELECT 1 FROM sign_off s WHERE s.article = ?4 AND s.reopened_by IS NULL)"
                " WHERE id = ?4" },
  },
};

const guint galley_n_sign_off_kinds = G_N_ELEMENTS (galley_sign_off_kinds);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-kinds-private.h"

G_BEGIN_DECLS

/*
 * What becomes of things that people do at the same time, each in a copy of the library that does
 * not have what the other did.
 *
 * Events are folded in the order of their clocks, so the one that is later by the clock comes
 * second. As long as nobody merges, each event finds what its author saw: "from" is what stands in
 * the tables, and all of what follows comes to what it says in "to". Where "from" is not what
 * stands there, the event was made without knowledge of something that is folded already. Then:
 *
 * - A verdict (claim.status) takes the claim over, and the one that stood there, which its author
 *   did not know, becomes a rival. Neither is lost. A claim disagrees as long as it has a rival of
 *   another status on its present words. A verdict names in "from" not only the verdict that it
 *   replaces but the rivals that its author was shown ("rivals"): these it decides about, and they
 *   are rivals no more. So a disagreement is decided by any verdict that is given where it is
 * shown, and by none that was given elsewhere, whatever the clocks say; undoing that verdict brings
 * the rivals back. What is undone ("undo" is what its event did)
 *   although something else stands there already is a rival no more.
 *   (`base` and "from" name the same event; "from" also goes by when a draft has handed the verdict
 *   on to its own words.)
 * - A verdict tells on which words it was given ("on"). If the claim has others by now, or none, it
 *   is no verdict on these: it is kept as what was decided on former words if the claim is pending.
 *   If a person has decided about the new words already it waits as a rival, which nobody is shown
 *   unless the claim gets its words back.
 * - A draft (article.draft) takes all claims off their words, and gives back (claim.place) those
 * that its author knew. What was marked in another draft is left behind: it stands where it stood,
 * and is read as lost, pending, with its verdict as the former one, until somebody links it again
 * or its draft comes back. A claim stands, in short, if its place says so and its draft is the
 *   article's.
 * - A verdict that whoever placed the claim did not know goes along where the words are the same;
 *   where they are not, it becomes the former verdict. Where that person let the former verdict
 * stand for new words ("kept"), it is a rival.
 * - Moving the ends of a claim (claim.range) makes a verdict that the mover did not know the former
 *   one; in another draft than the claim's it has no effect.
 * - A claim that somebody removed (claim.delete) comes back with a verdict that was given without
 *   knowledge of that, and removing has no effect on a verdict that the remover did not know.
 * - A source that evidence or a query uses stays in the log, in whichever order that comes.
 * - What somebody did to an article that somebody else has signed meanwhile stands, and the
 * signature does not cover it: galley-sign-off-kinds.c.
 * - All else (notes, corrections, categories, …): the later one stands, both are in the history.
 *
 * None of this needs more than the events themselves, in their order: see galley-merge-events.c.
 */

#define IN_TRAY(place) "(" place " = 'lost' OR " place " = 'ambiguous' OR " place " = 'retired')"

/* A verdict's identity: nobody decides the same twice in one millisecond. */
#define VERDICT(row) row "status || ' ' || " row "checked_at || ' ' || " row "checked_by"
#define VERDICT_IN(path)                                                                           \
  "(?6 ->> '" path ".status') || ' ' || (?6 ->> '" path ".checked_at') || ' ' || (?6 ->> '" path   \
  ".checked_by')"
#define IS_KNOWN VERDICT ("") " IS " VERDICT_IN ("$.from")

/* Whether a verdict was given on other words than the claim has. */
#define ON_OTHER_WORDS                                                                             \
  "(" IN_TRAY ("place") " OR coalesce (?6 ->> '$.to.on' != quote, 0)"                              \
                        " OR (?6 ->> '$.to.on' IS NULL AND former IS NOT NULL AND ?6 ->> "         \
                        "'$.from.former' IS NULL))"
#define IS_TAKEN_BACK "(?7 = 'undo' AND NOT (" IS_KNOWN "))"
#define VERDICT_COUNTS "NOT " ON_OTHER_WORDS " AND NOT " IS_TAKEN_BACK

/* Counts a claim anew before its row changes: as @status, a status or NULL, if @when. */
#define RECOUNT(status, when)                                                                      \
  "UPDATE article SET"                                                                             \
  " n_pending = n_pending + (x.t IS 'pending') - (x.f IS 'pending'),"                              \
  " n_confirmed = n_confirmed + (x.t IS 'confirmed') - (x.f IS 'confirmed'),"                      \
  " n_disputed = n_disputed + (x.t IS 'disputed') - (x.f IS 'disputed')"                           \
  " FROM (SELECT " status " AS t, iif (stands AND gone = 0, status, NULL) AS f FROM claim"         \
  "  WHERE id = ?5 AND " when ") x WHERE id = ?4 AND x.t IS NOT x.f"

/* The verdict of a claim's row as a former one. */
#define AS_FORMER(differences)                                                                     \
  "json_object ('status', status, 'reason', reason, 'correction', correction,"                     \
  " 'checked_by', checked_by, 'checked_at', checked_at, 'draft', draft, 'start', range_start,"     \
  " 'end', range_end, 'quote', quote, 'differences', " differences ")"

#define RIVAL_COLUMNS                                                                              \
  "INSERT OR IGNORE INTO rival"                                                                    \
  " (id, claim, status, reason, checked_by, checked_at, quote)"
#define RIVAL_ID(row) "?5 || ' ' || " VERDICT (row)
#define RIVAL_FROM_ROW                                                                             \
  RIVAL_COLUMNS                                                                                    \
  " SELECT " RIVAL_ID ("") ", id, status, reason, checked_by, checked_at, quote"                   \
                           " FROM claim WHERE id = ?5 AND former IS NULL AND NOT (" IS_KNOWN ")"

#define FORMER_VERDICT                                                                             \
  "((former ->> '$.status') || ' ' || (former ->> '$.checked_at') || ' ' ||"                       \
  " (former ->> '$.checked_by'))"
#define HAS_UNKNOWN_FORMER                                                                         \
  "(former IS NOT NULL AND " FORMER_VERDICT " IS NOT " VERDICT_IN ("$.from.former") ")"
#define RIVAL_FROM_FORMER                                                                          \
  RIVAL_COLUMNS " SELECT ?5 || ' ' || " FORMER_VERDICT ", id, former ->> '$.status',"              \
                " former ->> '$.reason', former ->> '$.checked_by', former ->> '$.checked_at',"    \
                " former ->> '$.quote' FROM claim WHERE id = ?5"                                   \
                " AND former ->> '$.status' != 'pending'"

/* What an author knew of the rivals of a claim, for "from". */
#define RIVALS_OF(claim)                                                                           \
  "(SELECT json_group_array (json_object ('status', r.status, 'reason', r.reason,"                 \
  " 'checked_by', r.checked_by, 'checked_at', r.checked_at, 'quote', r.quote)) FROM rival r"       \
  " WHERE r.claim = " claim ")"
#define HAS_RIVALS(claim) "EXISTS (SELECT 1 FROM rival r WHERE r.claim = " claim ")"
#define KNOWN_RIVALS "(SELECT " VERDICT_OF_ELEMENT " FROM json_each (?6, '$.from.rivals') j)"
#define VERDICT_OF_ELEMENT                                                                         \
  "(j.value ->> '$.status') || ' ' || (j.value ->> '$.checked_at') || ' ' ||"                      \
  " (j.value ->> '$.checked_by')"

/* Whether a claim that was gone stands on words of the article's draft when it comes back. */
#define STANDS_AGAIN                                                                               \
  "(NOT " IN_TRAY ("place") " AND draft IS (SELECT a.draft FROM article a WHERE a.id = ?4))"
#define STANDS_WITH_VERDICT "iif (gone, " STANDS_AGAIN ", stands)"

/* The fold of claim.status, in the order in which it has to run. */
#define STATUS_COUNT                                                                               \
  RECOUNT ("iif (" STANDS_WITH_VERDICT ", ?6 ->> '$.to.status', NULL)", VERDICT_COUNTS)
#define STATUS_FORGET_RIVALS                                                                       \
  "DELETE FROM rival WHERE claim = ?5 AND (" VERDICT ("") " = " VERDICT_IN (                       \
      "$.from") " OR " VERDICT ("") " IN " KNOWN_RIVALS ")"
#define STATUS_NEW_RIVAL                                                                           \
  RIVAL_FROM_ROW " AND " VERDICT_COUNTS " AND " VERDICT ("") " NOT IN " KNOWN_RIVALS
#define STATUS_OLD_RIVALS                                                                          \
  RIVAL_COLUMNS " SELECT ?5 || ' ' || " VERDICT_OF_ELEMENT ", ?5, j.value ->> '$.status',"         \
                " j.value ->> '$.reason', j.value ->> '$.checked_by', j.value ->> '$.checked_at'," \
                " j.value ->> '$.quote' FROM json_each (?6, '$.to.rivals') j"
/* As long as nobody merges, a verdict replaces the one that its author saw, on words that are as
 * they were, and there are no others: then most of what follows has nothing to do. */
#define USUAL_STATUS                                                                               \
  "UPDATE claim SET status = ?8, reason = ?10, checked_by = ?11, checked_at = ?12,"                \
  " status_event = ?1 WHERE id = ?5 AND stands AND gone = 0 AND former IS NULL"                    \
  " AND coalesce (?13 = quote, 1) AND status = ?9 AND checked_by = ?14 AND +checked_at IS ?15"     \
  " AND ?16 IS NULL AND ?17 IS NULL AND NOT " HAS_RIVALS ("claim.id")
#define USUAL_STATUS_FIELDS                                                                        \
  {                                                                                                \
    "to.status", "from.status", "to.reason", "to.checked_by", "to.checked_at", "to.on",            \
        "from.checked_by", "from.checked_at", "to.former", "to.rivals", NULL                       \
  }
#define BECOMES_FORMER                                                                             \
  "status = 'pending' AND ?6 ->> '$.to.status' != 'pending' AND " ON_OTHER_WORDS                   \
  " AND NOT " IS_TAKEN_BACK
#define STATUS_FORMER_RIVAL                                                                        \
  RIVAL_FROM_FORMER " AND ((" BECOMES_FORMER " AND " FORMER_VERDICT                                \
                    " IS NOT " VERDICT_IN ("$.from") ") OR (" VERDICT_COUNTS                       \
                                                     " AND " HAS_UNKNOWN_FORMER                    \
                                                     " AND ?6 ->> '$.to.status' != 'pending'))"
#define STATUS_FORMER                                                                              \
  "UPDATE claim SET former = json_object ('status', ?6 ->> '$.to.status',"                         \
  " 'reason', ?6 ->> '$.to.reason', 'correction', coalesce (correction, former ->> "               \
  "'$.correction'),"                                                                               \
  " 'checked_by', ?6 ->> '$.to.checked_by', 'checked_at', ?6 ->> '$.to.checked_at',"               \
  " 'draft', coalesce (former ->> '$.draft', draft),"                                              \
  " 'start', coalesce (former ->> '$.start', range_start),"                                        \
  " 'end', coalesce (former ->> '$.end', range_end),"                                              \
  " 'quote', coalesce (?6 ->> '$.to.on', former ->> '$.quote', quote),"                            \
  " 'differences', former ->> '$.differences') WHERE id = ?5 AND " BECOMES_FORMER

/* Where a person has decided about the new words it waits in case the others come back. */
#define STATUS_WAITING_RIVAL                                                                       \
  RIVAL_COLUMNS " SELECT ?5 || ' ' || " VERDICT_IN (                                               \
      "$.to") ", id, ?6 ->> '$.to.status',"                                                        \
              " ?6 ->> '$.to.reason', ?6 ->> '$.to.checked_by', ?6 ->> '$.to.checked_at',"         \
              " coalesce (?6 ->> '$.to.on', quote) FROM claim WHERE id = ?5"                       \
              " AND status != 'pending' AND ?6 ->> '$.to.status' != 'pending' AND " ON_OTHER_WORDS \
              " AND NOT " IS_TAKEN_BACK

/* The fold of claim.place. What is to become of the verdict: what whoever placed it says; or what
 * the row says; or it becomes a former one. A former one that was not known is the verdict again
 * where its words are given back. */
#define PLACE_STANDS "NOT " IN_TRAY ("?6 ->> '$.to.place'")
#define FORMER_SAYS                                                                                \
  "(" HAS_UNKNOWN_FORMER " AND " PLACE_STANDS " AND ?6 ->> '$.to.place' != 'kept'"                 \
  " AND ?6 ->> '$.to.quote' = former ->> '$.quote')"
#define PLACE_SAYS "(" IS_KNOWN " OR ?6 ->> '$.to.place' = 'kept')"
#define ROW_SAYS "(" PLACE_STANDS " AND ?6 ->> '$.to.quote' = quote)"
#define PLACED(to, row, otherwise, of_former)                                                      \
  "CASE WHEN " FORMER_SAYS " THEN " of_former " WHEN " PLACE_SAYS " THEN " to " WHEN " ROW_SAYS    \
  " THEN " row " ELSE " otherwise " END"
#define PLACED_STATUS                                                                              \
  PLACED ("?6 ->> '$.to.status'", "status", "'pending'", "former ->> '$.status'")
#define NEW_FORMER "nullif (?6 -> '$.to.former', 'null')"
#define WHOEVER_DECIDED(field) "iif (status = 'pending', " field ", ?6 ->> '$.to." field "')"
#define PLACED_REASON                                                                              \
  PLACED ("?6 ->> '$.to.reason'", "reason", "iif (status = 'pending', reason, NULL)",              \
          "former ->> '$.reason'")
#define PLACED_BY                                                                                  \
  PLACED ("?6 ->> '$.to.checked_by'", "checked_by", WHOEVER_DECIDED ("checked_by"),                \
          "former ->> '$.checked_by'")
#define PLACED_AT                                                                                  \
  PLACED ("?6 ->> '$.to.checked_at'", "checked_at", WHOEVER_DECIDED ("checked_at"),                \
          "former ->> '$.checked_at'")
#define PLACED_FORMER                                                                              \
  PLACED ("iif (" HAS_UNKNOWN_FORMER " AND " NEW_FORMER " IS NOT NULL, former, " NEW_FORMER ")",   \
          "former", "coalesce (former, " AS_FORMER ("?6 ->> '$.to.former.differences'") ")",       \
          "NULL")
#define PLACED_CORRECTION                                                                          \
  "iif (correction IS ?6 ->> '$.from.correction', ?6 ->> '$.to.correction', correction)"
#define PLACE_UPDATE                                                                               \
  "UPDATE claim SET draft = ?6 ->> '$.to.draft', range_start = ?6 ->> '$.to.start',"               \
  " range_end = ?6 ->> '$.to.end', quote = ?6 ->> '$.to.quote',"                                   \
  " prefix = ?6 ->> '$.to.prefix', suffix = ?6 ->> '$.to.suffix',"                                 \
  " block = ?6 ->> '$.to.block', place = ?6 ->> '$.to.place',"                                     \
  " stands = " WILL_STAND_IN_DRAFT ", range_event = ?1,"
#define WILL_STAND_IN_DRAFT                                                                        \
  "(" PLACE_STANDS " AND ?6 ->> '$.to.draft' IS (SELECT a.draft FROM article a WHERE a.id = "      \
  "?4))"
#define PLACE_COUNT                                                                                \
  RECOUNT ("iif (" WILL_STAND_IN_DRAFT " AND gone = 0, " PLACED_STATUS ", NULL)", "1")
#define PLACE_IS_USUAL                                                                             \
  "status = ?6 ->> '$.from.status' AND checked_by = ?6 ->> '$.from.checked_by'"                    \
  " AND +checked_at IS ?6 ->> '$.from.checked_at' AND NOT " HAS_UNKNOWN_FORMER
#define USUAL_PLACE_COUNT                                                                          \
  RECOUNT ("iif (" WILL_STAND_IN_DRAFT " AND gone = 0, ?6 ->> '$.to.status', NULL)", PLACE_IS_USUAL)
#define USUAL_PLACE                                                                                \
  PLACE_UPDATE " status = ?6 ->> '$.to.status', reason = ?6 ->> '$.to.reason',"                    \
               " checked_by = ?6 ->> '$.to.checked_by', checked_at = ?6 ->> '$.to.checked_at',"    \
               " former = " NEW_FORMER ", correction = " PLACED_CORRECTION ","                     \
               " status_event = ?1, correction_event = ?1 WHERE id = ?5 AND " PLACE_IS_USUAL
#define PLACE_OLD_RIVAL                                                                            \
  RIVAL_FROM_FORMER " AND " HAS_UNKNOWN_FORMER " AND ?6 ->> '$.to.place' = 'kept'"
#define PLACE_NEW_RIVAL RIVAL_FROM_ROW " AND ?6 ->> '$.to.place' = 'kept'"

/* Whether an event that tells which verdict its author saw ("verdict") saw the one that is there.
 */
#define SAW_VERDICT                                                                                \
  "(?6 ->> '$.from.verdict' IS NULL OR ?6 ->> '$.from.verdict' = " VERDICT ("") ")"
#define SEEN_VERDICT(row) "'verdict', " VERDICT (row)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-db.h"
#include "galley-sign-off.h"

G_BEGIN_DECLS

/* The kinds of events that may happen to a signed article, as SQL; each of them, and no other, has
 * GalleyKind's while_signed set. What they change is in no report on the article: the minutes of a
 * session are their own, and a second reader's verdict is none of the check. */
#define GALLEY_KINDS_WHILE_SIGNED                                                                  \
  "'article.sign', 'article.reopen', 'article.archive', 'article.restore',"                        \
  " 'session.add', 'session.present', 'session.agenda', 'session.park', 'session.pause',"          \
  " 'session.resume', 'session.end', 'session.decide', 'session.recall', 'session.restore',"       \
  " 'reading.add', 'reading.verdict', 'reading.settle', 'reading.end', 'reading.remove',"          \
  " 'reading.restore', 'reading.take'"

/* Numbers of the events that a sign-off ("f", a row of its table) does not cover: those that its
 * signer's library did not hold, of the article or of a source that it used, and that show in a
 * report. That a claim or a dismissal found its words again in a new draft does not. Each copy's
 * events are looked up from the last one on that was held. */
#define GALLEY_SIGN_OFF_CHANGES(which)                                                             \
  "SELECT x.id FROM sign_off f CROSS JOIN replica p"                                               \
  " LEFT JOIN json_each (f.seen -> ('$.\"' || f.article || '\"')) j ON j.key = p.id"               \
  " CROSS JOIN event x ON x.replica = p.no AND x.seq > coalesce (j.value, 0)"                      \
  " WHERE " which " AND x.article = f.article AND x.kind NOT IN (" GALLEY_KINDS_WHILE_SIGNED ")"   \
  " AND NOT (x.kind = 'claim.place' AND x.body ->> '$.to.place' IN ('exact', 'moved'))"            \
  " AND NOT (x.kind = 'dismissal.range' AND x.body ->> '$.to.quote' IS x.body ->> '$.from.quote')" \
  " UNION ALL SELECT x.id FROM sign_off f CROSS JOIN json_each (f.seen) k"                         \
  " CROSS JOIN event x ON x.subject = k.key AND x.kind = 'source.change'"                          \
  " CROSS JOIN replica p ON p.no = x.replica WHERE " which                                         \
  " AND x.seq > coalesce (k.value ->> ('$.\"' || p.id || '\"'), 0)"

GPtrArray *galley_records_read_sign_offs (GalleyDb *db, const char *article_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

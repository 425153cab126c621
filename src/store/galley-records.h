/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-article.h"
#include "galley-claim.h"
#include "galley-db.h"
#include "galley-dismissal.h"
#include "galley-reading.h"

G_BEGIN_DECLS

/* Rows of the library's tables as objects. Each reads through a connection that the caller has to
 * itself. */

GPtrArray *galley_records_read_removals (GalleyDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_records_read_articles (GalleyDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_records_read_article (GalleyDb *db,
                                      const char *id,
                                      GalleyArticle **out_article,
                                      GError **error);
GPtrArray *
galley_records_read_claims (GalleyDb *db, GalleyDb *journal, const char *article_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
galley_records_read_tray (GalleyDb *db, GalleyDb *journal, const char *article_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_records_read_former (const char *json, GalleyFormer **out_former, GError **error);
GPtrArray *galley_records_read_claims_by_id (GalleyDb *db, GPtrArray *ids, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_records_read_queries (GalleyDb *db, gboolean open_only, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_records_read_disagreements (GalleyDb *db, const char *article_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_records_read_dismissals (GalleyDb *db, const char *article_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_records_read_dismissal (GalleyDb *db,
                                        const char *id,
                                        GalleyDismissal **out_dismissal,
                                        GError **error);
GPtrArray *galley_records_read_sources (GalleyDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *galley_records_read_readings (GalleyDb *db, const char *article_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_records_read_reading (GalleyDb *db,
                                      const char *id,
                                      GalleyReading **out_reading,
                                      GError **error);

gboolean galley_records_read_source (GalleyDb *db,
                                     const char *id,
                                     gboolean gone_too,
                                     GalleySource **out_source,
                                     GError **error);
gboolean galley_records_set_unknown_error (const char *nick, GError **error);

gboolean galley_records_read_undo (GalleyDb *db,
                                   const char *scope_id,
                                   char **out_verb,
                                   char **out_unit,
                                   GError **error);
gboolean galley_records_read_redo (GalleyDb *db,
                                   const char *scope_id,
                                   char **out_verb,
                                   char **out_unit,
                                   GError **error);

G_END_DECLS

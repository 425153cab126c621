/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-status.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_ARTICLE (galley_article_get_type ())
G_DECLARE_FINAL_TYPE (GalleyArticle, galley_article, GALLEY, ARTICLE, GObject)

/**
 * GalleyArticleFields:
 *
 * What the library's list shows of an article. Strings are copied.
 */
typedef struct
{
  const char *title;
  gboolean archived;
  gboolean is_signed;                     /* has a sign-off in force, and is frozen */
  gint64 imported_at;                     /* milliseconds since 1970 UTC */
  gint64 changed_at;                      /* of the last event that concerns it, likewise */
  guint n_with_status[GALLEY_N_STATUSES]; /* claims */
  const char *readers; /* (nullable) who has a second reading under way, one a line */
} GalleyArticleFields;

GalleyArticle *galley_article_new (const char *id, const GalleyArticleFields *fields)
    G_GNUC_WARN_UNUSED_RESULT;

const char *galley_article_get_id (GalleyArticle *self);
const char *galley_article_get_title (GalleyArticle *self);
gboolean galley_article_is_archived (GalleyArticle *self);
gboolean galley_article_is_signed (GalleyArticle *self);
gint64 galley_article_get_imported_at (GalleyArticle *self);
gint64 galley_article_get_changed_at (GalleyArticle *self);
guint galley_article_get_n_claims (GalleyArticle *self);
guint galley_article_get_n_with_status (GalleyArticle *self, GalleyStatus status);

gboolean galley_article_is_read_by (GalleyArticle *self, const char *reader);

gboolean galley_article_assign (GalleyArticle *self, GalleyArticle *other);

G_END_DECLS

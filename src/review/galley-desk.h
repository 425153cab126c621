/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-check.h"
#include "galley-draft-entry.h"
#include "galley-history-entry.h"
#include "galley-outcome.h"
#include "galley-requirements.h"
#include "galley-search-hit.h"
#include "galley-source-use.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_DESK (galley_desk_get_type ())
G_DECLARE_FINAL_TYPE (GalleyDesk, galley_desk, GALLEY, DESK, GObject)

/* Opening. There is no other way to a library: programs hold a desk and perform verbs on it. */
char *galley_desk_get_default_path (void) G_GNUC_WARN_UNUSED_RESULT;
GalleyDesk *
galley_desk_open (const char *path, const char *actor, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyDesk *galley_desk_open_to_read (const char *path,
                                      const char *actor,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *galley_desk_get_path (GalleyDesk *self);
const char *galley_desk_get_actor (GalleyDesk *self);
void galley_desk_set_actor (GalleyDesk *self, const char *actor);
GListModel *galley_desk_get_articles (GalleyDesk *self);
GalleyArticle *galley_desk_find_article (GalleyDesk *self, const char *article_id);
guint galley_desk_get_n_unsaved (GalleyDesk *self);

/* Other programs. */
void galley_desk_follow (GalleyDesk *self);
void galley_desk_look (GalleyDesk *self);

/* Articles. */
GalleyOutcome *galley_desk_import (GalleyDesk *self,
                                   GalleyDocument *document,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_import_async (GalleyDesk *self,
                               GalleyDocument *document,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GalleyOutcome *galley_desk_import_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_desk_find_original (GalleyDesk *self,
                                    const char *sha256,
                                    char **out_article_id,
                                    GError **error);
void galley_desk_find_original_async (GalleyDesk *self,
                                      const char *sha256,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean galley_desk_find_original_finish (GalleyDesk *self,
                                           GAsyncResult *result,
                                           char **out_article_id,
                                           GError **error);

GalleyCheck *galley_desk_load (GalleyDesk *self,
                               const char *article_id,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
GalleyCheck *galley_desk_load_snapshot (GalleyDesk *self, const char *article_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_load_async (GalleyDesk *self,
                             const char *article_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GalleyCheck *galley_desk_load_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *galley_desk_list_drafts (GalleyDesk *self, const char *article_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyCheck *
galley_desk_load_draft (GalleyDesk *self, const char *article_id, guint number, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

GalleyDocument *galley_desk_load_draft_document (GalleyDesk *self,
                                                 const char *article_id,
                                                 guint number,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

GalleyOutcome *galley_desk_purge_article (GalleyDesk *self,
                                          const char *article_id,
                                          GCancellable *cancellable,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_purge_article_async (GalleyDesk *self,
                                      const char *article_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GalleyOutcome *galley_desk_purge_article_finish (GalleyDesk *self,
                                                 GAsyncResult *result,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Verbs: what galley-verbs.h makes. */
GalleyOutcome *galley_desk_perform (GalleyDesk *self,
                                    GalleyAction *action,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_perform_async (GalleyDesk *self,
                                GalleyAction *action,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GalleyOutcome *galley_desk_perform_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Undo and redo. An undo step may be given by the id of its unit, as a toast does. */
GalleyOutcome *galley_desk_undo (GalleyDesk *self,
                                 const char *scope_id,
                                 const char *unit_id,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_undo_async (GalleyDesk *self,
                             const char *scope_id,
                             const char *unit_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GalleyOutcome *galley_desk_undo_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyOutcome *
galley_desk_redo (GalleyDesk *self, const char *scope_id, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_redo_async (GalleyDesk *self,
                             const char *scope_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GalleyOutcome *galley_desk_redo_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Looking back and looking around. */
GPtrArray *galley_desk_list_history (GalleyDesk *self,
                                     const char *article_id,
                                     const char *subject_id,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_list_history_async (GalleyDesk *self,
                                     const char *article_id,
                                     const char *subject_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *galley_desk_list_history_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

void galley_desk_list_removals_async (GalleyDesk *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *galley_desk_list_removals_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *galley_desk_list_sources (GalleyDesk *self, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_list_sources_async (GalleyDesk *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *galley_desk_list_sources_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *galley_desk_list_queries (GalleyDesk *self,
                                     gboolean open_only,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_list_queries_async (GalleyDesk *self,
                                     gboolean open_only,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *galley_desk_list_queries_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *galley_desk_list_uses (GalleyDesk *self,
                                  const char *source_id,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_list_uses_async (GalleyDesk *self,
                                  const char *source_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *galley_desk_list_uses_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

GHashTable *galley_desk_list_settings (GalleyDesk *self, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyRequirements *galley_desk_load_requirements (GalleyDesk *self,
                                                   GCancellable *cancellable,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_load_requirements_async (GalleyDesk *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
GalleyRequirements *galley_desk_load_requirements_finish (GalleyDesk *self,
                                                          GAsyncResult *result,
                                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

GBytes *galley_desk_read_attachment (GalleyDesk *self,
                                     const char *sha256,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_read_attachment_async (GalleyDesk *self,
                                        const char *sha256,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GBytes *galley_desk_read_attachment_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *
galley_desk_search (GalleyDesk *self, const char *words, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_search_async (GalleyDesk *self,
                               const char *words,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GPtrArray *galley_desk_search_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

gboolean galley_desk_find_claim (GalleyDesk *self,
                                 const char *prefix,
                                 char **out_claim_id,
                                 char **out_article_id,
                                 GError **error);

/* Keeping the library safe. */
char *galley_desk_find_claim_article (GalleyDesk *self,
                                      const char *claim_id,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_desk_verify (GalleyDesk *self, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_desk_renew_index (GalleyDesk *self, GCancellable *cancellable, GError **error);
gboolean
galley_desk_backup (GalleyDesk *self, const char *path, GCancellable *cancellable, GError **error);
void galley_desk_rotate_backups_async (GalleyDesk *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean galley_desk_rotate_backups_finish (GalleyDesk *self, GAsyncResult *result, GError **error);
GPtrArray *galley_desk_list_set_aside (GalleyDesk *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_desk_restore (const char *backup_path,
                              const char *path,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS

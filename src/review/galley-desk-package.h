/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"
#include "galley-disagreement.h"
#include "galley-merge-result.h"

G_BEGIN_DECLS

/* Review packages: what is handed on to a colleague or to the archive, and what comes back. */
GBytes *galley_desk_read_package (GFile *file, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_desk_write_package (GalleyDesk *self,
                                    const char *const *article_ids,
                                    GFile *file,
                                    GCancellable *cancellable,
                                    GError **error);
GalleyMergeResult *galley_desk_merge_package (GalleyDesk *self,
                                              GBytes *package,
                                              GCancellable *cancellable,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_merge_package_async (GalleyDesk *self,
                                      GBytes *package,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GalleyMergeResult *galley_desk_merge_package_finish (GalleyDesk *self,
                                                     GAsyncResult *result,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_write_package_async (GalleyDesk *self,
                                      const char *const *article_ids,
                                      GFile *file,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
void galley_desk_write_new_package_async (GalleyDesk *self,
                                          const char *const *article_ids,
                                          GFile *file,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean galley_desk_write_package_finish (GalleyDesk *self, GAsyncResult *result, GError **error);

GPtrArray *galley_desk_list_disagreements (GalleyDesk *self,
                                           const char *article_id,
                                           GCancellable *cancellable,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_desk_list_seals (GalleyDesk *self, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

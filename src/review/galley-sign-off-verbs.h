/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"
#include "galley-sign-off.h"

G_BEGIN_DECLS

GalleyAction *galley_verb_sign_off (const char *article_id,
                                    GalleyRole role,
                                    const char *name,
                                    const char *exception,
                                    const char *moment) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_reopen (const char *article_id, const char *reason)
    G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *galley_desk_list_sign_offs (GalleyDesk *self, const char *article_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_list_sign_offs_async (GalleyDesk *self,
                                       const char *article_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GPtrArray *galley_desk_list_sign_offs_finish (GalleyDesk *self,
                                              GAsyncResult *result,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_desk_list_changes (GalleyDesk *self,
                                     const char *article_id,
                                     GalleySignOff **out_sign_off,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_list_changes_async (GalleyDesk *self,
                                     const char *article_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *galley_desk_list_changes_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

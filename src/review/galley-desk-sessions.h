/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"
#include "galley-session.h"

G_BEGIN_DECLS

/* Looking up review sessions, and who might be present at one. */

GPtrArray *galley_desk_list_sessions (GalleyDesk *self,
                                      const char *article_id,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_list_sessions_async (GalleyDesk *self,
                                      const char *article_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *galley_desk_list_sessions_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleySession *galley_desk_find_session (GalleyDesk *self, const char *prefix, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

GStrv galley_desk_list_people (GalleyDesk *self, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_list_people_async (GalleyDesk *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GStrv galley_desk_list_people_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

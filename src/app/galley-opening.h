/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_OPENING (galley_opening_get_type ())
G_DECLARE_FINAL_TYPE (GalleyOpening, galley_opening, GALLEY, OPENING, GObject)

GalleyOpening *galley_opening_new (const char *library_path, const char *article_id)
    G_GNUC_WARN_UNUSED_RESULT;
const char *galley_opening_get_library_path (GalleyOpening *self);
void galley_opening_wait_async (GalleyOpening *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GalleyDesk *galley_opening_wait_finish (GalleyOpening *self,
                                        GAsyncResult *result,
                                        GalleyCheck **out_check,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-twin.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_TWINS (galley_twins_get_type ())

GType galley_twins_get_type (void);
GalleyTwins *galley_twins_new (GalleyCheck *check) G_GNUC_WARN_UNUSED_RESULT;
void galley_twins_new_async (GalleyCheck *check,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GalleyTwins *galley_twins_new_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyTwins *galley_twins_ref (GalleyTwins *self);
void galley_twins_unref (GalleyTwins *self);

gboolean galley_twins_is_current (GalleyTwins *self, GalleyCheck *check);
GPtrArray *galley_twins_list (GalleyTwins *self, GalleyCheck *check, GalleyClaim *claim)
    G_GNUC_WARN_UNUSED_RESULT;
GArray *galley_twins_list_same (GalleyTwins *self, GalleyClaim *claim, GalleyRange within)
    G_GNUC_WARN_UNUSED_RESULT;
guint galley_twins_count (GalleyTwins *self, GalleyClaim *claim);
GPtrArray *galley_twins_list_groups (GalleyTwins *self, GalleyCheck *check)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyTwins, galley_twins_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"

G_BEGIN_DECLS

/* What is new in the draft that an article has: words that the draft before it had not. */

GArray *galley_novelty_find (GalleyDesk *desk, GalleyCheck *check, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_novelty_find_async (GalleyDesk *desk,
                                GalleyCheck *check,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GArray *galley_novelty_find_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

GArray *galley_novelty_choose (GArray *sentences, GArray *new_words) G_GNUC_WARN_UNUSED_RESULT;
GArray *galley_novelty_list (GalleyCheck *check, GalleyRange within) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_novelty_is_new (GalleyCheck *check, GalleyRange range);
guint galley_novelty_count (GalleyCheck *check);
gboolean galley_novelty_find_next (GalleyCheck *check, guint offset, GalleyRange *out_range);

G_END_DECLS

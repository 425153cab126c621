/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GalleyToasts:
 *
 * What a window says in passing.
 *
 * libadwaita 1.2 uses memory that it has freed when a toast begins to go before it has come all the
 * way: where frames are late, both end in one frame, and the toast is gone before its coming is
 * over. So nothing takes a toast away while one is still coming: that waits, and what waits is
 * given up when it is overtaken.
 */
typedef struct _GalleyToasts GalleyToasts;

GalleyToasts *galley_toasts_new (AdwToastOverlay *overlay) G_GNUC_WARN_UNUSED_RESULT;
void galley_toasts_free (GalleyToasts *self);

void galley_toasts_show (GalleyToasts *self, AdwToast *toast);
void galley_toasts_queue (GalleyToasts *self, AdwToast *toast);
void galley_toasts_dismiss (GalleyToasts *self, AdwToast *toast);
void galley_toasts_dismiss_shown (GalleyToasts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyToasts, galley_toasts_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyWatchdog:
 *
 * Cancels what takes too long. It is a thread that sleeps, since what it watches blocks its own.
 */
typedef struct _GalleyWatchdog GalleyWatchdog;

GalleyWatchdog *galley_watchdog_new (guint seconds, GCancellable *outer) G_GNUC_WARN_UNUSED_RESULT;
void galley_watchdog_free (GalleyWatchdog *self);
GCancellable *galley_watchdog_get_cancellable (GalleyWatchdog *self);
gboolean galley_watchdog_has_expired (GalleyWatchdog *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyWatchdog, galley_watchdog_free)

G_END_DECLS

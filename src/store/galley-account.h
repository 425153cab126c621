/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-db.h"
#include "galley-event.h"

G_BEGIN_DECLS

/**
 * GalleyAccount:
 *
 * Keeps the account of undo units and of when articles were changed, while events are folded one
 * after the other. What it notes of the events of one unit it writes down at once: when one of
 * another unit comes, and when it is closed.
 */
typedef struct _GalleyAccount GalleyAccount;

GalleyAccount *galley_account_new (GalleyDb *db) G_GNUC_WARN_UNUSED_RESULT;
void galley_account_free (GalleyAccount *self);

gboolean galley_account_note (GalleyAccount *self, const GalleyEvent *event, GError **error);
gboolean galley_account_close (GalleyAccount *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyAccount, galley_account_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_SAVER (galley_saver_get_type ())
G_DECLARE_FINAL_TYPE (GalleySaver, galley_saver, GALLEY, SAVER, GObject)

/**
 * GalleySavedFunc:
 * @outcome: what is on disk now
 *
 * Called when something was made durable, and never otherwise.
 */
typedef void (*GalleySavedFunc) (GalleyOutcome *outcome, gpointer user_data);

GalleySaver *galley_saver_new (GalleyDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

void galley_saver_perform (GalleySaver *self,
                           GalleyAction *action,
                           GalleySavedFunc saved,
                           gpointer user_data,
                           GDestroyNotify destroy);
void galley_saver_undo (GalleySaver *self,
                        const char *scope_id,
                        const char *unit_id,
                        GalleySavedFunc saved,
                        gpointer user_data,
                        GDestroyNotify destroy);
void galley_saver_redo (GalleySaver *self,
                        const char *scope_id,
                        GalleySavedFunc saved,
                        gpointer user_data,
                        GDestroyNotify destroy);
void galley_saver_purge (GalleySaver *self,
                         const char *article_id,
                         GalleySavedFunc saved,
                         gpointer user_data,
                         GDestroyNotify destroy);

gboolean galley_saver_is_going_back (GalleySaver *self);
char *galley_saver_find_status (GalleySaver *self, const char *claim_id) G_GNUC_WARN_UNUSED_RESULT;
guint galley_saver_get_n_running (GalleySaver *self);
guint galley_saver_get_n_failed (GalleySaver *self);
GPtrArray *galley_saver_list_failed (GalleySaver *self) G_GNUC_WARN_UNUSED_RESULT;
const char *galley_saver_get_error_message (GalleySaver *self);
const char *galley_saver_get_first_error_message (GalleySaver *self);
void galley_saver_retry (GalleySaver *self);
void galley_saver_discard (GalleySaver *self);
void galley_saver_withdraw (GalleySaver *self, GalleyAction *action);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-desk.h"
#include "galley-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_SESSION_DIALOG (galley_session_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GalleySessionDialog, galley_session_dialog, GALLEY, SESSION_DIALOG, AdwWindow)

GalleySessionDialog *galley_session_dialog_new (GtkWindow *parent,
                                                GalleyDesk *desk,
                                                GalleyCheck *check,
                                                GalleySession *session) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *galley_session_dialog_list_points (GalleySessionDialog *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

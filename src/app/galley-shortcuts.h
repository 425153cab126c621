/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_SHORTCUTS (galley_shortcuts_get_type ())
G_DECLARE_FINAL_TYPE (GalleyShortcuts, galley_shortcuts, GALLEY, SHORTCUTS, AdwWindow)

GtkWindow *galley_shortcuts_new (GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

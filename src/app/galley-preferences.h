/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-saver.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_PREFERENCES (galley_preferences_get_type ())
G_DECLARE_FINAL_TYPE (GalleyPreferences, galley_preferences, GALLEY, PREFERENCES, AdwWindow)

GtkWindow *galley_preferences_new (GtkWindow *parent, GalleyDesk *desk, GalleySaver *saver)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

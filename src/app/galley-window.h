/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-application.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_WINDOW (galley_window_get_type ())
G_DECLARE_FINAL_TYPE (GalleyWindow, galley_window, GALLEY, WINDOW, AdwApplicationWindow)

GalleyWindow *galley_window_new (GalleyApplication *application, const char *library_path)
    G_GNUC_WARN_UNUSED_RESULT;

const char *galley_window_get_library_path (GalleyWindow *self);
void galley_window_import (GalleyWindow *self, GFile *file);

G_END_DECLS

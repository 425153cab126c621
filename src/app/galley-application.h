/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-opening.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_APPLICATION (galley_application_get_type ())
G_DECLARE_FINAL_TYPE (GalleyApplication, galley_application, GALLEY, APPLICATION, AdwApplication)

GalleyApplication *galley_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

GalleyOpening *galley_application_take_opening (GalleyApplication *self, const char *library_path)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_application_open_library (GalleyApplication *self, const char *library_path);

G_END_DECLS

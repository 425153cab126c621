/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_AGREEMENT_WINDOW (galley_agreement_window_get_type ())
G_DECLARE_FINAL_TYPE (GalleyAgreementWindow,
                      galley_agreement_window,
                      GALLEY,
                      AGREEMENT_WINDOW,
                      AdwWindow)

GalleyAgreementWindow *galley_agreement_window_new (GtkWindow *parent, GalleyCheck *check);
void galley_agreement_window_write (GalleyAgreementWindow *self, GFile *file, const char *format);

G_END_DECLS

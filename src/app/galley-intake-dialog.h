/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-article-view.h"
#include "galley-intake.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_INTAKE_DIALOG (galley_intake_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GalleyIntakeDialog, galley_intake_dialog, GALLEY, INTAKE_DIALOG, AdwWindow)

GalleyIntakeDialog *galley_intake_dialog_new (GtkWindow *parent, GalleyArticleView *view)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_intake_dialog_show (GalleyIntakeDialog *self, GalleyIntake *intake);
void galley_intake_dialog_fail (GalleyIntakeDialog *self, const char *sentence);
GCancellable *galley_intake_dialog_get_cancellable (GalleyIntakeDialog *self);

G_END_DECLS

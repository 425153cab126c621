/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-saver.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_FORM_DIALOG (galley_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GalleyFormDialog, galley_form_dialog, GALLEY, FORM_DIALOG, AdwWindow)

/**
 * GalleyFormFunc:
 * @form: the form in the dialog
 *
 * Returns: (transfer full) (nullable): the action that does what was filled in; %NULL if it cannot
 *   be done yet
 */
typedef GalleyAction *(*GalleyFormFunc) (GtkWidget *form);

GalleyFormDialog *galley_form_dialog_new (GtkWindow *parent,
                                          const char *title,
                                          GtkWidget *form,
                                          GalleySaver *saver,
                                          GalleyFormFunc make_action);
void galley_form_dialog_set_accept (GalleyFormDialog *self, const char *label, const char *tooltip);
void galley_form_dialog_save (GalleyFormDialog *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-form-dialog.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_READING_FORM (galley_reading_form_get_type ())
G_DECLARE_FINAL_TYPE (GalleyReadingForm, galley_reading_form, GALLEY, READING_FORM, AdwBin)

GalleyReadingForm *galley_reading_form_new (GalleyCheck *check, const char *reader);
GalleyAction *galley_reading_form_make_action (GtkWidget *form) G_GNUC_WARN_UNUSED_RESULT;
GalleyFormDialog *galley_reading_form_open (GtkWindow *parent,
                                            GalleySaver *saver,
                                            GalleyCheck *check,
                                            const char *reader);

G_END_DECLS

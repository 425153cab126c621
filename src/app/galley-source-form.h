/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-form-dialog.h"
#include "galley-log-book.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_SOURCE_FORM (galley_source_form_get_type ())
G_DECLARE_FINAL_TYPE (GalleySourceForm, galley_source_form, GALLEY, SOURCE_FORM, AdwBin)

GalleySourceForm *galley_source_form_new (GalleyLogBook *log_book, GalleySource *source);
GalleyAction *galley_source_form_make_action (GtkWidget *form) G_GNUC_WARN_UNUSED_RESULT;
GalleyFormDialog *
galley_source_form_open (GtkWindow *parent, GalleyLogBook *log_book, GalleySource *source);

G_END_DECLS

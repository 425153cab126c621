/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_TEXT_SHEET (galley_text_sheet_get_type ())
G_DECLARE_FINAL_TYPE (GalleyTextSheet, galley_text_sheet, GALLEY, TEXT_SHEET, AdwWindow)

GalleyTextSheet *galley_text_sheet_new (GtkWindow *parent,
                                        const char *title,
                                        const char *text,
                                        gboolean is_mail_too);
void galley_text_sheet_write (GalleyTextSheet *self, GFile *file, gboolean is_mail);

G_END_DECLS

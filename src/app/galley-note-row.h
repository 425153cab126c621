/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_NOTE_ROW (galley_note_row_get_type ())
G_DECLARE_FINAL_TYPE (GalleyNoteRow, galley_note_row, GALLEY, NOTE_ROW, AdwBin)

GtkWidget *galley_note_row_new (GalleyCheck *check,
                                const GalleyRemark *remark,
                                GalleyRange words,
                                gboolean is_usable);

G_END_DECLS

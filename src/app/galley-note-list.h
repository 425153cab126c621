/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_NOTE_LIST (galley_note_list_get_type ())
G_DECLARE_FINAL_TYPE (GalleyNoteList, galley_note_list, GALLEY, NOTE_LIST, AdwBin)

void galley_note_list_set_words (GalleyNoteList *self, GalleyCheck *check, GalleyRange range);
void galley_note_list_set_read_only (GalleyNoteList *self, gboolean is_read_only);
guint galley_note_list_get_n_notes (GalleyNoteList *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_SUGGEST_ENTRY (galley_suggest_entry_get_type ())
G_DECLARE_FINAL_TYPE (GalleySuggestEntry, galley_suggest_entry, GALLEY, SUGGEST_ENTRY, AdwBin)

GtkEditable *galley_suggest_entry_get_editable (GalleySuggestEntry *self);
void galley_suggest_entry_set_text (GalleySuggestEntry *self, const char *text);
void galley_suggest_entry_clear (GalleySuggestEntry *self);
void galley_suggest_entry_add (GalleySuggestEntry *self,
                               const char *id,
                               const char *title,
                               const char *details);

G_END_DECLS

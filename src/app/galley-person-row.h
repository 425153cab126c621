/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_PERSON_ROW (galley_person_row_get_type ())
G_DECLARE_FINAL_TYPE (GalleyPersonRow, galley_person_row, GALLEY, PERSON_ROW, AdwActionRow)

GalleyPersonRow *galley_person_row_new (const char *name, GalleyPersonRow *group)
    G_GNUC_WARN_UNUSED_RESULT;

const char *galley_person_row_get_name (GalleyPersonRow *self);
void galley_person_row_set_present (GalleyPersonRow *self, gboolean is_present);
gboolean galley_person_row_is_present (GalleyPersonRow *self);
void galley_person_row_set_chair (GalleyPersonRow *self);
gboolean galley_person_row_is_chair (GalleyPersonRow *self);

G_END_DECLS

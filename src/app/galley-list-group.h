/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_LIST_GROUP (galley_list_group_get_type ())
G_DECLARE_FINAL_TYPE (GalleyListGroup, galley_list_group, GALLEY, LIST_GROUP, AdwPreferencesGroup)

void galley_list_group_set_lines (GalleyListGroup *self, const char *const *lines);
char *galley_list_group_get_value (GalleyListGroup *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

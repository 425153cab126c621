/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-intake.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_INTAKE_ITEM (galley_intake_item_get_type ())
G_DECLARE_FINAL_TYPE (GalleyIntakeItem, galley_intake_item, GALLEY, INTAKE_ITEM, GObject)

GListStore *galley_intake_item_list (GalleyIntake *intake) G_GNUC_WARN_UNUSED_RESULT;

guint galley_intake_item_get_index (GalleyIntakeItem *self);
const GalleyIntakeEntry *galley_intake_item_get_entry (GalleyIntakeItem *self);
const char *galley_intake_item_get_class_label (GalleyIntakeItem *self);
char *galley_intake_item_describe_fate (GalleyIntakeItem *self) G_GNUC_WARN_UNUSED_RESULT;
char *galley_intake_item_make_markup (GalleyIntakeItem *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-redraft.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_DRAFT_ITEM (galley_draft_item_get_type ())
G_DECLARE_FINAL_TYPE (GalleyDraftItem, galley_draft_item, GALLEY, DRAFT_ITEM, GObject)

GListStore *galley_draft_item_list (GalleyRedraft *redraft, guint *out_n_before)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_draft_item_list_news (GalleyRedraft *redraft, GArray *news)
    G_GNUC_WARN_UNUSED_RESULT;

guint galley_draft_item_get_index (GalleyDraftItem *self);
const GalleyRedraftClaim *galley_draft_item_get_claim (GalleyDraftItem *self);
GalleyRange galley_draft_item_get_old_range (GalleyDraftItem *self);
GalleyRange galley_draft_item_get_new_range (GalleyDraftItem *self);
const char *galley_draft_item_get_status_label (GalleyDraftItem *self);
const char *galley_draft_item_get_class_label (GalleyDraftItem *self);
const char *galley_draft_item_get_decision (GalleyDraftItem *self);
char *galley_draft_item_make_markup (GalleyDraftItem *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

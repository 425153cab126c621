/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-query.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_QUERY_ITEM (galley_query_item_get_type ())
G_DECLARE_FINAL_TYPE (GalleyQueryItem, galley_query_item, GALLEY, QUERY_ITEM, GObject)

GalleyQueryItem *galley_query_item_new (GalleyQueryPlace *place, gboolean is_heading)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyQueryPlace *galley_query_item_get_place (GalleyQueryItem *self);
gboolean galley_query_item_is_heading (GalleyQueryItem *self);

GPtrArray *galley_query_item_list (GPtrArray *places) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-keys.h"

G_BEGIN_DECLS

/**
 * GALLEY_KEY_MAP_MAX:
 *
 * How many keys an action can have; settings that ask for more get the first ones.
 */
#define GALLEY_KEY_MAP_MAX 4

#define GALLEY_TYPE_KEY_MAP (galley_key_map_get_type ())
G_DECLARE_FINAL_TYPE (GalleyKeyMap, galley_key_map, GALLEY, KEY_MAP, GObject)

GalleyKeyMap *galley_key_map_get_default (void);

const GalleyKeyPress *
galley_key_map_get_presses (GalleyKeyMap *self, const GalleyKey *key, guint *out_n_presses);
gboolean galley_key_map_is_changed (GalleyKeyMap *self, const GalleyKey *key);
gboolean galley_key_map_has_changes (GalleyKeyMap *self);
GPtrArray *galley_key_map_find_users (GalleyKeyMap *self,
                                      const GalleyKey *key,
                                      const GalleyKeyPress *press) G_GNUC_WARN_UNUSED_RESULT;

void galley_key_map_set (GalleyKeyMap *self, const GalleyKey *key, const GalleyKeyPress *press);
void galley_key_map_reset (GalleyKeyMap *self, const GalleyKey *key);
void galley_key_map_reset_all (GalleyKeyMap *self);

G_END_DECLS

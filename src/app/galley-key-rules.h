/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-keys.h"

G_BEGIN_DECLS

/**
 * GalleyKeyFit:
 * @GALLEY_KEY_FITS: the action can have these keys
 * @GALLEY_KEY_IS_NONE: there is no key that anything could be done with
 * @GALLEY_KEY_MOVES: they move about in every window, or press its buttons
 * @GALLEY_KEY_EDITS: they edit text where the action would act
 * @GALLEY_KEY_TYPES: they type a character, and the action acts outside the article and the lists
 *
 * Whether an action can have keys, whoever else has them.
 */
typedef enum
{
  GALLEY_KEY_FITS,
  GALLEY_KEY_IS_NONE,
  GALLEY_KEY_MOVES,
  GALLEY_KEY_EDITS,
  GALLEY_KEY_TYPES,
} GalleyKeyFit;

gboolean galley_key_rules_moves (const GalleyKeyPress *press);
GalleyKeyFit galley_key_rules_check_scope (GalleyKeyScope scope, const GalleyKeyPress *press);
GalleyKeyFit galley_key_rules_check (const GalleyKey *key, const GalleyKeyPress *press);
char *galley_key_rules_explain (GalleyKeyFit fit, const GalleyKeyPress *press)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

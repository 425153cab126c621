/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-keys.h"

G_BEGIN_DECLS

gboolean galley_key_search_matches (const GalleyKey *key, const char *query);

G_END_DECLS

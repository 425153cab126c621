/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-copy.h"

G_BEGIN_DECLS

/* Around words that are embedded. */
#define GALLEY_DIRECTION_EMBED "\342\200\253"     /* U+202B */
#define GALLEY_DIRECTION_EMBED_END "\342\200\254" /* U+202C */

gboolean galley_direction_may_turn (const char *utf8, gsize length_bytes);
gboolean galley_direction_is_rtl (const char *utf8, gssize length_bytes);
gboolean galley_direction_is_foreign (const GalleyCopyRun *run);
const char *galley_direction_find_mark (const GalleyCopyRun *before, const GalleyCopyRun *run);
gboolean galley_direction_is_embedded (const GalleyCopyRun *run, gboolean is_rtl);
gboolean galley_direction_of_table_is_rtl (const GalleyCopyElement *table);
gboolean galley_direction_of_element_is_rtl (const GalleyCopyElement *element, gboolean has_label);

G_END_DECLS

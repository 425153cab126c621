/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

G_BEGIN_DECLS

gboolean galley_tray_words_find (GalleyCheck *check, GalleyClaim *claim, GalleyRange *out_range);
GArray *galley_tray_words_list (GalleyText *text, const char *quote) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_tray_words_find_next (GalleyText *text,
                                      const char *quote,
                                      guint offset,
                                      GalleyRange *out_range);

G_END_DECLS

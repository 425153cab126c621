/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document.h"

G_BEGIN_DECLS

GArray *galley_note_words_find_starts (const char *words) G_GNUC_WARN_UNUSED_RESULT;
GalleyRange
galley_note_words_find (const GArray *starts, guint block_start, GalleyRange before, guint sign);

G_END_DECLS

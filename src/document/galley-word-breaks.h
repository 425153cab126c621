/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-range.h"
#include "galley-text.h"

G_BEGIN_DECLS

guint galley_text_find_word_end (GalleyText *text, guint offset);
guint galley_text_find_word_start (GalleyText *text, guint offset);

G_END_DECLS

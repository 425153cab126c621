/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-text.h"

G_BEGIN_DECLS

GArray *galley_text_find_words (GalleyText *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

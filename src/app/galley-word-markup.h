/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document.h"
#include "galley-word-diff.h"

G_BEGIN_DECLS

char *galley_word_markup_make (GArray *pieces, GalleyText *old, GalleyText *new)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_word_markup_compare (const char *old, const char *new) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-text.h"

G_BEGIN_DECLS

guint galley_excerpt_find_end (GalleyText *text, guint offset, guint least);
guint galley_excerpt_find_start (GalleyText *text, guint offset, guint most);
char *galley_excerpt_take (GalleyText *text, GalleyRange range) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

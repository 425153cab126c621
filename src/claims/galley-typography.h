/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void galley_typography_append_word (GString *plain, const char *utf8, gsize length_bytes);
void galley_typography_append_gap (GString *plain, const char *utf8, gsize length_bytes);

G_END_DECLS

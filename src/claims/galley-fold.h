/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void galley_fold_append (GString *folded, const char *utf8, gssize length_bytes);
char *galley_fold (const char *utf8) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *galley_name_clean (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *galley_name_make_key (const char *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_name_looks_like (const char *name, const char *other);

char *galley_name_fold_words (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_name_is_within (const char *name, const char *words);

G_END_DECLS

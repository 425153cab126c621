/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean galley_mention_word_is_article (const char *plain);
gboolean galley_mention_word_points_back (const char *plain);
char *galley_mention_word_to_form (const char *plain) G_GNUC_WARN_UNUSED_RESULT;
char *galley_mention_word_to_stem (const char *folded) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

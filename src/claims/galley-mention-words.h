/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-mention.h"

G_BEGIN_DECLS

gboolean galley_mention_word_is_empty (const char *word);
gboolean galley_mention_word_classify (const char *word, GalleyMentionPart *out_part);
char *galley_mention_word_to_number (const char *word) G_GNUC_WARN_UNUSED_RESULT;
char *galley_mention_word_stem (const char *word) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

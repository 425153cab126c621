/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *galley_article_fold (const char *utf8, gsize length_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void galley_origins_note (const char *article_id, const char *uri, const char *sha256);
gboolean galley_origins_find (const char *article_id, char **out_uri, char **out_sha256);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean galley_phrases_is_boilerplate (const char *line);
gboolean galley_phrases_opens_links (const char *line);
gboolean galley_phrases_is_kicker (const char *line);
gboolean galley_phrases_is_slug (const char *line);
gboolean galley_phrases_is_end_mark (const char *line);
gboolean galley_phrases_is_credit (const char *line);
gboolean galley_phrases_names_section (const char *line);

G_END_DECLS

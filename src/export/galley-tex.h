/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the values of BibTeX are written in: TeX, as far as bibliographies use it. */

char *galley_tex_read (const char *tex) G_GNUC_WARN_UNUSED_RESULT;
char *galley_tex_read_address (const char *tex) G_GNUC_WARN_UNUSED_RESULT;
void galley_tex_append (GString *out, const char *words);
const char *galley_tex_skip_group (const char *tex);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *galley_bibtex_names_read (const char *tex) G_GNUC_WARN_UNUSED_RESULT;
void galley_bibtex_names_append (GString *out, const char *line);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A comment with the answers to it and what became of it, as the text of one note: they are about
 * the same words, and are read as one. */

void galley_remark_add_answer (GString *remark, const char *author, const char *text);
void galley_remark_resolve (GString *remark);

G_END_DECLS

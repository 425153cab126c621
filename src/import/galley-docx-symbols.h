/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gunichar galley_docx_symbol_find (const char *font, guint code);

G_END_DECLS

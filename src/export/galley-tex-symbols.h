/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *galley_tex_find_symbol (const char *command);
gunichar galley_tex_find_accent (const char *command);

G_END_DECLS

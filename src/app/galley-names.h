/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much of a name is shown, in characters. */
#define GALLEY_NAMES_MAX 60

/* How much of a single word is shown in a text, in characters. */
#define GALLEY_NAMES_MAX_WORD 400

char *galley_names_shorten (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *galley_names_tame (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

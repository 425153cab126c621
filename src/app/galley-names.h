/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much of a name is shown, in characters. */
#define GALLEY_NAMES_MAX 60

char *galley_names_shorten (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *galley_when_format (gint64 time) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is kept with a database: SQLite's own files, and backups. */
char *galley_companion_get_path (const char *path, const char *suffix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

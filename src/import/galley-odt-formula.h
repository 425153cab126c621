/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *galley_odt_formula_read (GBytes *bytes, const char *label, GCancellable *cancellable)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

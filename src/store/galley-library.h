/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GALLEY_STORE_ERROR (galley_store_error_quark ())

GQuark galley_store_error_quark (void);

G_END_DECLS

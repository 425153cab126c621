/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *galley_signature_find (GBytes *bytes);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean galley_html_signs_are_there (GBytes *bytes);

G_END_DECLS

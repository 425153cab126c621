/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean galley_pdf_script_runs_left (gunichar character);

G_END_DECLS

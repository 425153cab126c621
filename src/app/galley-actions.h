/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void galley_actions_enable (GSimpleActionGroup *group, gboolean is_enabled);

G_END_DECLS

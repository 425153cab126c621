/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

gpointer galley_weak_new (gpointer object) G_GNUC_WARN_UNUSED_RESULT;
gpointer galley_weak_get (gpointer weak) G_GNUC_WARN_UNUSED_RESULT;
gpointer galley_weak_take (gpointer weak) G_GNUC_WARN_UNUSED_RESULT;
void galley_weak_free (gpointer weak);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void galley_inscription_set_line (GtkInscription *inscription, const char *words);

G_END_DECLS

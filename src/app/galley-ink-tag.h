/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_INK_TAG (galley_ink_tag_get_type ())
G_DECLARE_FINAL_TYPE (GalleyInkTag, galley_ink_tag, GALLEY, INK_TAG, GtkTextTag)

GtkTextTag *galley_ink_tag_add (GtkTextBuffer *buffer);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-layout-private.h"

void
galley_layout_set_legal (GalleyCopy *copy)
{
  galley_layout_add_title (copy, galley_layout_get_label (0));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-saver.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_LIBRARY_PAGE (galley_library_page_get_type ())
G_DECLARE_FINAL_TYPE (GalleyLibraryPage, galley_library_page, GALLEY, LIBRARY_PAGE, AdwBin)

void
galley_library_page_set_library (GalleyLibraryPage *self, GalleyDesk *desk, GalleySaver *saver);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-pdf-pages.h"

G_BEGIN_DECLS

void galley_pdf_initials_join (GalleyPdfPages *self);

G_END_DECLS

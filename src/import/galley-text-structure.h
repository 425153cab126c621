/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document-builder.h"

G_BEGIN_DECLS

void galley_text_structure_find (GalleyText *text, GalleyDocumentBuilder *builder);

G_END_DECLS

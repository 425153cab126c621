/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document-builder.h"

G_BEGIN_DECLS

gsize galley_front_matter_measure (const char *text);
void
galley_front_matter_read (const char *text, gsize length_bytes, GalleyDocumentBuilder *builder);

G_END_DECLS

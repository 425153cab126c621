/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document-builder.h"

G_BEGIN_DECLS

gboolean galley_credit_line_read (const char *line, GalleyDocumentBuilder *builder);

G_END_DECLS

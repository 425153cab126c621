/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-xml.h"

G_BEGIN_DECLS

gunichar galley_docx_symbol_find (const char *font, guint code);
gunichar galley_docx_symbol_read (const GalleyXmlElement *element);

G_END_DECLS

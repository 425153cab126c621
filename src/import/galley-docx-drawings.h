/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-docx-package.h"

G_BEGIN_DECLS

char *galley_docx_drawing_dup_words (GalleyDocxPackage *package, const char *part)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

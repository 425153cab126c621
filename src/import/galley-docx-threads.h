/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-docx-package.h"
#include "galley-office-notes.h"

G_BEGIN_DECLS

gboolean
galley_docx_threads_read (GalleyDocxPackage *package, GalleyOfficeNotes *notes, GError **error);

G_END_DECLS

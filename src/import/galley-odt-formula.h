/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-formula.h"
#include "galley-xml.h"

G_BEGIN_DECLS

const char *
galley_odt_formula_enter (GalleyFormula *formula, guint tag, const GalleyXmlElement *element);
char *galley_odt_formula_dup_text (const char *utf8, gsize length_bytes) G_GNUC_WARN_UNUSED_RESULT;
char *galley_odt_formula_find_part (const GalleyXmlElement *element) G_GNUC_WARN_UNUSED_RESULT;
char *galley_odt_formula_read (GBytes *bytes, const char *label, GCancellable *cancellable)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

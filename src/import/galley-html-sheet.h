/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-raised.h"

G_BEGIN_DECLS

/**
 * GalleyHtmlSheet:
 *
 * What the style sheets of a page or a book say of how high the words of classes stand.
 */
typedef struct _GalleyHtmlSheet GalleyHtmlSheet;

GalleyHtmlSheet *galley_html_sheet_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_html_sheet_free (GalleyHtmlSheet *self);
void galley_html_sheet_add (GalleyHtmlSheet *self, const char *css, gsize length_bytes);
void galley_html_sheet_add_page (GalleyHtmlSheet *self, const char *markup, gsize length_bytes);
GalleyPosition galley_html_sheet_find (const GalleyHtmlSheet *self, const char *classes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyHtmlSheet, galley_html_sheet_free)

G_END_DECLS

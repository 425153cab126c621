/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-office-blocks.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyOfficeProperties:
 * @title: (nullable): what the document calls itself
 * @author: (nullable): who began it, else who wrote in it last
 * @language: (nullable): BCP 47
 *
 * What an office document states of itself. When it was made and changed is not among it: these are
 * dates of a file and not of an article.
 */
typedef struct
{
  char *title;
  char *author;
  char *language;
} GalleyOfficeProperties;

void galley_office_properties_clear (GalleyOfficeProperties *self);
gboolean galley_office_properties_read (GalleyOfficeProperties *self,
                                        GBytes *bytes,
                                        const char *label,
                                        GCancellable *cancellable,
                                        GError **error);
void galley_office_properties_apply (const GalleyOfficeProperties *self,
                                     GalleyDocumentBuilder *builder,
                                     GalleyOfficeBlocks *blocks,
                                     const char *style_language);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GalleyOfficeProperties, galley_office_properties_clear)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"
#include "galley-imported.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_IMPORTER (galley_importer_get_type ())
G_DECLARE_FINAL_TYPE (GalleyImporter, galley_importer, GALLEY, IMPORTER, GObject)

GalleyImporter *galley_importer_new (GalleyDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

void galley_importer_add_file (GalleyImporter *self, GFile *file, gboolean even_if_known);
void
galley_importer_add_address (GalleyImporter *self, const char *address, gboolean even_if_known);
void galley_importer_add_text (GalleyImporter *self, const char *text);
void galley_importer_add_markup (GalleyImporter *self, GBytes *html);
void galley_importer_cancel (GalleyImporter *self);

guint galley_importer_get_n_total (GalleyImporter *self);
guint galley_importer_get_n_done (GalleyImporter *self);

G_END_DECLS

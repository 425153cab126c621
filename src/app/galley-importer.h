/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"

G_BEGIN_DECLS

/**
 * GalleyImported:
 * @name: what was imported: a file's name, or what stands for pasted text
 * @file: (nullable): the file, or %NULL for pasted text
 * @article_id: (nullable): the article that it became, or that it had become before; %NULL if it
 *   could not be imported
 * @was_known: whether it had been imported before
 * @notices: (nullable): what the reader had to say about it
 * @error: (nullable): why it could not be imported
 *
 * What came of one input.
 */
typedef struct
{
  char *name;
  GFile *file;
  char *article_id;
  gboolean was_known;
  GStrv notices;
  GError *error;
} GalleyImported;

#define GALLEY_TYPE_IMPORTER (galley_importer_get_type ())
G_DECLARE_FINAL_TYPE (GalleyImporter, galley_importer, GALLEY, IMPORTER, GObject)

GalleyImporter *galley_importer_new (GalleyDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

void galley_importer_add_file (GalleyImporter *self, GFile *file, gboolean even_if_known);
void galley_importer_add_text (GalleyImporter *self, const char *text);
void galley_importer_cancel (GalleyImporter *self);

guint galley_importer_get_n_total (GalleyImporter *self);
guint galley_importer_get_n_done (GalleyImporter *self);

G_END_DECLS

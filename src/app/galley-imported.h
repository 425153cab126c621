/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_IMPORTED (galley_imported_get_type ())
G_DECLARE_FINAL_TYPE (GalleyImported, galley_imported, GALLEY, IMPORTED, GObject)

/**
 * GalleyImported:
 * @name: what was imported: a file's name, a web address, or what stands for pasted text
 * @uri: (nullable): where it came from, to import it again; %NULL for what was pasted
 * @sha256: (nullable): digest of what was read
 * @media_type: (nullable): what it was read as
 * @article_id: (nullable): the article that it became, or that it had become before; %NULL if it
 *   could not be imported
 * @was_known: whether it had been imported before
 * @notices: (nullable): what the reader had to say about it
 * @error: (nullable): why it could not be imported
 *
 * What came of one input. Who makes it fills it in; for everybody else fields are read-only.
 */
struct _GalleyImported
{
  GObject parent_instance;

  char *name;
  char *uri;
  char *sha256;
  char *media_type;
  char *article_id;
  gboolean was_known;
  GStrv notices;
  GError *error;
};

GalleyImported *galley_imported_new (const char *name, const char *uri) G_GNUC_WARN_UNUSED_RESULT;

char *galley_imported_describe (GalleyImported *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

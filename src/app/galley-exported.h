/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_EXPORTED (galley_exported_get_type ())
G_DECLARE_FINAL_TYPE (GalleyExported, galley_exported, GALLEY, EXPORTED, GObject)

/**
 * GalleyExported:
 * @article: what goes out
 * @name: (nullable): the name of its file, once that is known
 * @is_written: whether the file is there, whole
 * @error: (nullable): why it is not; %NULL while it is not known, and if it was not tried
 *
 * What came of one article of several that were to be exported. Who makes it fills it in; for
 * everybody else fields are read-only.
 */
struct _GalleyExported
{
  GObject parent_instance;

  GalleyArticle *article;
  char *name;
  gboolean is_written;
  GError *error;
};

GalleyExported *galley_exported_new (GalleyArticle *article) G_GNUC_WARN_UNUSED_RESULT;

char *galley_exported_describe (GalleyExported *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-exported.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (GalleyExported, galley_exported, G_TYPE_OBJECT)

static void
galley_exported_finalize (GObject *object)
{
  GalleyExported *self = GALLEY_EXPORTED (object);

  g_object_unref (self->article);
  g_free (self->name);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (galley_exported_parent_class)->finalize (object);
}

static void
galley_exported_class_init (GalleyExportedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_exported_finalize;
}

static void
galley_exported_init (GalleyExported *self)
{
}

/**
 * galley_exported_new:
 * @article: what is to go out
 *
 * Returns: (transfer full): what will come of it
 */
GalleyExported *
galley_exported_new (GalleyArticle *article)
{
  GalleyExported *self = g_object_new (GALLEY_TYPE_EXPORTED, NULL);

  self->article = g_object_ref (article);

  return self;
}

/**
 * galley_exported_describe:
 *
 * Returns: (transfer full): what came of it: the name of the file, or why there is none
 */
char *
galley_exported_describe (GalleyExported *self)
{
  g_return_val_if_fail (GALLEY_IS_EXPORTED (self), NULL);

  if (self->is_written)
    return g_strdup (self->name);
  if (self->error != NULL)
    return g_strdup (self->error->message);

  /* Translators: an article that was to be exported. */
  return g_strdup (_ ("Not exported, since exporting ended before"));
}

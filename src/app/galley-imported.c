/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-imported.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (GalleyImported, galley_imported, G_TYPE_OBJECT)

static void
galley_imported_finalize (GObject *object)
{
  GalleyImported *self = GALLEY_IMPORTED (object);

  g_free (self->name);
  g_free (self->uri);
  g_free (self->sha256);
  g_free (self->media_type);
  g_free (self->article_id);
  g_strfreev (self->notices);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (galley_imported_parent_class)->finalize (object);
}

static void
galley_imported_class_init (GalleyImportedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_imported_finalize;
}

static void
galley_imported_init (GalleyImported *self)
{
}

/**
 * galley_imported_new:
 * @name: what it is called
 * @uri: (nullable): where it comes from
 *
 * Returns: (transfer full): what will come of an input
 */
GalleyImported *
galley_imported_new (const char *name, const char *uri)
{
  GalleyImported *self = g_object_new (GALLEY_TYPE_IMPORTED, NULL);

  self->name = g_strdup (name);
  self->uri = g_strdup (uri);

  return self;
}

/**
 * galley_imported_describe:
 *
 * Returns: (transfer full): what came of it, in a sentence or two
 */
char *
galley_imported_describe (GalleyImported *self)
{
  g_autofree char *notices = NULL;

  g_return_val_if_fail (GALLEY_IS_IMPORTED (self), NULL);

  if (self->error != NULL)
    return g_strdup (self->error->message);
  if (self->was_known)
    return g_strdup (_ ("In the library already"));
  if (self->notices == NULL || self->notices[0] == NULL)
    return g_strdup (_ ("Imported"));

  notices = g_strjoinv ("\n", self->notices);
  return g_strconcat (_ ("Imported"), "\n", notices, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-bibliography.h"
#include "galley-desk.h"

G_BEGIN_DECLS

/**
 * GalleyReferenceFate:
 * @GALLEY_REFERENCE_NEW: it can be entered in the log
 * @GALLEY_REFERENCE_KNOWN: the log has it already
 * @GALLEY_REFERENCE_REPEATED: the file has it more than once
 *
 * What becomes of an entry of a bibliography.
 */
typedef enum
{
  GALLEY_REFERENCE_NEW,
  GALLEY_REFERENCE_KNOWN,
  GALLEY_REFERENCE_REPEATED,
} GalleyReferenceFate;

/**
 * GalleyReferences:
 * @name: of the file, for people
 * @references: (element-type GalleyReference): its entries, in order
 * @fates: (element-type GalleyReferenceFate): what becomes of each
 * @n_new: how many can be entered
 *
 * A bibliography beside the source log.
 */
typedef struct
{
  char *name;
  GPtrArray *references;
  GArray *fates;
  guint n_new;
} GalleyReferences;

void galley_references_free (GalleyReferences *self);
GalleyAction *galley_references_make_action (const GalleyReferences *self)
    G_GNUC_WARN_UNUSED_RESULT;

void galley_references_load_async (GalleyDesk *desk,
                                   GFile *file,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GalleyReferences *galley_references_load_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

void galley_references_save_async (GalleyDesk *desk,
                                   GFile *file,
                                   GalleyBibliographyFormat format,
                                   GalleyBibliographyScope scope,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean galley_references_save_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyReferences, galley_references_free)

G_END_DECLS

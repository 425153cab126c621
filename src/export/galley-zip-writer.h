/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyZipPiece:
 * @bytes: some bytes
 * @size_bytes: how many
 *
 * A part of what a member holds.
 */
typedef struct
{
  const char *bytes;
  gsize size_bytes;
} GalleyZipPiece;

/**
 * GalleyZipWriter:
 *
 * A zip archive in the making, in memory. The same members in the same order give the same bytes,
 * wherever and whenever.
 */
typedef struct _GalleyZipWriter GalleyZipWriter;

GalleyZipWriter *galley_zip_writer_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_zip_writer_free (GalleyZipWriter *self);

void galley_zip_writer_store (GalleyZipWriter *self, const char *name, const char *text);
void galley_zip_writer_add (GalleyZipWriter *self,
                            const char *name,
                            const GalleyZipPiece *pieces,
                            guint n_pieces);
GBytes *galley_zip_writer_finish (GalleyZipWriter *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyZipWriter, galley_zip_writer_free)

G_END_DECLS

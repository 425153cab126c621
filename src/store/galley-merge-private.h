/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-library-private.h"
#include "galley-merge-result.h"
#include "galley-package-read.h"

G_BEGIN_DECLS

/* The steps of galley_library_merge_package(), each within its transaction. */
gboolean galley_merge_take_in (GalleyDb *db,
                               GalleyPackageFile *file,
                               GalleyPackageManifest *manifest,
                               GalleyMergeResult *result,
                               GError **error);
gboolean galley_merge_keep_new (GalleyDb *db, GalleyMergeResult *result, GError **error);
gboolean galley_merge_take_blobs (GalleyDb *db,
                                  GalleyPackageFile *file,
                                  GalleyPackageManifest *manifest,
                                  GError **error);
gboolean galley_merge_append (GalleyDb *db, gint64 *out_first_event, GError **error);
gboolean galley_merge_forget (GalleyDb *db, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-package-line.h"
#include "galley-package-manifest.h"

G_BEGIN_DECLS

/* Takes an event, whose texts are good until it returns. */
typedef gboolean (*GalleyPackageEventFunc) (const GalleyPackageLine *line,
                                            gpointer user_data,
                                            GError **error);

/* Takes a blob, whose digest is right. */
typedef gboolean (*GalleyPackageBlobFunc) (const char *sha256,
                                           GBytes *bytes,
                                           gpointer user_data,
                                           GError **error);

gboolean galley_package_read_journal (GalleyPackageFile *file,
                                      GalleyPackageManifest *manifest,
                                      GalleyPackageEventFunc func,
                                      gpointer user_data,
                                      GError **error);
gboolean galley_package_read_blobs (GalleyPackageFile *file,
                                    GalleyPackageManifest *manifest,
                                    GalleyPackageBlobFunc func,
                                    gpointer user_data,
                                    GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyPackageSink:
 *
 * A zip archive that is being written to a stream, member by member, in constant memory. The same
 * members in the same order give the same bytes, wherever and whenever.
 */
typedef struct _GalleyPackageSink GalleyPackageSink;

GalleyPackageSink *galley_package_sink_new (GOutputStream *stream, GCancellable *cancellable)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_package_sink_free (GalleyPackageSink *self);
gboolean galley_package_sink_begin (GalleyPackageSink *self, const char *name, GError **error);
gboolean galley_package_sink_write (GalleyPackageSink *self,
                                    gconstpointer data,
                                    gsize size_bytes,
                                    GError **error);
char *galley_package_sink_end (GalleyPackageSink *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_package_sink_finish (GalleyPackageSink *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyPackageSink, galley_package_sink_free)

/**
 * GalleyPackageFile:
 *
 * The zip archive of a package, whose members are read by name, a piece at a time. It is read
 * strictly: nothing but what galley_package_sink_finish() could have written is let through.
 * Nothing is ever unpacked to disk, so a member's name can lead nowhere.
 */
typedef struct _GalleyPackageFile GalleyPackageFile;

/* Takes a piece of a member. */
typedef gboolean (*GalleyPackageFunc) (const guint8 *piece,
                                       gsize size_bytes,
                                       gpointer user_data,
                                       GError **error);

GalleyPackageFile *galley_package_file_new (GBytes *bytes, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_package_file_free (GalleyPackageFile *self);
guint galley_package_file_get_n_members (GalleyPackageFile *self);
const char *galley_package_file_get_name (GalleyPackageFile *self, guint position);
gboolean galley_package_file_has (GalleyPackageFile *self, const char *name);
char *galley_package_file_unpack (GalleyPackageFile *self,
                                  const char *name,
                                  guint64 max_bytes,
                                  GalleyPackageFunc func,
                                  gpointer user_data,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *galley_package_file_read (GalleyPackageFile *self,
                                  const char *name,
                                  guint64 max_bytes,
                                  char **out_sha256,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyPackageFile, galley_package_file_free)

G_END_DECLS

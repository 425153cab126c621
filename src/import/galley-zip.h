/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyZip:
 *
 * A zip archive in memory, whose members are read by name into memory. Nothing is ever unpacked to
 * disk, so a member's name can lead nowhere. Where several members have the same name, the first
 * one in the archive counts and the others are not there.
 */
typedef struct _GalleyZip GalleyZip;

gboolean galley_zip_recognise (GBytes *bytes);
GalleyZip *galley_zip_open (GBytes *bytes, const char *label, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_zip_free (GalleyZip *self);
void galley_zip_set_max_total (GalleyZip *self, gsize max_bytes);

const char *const *galley_zip_get_names (GalleyZip *self);
const char *galley_zip_find (GalleyZip *self, const char *name);
char *galley_zip_resolve (const char *folder, const char *address) G_GNUC_WARN_UNUSED_RESULT;
GBytes *
galley_zip_read (GalleyZip *self, const char *name, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyZip, galley_zip_free)

G_END_DECLS

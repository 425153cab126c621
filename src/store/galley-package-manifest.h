/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-package-zip.h"

G_BEGIN_DECLS

#define GALLEY_PACKAGE_VERSION 1
#define GALLEY_PACKAGE_MANIFEST "manifest.json"
#define GALLEY_PACKAGE_JOURNAL "journal.jsonl"
#define GALLEY_PACKAGE_BLOBS "blobs/"

/* Query for the files that the events in @table name, each perhaps several times. */
#define GALLEY_PACKAGE_NAMED_BLOBS(table)                                                          \
  "SELECT v.value FROM " table " e, json_each (CASE"                                               \
  " WHEN e.kind = 'article.add' OR e.kind = 'article.draft' THEN json_array ("                     \
  "  e.body ->> '$.to.text', e.body ->> '$.to.structure', e.body ->> '$.to.original',"             \
  "  e.body ->> '$.from.text', e.body ->> '$.from.structure', e.body ->> '$.from.original')"       \
  " WHEN e.kind = 'source.add' OR e.kind = 'source.change' THEN json_array ("                      \
  "  e.body ->> '$.to.attachment', e.body ->> '$.from.attachment') ELSE '[]' END) v"               \
  " WHERE v.value IS NOT NULL"

/**
 * GalleyPackageGap:
 * @replica: UUID
 * @seq: number of an event that is not in the package, though the one after it is
 * @chain: its chain value
 *
 * Where events of a replica are left out.
 */
typedef struct
{
  char *replica;
  gint64 seq;
  char *chain;
} GalleyPackageGap;

/**
 * GalleyPackageManifest:
 * @application: what wrote the package, such as "Galley 0.1.0"
 * @articles: (element-type utf8): ids of the articles whose events are all there
 * @is_whole: whether all events of the library are
 * @gaps: (element-type GalleyPackageGap)
 * @digests: (element-type utf8 utf8): SHA-256 by the member's name
 *
 * What a package says of itself.
 */
typedef struct
{
  char *application;
  GPtrArray *articles;
  gboolean is_whole;
  GPtrArray *gaps;
  GHashTable *digests;
} GalleyPackageManifest;

GalleyPackageManifest *galley_package_manifest_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_package_manifest_free (GalleyPackageManifest *self);
void galley_package_manifest_add_gap (GalleyPackageManifest *self,
                                      const char *replica,
                                      gint64 seq,
                                      const char *chain);
char *galley_package_manifest_to_json (GalleyPackageManifest *self) G_GNUC_WARN_UNUSED_RESULT;
GalleyPackageManifest *galley_package_manifest_read (GalleyPackageFile *file, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyPackageManifest, galley_package_manifest_free)

G_END_DECLS

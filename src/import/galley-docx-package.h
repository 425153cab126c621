/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-zip.h"

G_BEGIN_DECLS

/**
 * GalleyDocxRelation:
 * @id: how the part refers to it
 * @type: the last word of its type: "hyperlink", "styles"
 * @target: the name of a member, or an address
 * @is_external: whether it is an address
 *
 * What a part of a package refers to.
 */
typedef struct
{
  char *id;
  char *type;
  char *target;
  gboolean is_external;
} GalleyDocxRelation;

/**
 * GalleyDocxPackage:
 * @zip: the archive
 * @label: what to call it in an error
 * @cancellable: (nullable): to be asked from time to time
 * @is_part: whether it stands within another document
 * @main_part: the name of the member that holds the text
 * @root_relations: (element-type GalleyDocxRelation): those of the package itself
 * @relations: (element-type GalleyDocxRelation): those of @main_part
 *
 * A Word document as a package of parts that refer to each other.
 */
typedef struct
{
  GalleyZip *zip;
  const char *label;
  GCancellable *cancellable;
  gboolean is_part;
  char *main_part;
  GPtrArray *root_relations;
  GPtrArray *relations;
} GalleyDocxPackage;

gboolean galley_docx_package_recognise (GBytes *bytes);
GalleyDocxPackage *galley_docx_package_open (GBytes *bytes,
                                             const char *label,
                                             gboolean is_part,
                                             GCancellable *cancellable,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_docx_package_free (GalleyDocxPackage *self);

GPtrArray *galley_docx_package_read_relations (GalleyDocxPackage *self,
                                               const char *part,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *galley_docx_package_find (GalleyDocxPackage *self, const char *type);
GBytes *galley_docx_package_read (GalleyDocxPackage *self, const char *part, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GHashTable *galley_docx_package_read_addresses (GalleyDocxPackage *self,
                                                const char *part,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDocxPackage, galley_docx_package_free)

G_END_DECLS

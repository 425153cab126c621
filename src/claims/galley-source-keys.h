/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-source.h"

G_BEGIN_DECLS

/**
 * GalleySourceKeys:
 *
 * By what sources are known again: their addresses, and their titles with who wrote them and when.
 */
typedef GHashTable GalleySourceKeys;

GalleySourceKeys *galley_source_keys_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_source_keys_free (GalleySourceKeys *self);
gboolean galley_source_keys_add (GalleySourceKeys *self, const GalleySourceFields *fields);

G_END_DECLS

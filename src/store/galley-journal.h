/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-db.h"
#include "galley-event.h"
#include "galley-kinds.h"

G_BEGIN_DECLS

/**
 * GalleyWriter:
 *
 * Appends the events of one step to the journal and folds each into the tables, within a
 * transaction that the caller begins and commits.
 */
typedef struct _GalleyWriter GalleyWriter;

GalleyWriter *galley_writer_new (GalleyDb *db,
                                 const char *replica,
                                 const char *actor,
                                 const char *verb,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_writer_free (GalleyWriter *self);

void galley_writer_set_target (GalleyWriter *self, const char *act, const char *target);
gboolean galley_writer_append (GalleyWriter *self,
                               const GalleyKind *kind,
                               const char *article,
                               const char *subject,
                               const char *to,
                               GError **error);
gboolean galley_writer_finish (GalleyWriter *self, GError **error);
const char *galley_writer_get_unit (GalleyWriter *self);
const char *galley_writer_get_article (GalleyWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyWriter, galley_writer_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"
#include "galley-export.h"
#include "galley-exported.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_BATCH (galley_batch_get_type ())
G_DECLARE_FINAL_TYPE (GalleyBatch, galley_batch, GALLEY, BATCH, GObject)

GalleyBatch *galley_batch_new (GalleyDesk *desk,
                               GPtrArray *articles,
                               GFile *folder,
                               const GalleyExportFormat *format,
                               const GalleyReportOptions *options) G_GNUC_WARN_UNUSED_RESULT;

GFile *galley_batch_get_folder (GalleyBatch *self);
GPtrArray *galley_batch_get_results (GalleyBatch *self);
guint galley_batch_get_n_done (GalleyBatch *self);
const GError *galley_batch_get_error (GalleyBatch *self);

void galley_batch_look_async (GalleyBatch *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean galley_batch_look_finish (GalleyBatch *self,
                                   GAsyncResult *result,
                                   guint *out_n_existing,
                                   GError **error);

void galley_batch_run_async (GalleyBatch *self,
                             gboolean may_replace,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean galley_batch_run_finish (GalleyBatch *self, GAsyncResult *result);

G_END_DECLS

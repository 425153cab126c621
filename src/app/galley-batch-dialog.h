/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-article-picker.h"
#include "galley-batch.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_BATCH_DIALOG (galley_batch_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GalleyBatchDialog, galley_batch_dialog, GALLEY, BATCH_DIALOG, AdwWindow)

GalleyBatchDialog *galley_batch_dialog_new (GtkWindow *parent, GalleyDesk *desk)
    G_GNUC_WARN_UNUSED_RESULT;

GalleyArticlePicker *galley_batch_dialog_get_picker (GalleyBatchDialog *self);
void galley_batch_dialog_export_to (GalleyBatchDialog *self, GFile *folder);

G_END_DECLS

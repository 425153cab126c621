/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-redraft.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_DRAFT_DIALOG (galley_draft_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GalleyDraftDialog, galley_draft_dialog, GALLEY, DRAFT_DIALOG, AdwWindow)

GalleyDraftDialog *galley_draft_dialog_new (GtkWindow *parent, GalleyCheck *check)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_draft_dialog_compare (GalleyDraftDialog *self, GalleyDocument *document);
void galley_draft_dialog_set_origin (GalleyDraftDialog *self, const char *uri);
const char *galley_draft_dialog_get_origin (GalleyDraftDialog *self);
void galley_draft_dialog_fail (GalleyDraftDialog *self, const char *sentence);
GCancellable *galley_draft_dialog_get_cancellable (GalleyDraftDialog *self);

G_END_DECLS

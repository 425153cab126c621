/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-references.h"
#include "galley-saver.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_REFERENCE_REPORT (galley_reference_report_get_type ())
G_DECLARE_FINAL_TYPE (GalleyReferenceReport,
                      galley_reference_report,
                      GALLEY,
                      REFERENCE_REPORT,
                      AdwWindow)

GalleyReferenceReport *
galley_reference_report_new (GtkWindow *parent, GalleySaver *saver, GalleyReferences *references);

G_END_DECLS

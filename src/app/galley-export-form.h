/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"
#include "galley-export.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_EXPORT_FORM (galley_export_form_get_type ())
G_DECLARE_FINAL_TYPE (GalleyExportForm, galley_export_form, GALLEY, EXPORT_FORM, AdwBin)

GtkWidget *galley_export_form_new_for_print (void) G_GNUC_WARN_UNUSED_RESULT;

void galley_export_form_offer_package (GalleyExportForm *self);
const GalleyExportFormat *galley_export_form_get_format (GalleyExportForm *self);
gboolean galley_export_form_has_layout (GalleyExportForm *self, GalleyLayout *out_layout);
void galley_export_form_get_options (GalleyExportForm *self, GalleyReportOptions *out_options);
void galley_export_form_load_sessions (GalleyExportForm *self,
                                       GalleyDesk *desk,
                                       const char *article_id,
                                       const char *session_id);
const char *galley_export_form_get_session_id (GalleyExportForm *self);
void galley_export_form_choose (GalleyExportForm *self, const char *nick, const char *format);
void galley_export_form_remember (GalleyExportForm *self);

G_END_DECLS

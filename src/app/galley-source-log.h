/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-log-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_SOURCE_LOG (galley_source_log_get_type ())
G_DECLARE_FINAL_TYPE (GalleySourceLog, galley_source_log, GALLEY, SOURCE_LOG, AdwWindow)

GalleySourceLog *galley_source_log_new (GtkWindow *parent, GalleyLogBook *log_book);
GalleyLogBook *galley_source_log_get_log_book (GalleySourceLog *self);
void galley_source_log_say (GalleySourceLog *self, const char *sentence);
void
galley_source_log_offer_undo (GalleySourceLog *self, GalleyOutcome *outcome, const char *sentence);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-bibliography.h"
#include "galley-source-log.h"

G_BEGIN_DECLS

/* Actions of the source log. */
void
galley_source_exchange_import (GtkWidget *widget, const char *action_name, GVariant *parameter);
void
galley_source_exchange_export (GtkWidget *widget, const char *action_name, GVariant *parameter);

void galley_source_exchange_load (GalleySourceLog *log, GFile *file);
void galley_source_exchange_save (GalleySourceLog *log, GFile *file, const char *target);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-office-text.h"

G_BEGIN_DECLS

/**
 * GalleyOfficeTables:
 *
 * The tables that are open. How many columns a table has is told between its beginning and its
 * first row.
 */
typedef struct _GalleyOfficeTables GalleyOfficeTables;

GalleyOfficeTables *galley_office_tables_new (GalleyOfficeText *text) G_GNUC_WARN_UNUSED_RESULT;
void galley_office_tables_free (GalleyOfficeTables *self);

void galley_office_tables_begin (GalleyOfficeTables *self);
void galley_office_tables_add_columns (GalleyOfficeTables *self, guint n_columns);
void galley_office_tables_begin_row (GalleyOfficeTables *self);
void galley_office_tables_end (GalleyOfficeTables *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyOfficeTables, galley_office_tables_free)

G_END_DECLS

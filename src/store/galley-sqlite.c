/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-sqlite.h"

GalleySqlite galley_sqlite;

#define ENTRY(name) GALLEY_LATE_ENTRY (galley_sqlite, name)

static const GalleyLateFunction functions[] = { GALLEY_SQLITE_FUNCTIONS (ENTRY) };

static GalleyLate late = GALLEY_LATE_INIT ("libsqlite3.so.0", functions);

/**
 * galley_sqlite_load:
 *
 * Loads SQLite unless it is loaded.
 */
void
galley_sqlite_load (void)
{
  galley_late_need (&late);
}

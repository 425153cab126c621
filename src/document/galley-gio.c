/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-gio.h"

static GalleyGio functions;

#define ENTRY(name) GALLEY_LATE_ENTRY (functions, name)

static const GalleyLateFunction entries[] = { GALLEY_GIO_FUNCTIONS (ENTRY) };

static GalleyLate late = GALLEY_LATE_INIT ("libgio-2.0.so.0", entries);

/**
 * galley_gio:
 *
 * Loads GIO unless it is loaded. Safe to call from any thread.
 *
 * Returns: its functions
 */
const GalleyGio *
galley_gio (void)
{
  galley_late_need (&late);
  return &functions;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-cmark.h"

GalleyCmark galley_cmark;

#define ENTRY(name) GALLEY_LATE_ENTRY (galley_cmark, name)

static const GalleyLateFunction functions[] = { GALLEY_CMARK_FUNCTIONS (ENTRY) };

static GalleyLate late = GALLEY_LATE_INIT ("libcmark.so." CMARK_VERSION_STRING, functions);

/**
 * galley_cmark_load:
 *
 * Loads cmark unless it is loaded.
 */
void
galley_cmark_load (void)
{
  galley_late_need (&late);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-icu.h"

#include <unicode/uvernum.h>

GalleyIcu galley_icu;

#define ENTRY(name) GALLEY_LATE_ENTRY (galley_icu, name)

static const GalleyLateFunction functions[] = { GALLEY_ICU_FUNCTIONS (ENTRY) };

static GalleyLate late =
    GALLEY_LATE_INIT ("libicuuc.so." G_STRINGIFY (U_ICU_VERSION_MAJOR_NUM), functions);

/**
 * galley_icu_load:
 *
 * Loads ICU unless it is loaded.
 */
void
galley_icu_load (void)
{
  galley_late_need (&late);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-ucsdet.h"

#include <unicode/uvernum.h>

GalleyUcsdet galley_ucsdet;

#define ENTRY(name) GALLEY_LATE_ENTRY (galley_ucsdet, name)

static const GalleyLateFunction functions[] = { GALLEY_UCSDET_FUNCTIONS (ENTRY) };

static GalleyLate late =
    GALLEY_LATE_INIT ("libicui18n.so." G_STRINGIFY (U_ICU_VERSION_MAJOR_NUM), functions);

/**
 * galley_ucsdet_load:
 *
 * Loads it unless it is loaded.
 */
void
galley_ucsdet_load (void)
{
  galley_late_need (&late);
}

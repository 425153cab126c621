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
 * Loads ICU unless it is loaded. Without it nothing can be done, as if it were missing when the
 * program starts.
 */
void
galley_icu_load (void)
{
  g_autoptr (GError) error = NULL;

  if (!galley_late_load (&late, &error))
    g_error ("%s", error->message);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-difference.h"

G_BEGIN_DECLS

/* Several kinds of difference at once. */
char *galley_difference_list_to_nicks (GalleyDifference differences) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_difference_list_from_nicks (const char *nicks, GalleyDifference *out_differences);
char *galley_difference_list_describe (GalleyDifference differences) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

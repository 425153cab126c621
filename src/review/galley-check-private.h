/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

G_BEGIN_DECLS

void galley_check_sort_claims (GalleyClaimList *standing,
                               GalleyClaimList *tray,
                               GPtrArray *changed,
                               GPtrArray *gone_ids);

G_END_DECLS

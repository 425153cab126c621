/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_QUERY_LIST (galley_query_list_get_type ())
G_DECLARE_FINAL_TYPE (GalleyQueryList, galley_query_list, GALLEY, QUERY_LIST, AdwBin)

void galley_query_list_set_claim (GalleyQueryList *self, GalleyClaim *claim);
void galley_query_list_set_read_only (GalleyQueryList *self, gboolean is_read_only);

G_END_DECLS

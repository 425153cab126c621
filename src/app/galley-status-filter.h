/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GalleyShown:
 *
 * What of an article is listed. The statuses come after the first, in the order in which they are
 * numbered.
 */
typedef enum
{
  GALLEY_SHOWN_ALL,
  GALLEY_SHOWN_PENDING,
  GALLEY_SHOWN_CONFIRMED,
  GALLEY_SHOWN_DISPUTED,
  GALLEY_SHOWN_UNMARKED,
  GALLEY_SHOWN_UNJUDGED, /* by the button of the one before, to a second reader */
} GalleyShown;
#define GALLEY_N_SHOWN (GALLEY_SHOWN_UNMARKED + 1)

#define GALLEY_TYPE_STATUS_FILTER (galley_status_filter_get_type ())
G_DECLARE_FINAL_TYPE (GalleyStatusFilter, galley_status_filter, GALLEY, STATUS_FILTER, AdwBin)

GalleyShown galley_status_filter_get_shown (GalleyStatusFilter *self);
guint galley_status_filter_get_statuses (GalleyStatusFilter *self);
void galley_status_filter_show_all (GalleyStatusFilter *self);
void galley_status_filter_set_blind (GalleyStatusFilter *self, gboolean is_blind);
void galley_status_filter_set_count (GalleyStatusFilter *self, GalleyShown shown, guint count);
void galley_status_filter_count_claims (GalleyStatusFilter *self, GalleyCheck *check);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-desk.h"

/* What people do by chance who read an article a second time, or sit together about it. */

#define MERGE_N_PEOPLE 3

extern const char *const merge_people[MERGE_N_PEOPLE];

guint merge_pick (guint n);
void merge_attempt (GalleyDesk *desk, GalleyAction *action);
void merge_start_reading (GalleyDesk *desk, GalleyCheck *check);
void merge_do_with_readings (GalleyDesk *desk, GalleyCheck *check);
void merge_sit_together (GalleyDesk *desk, GalleyCheck *check, const char *article);

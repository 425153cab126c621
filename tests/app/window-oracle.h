/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window-fixture.h"

char *window_oracle_collapse (const char *words);
char *window_oracle_get_words (GalleyCheck *check, GalleyRange range);
char *window_oracle_find_fault (GalleyWindow *window, GalleyCheck *kept);
char *window_oracle_compare (GalleyCheck *shown, GalleyCheck *kept);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "random-work.h"

/* See random-work.h: what somebody does in a window by keys, in its list and in its panel. */
void random_window_judge (RandomWork *f);
void random_window_work (RandomWork *f);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_TWINS_KEEPER (galley_twins_keeper_get_type ())
G_DECLARE_FINAL_TYPE (GalleyTwinsKeeper, galley_twins_keeper, GALLEY, TWINS_KEEPER, GObject)

GalleyTwinsKeeper *galley_twins_keeper_new (GalleyCheck *check) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-sign-off.h"

G_BEGIN_DECLS

char *galley_sign_off_words_describe (GPtrArray *sign_offs) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

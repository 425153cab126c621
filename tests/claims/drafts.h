/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document.h"

GalleyDocument *make_draft (const char *utf8) G_GNUC_WARN_UNUSED_RESULT;
GalleyDocument *make_marked_draft (const char *marked, GArray *ranges) G_GNUC_WARN_UNUSED_RESULT;

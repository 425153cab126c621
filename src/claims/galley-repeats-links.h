/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-mention.h"

G_BEGIN_DECLS

GPtrArray *galley_repeats_find_links (GalleyMentionReader *reader, GPtrArray *mentions)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-history-entry.h"

G_BEGIN_DECLS

GPtrArray *galley_history_digest_new (GPtrArray *entries, gint64 since_ms)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

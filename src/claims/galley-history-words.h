/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-history-entry.h"

G_BEGIN_DECLS

char *galley_history_words_describe_act (const GalleyHistoryFields *fields)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_history_words_describe_change (const GalleyHistoryFields *fields)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

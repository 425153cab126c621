/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *galley_claim_meanwhile_merge (const char *before, const char *theirs, const char *mine)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_claim_meanwhile_describe (const char *theirs, gboolean is_merged)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

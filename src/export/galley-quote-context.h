/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim.h"
#include "galley-text.h"

G_BEGIN_DECLS

/**
 * GalleyQuoteContext:
 * @start_bytes: where the words before a claim begin that are quoted with it
 * @end_bytes: where the words behind it end
 *
 * What is quoted of a text so that a claim is found by its words.
 */
typedef struct
{
  gsize start_bytes;
  gsize end_bytes;
} GalleyQuoteContext;

GArray *galley_quote_context_find_all (GalleyText *text, GPtrArray *claims)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

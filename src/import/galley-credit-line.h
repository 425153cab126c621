/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document-builder.h"

G_BEGIN_DECLS

/**
 * GalleyCredits:
 * @GALLEY_CREDITS_NONE: neither
 * @GALLEY_CREDITS_NAME: who wrote it
 * @GALLEY_CREDITS_DATE: when it appeared or was changed
 *
 * What a line says of an article.
 */
typedef enum
{
  GALLEY_CREDITS_NONE = 0,
  GALLEY_CREDITS_NAME = 1 << 0,
  GALLEY_CREDITS_DATE = 1 << 1,
} GalleyCredits;

gboolean galley_credit_line_split (const char *line, char **out_byline, char **out_date);
GalleyCredits galley_credit_line_read (const char *line, GalleyDocumentBuilder *builder);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-icu.h"

G_BEGIN_DECLS

typedef struct _GalleySuppressions GalleySuppressions;

GalleySuppressions *galley_suppressions_new (const char *locale);
void galley_suppressions_free (GalleySuppressions *self);
gboolean galley_suppressions_have (GalleySuppressions *self, const UChar *word, gint32 length);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyTemplateWords:
 * @claim: (nullable): stands for {claim}: the words of a claim
 * @source: (nullable): stands for {source}: the source that was used for it last
 * @date: (nullable): stands for {date}: the day
 * @name: (nullable): stands for {name}: who writes
 *
 * What the placeholders of a text stand for. The names of the placeholders are in settings on disk:
 * frozen.
 */
typedef struct
{
  const char *claim;
  const char *source;
  const char *date;
  const char *name;
} GalleyTemplateWords;

char *galley_template_fill (const char *text, const GalleyTemplateWords *words)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

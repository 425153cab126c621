/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyTable:
 * @name: a table that is a fold of the journal; each has a column "id"
 * @of_article: (nullable): condition that the rows of the article ?1 fulfil, as SQL; %NULL if none
 *   of them belongs to an article
 *
 * One of the tables that come of folding the journal, and of nothing else.
 */
typedef struct
{
  const char *name;
  const char *of_article;
} GalleyTable;

extern const GalleyTable galley_tables[];
extern const guint galley_n_tables;

G_END_DECLS

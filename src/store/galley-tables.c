/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-tables.h"

#define OF_CLAIM "claim IN (SELECT id FROM claim WHERE article = ?1)"
#define OF_ARTICLE "article = ?1"
#define OF_SESSION "session IN (SELECT id FROM session WHERE article = ?1)"

/* In an order in which they can be emptied: no row refers to one of a table above it. */
const GalleyTable galley_tables[] = {
  { "sign_off", OF_ARTICLE },
  { "reading_verdict", "reading IN (SELECT id FROM reading WHERE article = ?1)" },
  { "reading", OF_ARTICLE },
  { "decision", OF_SESSION },
  { "parking", OF_SESSION },
  { "point", OF_SESSION },
  { "attendance", OF_SESSION },
  { "sitting", OF_SESSION },
  { "session", OF_ARTICLE },
  { "rival", OF_CLAIM },
  { "evidence", OF_CLAIM },
  { "note", OF_CLAIM },
  { "query", OF_CLAIM },
  { "claim", OF_ARTICLE },
  { "dismissal", OF_ARTICLE },
  { "draft", OF_ARTICLE },
  { "article", "id = ?1" },
  { "unit", OF_ARTICLE },
  { "source", NULL },
  { "setting", NULL },
};

const guint galley_n_tables = G_N_ELEMENTS (galley_tables);

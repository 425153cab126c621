/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands for the authors that a list leaves out. */
#define GALLEY_NAME_OTHERS "et al."

/**
 * GalleyName:
 * @family: (nullable): a person's family name with what goes before it, as in “de la Fuente”
 * @given: (nullable): a person's given names
 * @suffix: (nullable): what goes after them, as in “Jr.”
 * @literal: (nullable): the whole name of an organisation, or of a person of whom nobody said which
 *   part of the name is which; the others are %NULL then
 *
 * The name of an author.
 *
 * In the source log all authors stand in one line: “Rubio, Marco; World Health Organization; King,
 * Martin Luther, Jr.”. A name with one comma or two is a person's; one without is kept whole, for a
 * guess at its parts would be wrong for every organisation.
 */
typedef struct
{
  char *family;
  char *given;
  char *suffix;
  char *literal;
} GalleyName;

void galley_name_free (GalleyName *self);
GPtrArray *galley_names_parse (const char *line) G_GNUC_WARN_UNUSED_RESULT;
void galley_names_append (GString *line, const GalleyName *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyName, galley_name_free)

G_END_DECLS

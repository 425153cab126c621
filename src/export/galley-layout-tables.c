/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-layout-tables.h"

#include "galley-figures-words.h"

/**
 * galley_layout_begin_row:
 * @name: what the row is about
 * @marks: of @name
 *
 * Begins a row of a table of figures; galley_copy_end() ends it.
 */
void
galley_layout_begin_row (GalleyCopy *copy, const char *name, GalleyCopyMarks marks)
{
  galley_copy_begin (copy, GALLEY_COPY_ROW);
  galley_copy_add (copy, GALLEY_COPY_CELL, GALLEY_COPY_ROW_NAME);
  galley_copy_add_text (copy, name, marks);
}

/**
 * galley_layout_add_figure:
 * @words: (transfer full): what stands in the next cell
 */
void
galley_layout_add_figure (GalleyCopy *copy, char *words)
{
  galley_copy_add (copy, GALLEY_COPY_CELL, GALLEY_COPY_FIGURE);
  galley_copy_add_text (copy, words, /* marks= */ 0);
  g_free (words);
}

/**
 * galley_layout_add_number:
 * @number: what stands in the next cell
 */
void
galley_layout_add_number (GalleyCopy *copy, guint64 number)
{
  galley_layout_add_figure (copy, galley_figures_words_format_number (number));
}

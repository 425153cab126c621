/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-flow.h"
#include "galley-office-notes.h"
#include "galley-office-style.h"

G_BEGIN_DECLS

/**
 * GalleyOfficeParagraph:
 * @kind: what its style says
 * @level: of a heading or an item, from 1; else 0
 * @marker: (nullable): what stands before it: "• ", "2. "
 *
 * A paragraph that ends.
 */
typedef struct
{
  GalleyOfficeKind kind;
  guint level;
  const char *marker;
} GalleyOfficeParagraph;

/**
 * GalleyOfficeBlocks:
 *
 * Makes the blocks of a document of the paragraphs and tables of an office document. A row of a
 * table is a block, its cells parted by bars; tables within a table are lines of its cells. A table
 * of one column only places its paragraphs on the page, which are blocks like all others.
 */
typedef struct _GalleyOfficeBlocks GalleyOfficeBlocks;

GalleyOfficeBlocks *galley_office_blocks_new (GalleyDocumentBuilder *builder)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_office_blocks_free (GalleyOfficeBlocks *self);

GalleyFlow *galley_office_blocks_get_flow (GalleyOfficeBlocks *self);
GalleyOfficeNotes *galley_office_blocks_get_notes (GalleyOfficeBlocks *self);
void galley_office_blocks_set_title (GalleyOfficeBlocks *self, const char *title);

void galley_office_blocks_add_words (GalleyOfficeBlocks *self,
                                     const char *utf8,
                                     gsize length_bytes,
                                     gboolean collapse,
                                     gboolean is_strong,
                                     GalleyPosition position);
void
galley_office_blocks_add_hidden (GalleyOfficeBlocks *self, const char *utf8, gsize length_bytes);
void galley_office_blocks_add_break (GalleyOfficeBlocks *self);
void galley_office_blocks_end_paragraph (GalleyOfficeBlocks *self,
                                         const GalleyOfficeParagraph *paragraph);
void galley_office_blocks_add_omission (GalleyOfficeBlocks *self, const char *words);
void galley_office_blocks_begin_table (GalleyOfficeBlocks *self, guint n_columns);
void galley_office_blocks_end_table (GalleyOfficeBlocks *self);
void galley_office_blocks_begin_row (GalleyOfficeBlocks *self);
void galley_office_blocks_end_row (GalleyOfficeBlocks *self);
void galley_office_blocks_begin_cell (GalleyOfficeBlocks *self);

void galley_office_blocks_finish (GalleyOfficeBlocks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyOfficeBlocks, galley_office_blocks_free)

G_END_DECLS

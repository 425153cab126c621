/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-escape.h"
#include "galley-html.h"
#include "galley-words.h"

#include <glib/gi18n-lib.h>

/*
 * The words of the article. Each span that claims cover is one <mark>, so claims may overlap in any
 * way: data-claims names all of them, the classes say how they stand. The place where a claim's
 * words begin has the id "words-N"; where they end, a badge leads to "claim-N" in the list.
 */

/* Which element the blocks written last are in. */
typedef enum
{
  CONTAINER_NONE,
  CONTAINER_LIST,
  CONTAINER_QUOTE,
  CONTAINER_TABLE,
} Container;

typedef struct
{
  Container container;
  guint depth;     /* of open lists */
  guint heading;   /* level of the heading written last */
  guint n_columns; /* of the open table */
} Place;

static void
append_range (GalleyHtml *self, GalleyRange range)
{
  GalleyText *text = galley_document_get_text (galley_report_get_document (self->report));
  gsize start_bytes = galley_text_to_bytes (text, range.start);
  gsize end_bytes = galley_text_to_bytes (text, range.end);

  galley_escape_html (self->out,
                      galley_text_peek_utf8 (text, /* out_length_bytes= */ NULL) + start_bytes,
                      end_bytes - start_bytes);
}

static GalleyStatus
get_status (GalleyHtml *self, guint claim)
{
  return galley_claim_get_status (
      g_ptr_array_index (galley_report_get_claims (self->report), claim));
}

static void
append_claim_names (GalleyHtml *self, const GalleySpan *span)
{
  g_string_append (self->out, " title=\"");
  for (guint i = 0; i < span->n_claims; i++)
    {
      g_string_append (self->out, i > 0 ? "; " : "");
      g_string_append (self->out, self->names[span->claims[i]]);
    }
  if (span->n_more > 0)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("; and %u more claim around them",
                                     "; and %u more claims around them", span->n_more),
                           span->n_more);

      galley_html_append_text (self, more);
    }
  g_string_append_c (self->out, '"');
}

static void
open_mark (GalleyHtml *self, const GalleySpan *span)
{
  g_string_append (self->out, "<mark class=\"");
  for (guint i = 0, n = 0; i < GALLEY_N_STATUSES; i++)
    if (span->statuses & (1u << i))
      g_string_append_printf (self->out, "%s%s", n++ > 0 ? " " : "", galley_status_to_nick (i));
  g_string_append (self->out, span->n_claims > 1 ? " several\"" : "\"");
  if (span->n_starting > 0)
    g_string_append_printf (self->out, " id=\"words-%u\"", span->starting[0] + 1);

  g_string_append (self->out, " data-claims=\"");
  for (guint i = 0; i < span->n_claims; i++)
    g_string_append_printf (self->out, "%s%u", i > 0 ? " " : "", span->claims[i] + 1);
  g_string_append_c (self->out, '"');
  append_claim_names (self, span);
  g_string_append_c (self->out, '>');

  /* Claims that begin at the same word need a target each, and an element has but one id. */
  for (guint i = 1; i < span->n_starting; i++)
    g_string_append_printf (self->out, "<span id=\"words-%u\"></span>", span->starting[i] + 1);
}

static void
append_badge (GalleyHtml *self, guint claim)
{
  GalleyStatus status = get_status (self, claim);

  g_string_append_printf (
      self->out, "<a class=\"badge %s\" href=\"#claim-%u\"%s aria-label=\"%s\">%s&#160;%u</a>",
      galley_status_to_nick (status), claim + 1, self->own_lang, self->names[claim],
      galley_words_get_symbol (status), claim + 1);
}

static void
append_span (GalleyHtml *self, const GalleySpan *span)
{
  g_autofree char *href = span->link != NULL ? galley_escape_href (span->link->target) : NULL;

  if (span->n_claims > 0)
    open_mark (self, span);
  if (href != NULL)
    {
      g_string_append (self->out, "<a href=\"");
      galley_html_append_text (self, href);
      g_string_append (self->out, "\">");
    }
  append_range (self, span->range);
  g_string_append (self->out, href != NULL ? "</a>" : "");
  g_string_append (self->out, span->n_claims > 0 ? "</mark>" : "");
  for (guint i = 0; i < span->n_ending; i++)
    append_badge (self, span->ending[i]);
}

/**
 * galley_html_append_piece:
 * @piece: the next piece
 *
 * Appends its words with their marks and badges.
 */
void
galley_html_append_piece (GalleyHtml *self, const GalleyPiece *piece)
{
  GalleySpan span;

  while (galley_spans_next (self->spans, piece->range, &span))
    append_span (self, &span);
}

static const GalleyBlock *
get_block (GalleyHtml *self, const GalleyPiece *piece)
{
  guint n_blocks;

  return galley_document_get_blocks (galley_report_get_document (self->report), &n_blocks) +
         piece->block;
}

/**
 * galley_html_begins_with_title:
 *
 * Returns: whether the first thing that is written is the article's own title
 */
gboolean
galley_html_begins_with_title (GalleyHtml *self)
{
  guint n_pieces;
  const GalleyPiece *pieces = galley_spans_get_pieces (self->spans, &n_pieces);

  return n_pieces > 0 && get_block (self, &pieces[0])->role == GALLEY_BLOCK_TITLE;
}

static Container
get_container (GalleyBlockRole role)
{
  switch (role)
    {
    case GALLEY_BLOCK_LIST_ITEM:
      return CONTAINER_LIST;
    case GALLEY_BLOCK_QUOTE:
      return CONTAINER_QUOTE;
    case GALLEY_BLOCK_TABLE_ROW:
      return CONTAINER_TABLE;
    default:
      return CONTAINER_NONE;
    }
}

static guint
count_cells (const GalleyPiece *pieces, guint n_pieces, guint first)
{
  guint n = 0;

  while (first + n < n_pieces && pieces[first + n].block == pieces[first].block)
    n++;

  return n;
}

/* Returns the cells in the longest row of the table that begins with piece @first. */
static guint
count_columns (GalleyHtml *self, guint first)
{
  guint n_pieces, n_columns = 0, n_cells;
  const GalleyPiece *pieces = galley_spans_get_pieces (self->spans, &n_pieces);

  for (guint i = first;
       i < n_pieces && get_block (self, &pieces[i])->role == GALLEY_BLOCK_TABLE_ROW; i += n_cells)
    {
      n_cells = count_cells (pieces, n_pieces, i);
      n_columns = MAX (n_columns, n_cells);
    }

  return n_columns;
}

static void
close_container (GalleyHtml *self, Place *place)
{
  switch (place->container)
    {
    case CONTAINER_LIST:
      for (; place->depth > 0; place->depth--)
        g_string_append (self->out, "</li>\n</ul>\n");
      break;
    case CONTAINER_QUOTE:
      g_string_append (self->out, "</blockquote>\n");
      break;
    case CONTAINER_TABLE:
      g_string_append (self->out, "</tbody>\n</table>\n</div>\n");
      break;
    case CONTAINER_NONE:
    default:
      break;
    }
  place->container = CONTAINER_NONE;
}

static void
enter_container (GalleyHtml *self, Place *place, Container container, guint first)
{
  if (place->container == container)
    return;

  close_container (self, place);
  place->container = container;
  if (container == CONTAINER_QUOTE)
    g_string_append (self->out, "<blockquote>\n");
  if (container == CONTAINER_TABLE)
    {
      place->n_columns = count_columns (self, first);
      g_string_append (self->out, "<div class=\"table\">\n<table>\n<tbody>\n");
    }
}

/* Leaves the item open: a deeper list goes into it. A list that starts too deep starts at the depth
 * that it can have. */
static void
append_item (GalleyHtml *self, Place *place, const GalleyPiece *piece, guint level)
{
  guint depth = CLAMP (level, 1, place->depth + 1);

  if (depth > place->depth)
    g_string_append (self->out, "\n<ul>\n" + (place->depth == 0));
  else
    {
      g_string_append (self->out, "</li>\n");
      for (; place->depth > depth; place->depth--)
        g_string_append (self->out, "</ul>\n</li>\n");
    }
  place->depth = depth;

  g_string_append (self->out, "<li dir=\"auto\">");
  galley_html_append_piece (self, piece);
}

static void
append_row (GalleyHtml *self, Place *place, const GalleyPiece *pieces, guint n_cells)
{
  g_string_append (self->out, "<tr>");
  for (guint i = 0; i < n_cells; i++)
    {
      guint n_columns = i + 1 == n_cells ? place->n_columns - i : 1;

      g_string_append (self->out, "<td dir=\"auto\"");
      if (n_columns > 1)
        g_string_append_printf (self->out, " colspan=\"%u\"", n_columns);
      g_string_append_c (self->out, '>');
      galley_html_append_piece (self, &pieces[i]);
      g_string_append (self->out, "</td>");
    }
  g_string_append (self->out, "</tr>\n");
}

static void
append_heading (GalleyHtml *self, Place *place, const GalleyPiece *piece, guint level)
{
  /* The title of the page has level 1, and no level may be skipped on the way down. */
  place->heading = CLAMP (level, 2, MIN (place->heading + 1, 6));
  g_string_append_printf (self->out, "<h%u dir=\"auto\">", place->heading);
  galley_html_append_piece (self, piece);
  g_string_append_printf (self->out, "</h%u>\n", place->heading);
}

static void
append_paragraph (GalleyHtml *self, const GalleyPiece *piece, const char *class_name)
{
  g_string_append (self->out, "<p");
  if (class_name != NULL)
    g_string_append_printf (self->out, " class=\"%s\"", class_name);
  g_string_append (self->out, " dir=\"auto\">");
  galley_html_append_piece (self, piece);
  g_string_append (self->out, "</p>\n");
}

static void
append_block (GalleyHtml *self, Place *place, const GalleyPiece *piece, guint n_cells)
{
  const GalleyBlock *block = get_block (self, piece);

  switch (block->role)
    {
    case GALLEY_BLOCK_TITLE:
      append_heading (self, place, piece, /* level= */ 2);
      break;
    case GALLEY_BLOCK_HEADING:
      append_heading (self, place, piece, block->level);
      break;
    case GALLEY_BLOCK_LIST_ITEM:
      append_item (self, place, piece, block->level);
      break;
    case GALLEY_BLOCK_TABLE_ROW:
      append_row (self, place, piece, n_cells);
      break;
    case GALLEY_BLOCK_LEAD:
    case GALLEY_BLOCK_ATTRIBUTION:
    case GALLEY_BLOCK_BOILERPLATE:
      append_paragraph (self, piece, galley_block_role_to_nick (block->role));
      break;
    case GALLEY_BLOCK_PARAGRAPH:
    case GALLEY_BLOCK_QUOTE:
    default:
      append_paragraph (self, piece, /* class_name= */ NULL);
    }
}

/**
 * galley_html_append_blocks:
 * @first_piece: index of the first piece that was not written yet
 *
 * Appends the rest of the article.
 */
void
galley_html_append_blocks (GalleyHtml *self, guint first_piece)
{
  guint n_pieces, n_cells;
  const GalleyPiece *pieces = galley_spans_get_pieces (self->spans, &n_pieces);
  Place place = { .heading = 1 };

  for (guint i = first_piece; i < n_pieces; i += n_cells)
    {
      n_cells = count_cells (pieces, n_pieces, i);
      enter_container (self, &place, get_container (get_block (self, &pieces[i])->role), i);
      append_block (self, &place, &pieces[i], n_cells);
    }
  close_container (self, &place);
}

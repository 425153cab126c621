/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-manuscript.h"

#include "galley-escape.h"
#include "galley-span.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The words of the article, each claim a comment, each correction a tracked change.
 *
 * Changes cannot overlap, claims can. Of corrections that overlap, those are tracked that leave the
 * most of them tracked, which are the ones that end first: so a correction of a number wins over
 * one of the whole sentence around it. The others stand in their comments, which say so. A
 * correction that changes nothing is not tracked either.
 *
 * LibreOffice loses a comment that begins in a table and ends behind it. Such a comment covers only
 * the words of its claim that are in the table.
 */

#define NONE G_MAXUINT

/* Whose name a comment has that nobody signed. */
#define NOBODY "Galley"

typedef struct
{
  GalleyManuscript *manuscript;
  GalleyReport *report;
  GalleySpans *spans;
  gboolean *is_tracked; /* by claim */
  guint *numbers;       /* by claim: that of its comment, once it has begun */
  guint n_comments;
  GArray *in_table;    /* (element-type guint), claims whose comments began in the open table */
  gboolean *has_ended; /* by claim */
  gboolean is_in_table;
  guint deleted;   /* the claim whose words are taken out here, or NONE */
  gboolean is_cut; /* whether that has to begin anew in the next paragraph */
} Article;

static GalleyClaim *
get_claim (Article *self, guint claim)
{
  return g_ptr_array_index (galley_report_get_claims (self->report), claim);
}

static const char *
get_author (GalleyClaim *claim)
{
  const char *checked_by = galley_claim_get_checked_by (claim);

  return checked_by != NULL && *checked_by != '\0' ? checked_by : NOBODY;
}

static gint64
get_time (Article *self, GalleyClaim *claim)
{
  gint64 checked_at = galley_claim_get_checked_at (claim);

  return checked_at != 0 ? checked_at : galley_report_get_options (self->report)->exported_at;
}

static gboolean
changes_words (Article *self, guint claim)
{
  const char *correction = galley_claim_get_correction (get_claim (self, claim));
  g_autofree char *quote = NULL;

  if (correction == NULL || !galley_spans_is_written (self->spans, claim))
    return FALSE;

  quote = galley_report_dup_claim_quote (self->report, claim);
  return !g_str_equal (correction, quote);
}

/* What ends first comes first; of two that end together, the shorter one. */
static int
compare_ends (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint *x = a, *y = b;
  GPtrArray *claims = user_data;
  GalleyRange first = galley_claim_get_range (g_ptr_array_index (claims, *x));
  GalleyRange second = galley_claim_get_range (g_ptr_array_index (claims, *y));

  if (first.end != second.end)
    return first.end < second.end ? -1 : 1;
  if (first.start != second.start)
    return first.start > second.start ? -1 : 1;
  return *x < *y ? -1 : 1;
}

static void
choose_tracked (Article *self)
{
  GPtrArray *claims = galley_report_get_claims (self->report);
  g_autoptr (GArray) corrected = g_array_new (FALSE, FALSE, sizeof (guint));
  guint end = 0;

  self->is_tracked = g_new0 (gboolean, claims->len + 1);
  for (guint i = 0; i < claims->len; i++)
    if (changes_words (self, i))
      g_array_append_val (corrected, i);
  g_array_sort_with_data (corrected, compare_ends, claims);

  for (guint i = 0; i < corrected->len; i++)
    {
      guint claim = g_array_index (corrected, guint, i);
      GalleyRange range = galley_claim_get_range (get_claim (self, claim));

      if (range.start < end)
        continue;
      self->is_tracked[claim] = TRUE;
      end = range.end;
    }
}

static void
begin_comment (Article *self, guint claim)
{
  GalleyClaim *object = get_claim (self, claim);
  g_autoptr (GPtrArray) lines = galley_manuscript_lines_new ();
  GalleyManuscriptComment comment = {
    .number = self->n_comments++,
    .author = get_author (object),
    .time = get_time (self, object),
    .is_resolved = galley_claim_get_status (object) == GALLEY_STATUS_CONFIRMED,
    .lines = lines,
  };

  galley_manuscript_lines_add_claim (lines, self->report, claim);
  if (!self->is_tracked[claim] && changes_words (self, claim))
    galley_manuscript_lines_add (lines, /* label= */ NULL,
                                 _ ("This correction is not tracked in the text, since another one "
                                    "changes some of the same words."));
  self->numbers[claim] = comment.number;
  if (self->is_in_table)
    g_array_append_val (self->in_table, claim);
  self->manuscript->begin_comment (self->manuscript, &comment);
}

static void
begin_deletion (Article *self)
{
  GalleyClaim *claim = get_claim (self, self->deleted);

  self->manuscript->begin_deletion (self->manuscript, get_author (claim), get_time (self, claim));
}

/* What is to stand there instead comes behind what is taken out. */
static void
end_correction (Article *self)
{
  GalleyClaim *claim = get_claim (self, self->deleted);
  const char *correction = galley_claim_get_correction (claim);

  self->manuscript->end_deletion (self->manuscript);
  if (*correction != '\0')
    self->manuscript->add_insertion (self->manuscript, get_author (claim), get_time (self, claim),
                                     correction);
  self->deleted = NONE;
}

static void
begin_claims (Article *self, const GalleySpan *span)
{
  guint deleted = NONE;

  for (guint i = 0; i < span->n_starting; i++)
    {
      begin_comment (self, span->starting[i]);
      if (self->is_tracked[span->starting[i]])
        deleted = span->starting[i];
    }
  if (deleted == NONE)
    return;

  self->deleted = deleted;
  begin_deletion (self);
}

static void
end_comment (Article *self, guint claim)
{
  if (!self->has_ended[claim])
    self->manuscript->end_comment (self->manuscript, self->numbers[claim]);
  self->has_ended[claim] = TRUE;
}

/* A comment covers also what is to stand there instead of its words. */
static void
end_claims (Article *self, const GalleySpan *span)
{
  for (guint i = 0; i < span->n_ending; i++)
    if (span->ending[i] == self->deleted)
      {
        end_correction (self);
        break;
      }
  for (guint i = 0; i < span->n_ending; i++)
    end_comment (self, span->ending[i]);
}

/* Sets the words of @range, which stay there as long as the report. */
static void
set_words (Article *self, GalleyRange range, GalleyManuscriptRun *run)
{
  GalleyText *text = galley_document_get_text (galley_report_get_document (self->report));
  gsize start_bytes = galley_text_to_bytes (text, range.start);

  run->text = galley_text_peek_utf8 (text, /* out_length_bytes= */ NULL) + start_bytes;
  run->length_bytes = galley_text_to_bytes (text, range.end) - start_bytes;
}

static void
add_words (Article *self, const GalleyPiece *piece)
{
  GalleySpan span;

  while (galley_spans_next (self->spans, piece->range, &span))
    {
      g_autofree char *href = span.link != NULL ? galley_escape_href (span.link->target) : NULL;
      GalleyManuscriptRun run = { .href = href };

      begin_claims (self, &span);
      set_words (self, span.range, &run);
      self->manuscript->add_run (self->manuscript, &run);
      end_claims (self, &span);
    }
}

static const GalleyBlock *
get_block (Article *self, const GalleyPiece *piece)
{
  guint n_blocks;

  return galley_document_get_blocks (galley_report_get_document (self->report), &n_blocks) +
         piece->block;
}

static GalleyManuscriptStyle
get_style (GalleyBlockRole role)
{
  switch (role)
    {
    case GALLEY_BLOCK_TITLE:
      return GALLEY_MANUSCRIPT_TITLE;
    case GALLEY_BLOCK_LEAD:
      return GALLEY_MANUSCRIPT_LEAD;
    case GALLEY_BLOCK_HEADING:
      return GALLEY_MANUSCRIPT_HEADING;
    case GALLEY_BLOCK_LIST_ITEM:
      return GALLEY_MANUSCRIPT_ITEM;
    case GALLEY_BLOCK_QUOTE:
      return GALLEY_MANUSCRIPT_QUOTE;
    case GALLEY_BLOCK_ATTRIBUTION:
      return GALLEY_MANUSCRIPT_ATTRIBUTION;
    case GALLEY_BLOCK_TABLE_ROW:
      return GALLEY_MANUSCRIPT_CELL;
    case GALLEY_BLOCK_BOILERPLATE:
      return GALLEY_MANUSCRIPT_BOILERPLATE;
    case GALLEY_BLOCK_PARAGRAPH:
    default:
      return GALLEY_MANUSCRIPT_BODY;
    }
}

static gboolean
has_level (GalleyManuscriptStyle style)
{
  return style == GALLEY_MANUSCRIPT_HEADING || style == GALLEY_MANUSCRIPT_ITEM;
}

static void
begin_paragraph (Article *self, const GalleyPiece *piece)
{
  const GalleyBlock *block = get_block (self, piece);
  GalleyManuscriptParagraph paragraph = { .style = get_style (block->role) };
  GalleyManuscriptRun words;

  set_words (self, piece->range, &words);
  paragraph.is_rtl = galley_manuscript_is_rtl (words.text, words.length_bytes);
  if (has_level (paragraph.style))
    paragraph.level = CLAMP (block->level, 1, GALLEY_MANUSCRIPT_MAX_LEVEL);
  self->manuscript->begin_paragraph (self->manuscript, &paragraph);
}

/* Whether the paragraph of @piece can become one with that of @next when words around its end are
 * taken out. */
static gboolean
can_join (Article *self, const GalleyPiece *piece, const GalleyPiece *next)
{
  GalleyBlockRole roles[] = { get_block (self, piece)->role, get_block (self, next)->role };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i] == GALLEY_BLOCK_TABLE_ROW || roles[i] == GALLEY_BLOCK_LIST_ITEM ||
        roles[i] == GALLEY_BLOCK_TITLE || roles[i] == GALLEY_BLOCK_HEADING)
      return FALSE;

  return TRUE;
}

/* A deletion that goes on in the next paragraph takes the end of this one with it, or is cut in
 * two where that would make one of a heading and what stands below it. */
static void
add_paragraph (Article *self, const GalleyPiece *piece, const GalleyPiece *next)
{
  begin_paragraph (self, piece);
  if (self->is_cut)
    begin_deletion (self);
  add_words (self, piece);
  self->is_cut = self->deleted != NONE && (next == NULL || !can_join (self, piece, next));
  if (self->is_cut)
    self->manuscript->end_deletion (self->manuscript);
  if (self->is_in_table && (next == NULL || get_block (self, next)->role != GALLEY_BLOCK_TABLE_ROW))
    for (guint i = 0; i < self->in_table->len; i++)
      end_comment (self, g_array_index (self->in_table, guint, i));
  self->manuscript->end_paragraph (self->manuscript);
}

static guint
count_cells (const GalleyPiece *pieces, guint n_pieces, guint first)
{
  guint n = 0;

  while (first + n < n_pieces && pieces[first + n].block == pieces[first].block)
    n++;

  return n;
}

static gboolean
is_row (Article *self, const GalleyPiece *pieces, guint n_pieces, guint at)
{
  return at < n_pieces && get_block (self, &pieces[at])->role == GALLEY_BLOCK_TABLE_ROW;
}

static guint
count_columns (Article *self, const GalleyPiece *pieces, guint n_pieces, guint first)
{
  guint n_columns = 0, n_cells;

  for (guint i = first; is_row (self, pieces, n_pieces, i); i += n_cells)
    {
      n_cells = count_cells (pieces, n_pieces, i);
      n_columns = MAX (n_columns, n_cells);
    }

  return n_columns;
}

/* The last cell of a row goes on to the end of the longest one. */
static void
add_row (Article *self, const GalleyPiece *pieces, guint n_cells, guint n_columns, gboolean is_last)
{
  self->manuscript->begin_row (self->manuscript);
  for (guint i = 0; i < n_cells; i++)
    {
      guint n_covered = i + 1 == n_cells ? n_columns - i : 1;

      self->manuscript->begin_cell (self->manuscript, n_covered);
      add_paragraph (self, &pieces[i], is_last && i + 1 == n_cells ? NULL : &pieces[i + 1]);
      self->manuscript->end_cell (self->manuscript, n_covered);
    }
  self->manuscript->end_row (self->manuscript);
}

/* Returns the index of the first piece behind the table. */
static guint
add_table (Article *self, const GalleyPiece *pieces, guint n_pieces, guint first)
{
  guint n_columns = count_columns (self, pieces, n_pieces, first), n_cells, i;

  self->is_in_table = TRUE;
  g_array_set_size (self->in_table, 0);
  self->manuscript->begin_table (self->manuscript, n_columns);
  for (i = first; is_row (self, pieces, n_pieces, i); i += n_cells)
    {
      n_cells = count_cells (pieces, n_pieces, i);
      add_row (self, &pieces[i], n_cells, n_columns, i + n_cells == n_pieces);
    }
  self->manuscript->end_table (self->manuscript);
  self->is_in_table = FALSE;

  return i;
}

/**
 * galley_manuscript_add_article:
 * @report: what is written
 *
 * Adds the blocks of the article, with their claims and corrections.
 */
void
galley_manuscript_add_article (GalleyManuscript *self, GalleyReport *report)
{
  g_autoptr (GalleySpans) spans = galley_spans_new (report, /* cut_cells= */ TRUE);
  Article article = { .manuscript = self, .report = report, .spans = spans, .deleted = NONE };
  guint n_pieces, n_claims = galley_report_get_claims (report)->len;
  const GalleyPiece *pieces = galley_spans_get_pieces (spans, &n_pieces);

  article.numbers = g_new0 (guint, n_claims + 1);
  article.has_ended = g_new0 (gboolean, n_claims + 1);
  article.in_table = g_array_new (FALSE, FALSE, sizeof (guint));
  choose_tracked (&article);
  for (guint i = 0; i < n_pieces;)
    {
      if (is_row (&article, pieces, n_pieces, i))
        {
          i = add_table (&article, pieces, n_pieces, i);
          continue;
        }
      add_paragraph (&article, &pieces[i], i + 1 < n_pieces ? &pieces[i + 1] : NULL);
      i++;
    }

  g_free (article.is_tracked);
  g_free (article.numbers);
  g_free (article.has_ended);
  g_array_unref (article.in_table);
}

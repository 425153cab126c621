/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-escape.h"
#include "galley-record-words.h"
#include "galley-span.h"
#include "galley-words.h"
#include "galley-writers.h"

#include <glib/gi18n-lib.h>

/*
 * CommonMark. The words of a claim stand between U+27E6 and U+27E7; the reference behind them says
 * how it stands and leads to its heading in the list of claims. Since claims are numbered in the
 * order in which they begin, the n-th opening bracket is that of the n-th written claim: it stays
 * clear which is which when claims overlap. Emphasis would not do, for CommonMark has none that may
 * overlap or end inside a word.
 */

#define OPENING "⟦"
#define CLOSING "⟧"

typedef struct
{
  GalleyReport *report;
  GalleySpans *spans;
  GString *out;
  guint heading; /* level of the heading written last */
  guint depth;   /* of the list item written last, 0 if something else was written since */
} Writer;

static void
append_inline (Writer *self, const char *utf8, const char *line_prefix)
{
  GalleyMarkdownPlace place = GALLEY_MARKDOWN_INLINE;

  galley_escape_markdown (self->out, utf8, /* length_bytes= */ -1, line_prefix, &place);
}

/* The words of the article, whose first line begins right after a marker. */
static void
append_block_text (Writer *self, const char *utf8, const char *line_prefix)
{
  GalleyMarkdownPlace place = GALLEY_MARKDOWN_LINE_START;

  galley_escape_markdown (self->out, utf8, /* length_bytes= */ -1, line_prefix, &place);
}

static char *
name_claim (guint position)
{
  /* Translators: the heading of a claim in the list; %u is its number. */
  return g_strdup_printf (_ ("Claim %u"), position + 1);
}

/* The address that renderers give to a heading: in lower case, without punctuation, with hyphens
 * for spaces. */
static char *
make_anchor (guint position)
{
  g_autofree char *name = name_claim (position);
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autoptr (GString) anchor = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        g_string_append_c (anchor, '-');
      else if (g_unichar_isalnum (c) || c == '-' || c == '_')
        g_string_append_unichar (anchor, c);
    }

  return g_uri_escape_string (anchor->str, /* reserved_chars_allowed= */ NULL,
                              /* allow_utf8= */ FALSE);
}

static void
append_reference (Writer *self, guint position)
{
  GalleyClaim *claim = g_ptr_array_index (galley_report_get_claims (self->report), position);
  g_autofree char *anchor = make_anchor (position);

  g_string_append_printf (self->out, CLOSING "[%s %u](#%s)",
                          galley_words_get_symbol (galley_claim_get_status (claim)), position + 1,
                          anchor);
}

static void
append_destination (Writer *self, const char *href)
{
  g_string_append (self->out, "](<");
  for (const char *p = href; *p != '\0'; p++)
    g_string_append_printf (self->out, *p == '&' ? "\\%c" : "%c", *p);
  g_string_append (self->out, ">)");
}

static void
append_span (Writer *self,
             const GalleySpan *span,
             const char *line_prefix,
             GalleyMarkdownPlace *place)
{
  GalleyText *text = galley_document_get_text (galley_report_get_document (self->report));
  g_autofree char *href = span->link != NULL ? galley_escape_href (span->link->target) : NULL;
  g_autofree char *words = galley_text_slice (text, span->range);

  for (guint i = 0; i < span->n_starting; i++)
    g_string_append (self->out, OPENING);
  g_string_append (self->out, href != NULL ? "[" : "");
  if (span->n_starting > 0 || href != NULL)
    *place = GALLEY_MARKDOWN_INLINE;

  galley_escape_markdown (self->out, words, /* length_bytes= */ -1, line_prefix, place);

  if (href != NULL)
    append_destination (self, href);
  for (guint i = 0; i < span->n_ending; i++)
    append_reference (self, span->ending[i]);
  if (span->n_ending > 0 || href != NULL)
    *place = GALLEY_MARKDOWN_INLINE;
}

static void
append_piece (Writer *self, const GalleyPiece *piece, const char *line_prefix)
{
  GalleyMarkdownPlace place = GALLEY_MARKDOWN_LINE_START;
  GalleySpan span;

  while (galley_spans_next (self->spans, piece->range, &span))
    append_span (self, &span, line_prefix, &place);
  g_string_append_c (self->out, '\n');
}

static void
append_heading (Writer *self, const GalleyPiece *piece, guint level)
{
  self->heading = CLAMP (level, 2, MIN (self->heading + 1, 6));
  for (guint i = 0; i < self->heading; i++)
    g_string_append_c (self->out, '#');
  g_string_append_c (self->out, ' ');
  append_piece (self, piece, /* line_prefix= */ NULL);
}

static void
append_item (Writer *self, const GalleyPiece *piece, guint level)
{
  g_autofree char *indent = NULL;

  self->depth = CLAMP (level, 1, self->depth + 1);
  indent = g_strnfill (2 * self->depth, ' ');
  g_string_append_printf (self->out, "%.*s- ", (int) (2 * self->depth - 2), indent);
  append_piece (self, piece, indent);
}

static void
append_block (Writer *self, const GalleyPiece *piece, const GalleyBlock *block)
{
  switch (block->role)
    {
    case GALLEY_BLOCK_TITLE:
      append_heading (self, piece, /* level= */ 2);
      break;
    case GALLEY_BLOCK_HEADING:
      append_heading (self, piece, block->level);
      break;
    case GALLEY_BLOCK_LIST_ITEM:
      append_item (self, piece, block->level);
      break;
    case GALLEY_BLOCK_QUOTE:
      g_string_append (self->out, "> ");
      append_piece (self, piece, "> ");
      break;
    case GALLEY_BLOCK_LEAD:
    case GALLEY_BLOCK_PARAGRAPH:
    case GALLEY_BLOCK_ATTRIBUTION:
    case GALLEY_BLOCK_TABLE_ROW:
    case GALLEY_BLOCK_BOILERPLATE:
    default:
      append_piece (self, piece, "");
    }
}

static void
append_article (Writer *self, const GalleyPiece *pieces, guint n_pieces, const GalleyBlock *blocks)
{
  for (guint i = 0; i < n_pieces; i++)
    {
      const GalleyBlock *block = &blocks[pieces[i].block];
      const GalleyBlock *last = i > 0 ? &blocks[pieces[i - 1].block] : NULL;

      if (block->role != GALLEY_BLOCK_LIST_ITEM)
        self->depth = 0;
      if (last != NULL && last->role == GALLEY_BLOCK_QUOTE && block->role == GALLEY_BLOCK_QUOTE)
        g_string_append (self->out, ">\n");
      else if (self->depth == 0)
        g_string_append_c (self->out, '\n');
      append_block (self, &pieces[i], block);
    }
}

static void
append_field (Writer *self, const char *label, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_string_append_printf (self->out, "- **%s:** ", label);
  append_inline (self, text, "  ");
  g_string_append_c (self->out, '\n');
}

static void
append_address (Writer *self, const char *address)
{
  g_autofree char *href = galley_escape_href (address);

  g_string_append (self->out, href != NULL ? "[" : "");
  append_inline (self, address, "    ");
  if (href != NULL)
    append_destination (self, href);
}

static void
append_facts (Writer *self)
{
  static const GalleyMetadataField fields[] = { GALLEY_METADATA_BYLINE, GALLEY_METADATA_PUBLICATION,
                                                GALLEY_METADATA_DATE };
  GalleyDocument *document = galley_report_get_document (self->report);
  const char *address = galley_document_get_metadata (document, GALLEY_METADATA_SOURCE_ADDRESS);
  g_autofree char *time =
      galley_words_format_time (galley_report_get_options (self->report)->exported_at);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    append_field (self, galley_words_get_field_label (fields[i]),
                  galley_document_get_metadata (document, fields[i]));
  if (address != NULL && *address != '\0')
    {
      g_string_append_printf (self->out, "- **%s:** ",
                              galley_words_get_field_label (GALLEY_METADATA_SOURCE_ADDRESS));
      append_address (self, address);
      g_string_append_c (self->out, '\n');
    }
  append_field (self, _ ("Exported"), time);
}

static void
append_summary (Writer *self)
{
  static const GalleyStatus order[] = { GALLEY_STATUS_CONFIRMED, GALLEY_STATUS_DISPUTED,
                                        GALLEY_STATUS_PENDING };
  g_autoptr (GPtrArray) clauses = galley_words_describe_state (self->report);
  g_autofree char *coverage = galley_words_format_coverage (self->report);

  g_string_append (self->out, "\n**");
  append_inline (self, _ ("Reviewed version"), /* line_prefix= */ NULL);
  g_string_append (self->out, "**\n\n");
  append_facts (self);

  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < clauses->len; i++)
    {
      append_block_text (self, g_ptr_array_index (clauses, i), /* line_prefix= */ NULL);
      g_string_append (self->out, i + 1 < clauses->len ? ". " : ".\n\n");
    }
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *count = galley_words_count_claims (
          order[i], galley_report_get_n_with_status (self->report, order[i]));

      g_string_append_printf (self->out, "- %s %s\n", galley_words_get_symbol (order[i]), count);
    }
  g_string_append_printf (self->out, "- %s\n\n", coverage);
  g_string_append_printf (
      self->out, "%s\n\n---\n",
      _ ("The brackets ⟦ and ⟧ enclose the words of each claim. The sign with its number behind "
         "them leads to what was found out about it."));
}

static void
append_correction (Writer *self, const char *quote, const char *correction)
{
  if (correction == NULL)
    return;

  g_string_append_printf (self->out, "- **%s:** ", _ ("Correction"));
  append_inline (self, quote, "  ");
  g_string_append (self->out, " → ");
  append_inline (self, *correction != '\0' ? correction : _ ("Strike these words"), "  ");
  g_string_append_c (self->out, '\n');
}

static void
append_evidence (Writer *self, GalleyEvidence *entry)
{
  g_autofree char *consulted = galley_words_format_time (entry->consulted_at);
  g_autofree char *description = galley_record_words_describe_source (entry);

  g_string_append_printf (self->out, "- **%s:** ", galley_stance_get_label (entry->stance));
  append_inline (self, entry->source->texts[GALLEY_SOURCE_TITLE], "  ");
  if (entry->locator != NULL && *entry->locator != '\0')
    {
      g_string_append (self->out, ", ");
      append_inline (self, entry->locator, "  ");
    }
  g_string_append_c (self->out, '\n');

  if (description != NULL)
    {
      g_string_append (self->out, "  - ");
      append_inline (self, description, "    ");
      g_string_append_c (self->out, '\n');
    }
  if (entry->source->texts[GALLEY_SOURCE_ADDRESS] != NULL)
    {
      g_string_append_printf (self->out, "  - **%s:** ", _ ("Address"));
      append_address (self, entry->source->texts[GALLEY_SOURCE_ADDRESS]);
      g_string_append_c (self->out, '\n');
    }
  if (entry->passage != NULL && *entry->passage != '\0')
    {
      g_string_append_printf (self->out, "  - **%s:** ", _ ("Passage"));
      append_inline (self, entry->passage, "    ");
      g_string_append_c (self->out, '\n');
    }
  if (consulted != NULL)
    g_string_append_printf (self->out, "  - **%s:** %s\n", _ ("Consulted"), consulted);
}

static void
append_place (Writer *self, guint position)
{
  g_autofree char *section = galley_report_dup_claim_section (self->report, position);
  gint block = galley_report_get_claim_block (self->report, position);

  append_field (self, _ ("Section"), section);
  if (block >= 0)
    g_string_append_printf (self->out, "- **%s:** %d\n", _ ("Paragraph"), block + 1);
  if (!galley_spans_is_written (self->spans, position))
    g_string_append_printf (self->out, "- %s\n",
                            _ ("Not part of the article; its words are left out above"));
}

static void
append_record (Writer *self, GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      GalleyFact *fact = g_ptr_array_index (facts, i);

      append_field (self, fact->label, fact->value);
    }
}

static void
append_claim (Writer *self, guint position)
{
  GalleyClaim *claim = g_ptr_array_index (galley_report_get_claims (self->report), position);
  GPtrArray *evidence = galley_claim_get_evidence (claim);
  GalleyStatus status = galley_claim_get_status (claim);
  g_autofree char *name = name_claim (position);
  g_autofree char *quote = galley_report_dup_claim_excerpt (self->report, position);
  g_autofree char *checked = galley_words_format_checked (claim);
  g_autofree char *count =
      galley_record_words_count_sources (galley_report_get_independence (self->report, position));
  g_autoptr (GPtrArray) facts = galley_record_words_list_facts (claim);
  g_autoptr (GPtrArray) queries = galley_record_words_list_queries (claim);

  g_string_append_printf (self->out, "\n### %s\n\n> ", name);
  append_block_text (self, quote, "> ");
  g_string_append_printf (self->out, "\n\n- **%s:** %s %s\n", _ ("Status"),
                          galley_words_get_symbol (status), galley_status_get_label (status));
  append_place (self, position);
  append_record (self, facts);
  append_field (self, _ ("Reason"), galley_reason_get_label (galley_claim_get_reason (claim)));
  append_correction (self, quote, galley_claim_get_correction (claim));
  append_field (self, _ ("Note"), galley_claim_get_note (claim));
  append_field (self, _ ("Sources"), count);
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    append_evidence (self, g_ptr_array_index (evidence, i));
  append_record (self, queries);
  append_field (self, galley_words_get_checked_label (status), checked);
}

static void
append_dismissals (Writer *self)
{
  GalleyText *text = galley_document_get_text (galley_report_get_document (self->report));
  GPtrArray *dismissals = galley_report_get_dismissals (self->report);

  if (dismissals->len > 0)
    g_string_append_printf (self->out, "\n## %s\n\n", _ ("Not Checked"));
  for (guint i = 0; i < dismissals->len; i++)
    {
      GalleyDismissal *dismissal = g_ptr_array_index (dismissals, i);
      g_autofree char *words = NULL;

      if (!galley_text_has_range (text, dismissal->range))
        continue;

      words = galley_text_slice (text, dismissal->range);
      append_field (self, galley_dismissal_kind_get_label (dismissal->kind), words);
    }
}

static void
append_all (Writer *self)
{
  guint n_blocks, n_pieces, first = 0;
  GalleyDocument *document = galley_report_get_document (self->report);
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);
  const GalleyPiece *pieces = galley_spans_get_pieces (self->spans, &n_pieces);
  guint n_claims = galley_report_get_claims (self->report)->len;

  g_string_append (self->out, "# ");
  if (n_pieces > 0 && blocks[pieces[0].block].role == GALLEY_BLOCK_TITLE)
    append_piece (self, &pieces[first++], /* line_prefix= */ NULL);
  else
    {
      append_block_text (self, galley_report_get_title (self->report), /* line_prefix= */ NULL);
      g_string_append_c (self->out, '\n');
    }

  append_summary (self);
  append_article (self, pieces + first, n_pieces - first, blocks);

  if (n_claims > 0)
    g_string_append_printf (self->out, "\n---\n\n## %s\n", _ ("Claims"));
  for (guint i = 0; i < n_claims; i++)
    append_claim (self, i);
  append_dismissals (self);
}

/**
 * galley_markdown_write:
 *
 * Returns: (transfer full): the reviewed article as CommonMark
 */
GString *
galley_markdown_write (GalleyReport *report)
{
  g_autoptr (GalleySpans) spans = galley_spans_new (report, /* cut_cells= */ FALSE);
  Writer writer = { .report = report, .spans = spans, .out = g_string_new (NULL), .heading = 1 };

  append_all (&writer);

  return writer.out;
}

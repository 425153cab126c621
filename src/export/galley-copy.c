/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-copy-builder.h"

#include "galley-direction.h"
#include "galley-escape.h"
#include "galley-when.h"
#include "galley-words.h"

#include <string.h>

/*
 * Three flat arrays: elements, their runs, and the spans of those runs that are words of the
 * article in their place. While a copy is being made they grow and move, so what points from one
 * into another is set when it is finished. All words are kept in one chunk.
 */
struct _GalleyCopy
{
  GalleyReport *report;
  GalleySpans *spans; /* (nullable) made when first needed; has the claims that begin and end */
  GStringChunk *words;

  GArray *elements;    /* (element-type GalleyCopyElement) */
  GArray *runs;        /* (element-type GalleyCopyRun) */
  GArray *run_spans;   /* (element-type GalleySpan) of those runs that have one, in their order */
  GArray *span_claims; /* (element-type guint) the claims that these name, in their order */
  GPtrArray *charts;   /* (element-type GalleyChart) that elements show */
  GArray *parts;       /* (element-type GalleyCopyPart) that have begun and not ended */
  gboolean is_finished;
};

/* What there is room for from the beginning, for each claim; most need less. Memory that nobody
 * touches costs nothing, whereas to move what was made so far costs as much as to make it. */
#define ELEMENTS_PER_CLAIM 32
#define RUNS_PER_CLAIM 32

/* Stands for a span until the copy is finished. */
static const GalleySpan some_span;

/**
 * galley_copy_new:
 * @report: what the words are about
 *
 * Returns: (transfer full): an empty copy
 */
GalleyCopy *
galley_copy_new (GalleyReport *report)
{
  GalleyCopy *self = g_new0 (GalleyCopy, 1);
  guint n_claims = galley_report_get_claims (report)->len;

  self->report = g_object_ref (report);
  self->words = g_string_chunk_new (/* size= */ 1 << 16);
  self->elements =
      g_array_sized_new (FALSE, FALSE, sizeof (GalleyCopyElement), n_claims * ELEMENTS_PER_CLAIM);
  self->runs = g_array_sized_new (FALSE, FALSE, sizeof (GalleyCopyRun), n_claims * RUNS_PER_CLAIM);
  self->run_spans = g_array_new (FALSE, FALSE, sizeof (GalleySpan));
  self->span_claims = g_array_new (FALSE, FALSE, sizeof (guint));
  self->parts = g_array_new (FALSE, FALSE, sizeof (GalleyCopyPart));
  self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_chart_unref);

  return self;
}

void
galley_copy_free (GalleyCopy *self)
{
  g_clear_pointer (&self->spans, galley_spans_free);
  g_string_chunk_free (self->words);
  g_array_unref (self->elements);
  g_array_unref (self->runs);
  g_array_unref (self->run_spans);
  g_array_unref (self->span_claims);
  g_array_unref (self->parts);
  g_ptr_array_unref (self->charts);
  g_object_unref (self->report);
  g_free (self);
}

static void
settle_spans (GalleyCopy *self)
{
  const GalleySpan *next = (const GalleySpan *) (gpointer) self->run_spans->data;
  const guint *claims = (const guint *) (gpointer) self->span_claims->data;

  for (guint i = 0; i < self->run_spans->len; i++)
    {
      GalleySpan *span = &g_array_index (self->run_spans, GalleySpan, i);

      span->claims = claims;
      /* Where no run has a claim there is not even a place to count from. */
      if (claims != NULL)
        claims += span->n_claims;
    }
  for (guint i = 0; i < self->runs->len; i++)
    if (g_array_index (self->runs, GalleyCopyRun, i).span != NULL)
      g_array_index (self->runs, GalleyCopyRun, i).span = next++;
}

/**
 * galley_copy_finish:
 *
 * Makes the copy what a writer may read. Every part has to be ended.
 */
void
galley_copy_finish (GalleyCopy *self)
{
  const GalleyCopyRun *next = (const GalleyCopyRun *) (gpointer) self->runs->data;

  g_return_if_fail (!self->is_finished && self->parts->len == 0);

  settle_spans (self);
  for (guint i = 0; i < self->elements->len; i++)
    {
      GalleyCopyElement *element = &g_array_index (self->elements, GalleyCopyElement, i);

      element->runs = next;
      next += element->n_runs;
    }
  self->is_finished = TRUE;
}

static GalleyCopyElement *
add_element (GalleyCopy *self, GalleyCopyKind kind, GalleyCopyRole role)
{
  GalleyCopyElement element = { .kind = kind, .role = role, .claim = -1, .block = -1 };

  g_assert (!self->is_finished);
  g_array_append_val (self->elements, element);
  return &g_array_index (self->elements, GalleyCopyElement, self->elements->len - 1);
}

static GalleyCopyElement *
begin (GalleyCopy *self, GalleyCopyPart part)
{
  GalleyCopyElement *element = add_element (self, GALLEY_COPY_BEGIN, GALLEY_COPY_PLAIN);

  element->part = part;
  g_array_append_val (self->parts, part);

  return element;
}

/**
 * galley_copy_begin:
 *
 * Begins a part that needs no more to be said about it.
 */
void
galley_copy_begin (GalleyCopy *self, GalleyCopyPart part)
{
  begin (self, part);
}

/**
 * galley_copy_begin_entry:
 * @target: what leads to it, or %GALLEY_COPY_NOWHERE
 * @number: number of the target
 * @claim: position of the claim that it is about, or -1
 *
 * Begins an entry.
 */
void
galley_copy_begin_entry (GalleyCopy *self, GalleyCopyTarget target, guint number, gint claim)
{
  GalleyCopyElement *element = begin (self, GALLEY_COPY_ENTRY);

  element->target = target;
  element->number = number;
  element->claim = claim;
}

/**
 * galley_copy_begin_table:
 * @n_columns: cells of its longest row
 *
 * Begins a table.
 */
void
galley_copy_begin_table (GalleyCopy *self, guint n_columns)
{
  begin (self, GALLEY_COPY_TABLE)->level = n_columns;
}

/**
 * galley_copy_end:
 *
 * Ends the part that began last.
 */
void
galley_copy_end (GalleyCopy *self)
{
  g_return_if_fail (self->parts->len > 0);

  add_element (self, GALLEY_COPY_END, GALLEY_COPY_PLAIN)->part =
      g_array_index (self->parts, GalleyCopyPart, self->parts->len - 1);
  g_array_set_size (self->parts, self->parts->len - 1);
}

/**
 * galley_copy_add:
 * @kind: of an element that needs no more to be said about it
 *
 * Adds an element without words.
 */
void
galley_copy_add (GalleyCopy *self, GalleyCopyKind kind, GalleyCopyRole role)
{
  add_element (self, kind, role);
}

/**
 * galley_copy_add_heading:
 * @level: from 2
 *
 * Adds a heading without words.
 */
void
galley_copy_add_heading (GalleyCopy *self, guint level)
{
  add_element (self, GALLEY_COPY_HEADING, GALLEY_COPY_PLAIN)->level = level;
}

/**
 * galley_copy_add_item:
 * @level: its depth, from 1
 *
 * Adds an item of a list without words.
 */
void
galley_copy_add_item (GalleyCopy *self, guint level, GalleyCopyRole role)
{
  add_element (self, GALLEY_COPY_ITEM, role)->level = level;
}

/**
 * galley_copy_add_fact:
 * @label: what it is about
 * @nick: likewise, as one lower-case word that never changes; borrowed for good
 *
 * Adds a fact of which nothing is said yet.
 */
void
galley_copy_add_fact (GalleyCopy *self, const char *label, const char *nick)
{
  GalleyCopyElement *element = add_element (self, GALLEY_COPY_FACT, GALLEY_COPY_PLAIN);

  element->label = g_string_chunk_insert_const (self->words, label);
  element->nick = nick;
}

/**
 * galley_copy_add_chart:
 * @chart: what it shows
 *
 * Adds a chart, which the table of its numbers has to follow.
 */
void
galley_copy_add_chart (GalleyCopy *self, GalleyChart *chart)
{
  add_element (self, GALLEY_COPY_CHART, GALLEY_COPY_PLAIN)->chart = chart;
  g_ptr_array_add (self->charts, galley_chart_ref (chart));
}

/**
 * galley_copy_set_label:
 * @label: what it is about
 *
 * Says what the element added last is about.
 */
void
galley_copy_set_label (GalleyCopy *self, const char *label)
{
  g_return_if_fail (self->elements->len > 0);

  g_array_index (self->elements, GalleyCopyElement, self->elements->len - 1).label =
      g_string_chunk_insert_const (self->words, label);
}

/**
 * galley_copy_set_block:
 * @block: index of a block of the document
 *
 * Says which block of the article the element added last is.
 */
void
galley_copy_set_block (GalleyCopy *self, guint block)
{
  g_return_if_fail (self->elements->len > 0);

  g_array_index (self->elements, GalleyCopyElement, self->elements->len - 1).block = (gint) block;
}

/* Adds @run with the given words to the element added last, unless there is nothing to it. */
static void
add_run (GalleyCopy *self, const GalleyCopyRun *run, const char *utf8, gsize length_bytes)
{
  GalleyCopyRun copy = *run;
  GalleyCopyElement *element;
  const char *mark = "";
  g_autofree char *marked = NULL;

  g_assert (!self->is_finished && self->elements->len > 0);
  if (length_bytes == 0 && run->span == NULL)
    return;

  element = &g_array_index (self->elements, GalleyCopyElement, self->elements->len - 1);
  if (element->n_runs > 0)
    mark = galley_direction_find_mark (
        &g_array_index (self->runs, GalleyCopyRun, self->runs->len - 1), run);
  if (*mark != '\0')
    marked = g_strdup_printf ("%s%.*s", mark, (int) length_bytes, utf8);
  copy.length_bytes = length_bytes + strlen (mark);
  copy.text = g_string_chunk_insert_len (self->words, marked != NULL ? marked : utf8,
                                         (gssize) copy.length_bytes);
  g_array_append_val (self->runs, copy);
  element->n_runs++;
}

/**
 * galley_copy_add_text:
 * @utf8: (nullable): words; none add nothing
 *
 * Adds words.
 */
void
galley_copy_add_text (GalleyCopy *self, const char *utf8, GalleyCopyMarks marks)
{
  GalleyCopyRun run = { .marks = marks, .status = -1 };

  if (utf8 != NULL)
    add_run (self, &run, utf8, strlen (utf8));
}

static void
add_range (GalleyCopy *self, GalleyRange range, const GalleyCopyRun *run)
{
  GalleyText *text = galley_document_get_text (galley_report_get_document (self->report));
  gsize start_bytes = galley_text_to_bytes (text, range.start);
  gsize end_bytes = galley_text_to_bytes (text, range.end);
  const char *utf8 = galley_text_peek_utf8 (text, /* out_length_bytes= */ NULL);

  /* A line end that is cut in two goes where its end is. */
  if (end_bytes > start_bytes && utf8[end_bytes - 1] == '\r' && utf8[end_bytes] == '\n')
    end_bytes--;
  add_run (self, run, utf8 + start_bytes, end_bytes - start_bytes);
}

/**
 * galley_copy_add_range:
 * @range: words of the article
 *
 * Adds words of the article that do not stand in their place.
 */
void
galley_copy_add_range (GalleyCopy *self, GalleyRange range, GalleyCopyMarks marks)
{
  GalleyCopyRun run = { .marks = marks | GALLEY_COPY_OF_ARTICLE, .status = -1 };

  add_range (self, range, &run);
}

/* Keeps @address as it may be linked, if it may. */
static const char *
keep_href (GalleyCopy *self, const char *address)
{
  g_autofree char *href = galley_escape_href (address);

  return href != NULL ? g_string_chunk_insert (self->words, href) : NULL;
}

/**
 * galley_copy_add_address:
 * @address: where something is
 *
 * Adds an address, in full, that leads to itself if it may.
 */
void
galley_copy_add_address (GalleyCopy *self, const char *address)
{
  GalleyCopyRun run = { .marks = GALLEY_COPY_FOREIGN, .status = -1 };

  run.href = keep_href (self, address);
  add_run (self, &run, address, strlen (address));
}

/**
 * galley_copy_add_time:
 * @time: milliseconds since 1970 UTC; 0 adds nothing
 *
 * Adds a time.
 */
void
galley_copy_add_time (GalleyCopy *self, gint64 time)
{
  g_autofree char *moment = galley_when_format (time);
  g_autofree char *iso = galley_words_format_time (time);
  GalleyCopyRun run = { .marks = GALLEY_COPY_TIME, .status = -1 };

  if (moment == NULL)
    return;
  run.iso = g_string_chunk_insert_const (self->words, iso);
  add_run (self, &run, moment, strlen (moment));
}

/**
 * galley_copy_add_reference:
 * @utf8: words
 * @target: what they lead to
 * @number: number of the target
 *
 * Adds words that lead to something in the copy.
 */
void
galley_copy_add_reference (GalleyCopy *self,
                           const char *utf8,
                           GalleyCopyMarks marks,
                           GalleyCopyTarget target,
                           guint number)
{
  GalleyCopyRun run = { .marks = marks, .target = target, .number = number, .status = -1 };

  add_run (self, &run, utf8, strlen (utf8));
}

/**
 * galley_copy_add_badge:
 * @claim: position of a claim
 *
 * Adds the sign that tells how the claim stands.
 */
void
galley_copy_add_badge (GalleyCopy *self, guint claim, GalleyCopyBadge badge)
{
  GalleyStatus status = galley_copy_get_status (self, claim);
  const char *symbol = galley_words_get_symbol (status);
  g_autofree char *numbered = g_strdup_printf ("%s\302\240%u", symbol, claim + 1);
  GalleyCopyRun run = { .marks = GALLEY_COPY_BADGE, .number = claim + 1, .status = (gint) status };

  if (badge == GALLEY_COPY_REFERENCE)
    run.target = GALLEY_COPY_CLAIM;
  symbol = badge == GALLEY_COPY_SIGN ? symbol : numbered;
  add_run (self, &run, symbol, strlen (symbol));
}

/**
 * galley_copy_add_status:
 * @utf8: words
 * @status: the status that they tell
 *
 * Adds words, or the sign alone, that tell how some claims stand.
 */
void
galley_copy_add_status (GalleyCopy *self,
                        const char *utf8,
                        GalleyCopyMarks marks,
                        GalleyStatus status)
{
  GalleyCopyRun run = { .marks = marks, .status = (gint) status };

  add_run (self, &run, utf8, strlen (utf8));
}

/**
 * galley_copy_get_spans:
 *
 * Returns: (transfer none): the words of the article, cut at its claims and cells; they can be
 *   walked once
 */
GalleySpans *
galley_copy_get_spans (GalleyCopy *self)
{
  if (self->spans == NULL)
    self->spans = galley_spans_new (self->report, /* cut_cells= */ TRUE);

  return self->spans;
}

static void
add_span (GalleyCopy *self, const GalleySpan *span)
{
  GalleyCopyRun run = { .marks = GALLEY_COPY_OF_ARTICLE, .status = -1, .span = &some_span };

  if (span->link != NULL)
    run.href = keep_href (self, span->link->target);
  add_range (self, span->range, &run);
  g_array_append_val (self->run_spans, *span);
  g_array_append_vals (self->span_claims, span->claims, span->n_claims);
  for (guint i = 0; i < span->n_ending; i++)
    galley_copy_add_badge (self, span->ending[i], GALLEY_COPY_REFERENCE);
}

/**
 * galley_copy_add_piece:
 * @piece: the next one of galley_copy_get_spans(), or one behind that
 *
 * Adds words of the article in their place, with a badge behind each claim.
 */
void
galley_copy_add_piece (GalleyCopy *self, const GalleyPiece *piece)
{
  GalleySpan span;

  while (galley_spans_next (galley_copy_get_spans (self), piece->range, &span))
    add_span (self, &span);
}

/**
 * galley_copy_say:
 * @kind: what the element is
 * @role: what it is for
 * @utf8: (nullable): its words, the program's own; none add nothing
 *
 * Adds an element with its words.
 */
void
galley_copy_say (GalleyCopy *self, GalleyCopyKind kind, GalleyCopyRole role, const char *utf8)
{
  if (utf8 == NULL || *utf8 == '\0')
    return;

  add_element (self, kind, role);
  galley_copy_add_text (self, utf8, /* marks= */ 0);
}

/**
 * galley_copy_say_fact:
 * @label: what it is about
 * @nick: likewise, as one lower-case word that never changes; borrowed for good
 * @utf8: (nullable): what somebody said about it; nothing adds nothing
 *
 * Adds a fact.
 */
void
galley_copy_say_fact (GalleyCopy *self, const char *label, const char *nick, const char *utf8)
{
  if (utf8 == NULL || *utf8 == '\0')
    return;

  galley_copy_add_fact (self, label, nick);
  galley_copy_add_text (self, utf8, GALLEY_COPY_FOREIGN);
}

/**
 * galley_copy_get_report:
 *
 * Returns: (transfer none): what it was made of
 */
GalleyReport *
galley_copy_get_report (GalleyCopy *self)
{
  return self->report;
}

/**
 * galley_copy_get_elements:
 * @out_n_elements: (out): how many there are
 *
 * Returns: (transfer none) (array length=out_n_elements): what a finished copy is made of
 */
const GalleyCopyElement *
galley_copy_get_elements (GalleyCopy *self, guint *out_n_elements)
{
  g_return_val_if_fail (self->is_finished, NULL);

  *out_n_elements = self->elements->len;
  return (const GalleyCopyElement *) (gpointer) self->elements->data;
}

/**
 * galley_copy_get_status:
 * @claim: position of a claim
 *
 * Returns: how the claim stands
 */
GalleyStatus
galley_copy_get_status (GalleyCopy *self, guint claim)
{
  return galley_claim_get_status (
      g_ptr_array_index (galley_report_get_claims (self->report), claim));
}

/**
 * galley_copy_dup_text:
 *
 * Returns: (transfer full): the words of an element without anything that sets them apart
 */
char *
galley_copy_dup_text (const GalleyCopyElement *element)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < element->n_runs; i++)
    g_string_append_len (text, element->runs[i].text, (gssize) element->runs[i].length_bytes);

  return g_string_free (text, FALSE);
}

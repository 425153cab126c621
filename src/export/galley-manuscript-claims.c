/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-manuscript.h"

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

/* What stands close to the word before it. */
#define CLOSERS ".,;:!?…)]”’»"

/* Whose name a comment has that nobody signed. */
#define NOBODY "Galley"

struct _GalleyManuscriptClaims
{
  GalleyManuscript *manuscript;
  GalleyCopy *copy;
  GalleyReport *report;
  const GalleyCopyElement *elements;
  const GalleyBlock *blocks;
  gboolean *is_written; /* by claim */
  gboolean *is_tracked; /* by claim */
  gboolean *has_ended;  /* by claim */
  guint *numbers;       /* by claim: that of its comment, once it has begun */
  guint *entries;       /* by claim: the index of its entry */
  guint n_comments;
  GArray *in_table; /* (element-type guint), claims whose comments began in the open table */
  gboolean is_in_table;
  guint deleted;   /* the claim whose words are taken out here, or NONE */
  gboolean is_cut; /* whether that has to begin anew in the next paragraph */
};

typedef GalleyManuscriptClaims Claims;

static GalleyClaim *
get_claim (Claims *self, guint claim)
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
get_time (Claims *self, GalleyClaim *claim)
{
  gint64 checked_at = galley_claim_get_checked_at (claim);

  return checked_at != 0 ? checked_at : galley_report_get_options (self->report)->exported_at;
}

static gboolean
changes_words (Claims *self, guint claim)
{
  const char *correction = galley_claim_get_correction (get_claim (self, claim));
  g_autofree char *quote = NULL;

  if (correction == NULL || !self->is_written[claim])
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
find_places (Claims *self, guint n_elements)
{
  for (guint i = 0; i < n_elements; i++)
    {
      const GalleyCopyElement *element = &self->elements[i];

      if (element->kind == GALLEY_COPY_BEGIN && element->target == GALLEY_COPY_CLAIM)
        self->entries[element->claim] = i;
      for (guint j = 0; element->block >= 0 && j < element->n_runs; j++)
        {
          const GalleySpan *span = element->runs[j].span;

          for (guint k = 0; span != NULL && k < span->n_starting; k++)
            self->is_written[span->starting[k]] = TRUE;
        }
    }
}

static void
choose_tracked (Claims *self)
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

/* Says that a correction stands in its comment only. */
static const GalleyCopyElement *
get_remark (void)
{
  static GalleyCopyRun run = { .status = -1 };
  static GalleyCopyElement element = { .kind = GALLEY_COPY_PARAGRAPH, .runs = &run, .n_runs = 1 };
  static gsize initialized;

  if (g_once_init_enter (&initialized))
    {
      run.text = _ ("This correction is not tracked in the text, since another one changes some of "
                    "the same words.");
      run.length_bytes = strlen (run.text);
      g_once_init_leave (&initialized, 1);
    }

  return &element;
}

/* A comment stands at the words, so it need not say which they are and where. */
static gboolean
is_said_by_place (const GalleyCopyElement *element)
{
  return element->role == GALLEY_COPY_WORDS || element->role == GALLEY_COPY_PLACE;
}

/* Returns (transfer container) (element-type GalleyCopyElement) what the entry of @claim says. */
static GPtrArray *
list_lines (Claims *self, guint claim)
{
  GPtrArray *lines = g_ptr_array_new ();
  const GalleyCopyElement *element = &self->elements[self->entries[claim]];

  g_assert (element->kind == GALLEY_COPY_BEGIN);
  for (element++; element->kind != GALLEY_COPY_END || element->part != GALLEY_COPY_ENTRY; element++)
    if (element->kind != GALLEY_COPY_BEGIN && element->kind != GALLEY_COPY_END &&
        !is_said_by_place (element))
      g_ptr_array_add (lines, (gpointer) element);
  if (!self->is_tracked[claim] && changes_words (self, claim))
    g_ptr_array_add (lines, (gpointer) get_remark ());

  return lines;
}

static void
begin_comment (Claims *self, guint claim)
{
  GalleyClaim *object = get_claim (self, claim);
  g_autoptr (GPtrArray) lines = list_lines (self, claim);
  GalleyManuscriptComment comment = {
    .number = self->n_comments++,
    .author = get_author (object),
    .time = get_time (self, object),
    .is_resolved = galley_claim_get_status (object) == GALLEY_STATUS_CONFIRMED,
    .lines = lines,
  };

  self->numbers[claim] = comment.number;
  if (self->is_in_table)
    g_array_append_val (self->in_table, claim);
  self->manuscript->begin_comment (self->manuscript, &comment);
}

static void
begin_deletion (Claims *self)
{
  GalleyClaim *claim = get_claim (self, self->deleted);

  self->manuscript->begin_deletion (self->manuscript, get_author (claim), get_time (self, claim));
}

/* What is to stand there instead comes behind what is taken out. */
static void
end_correction (Claims *self)
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
begin_claims (Claims *self, const GalleySpan *span)
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
end_comment (Claims *self, guint claim)
{
  if (!self->has_ended[claim])
    self->manuscript->end_comment (self->manuscript, self->numbers[claim]);
  self->has_ended[claim] = TRUE;
}

/* A comment covers also what is to stand there instead of its words. */
static void
end_claims (Claims *self, const GalleySpan *span)
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

static GalleyBlockRole
get_role (Claims *self, const GalleyCopyElement *element)
{
  return self->blocks[element->block].role;
}

static gunichar
get_char (Claims *self, guint at)
{
  GalleyText *text = galley_document_get_text (galley_report_get_document (self->report));
  gsize length_bytes;
  const char *utf8 = galley_text_peek_utf8 (text, &length_bytes);
  gsize at_bytes = galley_text_to_bytes (text, at);

  return at_bytes < length_bytes ? g_utf8_get_char (utf8 + at_bytes) : 0;
}

/* Whether the space in front of the words of @claim would be one too many without them: they are
 * struck, and behind them is another one, or what stands close to the word before it. */
static gboolean
takes_space (Claims *self, guint claim)
{
  GalleyClaim *object = get_claim (self, claim);
  GalleyRange range = galley_claim_get_range (object);
  gunichar next = get_char (self, range.end);

  return self->is_tracked[claim] && *galley_claim_get_correction (object) == '\0' &&
         !g_unichar_isspace (get_char (self, range.start)) &&
         (next == 0 || g_unichar_isspace (next) ||
          g_utf8_strchr (CLOSERS, /* len= */ -1, next) != NULL);
}

/* The claim that begins with the next words of the article and takes the space before it, or NONE.
 */
static guint
find_space_taker (Claims *self, const GalleyCopyElement *element, guint at)
{
  for (guint i = at + 1; i < element->n_runs; i++)
    {
      const GalleySpan *span = element->runs[i].span;

      for (guint j = 0; span != NULL && j < span->n_starting; j++)
        if (takes_space (self, span->starting[j]))
          return span->starting[j];
      if (span != NULL)
        break;
    }

  return NONE;
}

/* Adds words, of which the space at their end may go with what is struck behind it. */
static void
add_words (Claims *self, GalleyCopyRun *run, guint taker)
{
  if (taker == NONE || self->deleted != NONE || run->length_bytes < 2 ||
      run->text[run->length_bytes - 1] != ' ')
    {
      self->manuscript->add_run (self->manuscript, run);
      return;
    }

  run->length_bytes--;
  self->manuscript->add_run (self->manuscript, run);
  run->text += run->length_bytes;
  run->length_bytes = 1;
  self->deleted = taker;
  begin_deletion (self);
  self->manuscript->add_run (self->manuscript, run);
  self->manuscript->end_deletion (self->manuscript);
  self->deleted = NONE;
}

/* The badge behind a claim, and the line under its words, are for those who have no comments. */
static void
add_runs (Claims *self, const GalleyCopyElement *element)
{
  static const GalleySpan uncovered;

  for (guint i = 0; i < element->n_runs; i++)
    {
      GalleyCopyRun run = element->runs[i];
      const GalleySpan *span = run.span;

      if (span == NULL)
        continue;
      begin_claims (self, span);
      run.span = &uncovered;
      add_words (self, &run, find_space_taker (self, element, i));
      end_claims (self, span);
    }
}

/* Whether the paragraph of @element can become one with that of @next when words around its end are
 * taken out. */
static gboolean
can_join (Claims *self, const GalleyCopyElement *element, const GalleyCopyElement *next)
{
  GalleyBlockRole roles[] = { get_role (self, element), get_role (self, next) };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i] == GALLEY_BLOCK_TABLE_ROW || roles[i] == GALLEY_BLOCK_LIST_ITEM ||
        roles[i] == GALLEY_BLOCK_TITLE || roles[i] == GALLEY_BLOCK_HEADING)
      return FALSE;

  return TRUE;
}

/**
 * galley_manuscript_claims_new:
 * @copy: what is written; its claims have entries
 *
 * Returns: (transfer full): nothing begun
 */
GalleyManuscriptClaims *
galley_manuscript_claims_new (GalleyManuscript *manuscript, GalleyCopy *copy)
{
  Claims *self = g_new0 (Claims, 1);
  GalleyReport *report = galley_copy_get_report (copy);
  guint n_claims = galley_report_get_claims (report)->len, n_elements, n_blocks;

  self->manuscript = manuscript;
  self->copy = copy;
  self->report = report;
  self->elements = galley_copy_get_elements (copy, &n_elements);
  self->blocks = galley_document_get_blocks (galley_report_get_document (report), &n_blocks);
  self->deleted = NONE;
  self->is_written = g_new0 (gboolean, n_claims + 1);
  self->has_ended = g_new0 (gboolean, n_claims + 1);
  self->numbers = g_new0 (guint, n_claims + 1);
  self->entries = g_new0 (guint, n_claims + 1);
  self->in_table = g_array_new (FALSE, FALSE, sizeof (guint));
  find_places (self, n_elements);
  choose_tracked (self);

  return self;
}

void
galley_manuscript_claims_free (GalleyManuscriptClaims *self)
{
  g_free (self->is_written);
  g_free (self->is_tracked);
  g_free (self->has_ended);
  g_free (self->numbers);
  g_free (self->entries);
  g_array_unref (self->in_table);
  g_free (self);
}

/**
 * galley_manuscript_claims_is_written:
 * @claim: position of a claim
 *
 * Returns: whether the copy has any of its words in their place, and so the claim has a comment
 */
gboolean
galley_manuscript_claims_is_written (GalleyManuscriptClaims *self, guint claim)
{
  return self->is_written[claim];
}

/**
 * galley_manuscript_claims_begin_table:
 *
 * Says that the elements that follow are cells.
 */
void
galley_manuscript_claims_begin_table (GalleyManuscriptClaims *self)
{
  self->is_in_table = TRUE;
  g_array_set_size (self->in_table, 0);
}

void
galley_manuscript_claims_end_table (GalleyManuscriptClaims *self)
{
  self->is_in_table = FALSE;
}

/**
 * galley_manuscript_claims_add:
 * @element: of the article, whose paragraph has begun
 * @next: (nullable): the next one; %NULL if it is the last
 *
 * Adds the words with their claims. A deletion that goes on in the next paragraph takes the end of
 * this one with it, or is cut in two where that would make one of a heading and what stands below
 * it.
 */
void
galley_manuscript_claims_add (GalleyManuscriptClaims *self,
                              const GalleyCopyElement *element,
                              const GalleyCopyElement *next)
{
  if (self->is_cut)
    begin_deletion (self);
  add_runs (self, element);
  self->is_cut = self->deleted != NONE && (next == NULL || !can_join (self, element, next));
  if (self->is_cut)
    self->manuscript->end_deletion (self->manuscript);
  if (self->is_in_table && (next == NULL || get_role (self, next) != GALLEY_BLOCK_TABLE_ROW))
    for (guint i = 0; i < self->in_table->len; i++)
      end_comment (self, g_array_index (self->in_table, guint, i));
}

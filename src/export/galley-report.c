/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-report-private.h"

#include "galley-excerpt.h"
#include "galley-mask.h"
#include "galley-speakers.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GalleyReport, galley_report, G_TYPE_OBJECT)

static void
galley_report_finalize (GObject *object)
{
  GalleyReport *self = GALLEY_REPORT (object);

  g_object_unref (self->article);
  g_free (self->title);
  g_object_unref (self->document);
  g_ptr_array_unref (self->claims);
  g_array_unref (self->independence);
  g_ptr_array_unref (self->unnamed);
  g_ptr_array_unref (self->dismissals);
  g_clear_pointer (&self->journal, g_ptr_array_unref);
  g_clear_pointer (&self->sign_offs, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->waiting_independence, g_array_unref);
  g_clear_pointer (&self->session, galley_session_unref);
  g_clear_pointer (&self->figures, galley_figures_unref);
  g_clear_pointer (&self->comparison, galley_comparison_unref);
  g_free (self->sections);
  g_free ((char *) self->options.publisher_name);
  g_free ((char *) self->options.publisher_address);
  g_free ((char *) self->options.page_address);
  g_free ((char *) self->options.call_source);

  G_OBJECT_CLASS (galley_report_parent_class)->finalize (object);
}

static void
galley_report_class_init (GalleyReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_report_finalize;
}

static void
galley_report_init (GalleyReport *self)
{
  self->claims = g_ptr_array_new_with_free_func (g_object_unref);
  self->independence = g_array_new (FALSE, FALSE, sizeof (GalleyIndependence));
  self->unnamed = g_ptr_array_new_with_free_func (galley_speakers_clear_source);
  self->dismissals = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_dismissal_unref);
}

/* The archive copy is made to keep who said what; what leaves the desk must not tell it, whatever
 * is asked for. */
gboolean
galley_report_names_confidential (GalleyReport *self)
{
  return self->options.layout == GALLEY_LAYOUT_ARCHIVE ||
         (self->options.show_confidential && galley_layout_may_name_sources (self->options.layout));
}

/* What nobody has decided about goes out as open, with who says what in the place of a reason. */
static char *
leave_open (GalleyClaimFields *fields)
{
  g_autofree char *says = galley_disagreement_describe (fields->disagreement);
  /* Translators: as in “Disagreement: Ana says confirmed, Ben says disputed”. */
  char *reason = g_strdup_printf (_ ("Disagreement: %s"), says);

  fields->status = GALLEY_STATUS_PENDING;
  fields->reason = reason;
  return reason;
}

/* Adds @claim, which nobody changes, as it may go out. Whether sources are independent of each
 * other, and whether one of them is the speaker, is found while it can be seen. */
static void
add_claim (GalleyReport *self, GalleyClaim *claim, GalleySpeakers *speakers)
{
  g_autoptr (GPtrArray) evidence = NULL, queries = NULL;
  g_autoptr (GalleySource) unnamed = NULL;
  g_autofree char *reason = NULL;
  GalleyIndependence counts;
  GalleyClaimFields fields;
  gboolean is_known;

  galley_claim_get_fields (claim, &fields);
  counts = galley_evidence_count_independent (fields.evidence);
  if (fields.disagreement != NULL)
    reason = leave_open (&fields);
  self->n_with_status[fields.status]++;
  unnamed = galley_speakers_find_unnamed (speakers, &fields, &is_known);
  if (!galley_report_names_confidential (self))
    {
      evidence = galley_mask_evidence (fields.evidence);
      queries = galley_mask_queries (fields.queries);
      fields.evidence = evidence;
      fields.queries = queries;
      if (unnamed != NULL && unnamed->terms == GALLEY_TERMS_CONFIDENTIAL)
        fields.speaker = is_known ? NULL : unnamed->texts[GALLEY_SOURCE_TITLE];
    }

  g_ptr_array_add (self->claims,
                   reason != NULL || evidence != NULL || queries != NULL || unnamed != NULL
                       ? galley_claim_new (galley_claim_get_id (claim), &fields)
                       : g_object_ref (claim));
  g_ptr_array_add (self->unnamed, g_steal_pointer (&unnamed));
  g_array_append_val (self->independence, counts);
}

static int
compare_dismissals (gconstpointer a, gconstpointer b)
{
  const GalleyDismissal *x = *(GalleyDismissal *const *) a, *y = *(GalleyDismissal *const *) b;

  if (x->range.start != y->range.start)
    return x->range.start < y->range.start ? -1 : 1;
  return g_strcmp0 (x->id, y->id);
}

static void
find_sections (GalleyReport *self)
{
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (self->document, &n_blocks);
  gint section = -1;

  self->sections = g_new (gint, MAX (n_blocks, 1));
  for (guint i = 0; i < n_blocks; i++)
    {
      if (blocks[i].role == GALLEY_BLOCK_HEADING)
        section = i;
      self->sections[i] = section;
    }
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const GalleyRange *x = a, *y = b;

  return (x->start > y->start) - (x->start < y->start);
}

/* Returns the ranges of all claims and dismissals, sorted by start. */
static GArray *
collect_covered (GalleyReport *self)
{
  GArray *covered = g_array_new (FALSE, FALSE, sizeof (GalleyRange));

  for (guint i = 0; i < self->claims->len; i++)
    {
      GalleyRange range = galley_claim_get_range (g_ptr_array_index (self->claims, i));

      g_array_append_val (covered, range);
    }
  for (guint i = 0; i < self->dismissals->len; i++)
    {
      GalleyDismissal *dismissal = g_ptr_array_index (self->dismissals, i);

      g_array_append_val (covered, dismissal->range);
    }
  g_array_sort (covered, compare_starts);

  return covered;
}

/* Counts letters and digits, as progress does everywhere. The text is walked once; @covered_to is
 * the largest end of what began so far. */
static void
measure_coverage (GalleyReport *self)
{
  GalleyText *text = galley_document_get_text (self->document);
  g_autoptr (GArray) covered = collect_covered (self);
  guint n_blocks, next = 0, covered_to = 0;
  const GalleyBlock *blocks = galley_document_get_blocks (self->document, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      const char *p = galley_text_peek_utf8 (text, /* out_length_bytes= */ NULL) +
                      galley_text_to_bytes (text, blocks[i].range.start);

      if (!galley_block_role_is_checkable (blocks[i].role))
        continue;

      for (guint at = blocks[i].range.start; at < blocks[i].range.end; at++)
        {
          while (next < covered->len && g_array_index (covered, GalleyRange, next).start <= at)
            {
              covered_to = MAX (covered_to, g_array_index (covered, GalleyRange, next).end);
              next++;
            }
          if (g_unichar_isalnum (g_utf8_get_char (p)))
            {
              self->n_characters++;
              self->n_covered += at < covered_to;
            }
          p = g_utf8_next_char (p);
        }
    }
}

/**
 * galley_report_make_title:
 * @article: an article
 *
 * Returns: (transfer full): what a report of @article is headed by, even if it has no title
 */
char *
galley_report_make_title (GalleyArticle *article)
{
  const char *title = galley_article_get_title (article);
  g_autofree char *stripped = g_strstrip (g_strdup (title != NULL ? title : ""));

  return g_strdup (*stripped != '\0' ? stripped : _ ("Untitled article"));
}

static void
copy_options (GalleyReport *self, const GalleyReportOptions *options)
{
  self->options = *options;
  self->options.publisher_name = g_strdup (options->publisher_name);
  self->options.publisher_address = g_strdup (options->publisher_address);
  self->options.page_address = g_strdup (options->page_address);
  self->options.call_source = g_strdup (options->call_source);
}

/**
 * galley_report_new:
 * @article: the article
 * @document: its draft
 * @claims: the claims of the draft; copied
 * @dismissals: (nullable) (element-type GalleyDismissal): the dismissals, in any order
 * @options: (nullable): %NULL for what most people want
 *
 * Freezes the state of a check. Linear in the length of the text.
 *
 * Returns: (transfer full): the report, which never changes and may be used in any thread
 */
GalleyReport *
galley_report_new (GalleyArticle *article,
                   GalleyDocument *document,
                   GalleyClaimList *claims,
                   GPtrArray *dismissals,
                   const GalleyReportOptions *options)
{
  g_autoptr (GalleyReportParts) parts = NULL;

  g_return_val_if_fail (GALLEY_IS_ARTICLE (article) && GALLEY_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (GALLEY_IS_CLAIM_LIST (claims), NULL);

  parts = galley_report_parts_new (article, document, claims, dismissals);

  return galley_report_new_from_parts (parts, options);
}

/**
 * galley_report_new_from_parts:
 * @parts: the state of a check
 * @options: (nullable): %NULL for what most people want
 *
 * Makes a report of what was kept of a check, in any thread. Linear in the length of the text.
 *
 * Returns: (transfer full): the report
 */
GalleyReport *
galley_report_new_from_parts (GalleyReportParts *parts, const GalleyReportOptions *options)
{
  GalleyReport *self = g_object_new (GALLEY_TYPE_REPORT, NULL);
  g_autoptr (GalleySpeakers) speakers = galley_speakers_new (parts->claims, parts->document);

  self->article = g_object_ref (parts->article);
  self->title = galley_report_make_title (parts->article);
  self->document = g_object_ref (parts->document);
  if (options != NULL)
    copy_options (self, options);
  if (self->options.exported_at == 0)
    self->options.exported_at = g_get_real_time () / 1000;
  for (guint i = 0; i < parts->claims->len; i++)
    add_claim (self, g_ptr_array_index (parts->claims, i), speakers);
  for (guint i = 0; i < parts->dismissals->len; i++)
    g_ptr_array_add (self->dismissals,
                     galley_dismissal_ref (g_ptr_array_index (parts->dismissals, i)));
  g_ptr_array_sort (self->dismissals, compare_dismissals);

  find_sections (self);
  measure_coverage (self);

  return self;
}

/**
 * galley_report_get_article:
 *
 * Returns: (transfer none): a copy of the article, as it was
 */
GalleyArticle *
galley_report_get_article (GalleyReport *self)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self), NULL);

  return self->article;
}

/**
 * galley_report_get_document:
 *
 * Returns: (transfer none): the draft
 */
GalleyDocument *
galley_report_get_document (GalleyReport *self)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self), NULL);

  return self->document;
}

/**
 * galley_report_get_claims:
 *
 * Returns: (transfer none) (element-type GalleyClaim): all claims in the order of the text, also
 *   those whose words are left out of the export
 */
GPtrArray *
galley_report_get_claims (GalleyReport *self)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self), NULL);

  return self->claims;
}

/**
 * galley_report_get_dismissals:
 *
 * Returns: (transfer none) (element-type GalleyDismissal): the dismissals in the order of the text
 */
GPtrArray *
galley_report_get_dismissals (GalleyReport *self)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self), NULL);

  return self->dismissals;
}

/**
 * galley_report_get_independence:
 * @claim: position of a claim in the report
 *
 * Returns: how well the claim is supported, counted with sources that are masked here
 */
GalleyIndependence
galley_report_get_independence (GalleyReport *self, guint claim)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self) && claim < self->independence->len,
                        (GalleyIndependence){ 0 });

  return g_array_index (self->independence, GalleyIndependence, claim);
}

/**
 * galley_report_get_unnamed_speaker:
 * @claim: position of a claim in the report
 *
 * Returns: (transfer none) (nullable): what may be told of the source that said what the claim
 * says, where readers may not know its name; %NULL if the speaker may be named, or nobody noted who
 * it is
 */
GalleySource *
galley_report_get_unnamed_speaker (GalleyReport *self, guint claim)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self) && claim < self->unnamed->len, NULL);

  return g_ptr_array_index (self->unnamed, claim);
}

/**
 * galley_report_get_options:
 *
 * Returns: (transfer none): the options; the time of export is always set
 */
const GalleyReportOptions *
galley_report_get_options (GalleyReport *self)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self), NULL);

  return &self->options;
}

/**
 * galley_report_get_title:
 *
 * Returns: (transfer none): the article's title, or words that say that it has none; never empty
 */
const char *
galley_report_get_title (GalleyReport *self)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self), NULL);

  return self->title;
}

/**
 * galley_report_get_n_with_status:
 *
 * Returns: how many claims stand at @status
 */
guint
galley_report_get_n_with_status (GalleyReport *self, GalleyStatus status)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self), 0);
  g_return_val_if_fail ((guint) status < GALLEY_N_STATUSES, 0);

  return self->n_with_status[status];
}

/**
 * galley_report_get_coverage:
 * @out_n_characters: (out): letters and digits in blocks that are to be checked
 * @out_n_covered: (out): those of them that a claim or a dismissal covers
 */
void
galley_report_get_coverage (GalleyReport *self, guint *out_n_characters, guint *out_n_covered)
{
  g_return_if_fail (GALLEY_IS_REPORT (self));

  *out_n_characters = self->n_characters;
  *out_n_covered = self->n_covered;
}

/**
 * galley_report_includes_block:
 * @block: index of a block of the draft
 *
 * Returns: whether the words of the block are written
 */
gboolean
galley_report_includes_block (GalleyReport *self, guint block)
{
  guint n_blocks;
  const GalleyBlock *blocks;

  g_return_val_if_fail (GALLEY_IS_REPORT (self), FALSE);

  blocks = galley_document_get_blocks (self->document, &n_blocks);
  g_return_val_if_fail (block < n_blocks, FALSE);

  return self->options.include_boilerplate || self->options.layout == GALLEY_LAYOUT_ARCHIVE ||
         blocks[block].role != GALLEY_BLOCK_BOILERPLATE;
}

/**
 * galley_report_get_claim_block:
 * @claim: position of a claim
 *
 * Returns: the index of the block in which the claim begins, or -1 if that is between blocks
 */
gint
galley_report_get_claim_block (GalleyReport *self, guint claim)
{
  GalleyRange range;

  g_return_val_if_fail (GALLEY_IS_REPORT (self) && claim < self->claims->len, -1);

  range = galley_claim_get_range (g_ptr_array_index (self->claims, claim));
  return galley_document_find_block (self->document, range.start);
}

/* Where the claim stands in the text, as far as there is text. */
static GalleyRange
get_quoted_range (GalleyReport *self, guint claim)
{
  guint length = galley_text_get_length (galley_document_get_text (self->document));
  GalleyRange range = galley_claim_get_range (g_ptr_array_index (self->claims, claim));

  range.end = MIN (range.end, length);
  range.start = MIN (range.start, range.end);

  return range;
}

/**
 * galley_report_dup_claim_quote:
 * @claim: position of a claim
 *
 * Returns: (transfer full): the words of the claim
 */
char *
galley_report_dup_claim_quote (GalleyReport *self, guint claim)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self) && claim < self->claims->len, NULL);

  return galley_text_slice (galley_document_get_text (self->document),
                            get_quoted_range (self, claim));
}

/**
 * galley_report_dup_claim_excerpt:
 * @claim: position of a claim
 *
 * Returns: (transfer full): the words of the claim for a list of claims below the article: a very
 *   long one loses its middle, for it stands in full in the article, and many of them would make a
 *   list many times as long as that
 */
char *
galley_report_dup_claim_excerpt (GalleyReport *self, guint claim)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self) && claim < self->claims->len, NULL);

  return galley_excerpt_take (galley_document_get_text (self->document),
                              get_quoted_range (self, claim));
}

/**
 * galley_report_dup_claim_section:
 * @claim: position of a claim
 *
 * Returns: (transfer full) (nullable): the heading that the claim stands under
 */
char *
galley_report_dup_claim_section (GalleyReport *self, guint claim)
{
  gint block = galley_report_get_claim_block (self, claim);
  guint n_blocks;

  if (block < 0 || self->sections[block] < 0)
    return NULL;

  return galley_text_slice (
      galley_document_get_text (self->document),
      galley_document_get_blocks (self->document, &n_blocks)[self->sections[block]].range);
}

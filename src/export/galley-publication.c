/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-publication.h"

#include "galley-sentences.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Sorts claims into the sections of a publication, each into one. Claims of a section that stand in
 * the same sentence, or overlap, are told in one go. No word is given as confirmed that a disputed
 * or a pending claim covers, too, nor one that nobody marked.
 */

typedef struct
{
  GalleyReport *report;
  GPtrArray *claims; /* of the report */
  const GalleyBlock *blocks;
  guint n_blocks;
  GArray *sentences; /* (element-type GalleyRange) */
  GArray *doubts;    /* (element-type GalleyRange) words not to be given, disjoint and in order */
  GPtrArray **sections;
  guint length;           /* of the text */
  guint n_past_sentences; /* that end before the claim begins */
} Sorter;

static void
item_free (gpointer data)
{
  GalleyPublicationItem *item = data;

  g_array_unref (item->claims);
  g_array_unref (item->ranges);
  g_free (item->speaker);
  g_free (item);
}

/* Whether a heading of the article is what @names says, in lower case and with "|" between them. */
static gboolean
is_named (const char *heading, const char *names)
{
  g_autofree char *folded = g_utf8_strdown (heading, -1);
  g_auto (GStrv) list = g_strsplit (names, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (*list[i] != '\0' && strstr (folded, list[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Where the article itself puts a claim; FACTS where it does not say. */
static GalleyPublicationSection
find_own_section (Sorter *self, guint claim)
{
  static const char takeaways[] = "takeaway|key point|at a glance|in brief";
  static const char context[] = "context|background|history";
  g_autofree char *heading = galley_report_dup_claim_section (self->report, claim);

  if (heading == NULL)
    return GALLEY_PUBLICATION_FACTS;
  /* Translators: what headings over the main points of articles are called in your language, in
   * lower case, with | between them; parts of words will do. */
  if (is_named (heading, takeaways) || is_named (heading, _ ("takeaway|key point|at a glance")))
    return GALLEY_PUBLICATION_TAKEAWAYS;
  /* Translators: likewise of headings over what puts the news into context. */
  if (is_named (heading, context) || is_named (heading, _ ("context|background")))
    return GALLEY_PUBLICATION_CONTEXT;

  return GALLEY_PUBLICATION_FACTS;
}

/**
 * galley_publication_dup_unnamed:
 * @source: a source that readers may not know by name
 *
 * Returns: (transfer full): what readers are told instead
 */
char *
galley_publication_dup_unnamed (GalleySource *source)
{
  const char *pseudonym = source->texts[GALLEY_SOURCE_PSEUDONYM];

  return g_strdup (pseudonym != NULL ? pseudonym : _ ("A source that is not named"));
}

/**
 * galley_publication_get_reason:
 * @claim: a claim
 *
 * Returns: (transfer none) (nullable): what readers are told of why it is disputed; %NULL where the
 *   desk has its own words for it, which are not for readers: they may tell of what is confidential
 */
const char *
galley_publication_get_reason (GalleyClaim *claim)
{
  static const struct
  {
    const char *nick;
    const char *words;
  } reasons[] = {
    /* Translators: behind a statement of the article, to its readers: the statement is … */
    { "wrong", N_ ("wrong") },
    { "contradicted", N_ ("contradicted by a source") },
    { "sources-conflict", N_ ("sources differ") },
    { "unsupported", N_ ("not supported by any source") },
    { "misleading", N_ ("misleading") },
    { "misquoted", N_ ("not what was said") },
  };

  if (galley_claim_get_status (claim) != GALLEY_STATUS_DISPUTED)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (galley_claim_get_reason (claim), reasons[i].nick) == 0)
      return _ (reasons[i].words);

  return NULL;
}

/* Returns (transfer full) (nullable) who said the words of a claim: as somebody noted and readers
 * may know, or as the article says right behind the block. */
static char *
find_speaker (Sorter *self, guint position)
{
  GalleyClaim *claim = g_ptr_array_index (self->claims, position);
  const char *noted = galley_claim_get_speaker (claim);
  GalleySource *unnamed = galley_report_get_unnamed_speaker (self->report, position);
  gint block = galley_report_get_claim_block (self->report, position);

  if (unnamed != NULL)
    return galley_publication_dup_unnamed (unnamed);
  if (noted != NULL && *noted != '\0')
    return g_strdup (noted);
  if (block < 0 || (guint) block + 1 >= self->n_blocks ||
      self->blocks[block + 1].role != GALLEY_BLOCK_ATTRIBUTION)
    return NULL;

  return galley_text_slice (galley_document_get_text (galley_report_get_document (self->report)),
                            self->blocks[block + 1].range);
}

static gboolean
gives_context (GalleyClaim *claim)
{
  const char *category = galley_claim_get_category (claim);

  return g_strcmp0 (category, "history") == 0 || g_strcmp0 (category, "technical") == 0;
}

static GalleyPublicationSection
find_section (Sorter *self, guint position, const char *speaker)
{
  GalleyClaim *claim = g_ptr_array_index (self->claims, position);
  GalleyPublicationSection own;

  if (galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED)
    return GALLEY_PUBLICATION_DISPUTED;
  if (galley_claim_get_status (claim) == GALLEY_STATUS_PENDING)
    return GALLEY_PUBLICATION_UNCONFIRMED;
  if (speaker != NULL)
    return GALLEY_PUBLICATION_STATEMENTS;

  own = find_own_section (self, position);
  if (galley_claim_get_priority (claim) == GALLEY_PRIORITY_HIGH)
    return GALLEY_PUBLICATION_TAKEAWAYS;
  return own == GALLEY_PUBLICATION_FACTS && gives_context (claim) ? GALLEY_PUBLICATION_CONTEXT
                                                                  : own;
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const GalleyRange *x = a, *y = b;

  return (x->start > y->start) - (x->start < y->start);
}

/* Adds @range, which does not begin before the last one does, to disjoint @ranges. */
static void
join_range (GArray *ranges, GalleyRange range)
{
  GalleyRange *last =
      ranges->len > 0 ? &g_array_index (ranges, GalleyRange, ranges->len - 1) : NULL;

  if (last != NULL && range.start <= last->end)
    last->end = MAX (last->end, range.end);
  else if (galley_range_length (range) > 0)
    g_array_append_val (ranges, range);
}

static void
collect_doubts (Sorter *self)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (GalleyRange));

  for (guint i = 0; i < self->claims->len; i++)
    {
      GalleyClaim *claim = g_ptr_array_index (self->claims, i);
      GalleyRange range = galley_claim_get_range (claim);

      if (galley_claim_get_status (claim) != GALLEY_STATUS_CONFIRMED)
        g_array_append_val (all, range);
    }
  for (guint i = 0; i < self->n_blocks; i++)
    if (!galley_report_includes_block (self->report, i))
      g_array_append_val (all, self->blocks[i].range);
  g_array_sort (all, compare_ranges);
  for (guint i = 0; i < all->len; i++)
    join_range (self->doubts, g_array_index (all, GalleyRange, i));
}

/* Index of the first doubt that ends behind @offset. */
static guint
first_doubt_behind (Sorter *self, guint offset)
{
  guint low = 0, high = self->doubts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->doubts, GalleyRange, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static guint
count_characters (GArray *ranges)
{
  guint n = 0;

  for (guint i = 0; i < ranges->len; i++)
    n += galley_range_length (g_array_index (ranges, GalleyRange, i));

  return n;
}

/* Takes the words that are in doubt out of the ranges of @item. A sentence that stands for all of
 * its words cannot be given then. */
static void
leave_out_doubts (Sorter *self, GalleyPublicationItem *item)
{
  GArray *left = g_array_new (FALSE, FALSE, sizeof (GalleyRange));

  for (guint i = 0; i < item->ranges->len; i++)
    {
      GalleyRange range = g_array_index (item->ranges, GalleyRange, i);

      for (guint j = first_doubt_behind (self, range.start); j < self->doubts->len; j++)
        {
          GalleyRange doubt = g_array_index (self->doubts, GalleyRange, j);

          if (doubt.start >= range.end)
            break;
          if (doubt.start > range.start)
            join_range (left, (GalleyRange){ range.start, doubt.start });
          range.start = MIN (doubt.end, range.end);
        }
      join_range (left, range);
    }

  if (count_characters (left) < count_characters (item->ranges))
    item->wording = NULL;
  g_array_unref (item->ranges);
  item->ranges = left;
}

/* The sentence in which @offset stands. Claims come in the order of the text. */
static GalleyRange
find_sentence (Sorter *self, guint offset)
{
  GArray *sentences = self->sentences;

  while (self->n_past_sentences < sentences->len &&
         g_array_index (sentences, GalleyRange, self->n_past_sentences).end <= offset)
    self->n_past_sentences++;
  if (self->n_past_sentences == sentences->len)
    return (GalleyRange){ offset, offset };

  return g_array_index (sentences, GalleyRange, self->n_past_sentences);
}

static GalleyPublicationItem *
add_item (GPtrArray *section, GalleyRange sentence, const char *wording)
{
  GalleyPublicationItem *item = g_new0 (GalleyPublicationItem, 1);

  item->claims = g_array_new (FALSE, FALSE, sizeof (guint));
  item->ranges = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  item->sentence = sentence;
  item->wording = wording;
  g_ptr_array_add (section, item);

  return item;
}

/* Whether a confirmed claim is told in one go with @last. */
static gboolean
belongs_to (const GalleyPublicationItem *last,
            GalleyRange range,
            GalleyRange sentence,
            const char *speaker)
{
  const GArray *ranges = last->ranges;

  return last->wording == NULL && g_strcmp0 (last->speaker, speaker) == 0 && ranges->len > 0 &&
         (galley_range_equal (last->sentence, sentence) ||
          range.start < g_array_index (ranges, GalleyRange, ranges->len - 1).end);
}

static void
sort_claim (Sorter *self, guint position)
{
  GalleyClaim *claim = g_ptr_array_index (self->claims, position);
  GalleyRange range = galley_claim_get_range (claim), sentence;
  const char *wording = galley_claim_get_judged_sentence (claim);
  gint block = galley_report_get_claim_block (self->report, position);
  g_autofree char *speaker = find_speaker (self, position);
  gboolean is_confirmed = galley_claim_get_status (claim) == GALLEY_STATUS_CONFIRMED;
  GPtrArray *section = self->sections[find_section (self, position, speaker)];
  GalleyPublicationItem *item = NULL;

  range.end = MIN (range.end, self->length);
  range.start = MIN (range.start, range.end);
  sentence = find_sentence (self, range.start);
  if (block >= 0 && !galley_report_includes_block (self->report, block))
    return;

  if (is_confirmed && wording == NULL && section->len > 0 &&
      belongs_to (g_ptr_array_index (section, section->len - 1), range, sentence, speaker))
    item = g_ptr_array_index (section, section->len - 1);
  if (item == NULL)
    {
      item = add_item (section, sentence, wording);
      item->speaker = g_steal_pointer (&speaker);
    }
  g_array_append_val (item->claims, position);
  join_range (item->ranges, range);
}

/**
 * galley_publication_sort:
 *
 * Sorts the claims of a report by what is told of them. Those in blocks that are left out are, too.
 *
 * Returns: (transfer full) (array fixed-size=6) (element-type GalleyPublicationItem): the items by
 *   #GalleyPublicationSection; free with galley_publication_free()
 */
GPtrArray **
galley_publication_sort (GalleyReport *report)
{
  GalleyDocument *document = galley_report_get_document (report);
  g_autoptr (GArray) sentences = galley_document_find_sentences (document);
  g_autoptr (GArray) doubts = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  Sorter sorter = { .report = report, .sentences = sentences, .doubts = doubts };

  sorter.claims = galley_report_get_claims (report);
  sorter.length = galley_text_get_length (galley_document_get_text (document));
  sorter.blocks = galley_document_get_blocks (document, &sorter.n_blocks);
  sorter.sections = g_new0 (GPtrArray *, GALLEY_N_PUBLICATION_SECTIONS);
  for (guint i = 0; i < GALLEY_N_PUBLICATION_SECTIONS; i++)
    sorter.sections[i] = g_ptr_array_new_with_free_func (item_free);
  collect_doubts (&sorter);
  for (guint i = 0; i < sorter.claims->len; i++)
    sort_claim (&sorter, i);
  for (guint i = 0; i < GALLEY_PUBLICATION_UNCONFIRMED; i++)
    for (guint j = 0; j < sorter.sections[i]->len; j++)
      leave_out_doubts (&sorter, g_ptr_array_index (sorter.sections[i], j));

  return sorter.sections;
}

void
galley_publication_free (GPtrArray **sections)
{
  for (guint i = 0; i < GALLEY_N_PUBLICATION_SECTIONS; i++)
    g_ptr_array_unref (sections[i]);
  g_free (sections);
}

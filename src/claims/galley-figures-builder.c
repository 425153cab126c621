/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-figures-private.h"

#include "galley-category.h"
#include "galley-place.h"

/*
 * The way of each claim is followed through the journal: which status it has, and whether it
 * counts, that is, whether it is there and has words in the draft of then. As long as nobody
 * merges, an event makes true what it says. Where copies were merged it may not (galley-rivals.h),
 * and to find out the whole journal would have to be folded anew. Then the claim is put right at
 * its last event, since how it stands now is known, and counted as unclear.
 */

#define NOWHERE (-1) /* the status of what does not count */

typedef struct
{
  guint article;
  const char *draft; /* (nullable) owned by the builder's words */
  gint8 status;      /* as of the event added last */
  gint8 counted;     /* likewise, or NOWHERE */
  gint8 is;          /* as it is now, or NOWHERE */
  gboolean is_known; /* whether the event that marks it has been added */
  gboolean is_gone;
  gboolean is_in_tray;
  gboolean had_verdict;
  gint64 time; /* of the event added last */
  GalleyFiguresGroup *category;
} Claim;

typedef struct
{
  const char *draft; /* (nullable) owned by the builder's words */
  GArray *claims;    /* (element-type guint) */
} Article;

typedef enum
{
  NO_VERDICT,
  FIRST_VERDICT,
  ANOTHER_VERDICT,
  REOPENED,
} Verdict;

typedef struct
{
  gint64 time;
  gint8 from;
  gint8 to;
  guint8 verdict;
} Change;

struct _GalleyFiguresBuilder
{
  GalleyFigures *figures;
  GHashTable *articles;   /* (element-type utf8 guint+1) number in @article_ways */
  GArray *article_ways;   /* (element-type Article) */
  GHashTable *claims;     /* (element-type utf8 guint+1) number in @claim_ways */
  GArray *claim_ways;     /* (element-type Claim) */
  GHashTable *categories; /* (element-type utf8 GalleyFiguresGroup) "" for none */
  GHashTable *checkers;   /* (element-type utf8 GalleyFiguresGroup) */
  GStringChunk *words;    /* ids of drafts */
  GArray *changes;        /* (element-type Change) */
  GalleyFiguresClock *clock;
};

static void
clear_article (gpointer data)
{
  g_array_unref (((Article *) data)->claims);
}

/**
 * galley_figures_builder_new:
 *
 * Returns: (transfer full): a builder that knows nothing yet
 */
GalleyFiguresBuilder *
galley_figures_builder_new (const GalleyFiguresScope *scope)
{
  GalleyFiguresBuilder *self = g_new0 (GalleyFiguresBuilder, 1);

  self->figures = galley_figures_new ();
  self->figures->article_id = g_strdup (scope->article_id);
  self->figures->with_archived = scope->with_archived;
  self->figures->time_zone =
      scope->time_zone != NULL ? g_time_zone_ref (scope->time_zone) : g_time_zone_new_local ();
  self->articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->article_ways = g_array_new (FALSE, FALSE, sizeof (Article));
  g_array_set_clear_func (self->article_ways, clear_article);
  self->claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->claim_ways = g_array_new (FALSE, FALSE, sizeof (Claim));
  self->categories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->checkers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = g_string_chunk_new (/* size= */ 1024);
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  self->clock = galley_figures_clock_new ();

  return self;
}

void
galley_figures_builder_free (GalleyFiguresBuilder *self)
{
  galley_figures_unref (self->figures);
  g_hash_table_unref (self->articles);
  g_array_unref (self->article_ways);
  g_hash_table_unref (self->claims);
  g_array_unref (self->claim_ways);
  g_hash_table_unref (self->categories);
  g_hash_table_unref (self->checkers);
  g_string_chunk_free (self->words);
  g_array_unref (self->changes);
  galley_figures_clock_free (self->clock);
  g_free (self);
}

/**
 * galley_figures_builder_add_article:
 * @id: UUID
 * @title: as the library's list shows it
 * @n_words: words of its present draft that are checked
 *
 * Adds an article of those that are asked for.
 */
void
galley_figures_builder_add_article (GalleyFiguresBuilder *self,
                                    const char *id,
                                    const char *title,
                                    gboolean is_archived,
                                    guint n_words)
{
  GalleyFiguresArticle *article = galley_figures_article_new (id, title);
  Article way = { .claims = g_array_new (FALSE, FALSE, sizeof (guint)) };

  article->is_archived = is_archived;
  article->n_words = n_words;
  g_ptr_array_add (self->figures->articles, article);
  g_array_append_val (self->article_ways, way);
  g_hash_table_insert (self->articles, g_strdup (id), GUINT_TO_POINTER (self->article_ways->len));
  self->figures->n_words += n_words;
  if (self->figures->article_id != NULL)
    self->figures->title = g_strdup (title);
}

static GalleyFiguresGroup *
ensure_group (GHashTable *by_name, GPtrArray *groups, const char *name)
{
  const char *key = name != NULL ? name : "";
  GalleyFiguresGroup *group = g_hash_table_lookup (by_name, key);

  if (group == NULL)
    {
      group = galley_figures_group_new (name);
      g_hash_table_insert (by_name, g_strdup (key), group);
      g_ptr_array_add (groups, group);
    }

  return group;
}

/**
 * galley_figures_builder_add_claim:
 * @claim: any claim of an article that was added, also one that does not count
 *
 * Adds a claim.
 */
void
galley_figures_builder_add_claim (GalleyFiguresBuilder *self, const GalleyFiguresClaim *claim)
{
  guint article = GPOINTER_TO_UINT (g_hash_table_lookup (self->articles, claim->article_id));
  guint number = self->claim_ways->len;
  Claim way = { .article = article - 1, .counted = NOWHERE, .is = NOWHERE };

  if (article == 0)
    return;

  /* An empty name is no category. */
  way.category =
      ensure_group (self->categories, self->figures->categories,
                    claim->category != NULL && *claim->category != '\0' ? claim->category : NULL);
  if (claim->counts)
    {
      GalleyFiguresArticle *row = g_ptr_array_index (self->figures->articles, article - 1);

      way.is = (gint8) claim->status;
      self->figures->n_with_status[claim->status]++;
      row->n_with_status[claim->status]++;
      way.category->n_with_status[claim->status]++;
      ensure_group (self->checkers, self->figures->checkers, claim->checked_by)
          ->n_with_status[claim->status]++;
    }
  g_array_append_val (self->claim_ways, way);
  g_array_append_val (g_array_index (self->article_ways, Article, article - 1).claims, number);
  g_hash_table_insert (self->claims, g_strdup (claim->id), GUINT_TO_POINTER (number + 1));
}

static const char *
keep_id (GalleyFiguresBuilder *self, const char *id)
{
  return id != NULL ? g_string_chunk_insert_const (self->words, id) : NULL;
}

static void
add_change (GalleyFiguresBuilder *self, Claim *claim, gint8 to, gint64 time, Verdict verdict)
{
  Change change = { .time = time, .from = claim->counted, .to = to, .verdict = verdict };

  claim->time = time;
  claim->counted = to;
  if (change.from != to || verdict != NO_VERDICT)
    g_array_append_val (self->changes, change);
}

static void
recount (GalleyFiguresBuilder *self, Claim *claim, gint64 time, Verdict verdict)
{
  const char *draft = g_array_index (self->article_ways, Article, claim->article).draft;
  /* Ids of drafts are kept once. */
  gboolean counts =
      claim->is_known && !claim->is_gone && !claim->is_in_tray && claim->draft == draft;

  add_change (self, claim, counts ? claim->status : NOWHERE, time, verdict);
}

static void
change_draft (GalleyFiguresBuilder *self, const GalleyFiguresEvent *event)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->articles, event->subject));
  Article *article;

  if (number == 0)
    return;

  article = &g_array_index (self->article_ways, Article, number - 1);
  article->draft = keep_id (self, event->draft);
  for (guint i = 0; i < article->claims->len; i++)
    {
      guint claim = g_array_index (article->claims, guint, i);
      Claim *way = &g_array_index (self->claim_ways, Claim, claim);

      if (way->is_known)
        recount (self, way, event->time, NO_VERDICT);
    }
}

/* What an event that gives a claim the status @status is as a verdict. */
static Verdict
judge (Claim *claim, const GalleyFiguresEvent *event, gint8 status)
{
  gboolean is_kept = g_strcmp0 (event->place, galley_place_to_nick (GALLEY_PLACE_KEPT)) == 0;
  Verdict verdict;

  if (!event->is_done || status == claim->status ||
      (event->kind == GALLEY_FIGURES_PLACE && !is_kept))
    return NO_VERDICT;
  if (status == GALLEY_STATUS_PENDING)
    return REOPENED;

  verdict = claim->had_verdict ? ANOTHER_VERDICT : FIRST_VERDICT;
  claim->had_verdict = TRUE;
  return verdict;
}

static void
follow (GalleyFiguresBuilder *self, Claim *claim, const GalleyFiguresEvent *event)
{
  GalleyStatus status = claim->status;
  GalleyPlace place;
  Verdict verdict = NO_VERDICT;

  if (event->kind == GALLEY_FIGURES_ADD)
    claim->is_known = TRUE;
  if (event->kind == GALLEY_FIGURES_DELETE || event->kind == GALLEY_FIGURES_RESTORE)
    claim->is_gone = event->kind == GALLEY_FIGURES_DELETE;
  if (event->draft != NULL)
    claim->draft = keep_id (self, event->draft);
  if (event->status != NULL && galley_status_from_nick (event->status, &status))
    {
      verdict = judge (claim, event, (gint8) status);
      claim->status = (gint8) status;
    }
  if (event->place != NULL && galley_place_from_nick (event->place, &place))
    claim->is_in_tray = !galley_place_is_standing (place);
  recount (self, claim, event->time, verdict);
}

/* A verdict, as far as time is concerned, is also to leave a claim open, for a reason. */
static gboolean
took_time (const GalleyFiguresEvent *event)
{
  return event->is_done &&
         (event->kind == GALLEY_FIGURES_STATUS ||
          (event->kind == GALLEY_FIGURES_ADD && event->status != NULL &&
           !g_str_equal (event->status, galley_status_to_nick (GALLEY_STATUS_PENDING))));
}

/**
 * galley_figures_builder_add_event:
 * @event: the next one of the journal, whatever it concerns
 *
 * Adds an event.
 */
void
galley_figures_builder_add_event (GalleyFiguresBuilder *self, const GalleyFiguresEvent *event)
{
  guint number;

  if (event->kind == GALLEY_FIGURES_DRAFT)
    {
      change_draft (self, event);
      return;
    }

  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->claims, event->subject));
  if (took_time (event))
    galley_figures_clock_add (self->clock, event,
                              number > 0 ? number - 1 : GALLEY_FIGURES_NO_CLAIM);
  if (number > 0)
    follow (self, &g_array_index (self->claim_ways, Claim, number - 1), event);
}

static void
put_right (GalleyFiguresBuilder *self)
{
  for (guint i = 0; i < self->claim_ways->len; i++)
    {
      Claim *claim = &g_array_index (self->claim_ways, Claim, i);

      if (claim->counted == claim->is)
        continue;
      self->figures->n_unclear++;
      add_change (self, claim, claim->is, claim->time, NO_VERDICT);
    }
}

static void
enter_change (GalleyFiguresSpan *span, gint *deltas, const Change *change)
{
  span->n_first += change->verdict == FIRST_VERDICT;
  span->n_again += change->verdict == ANOTHER_VERDICT;
  span->n_reopened += change->verdict == REOPENED;
  if (change->from != NOWHERE)
    deltas[change->from]--;
  if (change->to != NOWHERE)
    deltas[change->to]++;
}

static void
fill_spans (GalleyFiguresBuilder *self)
{
  GArray *spans = self->figures->spans;
  gint64 first = G_MAXINT64, last = 0;
  g_autofree gint *deltas = NULL;
  gint standing[GALLEY_N_STATUSES] = { 0 };

  for (guint i = 0; i < self->changes->len; i++)
    {
      first = MIN (first, g_array_index (self->changes, Change, i).time);
      last = MAX (last, g_array_index (self->changes, Change, i).time);
    }
  if (self->changes->len == 0)
    return;

  galley_figures_cut_time (self->figures, first, last);
  deltas = g_new0 (gint, (gsize) spans->len * GALLEY_N_STATUSES);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const Change *change = &g_array_index (self->changes, Change, i);
      GalleyFiguresSpan *span = galley_figures_find_span (self->figures, change->time);
      gsize number = span - (GalleyFiguresSpan *) (gpointer) spans->data;

      enter_change (span, deltas + number * GALLEY_N_STATUSES, change);
    }
  for (guint i = 0; i < spans->len * GALLEY_N_STATUSES; i++)
    {
      standing[i % GALLEY_N_STATUSES] += deltas[i];
      g_array_index (spans, GalleyFiguresSpan, i / GALLEY_N_STATUSES)
          .n_with_status[i % GALLEY_N_STATUSES] = MAX (standing[i % GALLEY_N_STATUSES], 0);
    }
}

static void
put_time (GHashTable *by_group, GalleyFiguresGroup *group, gint64 time)
{
  GArray *times = g_hash_table_lookup (by_group, group);

  if (times == NULL)
    {
      times = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (by_group, group, times);
    }
  g_array_append_val (times, time);
}

static void
sum_up_times (GalleyFiguresBuilder *self)
{
  GArray *taken = galley_figures_clock_stop (self->clock);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) by_group =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer group, times;

  for (guint i = 0; i < taken->len; i++)
    {
      const GalleyFiguresTaken *time = &g_array_index (taken, GalleyFiguresTaken, i);

      g_array_append_val (all, time->time);
      put_time (by_group, g_array_index (self->claim_ways, Claim, time->claim).category,
                time->time);
      put_time (by_group, ensure_group (self->checkers, self->figures->checkers, time->checker),
                time->time);
    }
  galley_figures_times_set (&self->figures->times, all);
  g_hash_table_iter_init (&iter, by_group);
  while (g_hash_table_iter_next (&iter, &group, &times))
    galley_figures_times_set (&((GalleyFiguresGroup *) group)->times, times);
}

/* The place of a category among the usual ones; those of the desk's own come after them, and claims
 * without one last. */
static guint
rank_category (const char *nick)
{
  guint i = 0;

  if (nick == NULL)
    return G_MAXUINT;
  for (; galley_category_peek_nick (i) != NULL; i++)
    if (g_str_equal (galley_category_peek_nick (i), nick))
      return i;

  return i;
}

static gint
compare_categories (gconstpointer a, gconstpointer b)
{
  const GalleyFiguresGroup *first = *(GalleyFiguresGroup *const *) a;
  const GalleyFiguresGroup *second = *(GalleyFiguresGroup *const *) b;
  guint rank = rank_category (first->name), other = rank_category (second->name);

  if (rank != other)
    return rank < other ? -1 : 1;
  return g_strcmp0 (first->name, second->name);
}

static gint
compare_checkers (gconstpointer a, gconstpointer b)
{
  const GalleyFiguresGroup *first = *(GalleyFiguresGroup *const *) a;
  const GalleyFiguresGroup *second = *(GalleyFiguresGroup *const *) b;
  guint n = galley_figures_get_n_claims (first->n_with_status);
  guint n_other = galley_figures_get_n_claims (second->n_with_status);

  if (n != n_other)
    return n > n_other ? -1 : 1;
  return g_strcmp0 (first->name, second->name);
}

/* Of claims that are gone there may be groups without anything to tell. */
static void
drop_empty (GPtrArray *groups)
{
  for (guint i = groups->len; i > 0; i--)
    {
      GalleyFiguresGroup *group = g_ptr_array_index (groups, i - 1);

      if (group->times.n == 0 && galley_figures_get_n_claims (group->n_with_status) == 0)
        g_ptr_array_remove_index (groups, i - 1);
    }
}

/**
 * galley_figures_builder_finish:
 *
 * Nothing may be added any more.
 *
 * Returns: (transfer full): what came of it
 */
GalleyFigures *
galley_figures_builder_finish (GalleyFiguresBuilder *self)
{
  put_right (self);
  fill_spans (self);
  sum_up_times (self);
  drop_empty (self->figures->categories);
  drop_empty (self->figures->checkers);
  g_ptr_array_sort (self->figures->categories, compare_categories);
  g_ptr_array_sort (self->figures->checkers, compare_checkers);

  return galley_figures_ref (self->figures);
}

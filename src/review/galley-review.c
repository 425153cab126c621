/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-review.h"

#include "galley-agenda.h"

/**
 * GalleyReview:
 *
 * A review session under way in an open article: what has become of each point of its agenda, which
 * one people talk about now, and which one comes next.
 *
 * It says what the library says. Whoever has it open gives it each outcome's session, also if that
 * changed nothing but claims. "changed" is emitted when it knows more, or another point is the
 * current one.
 *
 * What was put off comes back when nothing else is left, and at the next sitting.
 */
struct _GalleyReview
{
  GObject parent_instance;

  GalleyCheck *check;
  GalleySession *session;
  GListStore *points;         /* (element-type GalleyReviewPoint), in the order of the agenda */
  GalleyReviewPoint *current; /* (nullable) one of them */
};

G_DEFINE_FINAL_TYPE (GalleyReview, galley_review, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
galley_review_finalize (GObject *object)
{
  GalleyReview *self = GALLEY_REVIEW (object);

  g_clear_object (&self->check);
  g_clear_pointer (&self->session, galley_session_unref);
  g_clear_object (&self->points);
  g_clear_object (&self->current);

  G_OBJECT_CLASS (galley_review_parent_class)->finalize (object);
}

static void
galley_review_class_init (GalleyReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_review_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_review_init (GalleyReview *self)
{
  self->points = g_list_store_new (GALLEY_TYPE_REVIEW_POINT);
}

/* The claim that a point is about by now: its own, or the one that was made of its words. */
static GalleyClaim *
find_claim (GalleyReview *self, GalleyPoint *point, GalleyDecision *decision)
{
  const char *id = point->claim_id;

  if (id == NULL && decision != NULL)
    id = decision->claim_id;
  return id != NULL ? galley_claim_list_find (galley_check_get_claims (self->check), id) : NULL;
}

/* Whether words that are no claim still wait for somebody to look at them. */
static gboolean
is_suggestion (GalleyReview *self, GalleyPoint *point)
{
  GalleyDocument *document = galley_check_get_document (self->check);
  GalleyRange range;

  return g_strcmp0 (galley_document_get_text_sha256 (document), point->text) == 0 &&
         galley_check_find_suggestion (self->check, point->range.start, &range) &&
         range.start == point->range.start && range.end == point->range.end;
}

static GalleyPointState
judge (GalleyReview *self, GalleyPoint *point, GalleyDecision *decision, GalleyClaim *claim)
{
  const char *sitting = galley_session_get_last_sitting (self->session)->id;
  gboolean is_put_off =
      point->is_parked && (decision == NULL || point->parked_at > decision->decided_at);

  if (decision != NULL && !is_put_off)
    return GALLEY_POINT_DECIDED;
  if (claim == NULL && (point->claim_id != NULL || !is_suggestion (self, point)))
    return GALLEY_POINT_GONE;
  return is_put_off && g_strcmp0 (point->parked_in, sitting) == 0 ? GALLEY_POINT_PARKED
                                                                  : GALLEY_POINT_OPEN;
}

static void
fill (GalleyReview *self, GalleyReviewPoint *target, GalleyPoint *point, GalleyDecision *decision)
{
  GalleyText *text = galley_document_get_text (galley_check_get_document (self->check));
  GalleyReviewPointFields fields = { .point = point };
  g_autofree char *quote = NULL;

  fields.claim = find_claim (self, point, decision);
  fields.state = judge (self, point, decision, fields.claim);
  if (fields.claim != NULL)
    fields.range = galley_claim_get_range (fields.claim);
  else if (point->claim_id == NULL && fields.state != GALLEY_POINT_GONE &&
           galley_text_has_range (text, point->range))
    fields.range = point->range;

  if (fields.range.end > fields.range.start)
    quote = galley_text_slice (text, fields.range);
  fields.quote = quote;
  if (quote == NULL && decision != NULL)
    fields.quote = decision->quote;
  if (fields.quote == NULL)
    fields.quote = point->quote != NULL ? point->quote : "";
  galley_review_point_set (target, &fields);
}

/* What was decided last about each point. */
static GHashTable *
collect_decisions (GalleySession *session)
{
  GHashTable *decisions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < session->decisions->len; i++)
    {
      GalleyDecision *decision = g_ptr_array_index (session->decisions, i);

      g_hash_table_replace (decisions, decision->key, decision);
    }

  return decisions;
}

static GHashTable *
collect_points (GalleyReview *self)
{
  GHashTable *points = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->points)); i++)
    {
      GalleyReviewPoint *point = g_list_model_get_item (G_LIST_MODEL (self->points), i);

      g_hash_table_insert (points, (gpointer) galley_review_point_get_key (point), point);
    }

  return points;
}

static gboolean
is_same_order (GalleyReview *self, GPtrArray *points)
{
  if (points->len != g_list_model_get_n_items (G_LIST_MODEL (self->points)))
    return FALSE;
  for (guint i = 0; i < points->len; i++)
    if (galley_review_peek (self, i) != g_ptr_array_index (points, i))
      return FALSE;

  return TRUE;
}

static void
refresh (GalleyReview *self)
{
  g_autoptr (GHashTable) decisions = collect_decisions (self->session);
  g_autoptr (GHashTable) known = collect_points (self);
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->session->points->len; i++)
    {
      GalleyPoint *point = g_ptr_array_index (self->session->points, i);
      GalleyReviewPoint *target = g_hash_table_lookup (known, point->key);

      if (target != NULL)
        g_object_ref (target);
      else
        target = galley_review_point_new (point->key);
      fill (self, target, point, g_hash_table_lookup (decisions, point->key));
      g_ptr_array_add (points, target);
    }

  if (!is_same_order (self, points))
    g_list_store_splice (self->points, 0, g_list_model_get_n_items (G_LIST_MODEL (self->points)),
                         points->pdata, points->len);
}

/* Where people had come to: the point that was treated last, or -1. */
static int
find_last_treated (GalleyReview *self)
{
  g_autoptr (GHashTable) decisions = collect_decisions (self->session);
  gint64 last_at = 0;
  int last = -1;

  for (guint i = 0; i < self->session->points->len; i++)
    {
      GalleyPoint *point = g_ptr_array_index (self->session->points, i);
      GalleyDecision *decision = g_hash_table_lookup (decisions, point->key);
      gint64 at = MAX (point->parked_at, decision != NULL ? decision->decided_at : 0);

      if (at > last_at)
        {
          last_at = at;
          last = i;
        }
    }

  return last;
}

/* The next point of that state behind @position, from the beginning again at the end; NULL if there
 * is none. */
static GalleyReviewPoint *
find_next (GalleyReview *self, int position, GalleyPointState state)
{
  guint n_points = g_list_model_get_n_items (G_LIST_MODEL (self->points));

  for (guint i = 0; i < n_points; i++)
    {
      GalleyReviewPoint *point = galley_review_peek (self, (position + 1 + i) % n_points);

      if (galley_review_point_get_state (point) == state)
        return point;
    }

  return NULL;
}

static GalleyReviewPoint *
find_next_left (GalleyReview *self, int position)
{
  GalleyReviewPoint *point = find_next (self, position, GALLEY_POINT_OPEN);

  return point != NULL ? point : find_next (self, position, GALLEY_POINT_PARKED);
}

/**
 * galley_review_new:
 * @check: the session's article
 * @session: a session
 *
 * Returns: (transfer full): the session under way, at the point that comes after what was treated
 *   last
 */
GalleyReview *
galley_review_new (GalleyCheck *check, GalleySession *session)
{
  GalleyReview *self;

  g_return_val_if_fail (GALLEY_IS_CHECK (check) && session != NULL, NULL);

  self = g_object_new (GALLEY_TYPE_REVIEW, NULL);
  self->check = g_object_ref (check);
  self->session = galley_session_ref (session);
  refresh (self);
  g_set_object (&self->current, find_next_left (self, find_last_treated (self)));

  return self;
}

GalleyCheck *
galley_review_get_check (GalleyReview *self)
{
  g_return_val_if_fail (GALLEY_IS_REVIEW (self), NULL);

  return self->check;
}

/**
 * galley_review_get_session:
 *
 * Returns: (transfer none): the session as the library had it last
 */
GalleySession *
galley_review_get_session (GalleyReview *self)
{
  g_return_val_if_fail (GALLEY_IS_REVIEW (self), NULL);

  return self->session;
}

/**
 * galley_review_get_points:
 *
 * Returns: (transfer none): the agenda (#GalleyReviewPoint) in its order
 */
GListModel *
galley_review_get_points (GalleyReview *self)
{
  g_return_val_if_fail (GALLEY_IS_REVIEW (self), NULL);

  return G_LIST_MODEL (self->points);
}

/**
 * galley_review_update:
 * @session: (nullable): the session as it is now; %NULL if only the article has changed
 *
 * Takes over what has changed. Another session changes nothing.
 */
void
galley_review_update (GalleyReview *self, GalleySession *session)
{
  guint position;

  g_return_if_fail (GALLEY_IS_REVIEW (self));

  if (session != NULL && g_str_equal (session->id, self->session->id))
    {
      galley_session_ref (session);
      galley_session_unref (self->session);
      self->session = session;
    }
  refresh (self);
  if (self->current != NULL && !galley_review_find (self, self->current, &position))
    g_set_object (&self->current, find_next_left (self, -1));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * galley_review_set_check:
 * @check: the session's article, loaded again
 *
 * Looks up in another draft what is on the agenda. People go on with the point that they talk
 * about.
 */
void
galley_review_set_check (GalleyReview *self, GalleyCheck *check)
{
  g_return_if_fail (GALLEY_IS_REVIEW (self) && GALLEY_IS_CHECK (check));

  g_set_object (&self->check, check);
  galley_review_update (self, /* session= */ NULL);
}

/**
 * galley_review_peek:
 * @position: a position on the agenda, below the number of points
 *
 * Returns: (transfer none): the point there
 */
GalleyReviewPoint *
galley_review_peek (GalleyReview *self, guint position)
{
  g_autoptr (GalleyReviewPoint) point =
      g_list_model_get_item (G_LIST_MODEL (self->points), position);

  /* The list keeps it alive. */
  return point;
}

/**
 * galley_review_find:
 * @point: a point
 * @out_position: (out): where it stands on the agenda; untouched if it is not on it
 *
 * Returns: whether it is on the agenda
 */
gboolean
galley_review_find (GalleyReview *self, GalleyReviewPoint *point, guint *out_position)
{
  return g_list_store_find (self->points, point, out_position);
}

/**
 * galley_review_get_current:
 *
 * Returns: (transfer none) (nullable): the point that people talk about; %NULL if nothing was left
 *   when the session was opened
 */
GalleyReviewPoint *
galley_review_get_current (GalleyReview *self)
{
  g_return_val_if_fail (GALLEY_IS_REVIEW (self), NULL);

  return self->current;
}

/**
 * galley_review_set_current:
 * @point: (nullable): the point that people talk about now
 */
void
galley_review_set_current (GalleyReview *self, GalleyReviewPoint *point)
{
  g_return_if_fail (GALLEY_IS_REVIEW (self));

  if (g_set_object (&self->current, point))
    g_signal_emit (self, signals[CHANGED], 0);
}

static int
get_position (GalleyReview *self)
{
  guint position;

  return self->current != NULL && galley_review_find (self, self->current, &position)
             ? (int) position
             : -1;
}

/**
 * galley_review_go_next:
 *
 * Goes to the next point that is left, and to what was put off if nothing else is.
 *
 * Returns: whether there is such a point other than the current one, which stays if not
 */
gboolean
galley_review_go_next (GalleyReview *self)
{
  GalleyReviewPoint *next;

  g_return_val_if_fail (GALLEY_IS_REVIEW (self), FALSE);

  next = find_next_left (self, get_position (self));
  if (next == NULL || next == self->current)
    return FALSE;
  galley_review_set_current (self, next);
  return TRUE;
}

/**
 * galley_review_go_back:
 *
 * Goes to the point before, whatever has become of it, unless it is gone.
 *
 * Returns: whether there is one
 */
gboolean
galley_review_go_back (GalleyReview *self)
{
  int position;

  g_return_val_if_fail (GALLEY_IS_REVIEW (self), FALSE);

  position = self->current != NULL ? get_position (self)
                                   : (int) g_list_model_get_n_items (G_LIST_MODEL (self->points));
  while (--position >= 0)
    {
      GalleyReviewPoint *point = galley_review_peek (self, position);

      if (galley_review_point_get_state (point) == GALLEY_POINT_GONE)
        continue;
      galley_review_set_current (self, point);
      return TRUE;
    }

  return FALSE;
}

/**
 * galley_review_list_moved:
 * @point: a point of the agenda
 * @to: where it is to stand; the number of points to take it off the agenda
 *
 * Returns: (transfer full) (element-type GalleyPoint) (nullable): the agenda as it would be, for
 *   galley_verb_order_agenda(); %NULL if that changes nothing
 */
GPtrArray *
galley_review_list_moved (GalleyReview *self, GalleyReviewPoint *point, guint to)
{
  g_autoptr (GPtrArray) points = NULL;
  guint from;

  g_return_val_if_fail (GALLEY_IS_REVIEW (self), NULL);

  if (!galley_review_find (self, point, &from))
    return NULL;
  points = galley_session_list_points (self->session);
  if (to >= points->len)
    g_ptr_array_remove_index (points, from);
  else if (!galley_agenda_move (points, from, to))
    return NULL;

  return g_steal_pointer (&points);
}

/**
 * galley_review_get_progress:
 * @out_progress: (out): how far the session has come
 */
void
galley_review_get_progress (GalleyReview *self, GalleyReviewProgress *out_progress)
{
  GalleyReviewProgress progress = { 0 };

  g_return_if_fail (GALLEY_IS_REVIEW (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->points)); i++)
    {
      GalleyPointState state = galley_review_point_get_state (galley_review_peek (self, i));

      progress.n_points += state != GALLEY_POINT_GONE;
      progress.n_decided += state == GALLEY_POINT_DECIDED;
      progress.n_parked += state == GALLEY_POINT_PARKED;
      progress.n_left += state == GALLEY_POINT_OPEN;
    }
  *out_progress = progress;
}

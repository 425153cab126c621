/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-session.h"

G_DEFINE_BOXED_TYPE (GalleySession, galley_session, galley_session_ref, galley_session_unref)
G_DEFINE_BOXED_TYPE (GalleyPoint, galley_point, galley_point_ref, galley_point_unref)

static GalleyPoint *
point_new (GalleyTopic topic)
{
  GalleyPoint *self = g_new0 (GalleyPoint, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->topic = topic;

  return self;
}

/**
 * galley_point_new_claim:
 * @topic: why it is on the agenda
 * @claim_id: UUID of a claim
 *
 * Returns: (transfer full): a point that is about the claim
 */
GalleyPoint *
galley_point_new_claim (GalleyTopic topic, const char *claim_id)
{
  GalleyPoint *self = point_new (topic);

  self->key = g_strdup (claim_id);
  self->claim_id = g_strdup (claim_id);

  return self;
}

/**
 * galley_point_new_words:
 * @text: SHA-256 of a draft's text
 * @range: words of it
 * @quote: these words
 *
 * Returns: (transfer full): a point that is about words that are no claim
 */
GalleyPoint *
galley_point_new_words (const char *text, GalleyRange range, const char *quote)
{
  GalleyPoint *self = point_new (GALLEY_TOPIC_SUGGESTION);

  self->key = g_strdup_printf ("%.16s:%u-%u", text, range.start, range.end);
  self->text = g_strdup (text);
  self->range = range;
  self->quote = g_strdup (quote);

  return self;
}

GalleyPoint *
galley_point_ref (GalleyPoint *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_point_unref (GalleyPoint *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->key);
  g_free (self->claim_id);
  g_free (self->text);
  g_free (self->quote);
  g_free (self->why_parked);
  g_free (self->parked_by);
  g_free (self->parked_in);
  g_free (self);
}

void
galley_decision_free (GalleyDecision *self)
{
  g_free (self->id);
  g_free (self->key);
  g_free (self->claim_id);
  g_free (self->sitting);
  g_free (self->decider);
  g_free (self->words);
  g_free (self->quote);
  g_free (self->reason);
  g_free (self->correction);
  g_free (self->old_reason);
  g_free (self->old_correction);
  g_free (self->old_by);
  g_free (self->question);
  g_free (self->query_id);
  g_free (self->noted_by);
  g_free (self);
}

void
galley_sitting_free (GalleySitting *self)
{
  g_free (self->id);
  g_free (self->started_by);
  g_free (self);
}

void
galley_attendance_free (GalleyAttendance *self)
{
  g_free (self->name);
  g_free (self);
}

/**
 * galley_session_new:
 * @id: UUID
 *
 * Returns: (transfer full): a session with nothing in it, to be filled
 */
GalleySession *
galley_session_new (const char *id)
{
  GalleySession *self = g_new0 (GalleySession, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_point_unref);
  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_decision_free);
  self->sittings = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_sitting_free);
  self->attendance = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_attendance_free);

  return self;
}

GalleySession *
galley_session_ref (GalleySession *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_session_unref (GalleySession *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->article_id);
  g_free (self->heading);
  g_free (self->chair);
  g_free (self->started_by);
  g_ptr_array_unref (self->points);
  g_ptr_array_unref (self->decisions);
  g_ptr_array_unref (self->sittings);
  g_ptr_array_unref (self->attendance);
  g_free (self);
}

/**
 * galley_session_find_point:
 * @key: (nullable): what a point goes by
 *
 * Returns: (transfer none) (nullable): the point of that key
 */
GalleyPoint *
galley_session_find_point (GalleySession *self, const char *key)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      GalleyPoint *point = g_ptr_array_index (self->points, i);

      if (g_strcmp0 (point->key, key) == 0)
        return point;
    }

  return NULL;
}

/**
 * galley_session_find_decision:
 * @key: (nullable): what a point goes by
 *
 * Returns: (transfer none) (nullable): what was decided about it last
 */
GalleyDecision *
galley_session_find_decision (GalleySession *self, const char *key)
{
  for (guint i = self->decisions->len; i > 0; i--)
    {
      GalleyDecision *decision = g_ptr_array_index (self->decisions, i - 1);

      if (g_strcmp0 (decision->key, key) == 0)
        return decision;
    }

  return NULL;
}

/**
 * galley_session_get_last_sitting:
 *
 * Returns: (transfer none): the sitting that began last
 */
GalleySitting *
galley_session_get_last_sitting (GalleySession *self)
{
  g_return_val_if_fail (self->sittings->len > 0, NULL);

  return g_ptr_array_index (self->sittings, self->sittings->len - 1);
}

/**
 * galley_session_get_duration:
 * @now: milliseconds since 1970 UTC if people sit together now; 0 if not
 *
 * A sitting that nobody ended, because a program was killed, lasted until the last thing was done.
 *
 * Returns: for how long people sat together in all, in milliseconds
 */
gint64
galley_session_get_duration (GalleySession *self, gint64 now)
{
  gint64 duration = 0;

  for (guint i = 0; i < self->sittings->len; i++)
    {
      GalleySitting *sitting = g_ptr_array_index (self->sittings, i);
      gboolean is_last = i + 1 == self->sittings->len;
      gint64 end = is_last && !sitting->is_closed && now > 0 ? now : sitting->last_at;

      duration += MAX (end - sitting->started_at, 0);
    }

  return duration;
}

/**
 * galley_session_list_points:
 *
 * Returns: (transfer full) (element-type GalleyPoint): the agenda, in an array of the caller's own
 */
GPtrArray *
galley_session_list_points (GalleySession *self)
{
  GPtrArray *points = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_point_unref);

  for (guint i = 0; i < self->points->len; i++)
    g_ptr_array_add (points, galley_point_ref (g_ptr_array_index (self->points, i)));

  return points;
}

/**
 * galley_session_list_present:
 *
 * Returns: (transfer full): the names of those who are present, in the order in which they came
 */
GStrv
galley_session_list_present (GalleySession *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < self->attendance->len; i++)
    {
      GalleyAttendance *attendance = g_ptr_array_index (self->attendance, i);

      if (attendance->until == 0)
        g_strv_builder_add (names, attendance->name);
    }

  return g_strv_builder_end (names);
}

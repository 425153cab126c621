/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-agenda.h"

#include "galley-reading-verbs.h"

/* Whether a claim is something to talk about for that reason. */
static gboolean
has_topic (GalleyCheck *check, GalleyClaim *claim, GalleyTopic topic)
{
  switch (topic)
    {
    case GALLEY_TOPIC_DISAGREEING:
      return galley_claim_get_disagreement (claim) != NULL ||
             galley_check_is_read_apart (check, claim);
    case GALLEY_TOPIC_DISPUTED:
      return galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED;
    case GALLEY_TOPIC_CHANGED:
      return galley_claim_get_former (claim) != NULL;
    case GALLEY_TOPIC_PENDING:
      return galley_claim_get_status (claim) == GALLEY_STATUS_PENDING;
    case GALLEY_TOPIC_STARRED:
      return galley_claim_is_starred (claim);
    case GALLEY_TOPIC_SUGGESTION:
    case GALLEY_TOPIC_CHOSEN:
    default:
      return FALSE;
    }
}

/* The gravest reason among @topics for which @claim is on the agenda. */
static gboolean
find_topic (GalleyCheck *check,
            GalleyClaim *claim,
            const GalleyTopic *topics,
            guint n_topics,
            GalleyTopic *out_topic)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < n_topics; i++)
    if (has_topic (check, claim, topics[i]) && (!is_found || topics[i] < *out_topic))
      {
        *out_topic = topics[i];
        is_found = TRUE;
      }

  return is_found;
}

static void
add_claims (GalleyCheck *check,
            GalleyTopic topic,
            const GalleyTopic *topics,
            guint n_topics,
            GPtrArray *points)
{
  GalleyClaimList *claims = galley_check_get_claims (check);

  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);
      GalleyTopic found = topic;

      if (find_topic (check, claim, topics, n_topics, &found) && found == topic)
        g_ptr_array_add (points, galley_point_new_claim (topic, galley_claim_get_id (claim)));
    }
}

static void
add_suggestions (GalleyCheck *check, GPtrArray *points)
{
  GalleyDocument *document = galley_check_get_document (check);
  const char *sha256 = galley_document_get_text_sha256 (document);
  g_autoptr (GArray) suggestions = galley_check_get_suggestions (check);

  for (guint i = 0; i < suggestions->len; i++)
    {
      GalleyRange range = g_array_index (suggestions, GalleyRange, i);
      g_autofree char *quote = galley_text_slice (galley_document_get_text (document), range);

      g_ptr_array_add (points, galley_point_new_words (sha256, range, quote));
    }
}

/**
 * galley_agenda_build:
 * @check: an article
 * @topics: (array length=n_topics): what people want to talk about, in the order in which they want
 *   to; each at most once
 *
 * Returns: (transfer full) (element-type GalleyPoint): the agenda: topic by topic, and each in the
 *   order of the text
 */
GPtrArray *
galley_agenda_build (GalleyCheck *check, const GalleyTopic *topics, guint n_topics)
{
  GPtrArray *points = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_point_unref);

  for (guint i = 0; i < n_topics; i++)
    if (topics[i] == GALLEY_TOPIC_SUGGESTION)
      add_suggestions (check, points);
    else
      add_claims (check, topics[i], topics, n_topics, points);

  return points;
}

/**
 * galley_agenda_build_from_claims:
 * @check: an article
 * @claim_ids: (array zero-terminated=1): claims of it, in the order in which to talk about them;
 *   what is not there, or there before, is left out
 *
 * Returns: (transfer full) (element-type GalleyPoint): the agenda
 */
GPtrArray *
galley_agenda_build_from_claims (GalleyCheck *check, const char *const *claim_ids)
{
  static const GalleyTopic topics[] = { GALLEY_TOPIC_DISAGREEING };
  GPtrArray *points = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_point_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; claim_ids[i] != NULL; i++)
    {
      GalleyClaim *claim = galley_claim_list_find (galley_check_get_claims (check), claim_ids[i]);
      GalleyTopic topic = GALLEY_TOPIC_CHOSEN;

      if (claim == NULL || !g_hash_table_add (seen, (gpointer) claim_ids[i]))
        continue;
      find_topic (check, claim, topics, G_N_ELEMENTS (topics), &topic);
      g_ptr_array_add (points, galley_point_new_claim (topic, galley_claim_get_id (claim)));
    }

  return points;
}

/**
 * galley_agenda_count:
 * @points: (element-type GalleyPoint): an agenda
 * @out_counts: (out) (array fixed-size=7): how many points there are by topic
 */
void
galley_agenda_count (GPtrArray *points, guint *out_counts)
{
  for (guint i = 0; i < GALLEY_N_TOPICS; i++)
    out_counts[i] = 0;
  for (guint i = 0; i < points->len; i++)
    out_counts[((GalleyPoint *) g_ptr_array_index (points, i))->topic]++;
}

/**
 * galley_agenda_move:
 * @points: (element-type GalleyPoint): an agenda
 * @from: a position
 * @to: the position that the point is to have afterwards
 *
 * Returns: whether anything moved
 */
gboolean
galley_agenda_move (GPtrArray *points, guint from, guint to)
{
  if (from == to || from >= points->len || to >= points->len)
    return FALSE;

  g_ptr_array_insert (points, to, g_ptr_array_steal_index (points, from));
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-session.h"

#include "galley-word.h"

#include <glib/gi18n-lib.h>

static const GalleyWord topics[GALLEY_N_TOPICS] = {
  [GALLEY_TOPIC_DISAGREEING] = { "disagreeing", N_ ("Disagreements") },
  [GALLEY_TOPIC_DISPUTED] = { "disputed", N_ ("Disputed") },
  [GALLEY_TOPIC_CHANGED] = { "changed", N_ ("Changed Words") },
  [GALLEY_TOPIC_PENDING] = { "pending", N_ ("Pending") },
  [GALLEY_TOPIC_STARRED] = { "starred", N_ ("Starred") },
  [GALLEY_TOPIC_SUGGESTION] = { "suggestion", N_ ("Not Addressed Yet") },
  [GALLEY_TOPIC_CHOSEN] = { "chosen", N_ ("Added") },
};

static const GalleyWord rulings[GALLEY_N_RULINGS] = {
  [GALLEY_RULING_VERDICT] = { "verdict", NULL },
  [GALLEY_RULING_KEEP] = { "keep", NULL },
  [GALLEY_RULING_CORRECTION] = { "correction", NULL },
  [GALLEY_RULING_ASK] = { "ask", NULL },
  [GALLEY_RULING_NOTE] = { "note", NULL },
  [GALLEY_RULING_DISMISS] = { "dismiss", NULL },
};

static const GalleyWord states[GALLEY_N_SESSION_STATES] = {
  [GALLEY_SESSION_OPEN] = { "open", NULL },
  [GALLEY_SESSION_PAUSED] = { "paused", NULL },
  [GALLEY_SESSION_ENDED] = { "ended", NULL },
};

/**
 * galley_topic_to_nick:
 *
 * Returns: (transfer none): the name of @topic on disk and on the command line
 */
const char *
galley_topic_to_nick (GalleyTopic topic)
{
  g_return_val_if_fail ((guint) topic < GALLEY_N_TOPICS, NULL);

  return topics[topic].nick;
}

/**
 * galley_topic_from_nick:
 * @nick: (nullable): a name
 * @out_topic: (out): what it means; untouched if @nick is unknown
 *
 * Returns: whether @nick names a topic
 */
gboolean
galley_topic_from_nick (const char *nick, GalleyTopic *out_topic)
{
  int found = galley_word_find (topics, GALLEY_N_TOPICS, nick);

  if (found >= 0)
    *out_topic = found;
  return found >= 0;
}

/**
 * galley_topic_get_label:
 *
 * Returns: (transfer none): a heading over what is on the agenda for that reason, translated
 */
const char *
galley_topic_get_label (GalleyTopic topic)
{
  g_return_val_if_fail ((guint) topic < GALLEY_N_TOPICS, NULL);

  return _ (topics[topic].label);
}

/**
 * galley_ruling_to_nick:
 *
 * Returns: (transfer none): the name of @ruling on disk and on the command line
 */
const char *
galley_ruling_to_nick (GalleyRuling ruling)
{
  g_return_val_if_fail ((guint) ruling < GALLEY_N_RULINGS, NULL);

  return rulings[ruling].nick;
}

/**
 * galley_ruling_from_nick:
 * @nick: (nullable): a name
 * @out_ruling: (out): what it means; untouched if @nick is unknown
 *
 * Returns: whether @nick names a kind of decision
 */
gboolean
galley_ruling_from_nick (const char *nick, GalleyRuling *out_ruling)
{
  int found = galley_word_find (rulings, GALLEY_N_RULINGS, nick);

  if (found >= 0)
    *out_ruling = found;
  return found >= 0;
}

/**
 * galley_session_state_to_nick:
 *
 * Returns: (transfer none): the name of @state on disk and on the command line
 */
const char *
galley_session_state_to_nick (GalleySessionState state)
{
  g_return_val_if_fail ((guint) state < GALLEY_N_SESSION_STATES, NULL);

  return states[state].nick;
}

/**
 * galley_session_state_from_nick:
 * @nick: (nullable): a name
 * @out_state: (out): what it means; untouched if @nick is unknown
 *
 * Returns: whether @nick names a state
 */
gboolean
galley_session_state_from_nick (const char *nick, GalleySessionState *out_state)
{
  int found = galley_word_find (states, GALLEY_N_SESSION_STATES, nick);

  if (found >= 0)
    *out_state = found;
  return found >= 0;
}

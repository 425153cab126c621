/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include <glib/gi18n.h>

/* Why a key does nothing. The button of what can't be done is insensitive; a key looks as ever, and
 * whoever presses it has to be told. */

/* What is done to the chosen claim. */
static const char *const claim_actions[] = {
  "delete-claim",
  "star",
  "high-priority",
  "low-priority",
  "edit-category",
  "edit-reason",
  "edit-note",
  "write-note",
  "add-source",
  "add-query",
  "extend-end",
  "shrink-end",
  "extend-start",
  "shrink-start",
  "repeat-verdict",
  "copy-claim",
  "copy-claim-markdown",
  "copy-claim-json",
  NULL,
};

static const char *const word_actions[] = { "confirm", "dispute", "pending", "mark", NULL };

static const char *const dismissals[] = { "dismiss-opinion", "dismiss-not-checkable", NULL };

/* Untranslated; NULL if nobody expects @action to do anything. */
static const char *
find_sentence (GalleyWindow *self, const char *action)
{
  if (g_strv_contains (claim_actions, action))
    return galley_window_get_claim (self) == NULL ? N_ ("Choose a claim first")
                                                  : N_ ("Choose one claim only");
  if (g_strv_contains (word_actions, action))
    return galley_window_get_claim (self) == NULL
               ? N_ ("Put the caret in a sentence, or select some words")
               : N_ ("These words are a claim already");
  if (g_strv_contains (dismissals, action))
    return N_ ("Only a suggestion can be dismissed");
  if (g_str_equal (action, "fit-claim"))
    return N_ ("Select words of one claim to change where it begins and ends");
  if (g_str_equal (action, "keep-verdict"))
    return N_ ("The claim has no former verdict");
  if (g_str_equal (action, "add-to-agenda"))
    return N_ ("No review session is open");
  if (g_str_equal (action, "next-note") || g_str_equal (action, "previous-note"))
    return N_ ("The writer noted nothing in this draft");

  return NULL;
}

/**
 * galley_window_refuse_key:
 * @action: detailed name of an action that somebody pressed a key for
 *
 * Says why it does nothing, if it does nothing and that is not plain.
 *
 * Returns: whether it does nothing, and that has been said
 */
gboolean
galley_window_refuse_key (GtkWidget *window, const char *action)
{
  GalleyWindow *self = GALLEY_WINDOW (window);
  const char *name, *sentence;

  if (self->check == NULL || !g_str_has_prefix (action, "win."))
    return FALSE;

  name = action + strlen ("win.");
  if (galley_window_freezes (self, name))
    return galley_window_refuse_signed (self);
  sentence = find_sentence (self, name);
  if (sentence == NULL || g_action_group_get_action_enabled (G_ACTION_GROUP (self), name))
    return FALSE;

  if (!galley_window_refuse_blind (self))
    galley_window_say (self, _ (sentence));
  return TRUE;
}

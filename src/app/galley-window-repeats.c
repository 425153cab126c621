/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-repeat-verb.h"
#include "galley-twins.h"

#include <glib/gi18n.h>

/* What the window does about things that an article tells more than once. Nothing carries over by
 * itself: somebody presses the key or the button. */

/* The one of @twins that is @claim, as a list. */
static GPtrArray *
take_twin (GPtrArray *twins, GalleyClaim *claim)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_twin_unref);

  for (guint i = 0; i < twins->len; i++)
    {
      GalleyTwin *twin = g_ptr_array_index (twins, i);

      if (twin->claim == claim)
        g_ptr_array_add (taken, galley_twin_ref (twin));
    }

  return taken;
}

/* Gives the verdict on @claim to others, or, if it has none, takes it over from one of them. */
static GalleyAction *
make_action (GalleyWindow *self, GalleyClaim *claim, GPtrArray *given_ids)
{
  GalleyTwins *all = galley_check_get_twins (self->check);
  g_autoptr (GPtrArray) twins = galley_twins_list (all, self->check, claim);
  g_autoptr (GPtrArray) of_giver = NULL;
  g_autoptr (GPtrArray) taken = NULL;
  GalleyClaim *giver;

  if (galley_claim_get_status (claim) != GALLEY_STATUS_PENDING)
    return galley_verb_repeat (self->check, claim, twins, given_ids);

  giver = galley_twins_find_giver (twins);
  if (giver == NULL)
    return NULL;

  of_giver = galley_twins_list (all, self->check, giver);
  taken = take_twin (of_giver, claim);
  return galley_verb_repeat (self->check, giver, taken, given_ids);
}

static void
repeat (GalleyWindow *self, GalleyClaim *claim)
{
  g_autoptr (GPtrArray) given_ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GalleyAction) action = make_action (self, claim, given_ids);
  g_autofree char *toast = NULL;

  if (action == NULL)
    {
      galley_window_say (self, _ ("No other mention says the same and waits for a verdict"));
      return;
    }

  toast = g_strdup_printf (
      ngettext ("Verdict given to %u mention", "Verdict given to %u mentions", given_ids->len),
      given_ids->len);
  galley_window_perform (self, action, toast);
}

/* A key may be pressed before the verdict is durable, or before it is known what repeats: it acts
 * as soon as both are, unless the verdict could not be saved, or somebody else gave another. */
static void
repeat_wanted (GalleyWindow *self)
{
  GalleyTwins *twins = self->check != NULL ? galley_check_get_twins (self->check) : NULL;
  g_autofree char *claim_id = NULL;
  GalleyClaim *claim;

  if (self->repeated_id == NULL || twins == NULL || galley_saver_get_n_running (self->saver) > 0 ||
      !galley_twins_is_current (twins, self->check))
    return;

  claim_id = g_steal_pointer (&self->repeated_id);
  claim = galley_claim_list_find (galley_check_get_claims (self->check), claim_id);
  if (claim == NULL)
    return;
  if (galley_claim_get_status (claim) == self->repeated_status)
    repeat (self, claim);
  else
    galley_window_say (self, _ ("The claim has another verdict, so no other mention got it"));
}

static void
repeat_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  GalleyClaim *claim = galley_window_get_claim (self);
  g_autofree char *status = NULL;

  if (claim == NULL)
    return;

  self->repeated_status = galley_claim_get_status (claim);
  status = galley_saver_find_status (self->saver, galley_claim_get_id (claim));
  if (status != NULL)
    galley_status_from_nick (status, &self->repeated_status);
  g_free (self->repeated_id);
  self->repeated_id = g_strdup (galley_claim_get_id (claim));
  repeat_wanted (self);
}

static void
show_mention (GalleyWindow *self, GalleyClaim *claim, guint start)
{
  galley_article_view_set_caret (self->article_view,
                                 claim != NULL ? galley_claim_get_range (claim).start : start);
  if (claim != NULL)
    galley_article_view_set_current_claim (self->article_view, claim);
}

static void
show_mention_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  const char *claim_id;
  guint start;

  g_variant_get (parameter, "(&su)", &claim_id, &start);
  show_mention (self, galley_claim_list_find (galley_check_get_claims (self->check), claim_id),
                start);
  gtk_widget_grab_focus (GTK_WIDGET (self->article_view));
}

/* The claim of which the next mention is looked for: the chosen one, or, where no claim is, the one
 * that led there. */
static GalleyClaim *
get_told (GalleyWindow *self)
{
  GalleyClaim *claim = galley_window_get_claim (self);

  if (claim == NULL && self->told_id != NULL)
    return galley_claim_list_find (galley_check_get_claims (self->check), self->told_id);
  if (claim == NULL)
    return NULL;

  g_free (self->told_id);
  self->told_id = g_strdup (galley_claim_get_id (claim));
  return claim;
}

/* The mention that begins next behind @caret, or the first; NULL if that is the claim itself. */
static GalleyTwin *
find_next (GPtrArray *twins, GalleyClaim *claim, guint caret)
{
  guint own = galley_claim_get_range (claim).start;
  GalleyTwin *first = g_ptr_array_index (twins, 0);

  for (guint i = 0; i < twins->len; i++)
    {
      GalleyTwin *twin = g_ptr_array_index (twins, i);

      if (own > caret && own < twin->range.start)
        return NULL;
      if (twin->range.start > caret)
        return twin;
    }

  return own > caret || own < first->range.start ? NULL : first;
}

static void
next_mention_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  GalleyTwins *all = galley_check_get_twins (self->check);
  GalleyClaim *claim = get_told (self);
  g_autoptr (GPtrArray) twins = NULL;
  GalleyTarget target;
  GalleyTwin *next;
  guint caret = galley_article_view_get_caret (self->article_view);

  if (all != NULL && claim != NULL)
    twins = galley_twins_list (all, self->check, claim);
  if (twins == NULL || twins->len == 0)
    {
      galley_window_say (self, _ ("Nothing else in the article tells of the same"));
      return;
    }

  if (galley_window_get_target (self, &target))
    caret = target.range.start;
  next = find_next (twins, claim, caret);
  if (next == NULL)
    show_mention (self, claim, galley_claim_get_range (claim).start);
  else
    show_mention (self, next->claim, next->range.start);
}

/**
 * galley_window_start_repeating:
 *
 * The library is open: begins to follow what is saved.
 */
void
galley_window_start_repeating (GalleyWindow *self)
{
  g_signal_connect_object (self->saver, "changed", G_CALLBACK (repeat_wanted), self,
                           G_CONNECT_SWAPPED);
}

/**
 * galley_window_follow_repeats:
 *
 * Keeps known what the article tells more than once, if one is open.
 */
void
galley_window_follow_repeats (GalleyWindow *self)
{
  g_clear_object (&self->twins_keeper);
  g_clear_pointer (&self->repeated_id, g_free);
  if (self->check == NULL)
    return;

  self->twins_keeper = galley_twins_keeper_new (self->check);
  g_signal_connect_object (self->check, "twins-changed", G_CALLBACK (repeat_wanted), self,
                           G_CONNECT_SWAPPED);
}

/**
 * galley_window_add_repeat_actions:
 *
 * For galley_window_add_actions().
 */
void
galley_window_add_repeat_actions (GalleyWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "repeat-verdict", .activate = repeat_action },
    { .name = "next-mention", .activate = next_mention_action },
    { .name = "show-mention", .activate = show_mention_action, .parameter_type = "(su)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

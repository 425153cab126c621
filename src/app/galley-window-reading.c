/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-agreement-window.h"
#include "galley-dialogs.h"
#include "galley-names.h"
#include "galley-reading-form.h"
#include "galley-reading-verbs.h"
#include "galley-seen.h"

#include <glib/gi18n.h>

/* The window's part in second readings. While somebody reads, the window shows a blind check, which
 * has nothing in it that the first checker decided: see galley-check-blind.c. What would show more
 * than the check is not there meanwhile: the library, and all windows and exports of the article.
 *
 * A reading that came by a package may be that of somebody else of the same name. Whoever works
 * here is asked; until they have answered, the article is shown as to its reader, which gives
 * nothing away. */

/**
 * galley_window_is_blind:
 *
 * Returns: whether the window shows a second reading
 */
gboolean
galley_window_is_blind (GalleyWindow *self)
{
  return self->check != NULL && galley_check_get_source (self->check) != NULL;
}

/**
 * galley_window_is_undecided:
 * @claim: a claim of the article that is open
 *
 * Returns: whether a verdict says something although it is the one that the claim shows
 */
gboolean
galley_window_is_undecided (GalleyWindow *self, GalleyClaim *claim)
{
  return galley_window_is_blind (self) ? galley_check_is_open (self->check, claim)
                                       : galley_check_is_read_apart (self->check, claim) ||
                                             galley_claim_has_new_sentence (claim);
}

/**
 * galley_window_refuse_blind:
 *
 * Says why nothing else can be done while somebody reads second.
 *
 * Returns: whether that is so
 */
gboolean
galley_window_refuse_blind (GalleyWindow *self)
{
  if (!galley_window_is_blind (self))
    return FALSE;

  galley_window_say (self, _ ("A second reader can only judge the claims of the reading"));
  return TRUE;
}

/* A reading under the name of whoever works here that began elsewhere, and of which they have not
 * said yet whether it is theirs. */
static GalleyReading *
find_unclear (GalleyWindow *self, GalleyCheck *check)
{
  const char *name = galley_desk_get_actor (self->desk);
  GPtrArray *readings = galley_check_get_readings (check);

  for (guint i = 0; i < readings->len; i++)
    {
      GalleyReading *reading = g_ptr_array_index (readings, i);

      if (galley_reading_is_under_way (reading) && !reading->is_here &&
          g_str_equal (reading->reader, name) &&
          !g_hash_table_contains (self->not_mine, reading->id))
        return reading;
    }

  return NULL;
}

/**
 * galley_window_wrap_check:
 * @check: an article that was opened
 *
 * Returns: (transfer full): the article as whoever works here is to see it: blind, if they have a
 *   second reading of it under way, or may have
 */
GalleyCheck *
galley_window_wrap_check (GalleyWindow *self, GalleyCheck *check)
{
  GalleyReading *reading = galley_check_find_reading_of (check, galley_desk_get_actor (self->desk));

  if (reading == NULL)
    reading = find_unclear (self, check);

  return reading != NULL ? galley_check_new_blind (check, reading) : g_object_ref (check);
}

static const char *
get_reading_id (GalleyCheck *check)
{
  GalleyReading *reading = galley_check_get_reading (check);

  return reading != NULL ? reading->id : NULL;
}

/* A reading began or ended, or whose it is has become clear. */
static void
readings_changed_cb (GalleyWindow *self)
{
  GalleyCheck *source = galley_check_get_source (self->check);
  g_autoptr (GalleyCheck) whole = g_object_ref (source != NULL ? source : self->check);
  g_autoptr (GalleyCheck) shown = galley_window_wrap_check (self, whole);

  if ((galley_check_get_source (shown) != NULL) == galley_window_is_blind (self) &&
      g_strcmp0 (get_reading_id (shown), get_reading_id (self->check)) == 0)
    return;

  galley_window_set_check (self, shown, galley_article_view_get_caret (self->article_view));
  gtk_widget_grab_focus (GTK_WIDGET (self->article_view));
}

static void
claimed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  GalleyAnswer answer = galley_dialogs_ask_finish (result);
  GalleyReading *reading =
      self->check != NULL && self->saver != NULL ? galley_check_get_reading (self->check) : NULL;
  g_autoptr (GalleyAction) action = NULL;

  if (reading == NULL || reading->is_here)
    return;

  /* The question may have been there before the window ever had the keyboard. */
  gtk_window_present (GTK_WINDOW (self));
  switch (answer)
    {
    case GALLEY_ANSWER_ACCEPT:
      action = galley_verb_take_reading (reading);
      galley_window_perform (self, action, /* toast= */ NULL);
      galley_window_focus_pane (self, "article");
      break;
    case GALLEY_ANSWER_OTHER:
      g_hash_table_add (self->not_mine, g_strdup (reading->id));
      readings_changed_cb (self);
      break;
    case GALLEY_ANSWER_CANCEL:
    default:
      galley_window_close_article (self);
      break;
    }
}

/* A name alone does not tell whose reading it is. */
static void
ask_whose (GalleyWindow *self, GalleyReading *reading)
{
  g_autofree char *name = galley_names_shorten (reading->reader);
  /* Translators: %s is the name of whoever reads. */
  g_autofree char *body = g_strdup_printf (
      _ ("A second reading of this article by %s is under way in another copy of the library. If "
         "it is yours, it goes on here, and the first verdicts stay hidden. If it is not, one of "
         "the two of you should take another name."),
      name);
  GalleyQuestion question = {
    .heading = _ ("Is This Second Reading Yours?"),
    .body = body,
    .cancel = _ ("_Close Article"),
    .accept = _ ("_Go On Here"),
    .other = _ ("_Not Mine"),
    .is_open = TRUE,
  };

  galley_dialogs_ask (GTK_WINDOW (self), &question, self->cancellable, claimed_cb,
                      g_object_ref (self));
}

static void
close_window (GtkWindow *window)
{
  if (window != NULL)
    gtk_window_destroy (window);
}

/* What is open over the window tells what the first checker decided. */
static void
close_others (GalleyWindow *self)
{
  close_window (self->agreement);
  close_window (self->changes);
  close_window (self->open_queries);
  close_window (self->source_log);
  close_window (self->progress);
  close_window (self->sign_off);
  close_window (GTK_WINDOW (self->tray));
  galley_window_close_intake (self);
  galley_window_close_session (self);
}

static void
hide_library (GalleyWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-library");
  g_autoptr (GVariant) state = g_action_get_state (action);

  self->had_library = g_variant_get_boolean (state);
  g_action_change_state (action, g_variant_new_boolean (FALSE));
}

/**
 * galley_window_follow_reading:
 *
 * Another check is shown: shows no more than it, or all again.
 */
void
galley_window_follow_reading (GalleyWindow *self)
{
  gboolean is_blind = galley_window_is_blind (self);
  gboolean was_blind = gtk_revealer_get_reveal_child (self->reading_revealer);

  /* It is about the check that was shown until now. */
  close_window (self->agreement);
  if (self->check != NULL)
    g_signal_connect_object (self->check, "readings-changed", G_CALLBACK (readings_changed_cb),
                             self, G_CONNECT_SWAPPED);
  if (is_blind && !galley_check_get_reading (self->check)->is_here)
    ask_whose (self, galley_check_get_reading (self->check));
  if (is_blind == was_blind)
    return;

  gtk_revealer_set_reveal_child (self->reading_revealer, is_blind);
  galley_window_dismiss_toast (self);
  if (is_blind)
    {
      close_others (self);
      hide_library (self);
    }
  else
    g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self), "show-library"),
                           g_variant_new_boolean (self->had_library));
}

/**
 * galley_window_show_reading:
 *
 * Says whose reading is shown, and how far it has come.
 */
void
galley_window_show_reading (GalleyWindow *self)
{
  GalleyReading *reading = galley_check_get_reading (self->check);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (reading == NULL)
    return;

  name = galley_names_shorten (reading->reader);
  /* Translators: who reads, how many claims are judged, of how many. */
  sentence = g_strdup_printf (
      _ ("Second reading by %s · %u of %u · blind"), name, galley_check_get_n_judged (self->check),
      galley_claim_list_get_n_claims (galley_check_get_claims (self->check)));
  gtk_label_set_label (self->reading_label, sentence);
}

/**
 * galley_window_translate:
 * @action: what the person did
 *
 * Returns: (transfer full) (nullable): what that is in a second reading, or where there has been
 *   one; %NULL if it can't be done now, which the person is told
 */
GalleyAction *
galley_window_translate (GalleyWindow *self, GalleyAction *action)
{
  GalleyAction *done;

  if (self->check == NULL)
    return galley_action_ref (action);

  galley_seen_expect (self->check, action, !galley_saver_is_going_back (self->saver));
  if (!galley_window_is_blind (self))
    done = galley_verb_keep_first (self->check, action);
  else if (g_str_equal (action->verb, "end-reading") || g_str_equal (action->verb, "take-reading"))
    return galley_action_ref (action);
  else
    done = galley_verb_make_blind (self->check, action);

  if (done == NULL)
    galley_window_refuse_blind (self);
  else if (done != action)
    g_hash_table_insert (self->blind_actions, galley_action_ref (done), galley_action_ref (action));
  return done;
}

/**
 * galley_window_find_asked:
 * @action: what was saved, or could not be
 * @forget: whether nothing more is to be heard of it
 *
 * Returns: (transfer full): what galley_window_translate() was asked for
 */
GalleyAction *
galley_window_find_asked (GalleyWindow *self, GalleyAction *action, gboolean forget)
{
  GalleyAction *asked = g_hash_table_lookup (self->blind_actions, action);

  asked = galley_action_ref (asked != NULL ? asked : action);
  if (forget)
    g_hash_table_remove (self->blind_actions, action);
  return asked;
}

static void
start_reading_action (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  GalleyReading *other =
      galley_check_find_namesake (self->check, galley_desk_get_actor (self->desk));

  if (other != NULL)
    {
      g_autofree char *name = galley_names_shorten (other->reader);
      /* Translators: %s is the name of whoever reads. */
      g_autofree char *sentence =
          g_strdup_printf (_ ("%s reads this article in another copy of the library. Take another "
                              "name first"),
                           name);

      galley_window_say (self, sentence);
      return;
    }

  galley_window_flush (self);
  galley_reading_form_open (GTK_WINDOW (self), self->saver, self->check,
                            galley_desk_get_actor (self->desk));
}

static void
end_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  GalleyReading *reading;
  g_autoptr (GalleyAction) action = NULL;

  if (galley_dialogs_ask_finish (result) != GALLEY_ANSWER_ACCEPT || self->check == NULL)
    return;

  reading = galley_check_get_reading (self->check);
  if (reading == NULL)
    return;
  action = galley_verb_end_reading (reading);
  galley_window_perform (self, action, /* toast= */ NULL);
  galley_window_focus_pane (self, "article");
}

static void
end_reading_action (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  guint n_claims = galley_claim_list_get_n_claims (galley_check_get_claims (self->check));
  guint n_open = n_claims - galley_check_get_n_judged (self->check);
  g_autofree char *left =
      n_open == 0
          ? g_strdup (_ ("All claims of the reading are judged."))
          : g_strdup_printf (ngettext ("%u claim is not judged and counts as missing.",
                                       "%u claims are not judged and count as missing.", n_open),
                             n_open);
  /* Translators: the first %s is one sentence. */
  g_autofree char *body = g_strdup_printf (
      _ ("%s The first verdicts are shown then, and what is judged later is not blind any more."),
      left);
  GalleyQuestion question = {
    .heading = _ ("End the Second Reading?"),
    .body = body,
    .cancel = _ ("_Go On Reading"),
    .accept = _ ("_End Reading"),
  };

  galley_window_flush (self);
  galley_dialogs_ask (GTK_WINDOW (self), &question, self->cancellable, end_confirmed_cb,
                      g_object_ref (self));
}

/* The reading waits until the article is opened again. */
static void
pause_reading_action (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_window_flush (self);
  galley_window_close_article (self);
}

static void
choose_cb (GalleyWindow *self, const char *claim_id)
{
  gtk_window_present (GTK_WINDOW (self));
  g_free (self->wanted_claim_id);
  self->wanted_claim_id = g_strdup (claim_id);
  galley_window_choose_wanted (self);
}

static void
settle_cb (GalleyWindow *self, GalleyAction *action)
{
  galley_window_perform (self, action, /* toast= */ NULL);
}

static void
agreement_action (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_window_flush (self);
  close_window (self->agreement);
  g_set_weak_pointer (&self->agreement,
                      GTK_WINDOW (galley_agreement_window_new (GTK_WINDOW (self), self->check)));
  g_signal_connect_object (self->agreement, "choose", G_CALLBACK (choose_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agreement, "perform", G_CALLBACK (settle_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (self->agreement);
}

/**
 * galley_window_add_reading_actions:
 *
 * For galley_window_add_actions().
 */
void
galley_window_add_reading_actions (GalleyWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "start-reading", .activate = start_reading_action },
    { .name = "end-reading", .activate = end_reading_action },
    { .name = "pause-reading", .activate = pause_reading_action },
    { .name = "agreement", .activate = agreement_action },
  };

  self->not_mine = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->blind_actions = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) galley_action_unref,
                                               (GDestroyNotify) galley_action_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

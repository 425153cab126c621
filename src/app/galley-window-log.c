/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-changes.h"
#include "galley-open-queries.h"
#include "galley-query-form.h"
#include "galley-source-log.h"

#include <glib/gi18n.h>

/* The window's part in the source log and the queries. */

static void
choose_claim (GalleyWindow *self, const char *claim_id)
{
  GalleyClaim *claim = galley_claim_list_find (galley_check_get_claims (self->check), claim_id);

  if (galley_claim_list_find (galley_check_get_tray (self->check), claim_id) != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.tray", NULL);
      return;
    }
  if (claim == NULL)
    {
      galley_window_say (self, _ ("The claim is not in the article any more"));
      return;
    }
  galley_article_view_set_caret (self->article_view, galley_claim_get_range (claim).start);
  galley_article_view_set_current_claim (self->article_view, claim);
}

/**
 * galley_window_choose_wanted:
 *
 * An article was loaded: chooses the claim that somebody wanted to see in it.
 */
void
galley_window_choose_wanted (GalleyWindow *self)
{
  g_autofree char *claim_id = g_steal_pointer (&self->wanted_claim_id);

  if (claim_id != NULL)
    choose_claim (self, claim_id);
}

static void
show_claim_cb (GalleyWindow *self, const char *article_id, const char *claim_id)
{
  gtk_window_present (GTK_WINDOW (self));
  if (self->check != NULL && g_strcmp0 (article_id, self->article_id) == 0)
    {
      choose_claim (self, claim_id);
      return;
    }

  galley_window_open_article (self, article_id);
  g_free (self->wanted_claim_id);
  self->wanted_claim_id = g_strdup (claim_id);
}

/**
 * galley_window_start_log:
 *
 * The library is open: begins to read its source log.
 */
void
galley_window_start_log (GalleyWindow *self)
{
  self->log_book = galley_log_book_new (self->desk, self->saver);
  g_signal_connect_object (self->log_book, "show-claim", G_CALLBACK (show_claim_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_notify (G_OBJECT (self), "log-book");
}

/**
 * galley_window_note_moment:
 * @moment: what happens to the article that is open now
 *
 * Remembers when it happened, so that somebody can ask what changed since then.
 */
void
galley_window_note_moment (GalleyWindow *self, GalleyMoment moment)
{
  if (self->check != NULL)
    galley_moments_note (galley_article_get_id (galley_check_get_article (self->check)), moment,
                         g_get_real_time () / 1000);
}

static void
open_queries_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  if (self->open_queries == NULL)
    g_set_weak_pointer (&self->open_queries,
                        GTK_WINDOW (galley_open_queries_new (GTK_WINDOW (self), self->log_book)));
  gtk_window_present (self->open_queries);
}

/* It is about one article: another one takes its place. */
static void
changes_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_window_flush (self);
  if (self->changes != NULL)
    gtk_window_destroy (self->changes);
  g_set_weak_pointer (&self->changes, GTK_WINDOW (galley_changes_new (
                                          GTK_WINDOW (self), self->log_book, self->article_id)));
  gtk_window_present (self->changes);
}

static void
source_log_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  if (self->source_log == NULL)
    g_set_weak_pointer (&self->source_log,
                        GTK_WINDOW (galley_source_log_new (GTK_WINDOW (self), self->log_book)));
  gtk_window_present (self->source_log);
}

static void
add_query_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  GalleyClaim *claim = galley_window_get_claim (self);

  if (claim != NULL && !galley_window_refuse_signed (self))
    galley_query_form_open (GTK_WINDOW (self), self->log_book, galley_claim_get_id (claim),
                            /* query= */ NULL, GALLEY_QUERY_STEP_ASK);
}

/**
 * galley_window_add_log_actions:
 *
 * For galley_window_add_actions().
 */
void
galley_window_add_log_actions (GalleyWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "open-queries", .activate = open_queries_action },
    { .name = "changes", .activate = changes_action },
    { .name = "source-log", .activate = source_log_action },
    { .name = "add-query", .activate = add_query_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

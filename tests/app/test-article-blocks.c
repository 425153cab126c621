/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture-check.h"
#include "fixture.h"

#include "galley-article-view.h"

static PangoUnderline
get_underline (GtkTextBuffer *buffer, guint offset)
{
  GtkTextIter iter;
  PangoUnderline underline = PANGO_UNDERLINE_NONE;
  GSList *tags;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      gboolean is_set;

      g_object_get (l->data, "underline-set", &is_set, NULL);
      if (is_set)
        g_object_get (l->data, "underline", &underline, NULL);
    }
  g_slist_free (tags);

  return underline;
}

/* Where the looks of blocks start and end. */
static char *
describe_blocks (GtkTextBuffer *buffer)
{
  GString *description = g_string_new (NULL);
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  do
    {
      GSList *tags = gtk_text_iter_get_toggled_tags (&iter, TRUE);

      for (GSList *l = tags; l != NULL; l = l->next)
        {
          gboolean is_claim;

          g_object_get (l->data, "underline-set", &is_claim, NULL);
          if (!is_claim)
            g_string_append_printf (description, "%d: %d\n", gtk_text_iter_get_offset (&iter),
                                    gtk_text_tag_get_priority (l->data));
        }
      g_slist_free (tags);
    }
  while (gtk_text_iter_forward_to_tag_toggle (&iter, NULL));

  return g_string_free (description, FALSE);
}

static gboolean
are_all_shown (GtkTextBuffer *buffer, GalleyCheck *check)
{
  static const PangoUnderline underlines[GALLEY_N_STATUSES] = {
    [GALLEY_STATUS_PENDING] = PANGO_UNDERLINE_LOW,
    [GALLEY_STATUS_CONFIRMED] = PANGO_UNDERLINE_SINGLE,
    [GALLEY_STATUS_DISPUTED] = PANGO_UNDERLINE_ERROR,
  };
  GalleyClaimList *claims = galley_check_get_claims (check);

  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);

      if (get_underline (buffer, galley_claim_get_range (claim).start) !=
          underlines[galley_claim_get_status (claim)])
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  GtkWindow *window;
  GalleyArticleView *view;
  GtkTextBuffer *buffer;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->view = g_object_new (GALLEY_TYPE_ARTICLE_VIEW, NULL);
  fixture->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (
      fixture_find (GTK_WIDGET (fixture->view), fixture_is_text_view, /* data= */ NULL)));
  gtk_window_set_default_size (fixture->window, 900, 600);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  gtk_window_present (fixture->window);
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->view)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
}

/* What is around the caret is styled at once, and the rest part by part, with the same result. */
static void
test_a_long_article_is_styled_in_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyCheck) check = fixture_check_new_long (5000);
  GtkTextIter start, end;
  g_autofree char *in_parts = NULL;
  g_autofree char *at_once = NULL;

  galley_article_view_set_check (fixture->view, check, /* caret= */ 100000);
  g_assert_cmpint (get_underline (fixture->buffer, 100000), !=, PANGO_UNDERLINE_NONE);
  g_assert_cmpint (get_underline (fixture->buffer, 10), ==, PANGO_UNDERLINE_NONE);
  WAIT_UNTIL (are_all_shown (fixture->buffer, check));
  in_parts = describe_blocks (fixture->buffer);

  gtk_text_buffer_get_bounds (fixture->buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (fixture->buffer, &start, &end);
  galley_article_view_set_scale (fixture->view, 1.25);
  galley_article_view_set_scale (fixture->view, 1);
  at_once = describe_blocks (fixture->buffer);
  g_assert_cmpstr (in_parts, ==, at_once);
}

/* Every other claim gets a verdict in one step, as the library would tell it. */
static void
judge_many (GalleyCheck *check, GalleyStatus status)
{
  GalleyClaimList *claims = galley_check_get_claims (check);
  g_autoptr (GalleyOutcome) outcome = galley_outcome_new ();

  outcome->article_id = g_strdup (galley_article_get_id (galley_check_get_article (check)));
  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i += 2)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);
      GalleyClaimFields fields = { .range = galley_claim_get_range (claim), .status = status };

      g_ptr_array_add (outcome->claims, galley_claim_new (galley_claim_get_id (claim), &fields));
    }
  galley_check_apply (check, outcome);
}

/* So is what a step on thousands of claims changes; and what comes before the rest is done, as one
 * more step or the wish to see the words that nothing covers, is done to the rest as well. */
static void
test_a_long_step_is_shown_in_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyCheck) check = fixture_check_new_long (5000);
  guint last =
      galley_claim_get_range (galley_claim_list_peek (galley_check_get_claims (check), 4998)).start;

  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);
  WAIT_UNTIL (are_all_shown (fixture->buffer, check));
  judge_many (check, GALLEY_STATUS_DISPUTED);
  g_assert_cmpint (get_underline (fixture->buffer, 0), ==, PANGO_UNDERLINE_ERROR);
  g_assert_cmpint (get_underline (fixture->buffer, last), ==, PANGO_UNDERLINE_LOW);
  WAIT_UNTIL (are_all_shown (fixture->buffer, check));

  judge_many (check, GALLEY_STATUS_PENDING);
  judge_many (check, GALLEY_STATUS_CONFIRMED);
  fixture_check_drop (check, "004999");
  galley_article_view_set_show_uncovered (fixture->view, TRUE);
  g_assert_cmpint (get_underline (fixture->buffer, last), ==, PANGO_UNDERLINE_ERROR);
  g_assert_cmpint (get_underline (fixture->buffer, last + 43), ==, PANGO_UNDERLINE_NONE);
  WAIT_UNTIL (are_all_shown (fixture->buffer, check) &&
              get_underline (fixture->buffer, last + 43) == PANGO_UNDERLINE_DOUBLE);

  judge_many (check, GALLEY_STATUS_DISPUTED);
  galley_article_view_set_show_uncovered (fixture->view, FALSE);
  galley_article_view_set_check (fixture->view, NULL, /* caret= */ 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (gtk_text_buffer_get_char_count (fixture->buffer), ==, 0);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define TEST(name, function)                                                                       \
  g_test_add ("/article-blocks/" name, Fixture, NULL, set_up, function, tear_down)
  TEST ("a-long-article-is-styled-in-parts", test_a_long_article_is_styled_in_parts);
  TEST ("a-long-step-is-shown-in-parts", test_a_long_step_is_shown_in_parts);
#undef TEST

  return g_test_run ();
}

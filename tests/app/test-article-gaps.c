/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The blank lines between blocks: nobody stands in them, and nothing is drawn there. And the marks
 * that lines begin with: who stands before them is at the words behind them. */

#include "fixture-check.h"
#include "fixture.h"

#include "galley-article-gaps.h"
#include "galley-article-marks.h"
#include "galley-article-view.h"
#include "galley-article-words.h"

typedef struct
{
  GtkWindow *window;
  GalleyArticleView *view;
  GtkTextView *text;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->view = g_object_new (GALLEY_TYPE_ARTICLE_VIEW, NULL);
  gtk_window_set_default_size (fixture->window, 900, 600);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  fixture->text = GTK_TEXT_VIEW (
      fixture_find (GTK_WIDGET (fixture->view), fixture_is_text_view, /* data= */ NULL));
  gtk_window_present (fixture->window);
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->view)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
}

static guint
move_caret (Fixture *fixture, GtkMovementStep step, int count)
{
  g_signal_emit_by_name (fixture->text, "move-cursor", step, count, FALSE);

  return galley_article_view_get_caret (fixture->view);
}

/* Keys take the caret over the blank lines between blocks, at both ends back to the words. */
static void
test_caret_leaves_gaps (Fixture *fixture, gconstpointer data)
{
  FixtureDraft draft;
  g_autoptr (GalleyCheck) check = NULL;
  guint second, last;

  fixture_draft_init (&draft, "\n \nThe first words.\n\n  \n\nThe second words.\n\n");
  second = fixture_draft_find (&draft, "The second").start;
  last = fixture_draft_find (&draft, "second words.").end;
  check = fixture_draft_finish (&draft);
  galley_article_view_set_check (fixture->view, check, /* caret= */ 3);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->text));

  g_assert_cmpuint (move_caret (fixture, GTK_MOVEMENT_DISPLAY_LINES, -1), ==, 3);
  g_assert_cmpuint (move_caret (fixture, GTK_MOVEMENT_LOGICAL_POSITIONS, 4), ==, 7);
  g_assert_cmpuint (move_caret (fixture, GTK_MOVEMENT_DISPLAY_LINES, 1), ==, second + 4);
  g_assert_cmpuint (move_caret (fixture, GTK_MOVEMENT_DISPLAY_LINES, 1), ==, second + 4);
  g_assert_cmpuint (move_caret (fixture, GTK_MOVEMENT_DISPLAY_LINES, -1), ==, 7);
  g_assert_cmpuint (move_caret (fixture, GTK_MOVEMENT_BUFFER_ENDS, 1), ==, last);
  g_assert_cmpuint (move_caret (fixture, GTK_MOVEMENT_VISUAL_POSITIONS, 1), ==, last);
  g_assert_cmpuint (move_caret (fixture, GTK_MOVEMENT_BUFFER_ENDS, -1), ==, 3);
  g_assert_cmpuint (move_caret (fixture, GTK_MOVEMENT_VISUAL_POSITIONS, -1), ==, 3);
  galley_article_view_set_caret (fixture->view, second);
  g_assert_cmpuint (move_caret (fixture, GTK_MOVEMENT_VISUAL_POSITIONS, -1), ==, 19);
  g_assert_cmpuint (move_caret (fixture, GTK_MOVEMENT_VISUAL_POSITIONS, 1), ==, second);

  /* A pointer can't leave it there either. */
  galley_article_view_set_caret (fixture->view, second - 2);
  galley_article_gaps_settle (fixture->text);
  g_assert_cmpuint (galley_article_view_get_caret (fixture->view), <, 19);

  /* A selection grows as anywhere. */
  galley_article_view_set_caret (fixture->view, 19);
  g_signal_emit_by_name (fixture->text, "move-cursor", GTK_MOVEMENT_VISUAL_POSITIONS, 1, TRUE);
  g_assert_cmpuint (galley_article_view_get_caret (fixture->view), ==, 20);
}

/* Nothing is drawn on the blank lines within a claim. */
static void
test_gaps_are_not_marked (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "The first words.\n\n \nThe second words.\n",
    "\u05e9\u05dc\u05d5\u05dd\n\n \n\u05e2\u05d5\u05dc\u05dd\n"
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      FixtureDraft draft;
      g_autoptr (GalleyCheck) check = NULL;
      g_autoptr (GArray) rectangles = NULL;
      GalleyRange whole = { 0, g_utf8_strlen (texts[i], -1) };

      fixture_draft_init (&draft, texts[i]);
      check = fixture_draft_finish (&draft);
      galley_article_view_set_check (fixture->view, check, /* caret= */ 0);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->text));
      rectangles =
          galley_article_marks_get_rectangles (GALLEY_ARTICLE_TEXT (fixture->text), check, whole);
      g_assert_cmpuint (rectangles->len, ==, 2);
      for (guint j = 0; j < rectangles->len; j++)
        g_assert_cmpint (g_array_index (rectangles, GdkRectangle, j).width, >, 10);
    }
}

/* What keys act on where the caret stands at @offset. */
static void
assert_target (Fixture *fixture,
               GalleyCheck *check,
               guint offset,
               GalleyTargetKind kind,
               const char *words)
{
  GalleyTarget target;
  g_autofree char *found = NULL;

  galley_article_view_set_caret (fixture->view, offset);
  galley_article_view_get_target (fixture->view, &target);
  found = galley_text_slice (galley_document_get_text (galley_check_get_document (check)),
                             target.range);
  g_assert_cmpint (target.kind, ==, kind);
  g_assert_cmpstr (found, ==, words);
  g_assert_true (galley_article_view_get_current_claim (fixture->view) == target.claim);
}

/* Down and Home put the caret before the sign of a list item. */
static void
test_marks_lead_to_words (Fixture *fixture, gconstpointer data)
{
  static const char first_words[] = "Stays of 30 nights or more are not touched by the rules";
  static const char second_words[] = "Hotels pay the same tax as before: 14 percent.";
  FixtureDraft draft;
  g_autoptr (GalleyCheck) check = NULL;
  GalleyRange first, second;

  fixture_draft_open (&draft, "explainer.txt");
  first = fixture_draft_find (&draft, first_words);
  second = fixture_draft_find (&draft, second_words);
  fixture_draft_claim (&draft, "a", first_words, GALLEY_STATUS_CONFIRMED);
  check = fixture_draft_finish (&draft);
  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);

  assert_target (fixture, check, first.start - 2, GALLEY_TARGET_CLAIM, first_words);
  assert_target (fixture, check, second.start - 2, GALLEY_TARGET_SUGGESTION, second_words);
  assert_target (fixture, check, second.start - 1, GALLEY_TARGET_SUGGESTION, second_words);
  assert_target (fixture, check, first.end, GALLEY_TARGET_CLAIM, first_words);
  /* A blank line is before no words. */
  assert_target (fixture, check, second.end + 1, GALLEY_TARGET_NONE, "");
}

static void
assert_selected (GtkTextBuffer *buffer, const char *words)
{
  GtkTextIter start, end;
  g_autofree char *selected = NULL;

  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  selected = gtk_text_iter_get_slice (&start, &end);
  g_assert_cmpstr (selected, ==, words);
}

/* A pointer selects whole words, from either end; keys select to the letter, and what keys began
 * stays so where a pointer goes on. */
static void
test_pointer_selects_words (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int caret;
    int bound;
    gboolean is_extended;
    const char *words;
  } cases[] = {
    { 12, 3, FALSE, "Anna Lindqvist" }, { 3, 12, FALSE, "Anna Lindqvist" },
    { 14, 5, FALSE, "Lindqvist" },      { 12, 3, TRUE, "a Lindqvist" },
    { 3, 12, TRUE, "Anna Lindqvi" },    { 24, 20, FALSE, "$11.5" },
    { 32, 30, FALSE, "橋が" },          { 39, 28, FALSE, "high橋が架かる。\n\nThe" },
    { 46, 44, FALSE, "second" },
  };
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (fixture->text);
  FixtureDraft draft;
  g_autoptr (GalleyCheck) check = NULL;

  fixture_draft_init (&draft, "Anna Lindqvist paid $11.5 high橋が架かる。\n\nThe second words.\n");
  check = fixture_draft_finish (&draft);
  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkTextIter caret, bound;

      gtk_text_buffer_get_iter_at_offset (buffer, &caret, cases[i].caret);
      gtk_text_buffer_get_iter_at_offset (buffer, &bound, cases[i].bound);
      gtk_text_buffer_select_range (buffer, &caret, &bound);
      galley_article_words_settle (fixture->text, cases[i].is_extended);
      assert_selected (buffer, cases[i].words);
      g_assert_cmpint (galley_article_view_get_caret (fixture->view) > (guint) cases[i].bound, ==,
                       cases[i].caret > cases[i].bound);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add ("/article-gaps/caret-leaves-them", Fixture, NULL, set_up, test_caret_leaves_gaps,
              tear_down);
  g_test_add ("/article-gaps/are-not-marked", Fixture, NULL, set_up, test_gaps_are_not_marked,
              tear_down);
  g_test_add ("/article-gaps/marks-lead-to-words", Fixture, NULL, set_up, test_marks_lead_to_words,
              tear_down);
  g_test_add ("/article-gaps/pointer-selects-words", Fixture, NULL, set_up,
              test_pointer_selects_words, tear_down);

  return g_test_run ();
}

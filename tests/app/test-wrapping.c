/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "galley-article-text.h"
#include "galley-record-verbs.h"
#include "galley-session-verbs.h"
#include "galley-verbs.h"
#include "galley-wrapping.h"

/* Words that no language has, wherever somebody may write them: no widget looks for places between
 * their letters where a word could end, which takes seconds. */

#define LENGTH 4000

static char *
make_word (char letter)
{
  return g_strnfill (LENGTH, letter);
}

static void
test_choose (void)
{
  g_autofree char *word = make_word ('x');
  g_autofree char *in_text = g_strdup_printf ("A word: %s, and others", word);
  g_autofree char *address = g_strnfill (280, 'a');
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < LENGTH; i++)
    {
      g_string_append (letters, "字");
      g_string_append (words, "word ");
    }
  g_assert_cmpint (galley_wrapping_choose (""), ==, PANGO_WRAP_WORD_CHAR);
  g_assert_cmpint (galley_wrapping_choose (address), ==, PANGO_WRAP_WORD_CHAR);
  g_assert_cmpint (galley_wrapping_choose (words->str), ==, PANGO_WRAP_WORD_CHAR);
  g_assert_cmpint (galley_wrapping_choose (letters->str), ==, PANGO_WRAP_WORD_CHAR);
  g_assert_cmpint (galley_wrapping_choose (word), ==, PANGO_WRAP_CHAR);
  g_assert_cmpint (galley_wrapping_choose (in_text), ==, PANGO_WRAP_CHAR);
}

/* A label is told by its text, whenever that changes. */
static void
test_label (void)
{
  GtkLabel *label = GTK_LABEL (g_object_ref_sink (gtk_label_new ("short")));
  g_autofree char *word = make_word ('x');

  galley_wrapping_set_up (label);
  g_assert_cmpint (gtk_label_get_wrap_mode (label), ==, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_text (label, word);
  g_assert_cmpint (gtk_label_get_wrap_mode (label), ==, PANGO_WRAP_CHAR);
  gtk_label_set_markup (label, "<b>short</b>");
  g_assert_cmpint (gtk_label_get_wrap_mode (label), ==, PANGO_WRAP_WORD_CHAR);
  g_object_unref (label);
}

/* How many texts with such a word there are in @widget, each of which is broken anywhere. */
static guint
count_long (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget)) &&
      gtk_label_get_lines (GTK_LABEL (widget)) < 0 &&
      galley_wrapping_choose (gtk_label_get_text (GTK_LABEL (widget))) == PANGO_WRAP_CHAR)
    {
      g_test_message ("%.40s", gtk_label_get_text (GTK_LABEL (widget)));
      g_assert_cmpint (gtk_label_get_wrap_mode (GTK_LABEL (widget)), ==, PANGO_WRAP_CHAR);
      n++;
    }
  if (GTK_IS_TEXT_VIEW (widget) && !GALLEY_IS_ARTICLE_TEXT (widget))
    {
      g_autofree char *text = NULL;

      g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &text, NULL);
      if (galley_wrapping_choose (text) == PANGO_WRAP_CHAR)
        {
          g_assert_cmpint (gtk_text_view_get_wrap_mode (GTK_TEXT_VIEW (widget)), ==, GTK_WRAP_CHAR);
          n++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_long (child);

  return n;
}

/* Does @action (transfer full) and waits until it is saved. */
static void
perform (WindowFixture *fixture, GalleyAction *action)
{
  galley_window_perform (fixture->window, action, /* toast= */ NULL);
  galley_action_unref (action);
  WAIT_UNTIL (window_fixture_is_saved (fixture));
  g_assert_cmpuint (galley_saver_get_n_failed (fixture->window->saver), ==, 0);
}

/* Everything that can be written about a claim. */
static void
write_all (WindowFixture *fixture, GalleyClaim *claim)
{
  const char *id = galley_claim_get_id (claim);
  const char *ids[] = { id, NULL };
  g_autofree char *word = make_word ('x');
  GalleyQueryFields query = { .addressee = GALLEY_ADDRESSEE_WRITER, .question = word };
  GalleyCitation citation = { .source.texts = { [GALLEY_SOURCE_TITLE] = word },
                              .evidence = { .passage = word, .locator = word } };

  perform (fixture, galley_verb_set_status (ids, GALLEY_STATUS_DISPUTED, word));
  perform (fixture, galley_verb_set_note (id, word));
  perform (fixture, galley_verb_set_correction (id, word));
  perform (fixture, galley_verb_add_note (id, word));
  perform (fixture, galley_verb_add_query (id, &query));
  perform (fixture, galley_verb_add_evidence (id, &citation));
  for (GalleyDetail detail = 0; detail < GALLEY_N_DETAILS; detail++)
    if (detail != GALLEY_DETAIL_CATEGORY)
      perform (fixture, galley_verb_set_detail (ids, detail, word));
}

static void
test_window (WindowFixture *fixture, gconstpointer data)
{
  GalleyClaim *claim = galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0);
  GalleyReviewWindow *window;

  galley_article_view_set_current_claim (fixture->window->article_view, claim);
  write_all (fixture, claim);
  /* Reason, correction, preview and note; a note and a query; a source, its passage and its place.
   */
  WAIT_UNTIL (count_long (GTK_WIDGET (fixture->window->claim_panel)) >= 9);
  g_assert_cmpuint (count_long (GTK_WIDGET (fixture->window)), >=, 9);

  window = session_fixture_start (fixture);
  g_assert_cmpuint (count_long (GTK_WIDGET (window)), >, 3);
}

static gboolean
is_article_text (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_ARTICLE_TEXT (widget);
}

/* Whether the line that begins with @words is broken anywhere. */
static gboolean
is_broken (GtkTextView *view, const char *words)
{
  GtkTextIter start, end;
  GSList *tags;
  gboolean is_set = FALSE;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &start, &end, NULL));
  tags = gtk_text_iter_get_tags (&start);
  for (GSList *l = tags; l != NULL && !is_set; l = l->next)
    g_object_get (l->data, "wrap-mode-set", &is_set, NULL);
  g_slist_free (tags);

  return is_set;
}

/* The rest of an article is broken between words whatever stands in one paragraph. */
static void
test_article (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *word = make_word ('y');
  g_autofree char *text = g_strdup_printf ("Long\n\nOne word: %s.\n\nOther words follow.\n", word);
  GtkTextView *view;

  window_fixture_import (fixture, "long.txt", text);
  WAIT_UNTIL (fixture->window->check != NULL && fixture->window->load == NULL);
  view = GTK_TEXT_VIEW (
      fixture_find (GTK_WIDGET (fixture->window->article_view), is_article_text, NULL));
  g_assert_true (is_broken (view, "One word"));
  g_assert_false (is_broken (view, "Other words"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

  g_test_add_func ("/wrapping/choose", test_choose);
  g_test_add_func ("/wrapping/label", test_label);
#define ADD(path, func, set_up)                                                                    \
  g_test_add (path, WindowFixture, NULL, set_up, func, window_fixture_tear_down)
  ADD ("/wrapping/window", test_window, session_fixture_set_up);
  ADD ("/wrapping/article", test_article, window_fixture_set_up);
#undef ADD

  return g_test_run ();
}

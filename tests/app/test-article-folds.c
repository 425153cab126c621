/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paragraphs of a length that nobody writes, but some programs save, are shown to their end. */

#include "fixture-check.h"
#include "fixture.h"

#include "galley-article-folds.h"
#include "galley-article-view.h"

#include <string.h>

#define SENTENCE "The committee said that it fell by 3.5 % in 2024. "

static char *
make_text (guint n_sentences)
{
  GString *text = g_string_new ("A title\n\n");

  for (guint i = 0; i < n_sentences; i++)
    g_string_append (text, SENTENCE);

  return g_string_free (text, FALSE);
}

static void
test_folds (void)
{
  g_autofree char *text = make_text (4000);
  g_autofree char *folded = galley_article_fold (text, strlen (text));
  gsize start = 0;
  guint n_folds = 0;

  g_assert_cmpuint (strlen (folded), ==, strlen (text));
  for (gsize i = 0; folded[i] != '\0'; i++)
    {
      if (folded[i] == text[i])
        continue;
      g_assert_true (text[i] == ' ' && folded[i] == '\n');
      g_assert_cmpint (text[i - 1], ==, '.');
      g_assert_cmpuint (i - start, <, 20000);
      start = i;
      n_folds++;
    }
  g_assert_cmpuint (strlen (text) - start, <, 20000 + strlen (SENTENCE));
  g_assert_cmpuint (n_folds, >, 10);
}

/* Paragraphs that people write, and what cannot be folded. */
static void
test_others (void)
{
  g_autofree char *text = make_text (350);
  g_autofree char *word = g_strnfill (50000, 'a');
  g_autofree char *folded = galley_article_fold (word, strlen (word));

  g_assert_null (galley_article_fold (text, strlen (text)));
  g_assert_null (galley_article_fold ("", 0));
  g_assert_cmpstr (folded, ==, word);
}

static gboolean
is_whole (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) > 300000;
}

/* GTK reckons heights modulo 65,536 pixels. */
static void
test_height (void)
{
  g_autofree char *text = make_text (20000);
  FixtureDraft draft;
  g_autoptr (GalleyCheck) check = NULL;
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GalleyArticleView *view = g_object_new (GALLEY_TYPE_ARTICLE_VIEW, NULL);
  GtkWidget *words = fixture_find (GTK_WIDGET (view), fixture_is_text_view, /* data= */ NULL);

  fixture_draft_init (&draft, text);
  check = fixture_draft_finish (&draft);
  gtk_window_set_default_size (window, 600, 500);
  gtk_window_set_child (window, GTK_WIDGET (view));
  gtk_window_present (window);
  WAIT_UNTIL (gtk_widget_get_height (words) > 0);
  galley_article_view_set_check (view, check, /* caret= */ 0);
  WAIT_UNTIL (is_whole (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (words))));

  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/article-folds/folds", test_folds);
  g_test_add_func ("/article-folds/others", test_others);
  g_test_add_func ("/article-folds/height", test_height);

  return g_test_run ();
}

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
  g_autofree char *folded = galley_article_fold (text, strlen (text), TRUE);
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

/* Paragraphs that people write. */
static void
test_others (void)
{
  g_autofree char *text = make_text (350);

  g_assert_null (galley_article_fold (text, strlen (text), TRUE));
  g_assert_null (galley_article_fold ("", 0, TRUE));
}

static char *
repeat (const char *words, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, words);

  return g_string_free (text, FALSE);
}

/* Words without end are folded where a character stands alone, best of all a full stop, and every
 * other one keeps its place. */
static void
test_words (void)
{
  static const struct
  {
    const char *words;
    const char *replaced;
  } cases[] = {
    { "0123456789abcdef", "0123456789abcdef" },
    { "这是一个很长的句子。", "。" },
    { "👨‍👩‍👧👍🏽🇨🇭e\314\201xy", "xy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (cases[i].words, 8000);
      g_autofree char *folded = galley_article_fold (text, strlen (text), TRUE);
      const char *from = text, *start = folded;
      guint n_folds = 0;

      g_assert_cmpint (g_utf8_strlen (folded, -1), ==, g_utf8_strlen (text, -1));
      for (const char *p = folded; *p != '\0';
           p = g_utf8_next_char (p), from = g_utf8_next_char (from))
        {
          gunichar was = g_utf8_get_char (from);

          if (g_utf8_get_char (p) == was)
            continue;
          g_assert_cmpint (*p, ==, '\n');
          g_assert_nonnull (g_utf8_strchr (cases[i].replaced, -1, was));
          g_assert_cmpint (p - start, <, 20000);
          start = p;
          n_folds++;
        }
      g_assert_cmpuint (strlen (start), <=, 20001);
      g_assert_cmpuint (n_folds, >, 5);
    }
}

/* What has no place on the screen stays where it is; where nothing is drawn, only spaces go. */
static void
test_unfolded (void)
{
  g_autofree char *marks = repeat ("\314\201", 20000);
  g_autofree char *word = g_strnfill (50000, 'a');
  g_autofree char *folded_marks = galley_article_fold (marks, strlen (marks), TRUE);
  g_autofree char *folded_word = galley_article_fold (word, strlen (word), FALSE);

  g_assert_cmpstr (folded_marks, ==, marks);
  g_assert_cmpstr (folded_word, ==, word);
}

typedef struct
{
  GtkWindow *window;
  GalleyCheck *check;
  GalleyArticleView *view;
  GtkTextView *words;
} Shown;

static void
show (Shown *shown, const char *text)
{
  FixtureDraft draft;

  fixture_draft_init (&draft, text);
  shown->check = fixture_draft_finish (&draft);
  shown->window = GTK_WINDOW (gtk_window_new ());
  shown->view = g_object_new (GALLEY_TYPE_ARTICLE_VIEW, NULL);
  shown->words =
      GTK_TEXT_VIEW (fixture_find (GTK_WIDGET (shown->view), fixture_is_text_view, NULL));
  gtk_window_set_default_size (shown->window, 600, 500);
  gtk_window_set_child (shown->window, GTK_WIDGET (shown->view));
  gtk_window_present (shown->window);
  WAIT_UNTIL (gtk_widget_get_height (GTK_WIDGET (shown->words)) > 0);
  galley_article_view_set_check (shown->view, shown->check, /* caret= */ 0);
}

static void
hide (Shown *shown)
{
  gtk_window_destroy (shown->window);
  g_object_unref (shown->check);
}

static gboolean
is_drawn (Shown *shown, GalleyRange visible)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  galley_article_folds_snapshot (shown->words, shown->check, visible, /* scale= */ 1, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;
  gsk_render_node_unref (node);

  return TRUE;
}

/* Nothing of it is lost to who reads. */
static void
test_draws (void)
{
  g_autofree char *word = repeat ("0123456789abcdef", 2000);
  g_autofree char *text = g_strconcat ("A title\n\n", word, "\n\nMore.\n", NULL);
  Shown shown;

  show (&shown, text);
  g_assert_true (is_drawn (&shown, (GalleyRange){ 9, 9000 }));
  g_assert_false (is_drawn (&shown, (GalleyRange){ 0, 100 }));
  g_assert_false (is_drawn (&shown, (GalleyRange){ 31900, strlen (text) }));
  hide (&shown);
}

/* Nothing is added to them, either. */
static void
test_hyphens (void)
{
  g_autofree char *word = repeat ("0123456789abcdef", 10);
  gboolean are_inserted = TRUE;
  GtkTextIter start;
  GSList *tags;
  Shown shown;

  show (&shown, word);
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (shown.words), &start);
  tags = gtk_text_iter_get_tags (&start);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      gboolean is_set, is_inserting;

      g_object_get (l->data, "insert-hyphens-set", &is_set, "insert-hyphens", &is_inserting, NULL);
      are_inserted = is_set ? is_inserting : are_inserted;
    }
  g_slist_free (tags);
  g_assert_false (are_inserted);
  hide (&shown);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer out_words)
{
  *(char **) out_words = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* Nor to who copies it. */
static void
test_copies (void)
{
  g_autofree char *word = repeat ("0123456789abcdef", 2000);
  g_autofree char *copied = NULL;
  GtkTextIter start, end;
  Shown shown;

  show (&shown, word);
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (shown.words), &start, &end);
  gtk_text_buffer_select_range (gtk_text_view_get_buffer (shown.words), &start, &end);
  g_signal_emit_by_name (shown.words, "copy-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (shown.words)), NULL, read_cb,
                                 &copied);
  WAIT_UNTIL (copied != NULL);
  g_assert_cmpstr (copied, ==, word);
  hide (&shown);
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
  Shown shown;

  show (&shown, text);
  WAIT_UNTIL (is_whole (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (shown.words))));
  hide (&shown);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/article-folds/folds", test_folds);
  g_test_add_func ("/article-folds/others", test_others);
  g_test_add_func ("/article-folds/words", test_words);
  g_test_add_func ("/article-folds/unfolded", test_unfolded);
  g_test_add_func ("/article-folds/draws", test_draws);
  g_test_add_func ("/article-folds/hyphens", test_hyphens);
  g_test_add_func ("/article-folds/copies", test_copies);
  g_test_add_func ("/article-folds/height", test_height);

  return g_test_run ();
}

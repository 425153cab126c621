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

/* What is around the caret is styled at once, and the rest part by part, with the same result. */
static void
test_a_long_article_is_styled_in_parts (void)
{
  g_autoptr (GalleyCheck) check = fixture_check_new_long (5000);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GalleyArticleView *view = g_object_new (GALLEY_TYPE_ARTICLE_VIEW, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (fixture_find (GTK_WIDGET (view), fixture_is_text_view, /* data= */ NULL)));
  GtkTextIter start, end;
  g_autofree char *in_parts = NULL;
  g_autofree char *at_once = NULL;

  gtk_window_set_default_size (window, 900, 600);
  gtk_window_set_child (window, GTK_WIDGET (view));
  gtk_window_present (window);
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (view)));

  galley_article_view_set_check (view, check, /* caret= */ 100000);
  g_assert_cmpint (get_underline (buffer, 100000), !=, PANGO_UNDERLINE_NONE);
  g_assert_cmpint (get_underline (buffer, 10), ==, PANGO_UNDERLINE_NONE);
  WAIT_UNTIL (are_all_shown (buffer, check));
  in_parts = describe_blocks (buffer);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (buffer, &start, &end);
  galley_article_view_set_scale (view, 1.25);
  galley_article_view_set_scale (view, 1);
  at_once = describe_blocks (buffer);
  g_assert_cmpstr (in_parts, ==, at_once);

  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/article-blocks/a-long-article-is-styled-in-parts",
                   test_a_long_article_is_styled_in_parts);

  return g_test_run ();
}

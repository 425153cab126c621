/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen reader says besides names: no names of classes, and where the claim at the caret
 * stands. */

#include "fixture-check.h"
#include "fixture.h"

#include "galley-article-view.h"
#include "galley-spoken.h"

static GtkWindow *
present (GtkWidget *child)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_child (window, child);
  gtk_window_present (window);
  return window;
}

static void
test_pages (void)
{
  GtkWidget *stack = gtk_stack_new (), *entry = gtk_entry_new (), *titled = gtk_entry_new ();
  GtkStackPage *page = gtk_stack_add_child (GTK_STACK (stack), entry);
  GtkStackPage *other = gtk_stack_add_titled (GTK_STACK (stack), titled, NULL, "Settings");
  GtkWindow *window = present (stack);

  gtk_widget_grab_focus (entry);
  gtk_test_accessible_assert_property (page, GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  gtk_stack_set_visible_child (GTK_STACK (stack), titled);
  gtk_widget_grab_focus (titled);
  gtk_test_accessible_assert_property (other, GTK_ACCESSIBLE_PROPERTY_LABEL, "Settings");
  gtk_window_destroy (window);
}

static void
test_icons (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  GtkWindow *window;

  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button),
                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  window = present (button);
  gtk_widget_grab_focus (button);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gtk_window_destroy (window);
}

static void
assert_said (GtkWidget *text, const char *expected)
{
  if (expected != NULL)
    gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, expected);
  else
    g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (text),
                                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

/* Whoever does not see the line under the words hears it, as soon as it is there. */
static void
test_verdicts (void)
{
  GalleyArticleView *view = g_object_new (GALLEY_TYPE_ARTICLE_VIEW, NULL);
  GtkWindow *window = present (GTK_WIDGET (view));
  GtkWidget *text = fixture_find (GTK_WIDGET (view), fixture_is_text_view, /* data= */ NULL);
  GalleyClaimFields fields = { .range = { 2, 7 }, .status = GALLEY_STATUS_DISPUTED };
  g_autoptr (GalleyCheck) check = NULL;
  FixtureDraft draft;

  fixture_draft_init (&draft, "A right wrong word.");
  fixture_draft_claim (&draft, "b", "wrong", GALLEY_STATUS_PENDING);
  check = fixture_draft_finish (&draft);
  galley_article_view_set_check (view, check, /* caret= */ 4);
  assert_said (text, NULL);

  fixture_check_put (check, "a", &fields);
  assert_said (text, "Disputed");
  fields.status = GALLEY_STATUS_CONFIRMED;
  fixture_check_put (check, "a", &fields);
  assert_said (text, "Confirmed");
  galley_article_view_set_caret (view, 10);
  assert_said (text, "Pending");
  galley_article_view_set_caret (view, 13); /* behind its last letter */
  assert_said (text, "Pending");
  galley_article_view_set_caret (view, 16);
  assert_said (text, NULL);

  fields = (GalleyClaimFields){ .range = { 0, 13 }, .status = GALLEY_STATUS_CONFIRMED };
  fixture_check_put (check, "around", &fields);
  galley_article_view_set_caret (view, 10);
  assert_said (text, "Confirmed\nPending");
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  galley_spoken_set_up ();
  g_test_add_func ("/spoken/pages", test_pages);
  g_test_add_func ("/spoken/icons", test_icons);
  g_test_add_func ("/spoken/verdicts", test_verdicts);

  return g_test_run ();
}

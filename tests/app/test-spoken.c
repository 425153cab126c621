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
test_entries (void)
{
  GtkWidget *list = gtk_list_box_new (), *row = adw_entry_row_new ();
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));
  GtkWindow *window;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Your Name");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = present (list);
  gtk_widget_grab_focus (GTK_WIDGET (text));
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_LABEL, "Your Name");
  gtk_window_destroy (window);
}

static GtkWidget *
add_row (GtkWidget *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new (), *row = adw_action_row_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_box_append (GTK_BOX (box), group);
  return row;
}

static void
test_groups (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, /* spacing= */ 0);
  GtkWidget *titled = add_row (box, "Options"), *other = add_row (box, "");
  GtkWindow *window = present (box);

  gtk_widget_grab_focus (titled);
  gtk_widget_grab_focus (other);
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (gtk_widget_get_parent (titled)),
                                                    GTK_ACCESSIBLE_PROPERTY_LABEL));
  gtk_test_accessible_assert_property (gtk_widget_get_parent (other), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "");
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

/* The caret was behind what is all the text now. */
static void
test_shorter (void)
{
  GalleyArticleView *view = g_object_new (GALLEY_TYPE_ARTICLE_VIEW, NULL);
  GtkWindow *window = present (GTK_WIDGET (view));
  GtkWidget *text = fixture_find (GTK_WIDGET (view), fixture_is_text_view, /* data= */ NULL);
  g_autoptr (GalleyCheck) check = NULL, shorter = NULL;
  FixtureDraft draft;

  fixture_draft_init (&draft, "A long line of many words.");
  fixture_draft_claim (&draft, "a", "words", GALLEY_STATUS_DISPUTED);
  check = fixture_draft_finish (&draft);
  galley_article_view_set_check (view, check, /* caret= */ 22);
  assert_said (text, "Disputed");

  fixture_draft_init (&draft, "Short.");
  shorter = fixture_draft_finish (&draft);
  galley_article_view_set_check (view, shorter, /* caret= */ 100);
  assert_said (text, NULL);
  galley_article_view_set_check (view, check, /* caret= */ 22);
  assert_said (text, "Disputed");
  galley_article_view_set_check (view, NULL, /* caret= */ 0);
  assert_said (text, NULL);
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  galley_spoken_set_up ();
  g_test_add_func ("/spoken/pages", test_pages);
  g_test_add_func ("/spoken/icons", test_icons);
  g_test_add_func ("/spoken/entries", test_entries);
  g_test_add_func ("/spoken/groups", test_groups);
  g_test_add_func ("/spoken/verdicts", test_verdicts);
  g_test_add_func ("/spoken/shorter", test_shorter);

  return g_test_run ();
}

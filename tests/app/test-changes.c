/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-changes.h"
#include "galley-history-digest.h"
#include "galley-history-words.h"

/* The history in words, and what changed since a moment. */

#define IS(name, value) name "\037" value "\036"

static const struct
{
  GalleyHistoryFields fields;
  const char *act;
  const char *change;
} cases[] = {
  { { .verb = "set-status",
      .kind = "claim.status",
      .act = "do",
      .old_parts = IS ("status", "pending"),
      .new_parts = IS ("status", "disputed") },
    "Set Status",
    "Pending → Disputed" },
  { { .verb = "set-status",
      .kind = "claim.status",
      .act = "undo",
      .old_parts = IS ("status", "disputed") IS ("reason", "unsourced"),
      .new_parts = IS ("status", "confirmed") },
    "Undone: Set Status",
    "Disputed: unsourced → Confirmed" },
  { { .verb = "mark",
      .kind = "claim.add",
      .act = "do",
      .new_parts = IS ("status", "pending") IS ("quote", "11 people") },
    "Mark Claim",
    "Pending “11 people”" },
  { { .verb = "mark",
      .kind = "claim.add",
      .act = "do",
      .new_parts =
          IS ("status", "disputed") IS ("reason", "contradicted") IS ("quote", "11 “people”") },
    "Mark Claim",
    "Disputed: Contradicted ‘11 “people”’" },
  { { .verb = "set-category",
      .kind = "claim.category",
      .act = "redo",
      .new_parts = IS ("category", "date") },
    "Redone: Set Category",
    "Date" },
  { { .verb = "set-priority",
      .kind = "claim.priority",
      .act = "do",
      .old_parts = IS ("priority", "normal"),
      .new_parts = IS ("priority", "high") },
    "Set Priority",
    "Normal → High" },
  { { .verb = "set-starred",
      .kind = "claim.starred",
      .act = "do",
      .old_parts = IS ("starred", "0"),
      .new_parts = IS ("starred", "1") },
    "Set Legal Star",
    "No → Yes" },
  { { .verb = "set-note", .kind = "claim.note", .act = "do", .old_value = "asked" },
    "Edit Note",
    "Before: asked" },
  { { .verb = "set-note", .kind = "claim.note", .act = "do", .new_value = "pending" },
    "Edit Note",
    "pending" },
  { { .verb = "end-session",
      .kind = "session.end",
      .act = "do",
      .old_value = "open",
      .new_value = "ended" },
    "End Review Session",
    "Open → Ended" },
  { { .verb = "park",
      .kind = "session.park",
      .act = "do",
      .old_value = "open",
      .new_value = "parked: no phone" },
    "Park Point",
    "Open → Parked: no phone" },
  { { .verb = "decide",
      .kind = "session.decide",
      .act = "do",
      .old_parts = IS ("status", "pending"),
      .new_parts = IS ("status", "disputed") IS ("reason", "unsupported") IS ("quote", "11 people")
          IS ("question", "Who says so?") },
    "Decide",
    "Pending → Disputed: Unsupported “11 people” · Who says so?" },
  /* What a step brings along is told as what it is, whatever the step is called. */
  { { .verb = "decide",
      .kind = "claim.correction",
      .act = "do",
      .new_parts = IS ("correction", "") },
    "Decide",
    "Strike these words" },
  { { .verb = "move",
      .kind = "claim.range",
      .act = "do",
      .old_value = "11 people",
      .new_value = "11 people" },
    "Move Claim",
    NULL },
  { { .verb = "new-draft",
      .kind = "claim.place",
      .act = "do",
      .old_parts = IS ("status", "pending") IS ("quote", "11 people"),
      .new_parts = IS ("status", "pending") IS ("quote", "11 people"),
      .old_place = "marked",
      .new_place = "lost" },
    "Import New Draft",
    "Pending “11 people” → Lost" },
  { { .verb = "new-draft",
      .kind = "claim.place",
      .act = "undo",
      .old_parts = IS ("status", "pending") IS ("quote", "11 people"),
      .new_parts = IS ("status", "confirmed") IS ("quote", "11 people"),
      .old_place = "ambiguous",
      .new_place = "exact" },
    "Undone: Import New Draft",
    "Ambiguous → Confirmed “11 people”" },
};

static void
test_labels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *act = galley_history_words_describe_act (&cases[i].fields);
      g_autofree char *change = galley_history_words_describe_change (&cases[i].fields);

      g_test_message ("%s", cases[i].fields.verb);
      g_assert_cmpstr (act, ==, cases[i].act);
      g_assert_cmpstr (change, ==, cases[i].change);
    }
}

/* What a new draft does to claims and a dismissal, and what is read of it. */
static const struct
{
  const char *kind;
  const char *act;
  const char *unit_id;
  const char *old_value;
  const char *new_value;
  const char *old_place;
  const char *new_place;
  gboolean is_listed;
} taken_along[] = {
  { "claim.add", "do", "1", NULL, "pending “a”", NULL, NULL, TRUE },
  { "article.draft", "do", "2", "1", "2", NULL, NULL, TRUE },
  { "claim.place", "do", "2", "pending “a”", "pending “a”", "marked", "exact", FALSE },
  { "claim.place", "do", "2", "confirmed “b”", "confirmed “b”", "exact", "moved", FALSE },
  { "claim.place", "do", "2", "pending “c”", "pending “d”", "marked", "changed", TRUE },
  { "claim.place", "do", "2", "confirmed “e”", "pending “e”", "marked", "recheck", TRUE },
  { "claim.place", "do", "2", "pending “f”", "pending “f”", "moved", "lost", TRUE },
  { "claim.place", "do", "2", "pending “g”", "pending “g”", "lost", "exact", TRUE },
  { "claim.place", "do", "2", "pending “h”", "pending “h”", "marked", "moved", TRUE },
  { "dismissal.range", "do", "2", "i", "i", NULL, NULL, FALSE },
  { "dismissal.range", "do", "2", "i", "j", NULL, NULL, TRUE },
  { "claim.place", "do", "3", "pending “k”", "pending “k”", "lost", "relinked", TRUE },
  { "claim.place", "undo", "4", "pending “a”", "pending “a”", "exact", "marked", FALSE },
  { "claim.place", "undo", "4", "pending “f”", "pending “f”", "lost", "moved", TRUE },
  { "claim.place", "undo", "4", "pending “b”", "pending “b”", "moved", "exact", TRUE },
};

/* Claims that only moved are one line of their step, where the last of them would be. */
static void
test_digest (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) digest = NULL;
  guint next = 0;

  for (guint i = 0; i < G_N_ELEMENTS (taken_along); i++)
    {
      GalleyHistoryFields fields = {
        .time = "2025-09-03T10:00:00.000Z",
        .kind = taken_along[i].kind,
        .act = taken_along[i].act,
        .unit_id = taken_along[i].unit_id,
        .old_value = taken_along[i].old_value,
        .new_value = taken_along[i].new_value,
        .old_place = taken_along[i].old_place,
        .new_place = taken_along[i].new_place,
        .claim_id = "id",
      };

      g_ptr_array_add (entries, galley_history_entry_new (&fields));
    }

  digest = galley_history_digest_new (entries, 0);
  for (guint i = G_N_ELEMENTS (taken_along); i-- > 0;)
    {
      const GalleyHistoryFields *fields;

      if (!taken_along[i].is_listed)
        continue;
      fields = galley_history_entry_get_fields (g_ptr_array_index (digest, next++));
      if (g_str_equal (taken_along[i].new_value, "pending “h”"))
        {
          g_assert_cmpstr (fields->new_value, ==, "2 claims moved with their words");
          g_assert_null (fields->claim_id);
        }
      else if (g_str_equal (taken_along[i].new_value, "pending “b”"))
        g_assert_cmpstr (fields->new_value, ==, "1 claim moved with its words");
      else
        g_assert_cmpstr (fields->new_value, ==, taken_along[i].new_value);
    }
  g_assert_cmpuint (next, ==, digest->len);

  g_ptr_array_unref (digest);
  digest = galley_history_digest_new (entries, G_MAXINT64);
  g_assert_cmpuint (digest->len, ==, 0);
}

static void
test_moments (void)
{
  g_assert_cmpint (galley_moments_find ("a", GALLEY_MOMENT_OPEN), ==, 0);
  galley_moments_note ("a", GALLEY_MOMENT_OPEN, 1000);
  galley_moments_note ("b", GALLEY_MOMENT_OPEN, 2000);
  galley_moments_note ("a", GALLEY_MOMENT_EXPORT, 3000);
  g_assert_cmpint (galley_moments_find ("a", GALLEY_MOMENT_OPEN), ==, 1000);
  g_assert_cmpint (galley_moments_find ("a", GALLEY_MOMENT_EXPORT), ==, 3000);
  g_assert_cmpint (galley_moments_find ("b", GALLEY_MOMENT_OPEN), ==, 2000);
  g_assert_cmpint (galley_moments_find ("b", GALLEY_MOMENT_EXPORT), ==, 0);

  /* It does not grow for ever; what is in use stays. */
  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      galley_moments_note (id, GALLEY_MOMENT_OPEN, 4000 + i);
      galley_moments_note ("a", GALLEY_MOMENT_OPEN, 5000 + i);
    }
  g_assert_cmpint (galley_moments_find ("b", GALLEY_MOMENT_OPEN), ==, 0);
  g_assert_cmpint (galley_moments_find ("249", GALLEY_MOMENT_OPEN), ==, 4249);
  g_assert_cmpint (galley_moments_find ("a", GALLEY_MOMENT_OPEN), ==, 5249);
  g_assert_cmpint (galley_moments_find ("a", GALLEY_MOMENT_EXPORT), ==, 3000);
}

static gboolean
is_a (GtkWidget *widget, gconstpointer type_name)
{
  return g_strcmp0 (G_OBJECT_TYPE_NAME (widget), type_name) == 0;
}

static void
act (WindowFixture *fixture, const char *action)
{
  window_fixture_act (fixture, action);
  WAIT_UNTIL (galley_saver_get_n_running (fixture->window->saver) == 0);
}

static GtkWidget *
open_changes (WindowFixture *fixture)
{
  GtkWidget *changes;

  window_fixture_act (fixture, "changes");
  WAIT_UNTIL ((changes = window_fixture_find_dialog (fixture)) != NULL);
  g_assert_true (GALLEY_IS_CHANGES (changes));
  WAIT_UNTIL (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (gtk_widget_get_ancestor (
                             fixture_find (changes, is_a, "AdwStatusPage"), GTK_TYPE_STACK))),
                         "loading") != 0);

  return changes;
}

/* Not that of the moments to choose from. */
static GtkListView *
find_list (GtkWidget *changes)
{
  GtkWidget *stack =
      gtk_widget_get_ancestor (fixture_find (changes, is_a, "AdwStatusPage"), GTK_TYPE_STACK);

  return GTK_LIST_VIEW (fixture_find (stack, is_a, "GtkListView"));
}

static guint
count (GtkWidget *changes)
{
  GtkListView *list = find_list (changes);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static void
mark_two (WindowFixture *fixture)
{
  window_fixture_import_and_open (fixture);
  for (guint i = 0; i < 2; i++)
    {
      galley_article_view_set_caret (fixture->window->article_view, 22 + i * 30);
      act (fixture, "mark");
      WAIT_UNTIL (window_fixture_count_claims (fixture) == i + 1);
    }
}

static void
choose (GtkWidget *changes, guint position)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (fixture_find (changes, is_a, "GtkDropDown")),
                              position);
}

static gboolean
is_row (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "report-row");
}

/* A screen reader says of a row all that is to be seen in it. */
static void
assert_named (GtkWidget *row, const char *words)
{
  g_autofree char *name = g_strdup_printf (
      "%s, %s", words, gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (row))));

  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
}

static void
test_window (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  GtkWidget *changes;
  guint n_before;

  mark_two (fixture);
  id = g_strdup (fixture->window->article_id);
  changes = open_changes (fixture);
  n_before = count (changes);
  g_assert_cmpuint (n_before, >=, 2);
  WAIT_UNTIL (fixture_find_by_label (changes, "Mark Claim") != NULL);
  g_assert_nonnull (fixture_find_by_label (changes, "“The river rose by 2 meters.”"));

  /* What is done meanwhile is there at once, and leads to its claim. */
  galley_article_view_set_current_claim (
      fixture->window->article_view,
      galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0));
  act (fixture, "dispute");
  WAIT_UNTIL (count (changes) == n_before + 1);
  WAIT_UNTIL (fixture_find_by_label (changes, "Pending → Disputed") != NULL);
  assert_named (fixture_find (GTK_WIDGET (find_list (changes)), is_row, NULL),
                "Set Status, “It rained for 3 days in May.”, Pending → Disputed");
  galley_article_view_set_current_claim (fixture->window->article_view, NULL);
  g_signal_emit_by_name (find_list (changes), "activate", 0);
  g_assert_true (galley_article_view_get_current_claim (fixture->window->article_view) ==
                 galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0));
  gtk_window_destroy (GTK_WINDOW (changes));

  /* It was left just now. */
  galley_window_close_article (fixture->window);
  g_assert_cmpint (galley_moments_find (id, GALLEY_MOMENT_OPEN), >, 0);
  galley_window_open_article (fixture->window, id);
  WAIT_UNTIL (fixture->window->check != NULL);
  changes = open_changes (fixture);
  WAIT_UNTIL (fixture_find_by_label (changes, "Nothing Changed") != NULL);
  choose (changes, 0);
  g_assert_cmpuint (count (changes), ==, n_before + 1);
  gtk_window_destroy (GTK_WINDOW (changes));
}

static void
test_date (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *changes, *date;

  mark_two (fixture);
  changes = open_changes (fixture);
  choose (changes, 1);
  date = fixture_find (changes, is_a, "GtkEntry");
  gtk_editable_set_text (GTK_EDITABLE (date), "2000-01-01");
  g_assert_cmpuint (count (changes), >=, 2);
  gtk_editable_set_text (GTK_EDITABLE (date), "2199-01-01 10:00");
  g_assert_cmpuint (count (changes), ==, 0);
  g_assert_false (gtk_widget_has_css_class (date, "error"));
  gtk_editable_set_text (GTK_EDITABLE (date), "yesterday");
  g_assert_true (gtk_widget_has_css_class (date, "error"));
  gtk_window_destroy (GTK_WINDOW (changes));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

  g_test_add_func ("/changes/labels", test_labels);
  g_test_add_func ("/changes/digest", test_digest);
  g_test_add_func ("/changes/moments", test_moments);
#define ADD(name, func)                                                                            \
  g_test_add ("/changes/" name, WindowFixture, NULL, window_fixture_set_up, func,                  \
              window_fixture_tear_down)
  ADD ("window", test_window);
  ADD ("date", test_date);
#undef ADD

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redraft-testing.h"

#define MAX_MARKS 4

/* What is confirmed in the old draft, and what has to have become of it in the new one. */
typedef struct
{
  const char *words;
  GalleyPlace place;
  const char *new_words; /* (nullable) those of the old draft, or none if it waits */
  GalleyDifference differences;
} Mark;

typedef struct
{
  const char *name;
  const char *old;
  const char *new;
  Mark marks[MAX_MARKS];
} Case;

#define RAIN "It rained for 3 days in Riverton, officials said."
#define RIVER "The river rose by 2 meters on Tuesday, and 40 families left their homes."
#define FLOOD "Mayor Ada Quill called it “the worst flood in town since 1954”."
#define BRIDGE "The bridge may open again on Friday after two firms have looked at it."
#define MONEY "The town has asked the state for 6 percent more money than last year."

#define STAYS(words)                                                                               \
  {                                                                                                \
    words, GALLEY_PLACE_EXACT, NULL, GALLEY_DIFFERENCE_NONE                                        \
  }
#define MOVES(words)                                                                               \
  {                                                                                                \
    words, GALLEY_PLACE_MOVED, NULL, GALLEY_DIFFERENCE_NONE                                        \
  }
#define GOES(words)                                                                                \
  {                                                                                                \
    words, GALLEY_PLACE_LOST, NULL, GALLEY_DIFFERENCE_NONE                                         \
  }

static const Case cases[] = {
  { "moved-across-sections",
    "# Rain\n" RAIN "\n" RIVER "\n# Money\n" MONEY,
    "# Rain\n" RAIN "\n# Money\n" MONEY "\n" RIVER,
    { STAYS (RAIN), MOVES (RIVER), STAYS (MONEY) } },
  { "look-alikes",
    "Team Alpha won the first match by 3 to 1 at home.\nTeam Beta won the second match by 3 to 1 "
    "at "
    "home.",
    "Team Beta won the second match by 3 to 1 at home.",
    { GOES ("Team Alpha won the first match by 3 to 1 at home."),
      STAYS ("Team Beta won the second match by 3 to 1 at home.") } },
  { "number-changed",
    RAIN "\n" RIVER "\n" MONEY,
    RAIN "\nThe river rose by 3 meters on Tuesday, and 40 families left their homes.\n" MONEY,
    { STAYS (RAIN),
      { RIVER, GALLEY_PLACE_CHANGED,
        "The river rose by 3 meters on Tuesday, and 40 families left their homes.",
        GALLEY_DIFFERENCE_NUMBER },
      STAYS ("40 families left their homes") } },
  { "not-inserted",
    RAIN "\n" BRIDGE "\n" MONEY,
    RAIN "\nThe bridge may not open again on Friday after two firms have looked at it.\n" MONEY,
    { { BRIDGE, GALLEY_PLACE_CHANGED,
        "The bridge may not open again on Friday after two firms have looked at it.",
        GALLEY_DIFFERENCE_NEGATION },
      { "open again on Friday", GALLEY_PLACE_CHANGED, "open again on Friday",
        GALLEY_DIFFERENCE_NEGATION } } },
  { "name-changed",
    RAIN "\n" FLOOD,
    RAIN "\nMayor Bo Quill called it “the worst flood in town since 1954”.",
    { { FLOOD, GALLEY_PLACE_CHANGED,
        "Mayor Bo Quill called it “the worst flood in town since 1954”.",
        GALLEY_DIFFERENCE_NAME } } },
  { "quote-trimmed",
    RAIN "\n" FLOOD,
    RAIN "\nMayor Ada Quill called it “the worst flood in town”.",
    { { FLOOD, GALLEY_PLACE_CHANGED, "Mayor Ada Quill called it “the worst flood in town”.",
        GALLEY_DIFFERENCE_QUOTATION } } },
  { "paragraph-split",
    RAIN " " RIVER " " MONEY,
    RAIN "\n" RIVER "\n" MONEY,
    { STAYS (RAIN), STAYS (RIVER), STAYS (MONEY) } },
  { "paragraphs-merged",
    RAIN "\n" RIVER "\n" MONEY,
    RAIN " " RIVER " " MONEY,
    { STAYS (RAIN), STAYS (RIVER), STAYS (MONEY) } },
  { "section-deleted",
    "# Rain\n" RAIN "\n" RIVER "\n# Money\n" MONEY "\n# Bridge\n" BRIDGE,
    "# Rain\n" RAIN "\n" RIVER "\n# Bridge\n" BRIDGE,
    { STAYS (RAIN), GOES (MONEY), STAYS (BRIDGE) } },
  { "reversed",
    RAIN "\n" RIVER "\n" FLOOD "\n" MONEY,
    MONEY "\n" FLOOD "\n" RIVER "\n" RAIN,
    { MOVES (FLOOD), MOVES (RAIN) } },
  { "typography",
    "The \"river\" rose -- by 2 meters - on Tuesday... it's true.\n" RAIN,
    "The “river” rose – by 2 meters – on Tuesday… it’s true.\n" RAIN,
    { { "The \"river\" rose -- by 2 meters - on Tuesday... it's true.", GALLEY_PLACE_EXACT,
        "The “river” rose – by 2 meters – on Tuesday… it’s true.", GALLEY_DIFFERENCE_NONE } } },
  { "heading-becomes-text",
    RAIN "\n# The river rose by 2 meters\n" MONEY,
    RAIN "\nThe river rose by 2 meters\n" MONEY,
    { STAYS ("The river rose by 2 meters"), STAYS (RAIN) } },
  { "translated",
    RAIN "\n" RIVER "\n" MONEY,
    "Llovió tres días seguidos en la ciudad, dijeron las autoridades.\nEl río subió dos metros el "
    "martes, y cuarenta familias dejaron sus casas.\nLa ciudad ha pedido un seis por ciento más.",
    { GOES (RAIN), GOES (RIVER), GOES (MONEY) } },
  { "repeated",
    "The plan was agreed on Monday.\nNobody came to the square. " RAIN "\nIt failed at once.",
    "The plan was agreed on Monday.\nSo it went. " RAIN " On and on.\nWho knows. " RAIN
    " That is all.",
    { STAYS ("The plan was agreed on Monday."),
      { RAIN, GALLEY_PLACE_AMBIGUOUS, NULL, GALLEY_DIFFERENCE_NONE } } },
  { "emptied", RAIN "\n" RIVER, "x", { GOES (RAIN), GOES (RIVER) } },
};

typedef struct
{
  char *folder;
  char *path;
  GalleyDesk *desk;
  char *article;
} Fixture;

static void
fixture_set_up (Fixture *f, const char *text)
{
  f->folder = testing_make_folder ();
  f->path = g_build_filename (f->folder, "library.galleydb", NULL);
  f->desk = testing_open (f->path);
  f->article = redraft_import (f->desk, text);
}

static void
fixture_tear_down (Fixture *f)
{
  testing_assert_sound (f->path);
  g_assert_finalize_object (f->desk);
  g_free (f->article);
  g_free (f->path);
  testing_remove_folder (f->folder);
}

static void
reopen (Fixture *f)
{
  g_assert_finalize_object (f->desk);
  f->desk = testing_open (f->path);
}

static char *
describe (Fixture *f)
{
  g_autoptr (GalleyCheck) check = redraft_load (f->desk, f->article);

  return redraft_describe (check);
}

/* Only what stands on the same words has a verdict; what has none shows the former one, and what
 * stands nowhere is counted nowhere. */
static void
assert_claim (GalleyCheck *check, const char *id, const Mark *mark)
{
  GalleyClaim *claim = redraft_find (check, id);
  GalleyFormer *former = galley_claim_get_former (claim);
  g_autofree char *words = redraft_quote (check, claim);
  gboolean keeps = mark->place == GALLEY_PLACE_EXACT || mark->place == GALLEY_PLACE_MOVED;
  const char *expected = mark->new_words;

  if (expected == NULL && galley_place_is_standing (mark->place))
    expected = mark->words;
  g_assert_cmpstr (galley_place_to_nick (galley_claim_get_place (claim)), ==,
                   galley_place_to_nick (mark->place));
  g_assert_cmpstr (words, ==, expected);
  g_assert_cmpint (galley_claim_get_status (claim), ==,
                   keeps ? GALLEY_STATUS_CONFIRMED : GALLEY_STATUS_PENDING);
  g_assert_cmpint (former == NULL, ==, keeps);
  if (former != NULL)
    {
      g_assert_cmpint (former->status, ==, GALLEY_STATUS_CONFIRMED);
      g_assert_cmpstr (former->checked_by, ==, "Ada");
      g_assert_cmpstr (former->quote, ==, mark->words);
      g_assert_cmpint (former->differences & mark->differences, ==, mark->differences);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  Fixture f = { NULL };
  g_autoptr (GalleyCheck) before = NULL;
  g_autoptr (GalleyCheck) after = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autofree char *old_again = NULL;
  g_autofree char *new_again = NULL;
  g_autoptr (GalleyOutcome) undone = NULL;
  g_autoptr (GalleyOutcome) redone = NULL;
  g_auto (GStrv) ids = g_new0 (char *, MAX_MARKS + 1);

  fixture_set_up (&f, c->old);
  before = redraft_load (f.desk, f.article);
  for (guint i = 0; i < MAX_MARKS && c->marks[i].words != NULL; i++)
    ids[i] =
        g_strdup (testing_mark_words (f.desk, before, c->marks[i].words, GALLEY_STATUS_CONFIRMED));
  old = describe (&f);

  redraft_perform (f.desk, f.article, c->new);
  after = redraft_load (f.desk, f.article);
  for (guint i = 0; i < MAX_MARKS && c->marks[i].words != NULL; i++)
    assert_claim (after, ids[i], &c->marks[i]);
  new = describe (&f);
  testing_assert_sound (f.path);

  g_clear_object (&before);
  g_clear_object (&after);
  reopen (&f);
  undone = galley_desk_undo (f.desk, f.article, NULL, NULL, NULL);
  old_again = describe (&f);
  g_assert_cmpstr (old_again, ==, old);
  testing_assert_sound (f.path);
  reopen (&f);
  redone = galley_desk_redo (f.desk, f.article, NULL, NULL);
  new_again = describe (&f);
  g_assert_cmpstr (new_again, ==, new);
  fixture_tear_down (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/redraft/", cases[i].name, NULL);

      g_test_add_data_func (name, &cases[i], test_case);
    }

  return g_test_run ();
}

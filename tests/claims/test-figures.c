/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-figures-builder.h"

/* Histories whose figures were worked out by hand. Times are minutes after noon of a Wednesday. */

#define NOON (G_GINT64_CONSTANT (1756900800) * 1000) /* 2025-09-03T12:00:00Z */
#define MINUTE (G_GINT64_CONSTANT (60000))
#define DAY (24 * 60 * MINUTE)

typedef struct
{
  GalleyFiguresBuilder *builder;
  guint n_units;
} Story;

static void
begin (Story *story, const char *article_id, const char *time_zone)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (time_zone);
  GalleyFiguresScope scope = { .article_id = article_id, .time_zone = zone };

  g_assert_nonnull (zone);
  story->builder = galley_figures_builder_new (&scope);
  story->n_units = 0;
  galley_figures_builder_add_article (story->builder, "a", "Flood", /* is_archived= */ FALSE, 250);
}

static GalleyFigures *
end (Story *story)
{
  GalleyFigures *figures = galley_figures_builder_finish (story->builder);

  galley_figures_builder_free (story->builder);
  return figures;
}

static void
has_claim (Story *story,
           const char *id,
           GalleyStatus status,
           const char *category,
           const char *checked_by,
           gboolean counts)
{
  GalleyFiguresClaim claim = { .id = id,
                               .article_id = "a",
                               .status = status,
                               .category = category,
                               .checked_by = checked_by,
                               .counts = counts };

  galley_figures_builder_add_claim (story->builder, &claim);
}

/* A step of its own, unless @unit names one. */
static void
happens_in (Story *story,
            const char *unit,
            gboolean is_done,
            gint64 time,
            GalleyFiguresEventKind kind,
            const char *subject,
            const char *actor,
            const char *status,
            const char *draft,
            const char *place)
{
  g_autofree char *own = g_strdup_printf ("step %u", story->n_units++);
  GalleyFiguresEvent event = { .kind = kind,
                               .subject = subject,
                               .time = time,
                               .actor = actor,
                               .unit = unit != NULL ? unit : own,
                               .is_done = is_done,
                               .status = status,
                               .draft = draft,
                               .place = place };

  galley_figures_builder_add_event (story->builder, &event);
}

static void
gets_draft (Story *story, gint64 time, const char *draft)
{
  happens_in (story, NULL, TRUE, time, GALLEY_FIGURES_DRAFT, "a", "Ana", NULL, draft, NULL);
}

static void
is_marked (Story *story, gint64 time, const char *id)
{
  happens_in (story, NULL, TRUE, time, GALLEY_FIGURES_ADD, id, "Ana", "pending", "one", NULL);
}

static void
gets_status (Story *story, gint64 time, const char *id, const char *actor, const char *status)
{
  happens_in (story, NULL, TRUE, time, GALLEY_FIGURES_STATUS, id, actor, status, NULL, NULL);
}

static void
assert_counts (const guint *counts, guint n_pending, guint n_confirmed, guint n_disputed)
{
  g_assert_cmpuint (counts[GALLEY_STATUS_PENDING], ==, n_pending);
  g_assert_cmpuint (counts[GALLEY_STATUS_CONFIRMED], ==, n_confirmed);
  g_assert_cmpuint (counts[GALLEY_STATUS_DISPUTED], ==, n_disputed);
}

static const GalleyFiguresSpan *
get_span (GalleyFigures *figures, guint index)
{
  g_assert_cmpuint (index, <, figures->spans->len);
  return &g_array_index (figures->spans, GalleyFiguresSpan, index);
}

static void
assert_flow (const GalleyFiguresSpan *span, guint n_first, guint n_again, guint n_reopened)
{
  g_assert_cmpuint (span->n_first, ==, n_first);
  g_assert_cmpuint (span->n_again, ==, n_again);
  g_assert_cmpuint (span->n_reopened, ==, n_reopened);
}

/* Who has what, and in which order. A claim in the tray is no verdict on words. */
static void
test_counts (void)
{
  Story story;
  g_autoptr (GalleyFigures) figures = NULL;
  GalleyFiguresGroup *group;

  begin (&story, "a", "UTC");
  has_claim (&story, "1", GALLEY_STATUS_CONFIRMED, "date", "Ana", TRUE);
  has_claim (&story, "2", GALLEY_STATUS_DISPUTED, "name", "Ben", TRUE);
  has_claim (&story, "3", GALLEY_STATUS_PENDING, NULL, "Ben", TRUE);
  has_claim (&story, "4", GALLEY_STATUS_DISPUTED, "zebra", "Ben", TRUE);
  has_claim (&story, "5", GALLEY_STATUS_DISPUTED, "date", "Carla", FALSE);
  figures = end (&story);

  assert_counts (figures->n_with_status, 1, 1, 2);
  g_assert_cmpuint (figures->n_words, ==, 250);
  g_assert_cmpfloat (galley_figures_get_error_rate (figures->n_with_status[GALLEY_STATUS_DISPUTED],
                                                    figures->n_words),
                     ==, 8);
  g_assert_cmpfloat (galley_figures_get_error_rate (2, 0), <, 0);
  g_assert_cmpstr (figures->title, ==, "Flood");

  g_assert_cmpuint (figures->categories->len, ==, 4);
  g_assert_cmpstr (((GalleyFiguresGroup *) g_ptr_array_index (figures->categories, 0))->name, ==,
                   "name");
  group = g_ptr_array_index (figures->categories, 1);
  g_assert_cmpstr (group->name, ==, "date");
  assert_counts (group->n_with_status, 0, 1, 0);
  g_assert_cmpstr (((GalleyFiguresGroup *) g_ptr_array_index (figures->categories, 2))->name, ==,
                   "zebra");
  g_assert_null (((GalleyFiguresGroup *) g_ptr_array_index (figures->categories, 3))->name);

  g_assert_cmpuint (figures->checkers->len, ==, 2);
  group = g_ptr_array_index (figures->checkers, 0);
  g_assert_cmpstr (group->name, ==, "Ben");
  assert_counts (group->n_with_status, 1, 0, 2);
}

/* First verdicts, others, and what was undone; and how many stood at the end of each day. */
static void
test_over_days (void)
{
  Story story;
  g_autoptr (GalleyFigures) figures = NULL;

  begin (&story, "a", "UTC");
  has_claim (&story, "1", GALLEY_STATUS_DISPUTED, NULL, "Ana", TRUE);
  has_claim (&story, "2", GALLEY_STATUS_PENDING, NULL, "Ana", TRUE);
  has_claim (&story, "3", GALLEY_STATUS_CONFIRMED, NULL, "Ana", FALSE);
  gets_draft (&story, NOON, "one");
  is_marked (&story, NOON, "1");
  is_marked (&story, NOON, "2");
  is_marked (&story, NOON, "3");
  gets_status (&story, NOON + MINUTE, "1", "Ana", "confirmed");
  gets_status (&story, NOON + 2 * MINUTE, "2", "Ana", "confirmed");
  gets_status (&story, NOON + DAY, "1", "Ana", "confirmed"); /* for another reason only */
  gets_status (&story, NOON + DAY, "1", "Ben", "disputed");
  gets_status (&story, NOON + DAY, "2", "Ben", "pending");
  gets_status (&story, NOON + DAY, "3", "Ben", "confirmed");
  /* A step that was undone afterwards, and the undoing of it. */
  happens_in (&story, "undone", FALSE, NOON + DAY, GALLEY_FIGURES_STATUS, "2", "Ben", "disputed",
              NULL, NULL);
  happens_in (&story, NULL, FALSE, NOON + DAY, GALLEY_FIGURES_STATUS, "2", "Ben", "pending", NULL,
              NULL);
  happens_in (&story, NULL, TRUE, NOON + 3 * DAY, GALLEY_FIGURES_DELETE, "3", "Ben", NULL, NULL,
              NULL);
  figures = end (&story);

  g_assert_cmpint (figures->unit, ==, GALLEY_FIGURES_DAY);
  g_assert_cmpuint (figures->spans->len, ==, 4);
  g_assert_cmpint (get_span (figures, 0)->start, ==, NOON - 12 * 60 * MINUTE);
  g_assert_cmpint (get_span (figures, 0)->end, ==, get_span (figures, 1)->start);
  assert_flow (get_span (figures, 0), 2, 0, 0);
  assert_counts (get_span (figures, 0)->n_with_status, 1, 2, 0);
  assert_flow (get_span (figures, 1), 1, 1, 1);
  assert_counts (get_span (figures, 1)->n_with_status, 1, 1, 1);
  assert_flow (get_span (figures, 2), 0, 0, 0);
  assert_counts (get_span (figures, 2)->n_with_status, 1, 1, 1);
  assert_counts (get_span (figures, 3)->n_with_status, 1, 0, 1);
  g_assert_cmpuint (figures->n_unclear, ==, 0);
}

/* A new draft takes claims off their words; only by being placed they get others. */
static void
test_drafts (void)
{
  Story story;
  g_autoptr (GalleyFigures) figures = NULL;

  begin (&story, "a", "UTC");
  has_claim (&story, "1", GALLEY_STATUS_CONFIRMED, NULL, "Ana", TRUE);
  has_claim (&story, "2", GALLEY_STATUS_PENDING, NULL, "Ana", TRUE);
  has_claim (&story, "3", GALLEY_STATUS_PENDING, NULL, "Ana", FALSE);
  gets_draft (&story, NOON, "one");
  is_marked (&story, NOON, "1");
  is_marked (&story, NOON, "2");
  is_marked (&story, NOON, "3");
  gets_status (&story, NOON, "1", "Ana", "confirmed");
  gets_status (&story, NOON, "2", "Ana", "confirmed");
  gets_draft (&story, NOON + DAY, "two");
  happens_in (&story, NULL, TRUE, NOON + DAY, GALLEY_FIGURES_PLACE, "1", "Ana", "confirmed", "two",
              "exact");
  happens_in (&story, NULL, TRUE, NOON + DAY, GALLEY_FIGURES_PLACE, "2", "Ana", "pending", "two",
              "changed");
  happens_in (&story, NULL, TRUE, NOON + DAY, GALLEY_FIGURES_PLACE, "3", "Ana", "pending", "one",
              "lost");
  figures = end (&story);

  assert_counts (get_span (figures, 0)->n_with_status, 1, 2, 0);
  assert_counts (get_span (figures, 1)->n_with_status, 1, 1, 0);
  /* Nobody decided anything that day. */
  assert_flow (get_span (figures, 1), 0, 0, 0);
  g_assert_cmpuint (figures->n_unclear, ==, 0);
}

/* Where the history does not lead to what there is, the end is what there is, and it is said. */
static void
test_unclear (void)
{
  Story story;
  g_autoptr (GalleyFigures) figures = NULL;

  begin (&story, "a", "UTC");
  has_claim (&story, "1", GALLEY_STATUS_CONFIRMED, NULL, "Ana", TRUE);
  gets_draft (&story, NOON, "one");
  is_marked (&story, NOON, "1");
  gets_status (&story, NOON + DAY, "1", "Ana", "disputed");
  figures = end (&story);

  g_assert_cmpuint (figures->n_unclear, ==, 1);
  assert_counts (get_span (figures, 0)->n_with_status, 1, 0, 0);
  assert_counts (get_span (figures, 1)->n_with_status, 0, 1, 0);
}

/* One day is cut into hours, where the time zone has them: half past in India. */
static void
test_hours (void)
{
  Story story;
  g_autoptr (GalleyFigures) figures = NULL;

  begin (&story, NULL, "Asia/Kolkata");
  has_claim (&story, "1", GALLEY_STATUS_CONFIRMED, NULL, "Ana", TRUE);
  gets_draft (&story, NOON, "one");
  is_marked (&story, NOON, "1");
  gets_status (&story, NOON + 45 * MINUTE, "1", "Ana", "confirmed");
  figures = end (&story);

  g_assert_cmpint (figures->unit, ==, GALLEY_FIGURES_HOUR);
  g_assert_cmpuint (figures->spans->len, ==, 2);
  g_assert_cmpint (get_span (figures, 0)->start, ==, NOON - 30 * MINUTE);
  g_assert_cmpint (get_span (figures, 1)->start, ==, NOON + 30 * MINUTE);
}

/* However long it took, there are never too many spans, and they leave nothing out. */
static void
test_span_lengths (void)
{
  static const struct
  {
    guint n_days;
    GalleyFiguresUnit unit;
  } cases[] = {
    { 1, GALLEY_FIGURES_DAY },      { 59, GALLEY_FIGURES_DAY },       { 60, GALLEY_FIGURES_WEEK },
    { 500, GALLEY_FIGURES_MONTH },  { 3000, GALLEY_FIGURES_QUARTER }, { 9000, GALLEY_FIGURES_YEAR },
    { 60000, GALLEY_FIGURES_YEAR }, { 4000000, GALLEY_FIGURES_YEAR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 last = NOON + cases[i].n_days * DAY;
      Story story;
      g_autoptr (GalleyFigures) figures = NULL;

      begin (&story, "a", "America/New_York");
      has_claim (&story, "1", GALLEY_STATUS_CONFIRMED, NULL, "Ana", TRUE);
      gets_draft (&story, NOON, "one");
      is_marked (&story, NOON, "1");
      gets_status (&story, last, "1", "Ana", "confirmed");
      figures = end (&story);

      g_assert_cmpint (figures->unit, ==, cases[i].unit);
      g_assert_cmpuint (figures->spans->len, <=, GALLEY_FIGURES_MAX_SPANS);
      g_assert_cmpint (get_span (figures, 0)->start, <=, NOON);
      for (guint j = 1; j < figures->spans->len; j++)
        g_assert_cmpint (get_span (figures, j)->start, ==, get_span (figures, j - 1)->end);
      assert_flow (get_span (figures, figures->spans->len - 1), 1, 0, 0);
    }
}

/* Days on which clocks are set have 23 or 25 hours, and each of them is one. */
static void
test_clocks_are_set (void)
{
  Story story;
  g_autoptr (GalleyFigures) figures = NULL;
  gint64 saturday = G_GINT64_CONSTANT (1762012800) * 1000; /* 2025-11-01T16:00:00Z */

  begin (&story, "a", "America/New_York");
  has_claim (&story, "1", GALLEY_STATUS_CONFIRMED, NULL, "Ana", TRUE);
  gets_draft (&story, saturday, "one");
  is_marked (&story, saturday, "1");
  gets_status (&story, saturday + 2 * DAY, "1", "Ana", "confirmed");
  figures = end (&story);

  g_assert_cmpuint (figures->spans->len, ==, 3);
  g_assert_cmpint (get_span (figures, 1)->end - get_span (figures, 1)->start, ==, 25 * 60 * MINUTE);
}

/* Breaks, steps on several claims and what others did are no time that a claim took. */
static void
test_times (void)
{
  static const gint64 minutes[] = { 0, 1, 3, 4, 8, 13, 60, 62 };
  Story story;
  g_autoptr (GalleyFigures) figures = NULL;
  GalleyFiguresGroup *ana, *ben;

  begin (&story, "a", "UTC");
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      has_claim (&story, id, GALLEY_STATUS_CONFIRMED, "date", i == 11 ? "Ben" : "Ana", TRUE);
    }
  gets_draft (&story, NOON, "one");
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      is_marked (&story, NOON, id);
    }
  gets_status (&story, NOON, "11", "Ben", "confirmed");
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      gets_status (&story, NOON + minutes[i] * MINUTE, id, "Ana", "confirmed");
    }
  happens_in (&story, "both", TRUE, NOON + 63 * MINUTE, GALLEY_FIGURES_STATUS, "8", "Ana",
              "confirmed", NULL, NULL);
  happens_in (&story, "both", TRUE, NOON + 63 * MINUTE, GALLEY_FIGURES_STATUS, "9", "Ana",
              "confirmed", NULL, NULL);
  /* On an article that is not asked for; then on this one. */
  gets_status (&story, NOON + 70 * MINUTE, "elsewhere", "Ana", "disputed");
  gets_status (&story, NOON + 72 * MINUTE, "10", "Ana", "confirmed");
  figures = end (&story);

  /* 1, 2, 1, 4, 5, then 2 after the break, then 2 after what was elsewhere. */
  g_assert_cmpuint (figures->times.n, ==, 7);
  g_assert_cmpfloat (figures->times.quartiles[0], ==, 1.5 * MINUTE);
  g_assert_cmpfloat (figures->times.quartiles[1], ==, 2 * MINUTE);
  g_assert_cmpfloat (figures->times.quartiles[2], ==, 3 * MINUTE);
  g_assert_false (galley_figures_times_are_few (&figures->times));

  ana = g_ptr_array_index (figures->checkers, 0);
  ben = g_ptr_array_index (figures->checkers, 1);
  g_assert_cmpuint (ana->times.n, ==, 7);
  g_assert_cmpuint (ben->times.n, ==, 0);
  g_assert_true (galley_figures_times_are_few (&ben->times));
  g_assert_cmpfloat (ben->times.quartiles[1], ==, 0);
  g_assert_cmpuint (((GalleyFiguresGroup *) g_ptr_array_index (figures->categories, 0))->times.n,
                    ==, 7);
}

static void
test_nothing (void)
{
  Story story;
  g_autoptr (GalleyFigures) figures = NULL;

  begin (&story, NULL, "UTC");
  gets_draft (&story, NOON, "one");
  figures = end (&story);

  assert_counts (figures->n_with_status, 0, 0, 0);
  g_assert_cmpuint (figures->spans->len, ==, 0);
  g_assert_cmpuint (figures->categories->len, ==, 0);
  g_assert_cmpuint (figures->articles->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claims/figures/counts", test_counts);
  g_test_add_func ("/claims/figures/over-days", test_over_days);
  g_test_add_func ("/claims/figures/drafts", test_drafts);
  g_test_add_func ("/claims/figures/unclear", test_unclear);
  g_test_add_func ("/claims/figures/hours", test_hours);
  g_test_add_func ("/claims/figures/span-lengths", test_span_lengths);
  g_test_add_func ("/claims/figures/clocks-are-set", test_clocks_are_set);
  g_test_add_func ("/claims/figures/times", test_times);
  g_test_add_func ("/claims/figures/nothing", test_nothing);

  return g_test_run ();
}

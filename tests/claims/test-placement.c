/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drafts.h"
#include "galley-placement.h"

/* Pairs of drafts. In each, ⟦ and ⟧ stand around what a claim covers and around where it must land;
 * of several claims the places come in the same order. A claim that must land nowhere has no place,
 * and its class is the only one of its case. */
typedef struct
{
  const char *name;
  GalleyPlacementClass placement;
  GalleyDifference differences; /* all of them at least; none but these if there are none */
  const char *old;
  const char *new;
} Case;

#define EXACT GALLEY_PLACEMENT_EXACT, GALLEY_DIFFERENCE_NONE
#define MOVED GALLEY_PLACEMENT_MOVED, GALLEY_DIFFERENCE_NONE
#define LOST GALLEY_PLACEMENT_LOST, GALLEY_DIFFERENCE_NONE
#define AMBIGUOUS GALLEY_PLACEMENT_AMBIGUOUS, GALLEY_DIFFERENCE_NONE
#define CHANGED(kind) GALLEY_PLACEMENT_CHANGED, GALLEY_DIFFERENCE_##kind

#define HEAD                                                                                       \
  "Harbour Plan Approved\n\nThe town council met on Tuesday evening in the old library.\n\n"
#define TAIL                                                                                       \
  "\n\nConstruction could begin next spring.\n\nResidents have thirty days to lodge an appeal "    \
  "with the regional court.\n"

static const Case same_cases[] = {
  { "identical", EXACT, HEAD "⟦The vote was 7 to 2.⟧" TAIL, HEAD "⟦The vote was 7 to 2.⟧" TAIL },
  { "part-of-a-sentence", EXACT, HEAD "The mayor said ⟦the bridge costs $4 million⟧ in all." TAIL,
    HEAD "The mayor said ⟦the bridge costs $4 million⟧ in all." TAIL },
  { "inside-a-word", EXACT, HEAD "It uses ⟦Span⟧ish steel." TAIL,
    HEAD "Indeed, it uses ⟦Span⟧ish steel." TAIL },
  { "sentences-around-changed", EXACT,
    HEAD "It rained all morning. ⟦The vote was 7 to 2.⟧ Nobody in the room was surprised." TAIL,
    HEAD "The sun shone brightly. ⟦The vote was 7 to 2.⟧ Everyone had expected as much." TAIL },
  { "text-before", EXACT, HEAD "⟦The vote was 7 to 2.⟧" TAIL,
    "CORRECTED\n\nBy A. Writer\n\n" HEAD "⟦The vote was 7 to 2.⟧" TAIL },
  { "neutral-word-before", EXACT, HEAD "Then ⟦the bridge was closed⟧ for a week." TAIL,
    HEAD "Then, quietly, ⟦the bridge was closed⟧ for a week." TAIL },
  { "sentence-inserted-that-begins-alike", EXACT, HEAD "⟦The mayor left.⟧" TAIL,
    HEAD "The mayor spoke. ⟦The mayor left.⟧" TAIL },
  { "overlapping", EXACT, HEAD "⟦The council ⟦approved the plan⟧⟧ for the new harbour." TAIL,
    HEAD "⟦The council ⟦approved the plan⟧⟧ for the new harbour." TAIL },
  { "paragraph-split", EXACT,
    HEAD "The plan was approved. ⟦Work on the quay starts in May.⟧ The mayor was pleased." TAIL,
    HEAD
    "The plan was approved.\n\n⟦Work on the quay starts in May.⟧ The mayor was pleased." TAIL },
  { "paragraphs-merged", EXACT,
    HEAD
    "The plan was approved.\n\n⟦Work on the quay starts in May.⟧\n\nThe mayor was pleased." TAIL,
    HEAD "The plan was approved. ⟦Work on the quay starts in May.⟧ The mayor was pleased." TAIL },
  { "heading-becomes-text", EXACT, HEAD "⟦What Comes Next⟧\n\nThe plan goes to the court." TAIL,
    HEAD "⟦What Comes Next⟧ The plan goes to the court." TAIL },
  { "typographic-clean-up", EXACT,
    HEAD "⟦\"It's done\" -- so the mayor's office said--twice...⟧ More soon." TAIL,
    HEAD "⟦“It’s done” — so the mayor’s\xc2\xa0office said\n— twice…⟧ More soon." TAIL },
  { "ligatures-and-soft-hyphens", EXACT, HEAD "⟦The first office is efficient.⟧" TAIL,
    HEAD "⟦The ﬁrst oﬃce is effi\xc2\xad"
         "cient.⟧" TAIL },
  { "normal-form", EXACT, HEAD "⟦Émile visited Málaga in 2019.⟧" TAIL,
    HEAD "⟦E\xcc\x81mile visited Ma\xcc\x81laga in 2019.⟧" TAIL },
  { "repeats-in-order", EXACT,
    HEAD "⟦Yes, they all agreed.⟧\n\nThen the harbour master spoke at length.\n\n⟦Yes, they all "
         "agreed.⟧" TAIL,
    HEAD "⟦Yes, they all agreed.⟧\n\nThen the harbour master spoke at length.\n\n⟦Yes, they all "
         "agreed.⟧" TAIL },
  { "right-to-left", EXACT, "קראתי את הדוח אתמול. ⟦המחיר עלה לארבעה מיליון דולר.⟧ כך נאמר.\n",
    "כותרת חדשה\n\nקראתי את הדוח אתמול. ⟦המחיר עלה לארבעה מיליון דולר.⟧ כך נאמר.\n" },
  { "chinese", EXACT, "会议昨天举行。⟦桥梁耗资四百万美元。⟧市长很高兴。\n",
    "快讯\n\n会议昨天举行。⟦桥梁耗资四百万美元。⟧市长很高兴。\n" },
  { "emoji", EXACT, "The 👩‍👩‍👧 family came. ⟦They paid 🚨 $40.⟧ It was late.\n",
    "A Title 🚨\n\nThe 👩‍👩‍👧 family came. ⟦They paid 🚨 $40.⟧ It was "
    "late.\n" },
  { "speaker-stays", EXACT, HEAD "“⟦We will win⟧,” said Ann Lee." TAIL,
    HEAD "“⟦We will win⟧,” so said Ann Lee." TAIL },
  { "name-elsewhere-in-quotation", EXACT, HEAD "“⟦We will win⟧ the cup in Iowa,” she said." TAIL,
    HEAD "“⟦We will win⟧ the cup in Ohio,” she said." TAIL },
  { "signs-only", EXACT, HEAD "⟦* * *⟧" TAIL, HEAD "⟦* * *⟧" TAIL },
};

static const Case moved_cases[] = {
  { "across-sections", MOVED,
    "Plan\n\n⟦The bridge will be three hundred metres long and rest on nine pillars.⟧ It is "
    "late.\n\n"
    "Money\n\nThe state pays half of everything. The town pays for the lamps.\n\n"
    "People\n\nThe mayor is in her second term. She was a pilot before.\n",
    "Plan\n\nIt is late.\n\n"
    "Money\n\nThe state pays half of everything. The town pays for the lamps.\n\n"
    "People\n\nThe mayor is in her second term. ⟦The bridge will be three hundred metres long and "
    "rest on nine pillars.⟧ She was a pilot before.\n" },
  { "part-of-what-moved", MOVED,
    "Plan\n\nThe bridge will be ⟦three hundred metres long⟧ and rest on nine pillars. It is "
    "late.\n\n"
    "Money\n\nThe state pays half of everything. The town pays for the lamps.\n",
    "Plan\n\nIt is late.\n\n"
    "Money\n\nThe state pays half of everything. The town pays for the lamps. The bridge will be "
    "⟦three hundred metres long⟧ and rest on nine pillars.\n" },
};

static const Case changed_cases[] = {
  { "number", CHANGED (NUMBER), HEAD "⟦The strike killed 11 people.⟧" TAIL,
    HEAD "⟦The strike killed 12 people.⟧" TAIL },
  { "number-in-words", CHANGED (NUMBER), HEAD "⟦The strike killed eleven people.⟧" TAIL,
    HEAD "⟦The strike killed twelve people.⟧" TAIL },
  { "currency", CHANGED (NUMBER), HEAD "⟦The bridge costs $4 million.⟧" TAIL,
    HEAD "⟦The bridge costs €4 million.⟧" TAIL },
  { "percent-dropped", CHANGED (NUMBER), HEAD "⟦Prices rose by 4% in May.⟧" TAIL,
    HEAD "⟦Prices rose by 4 in May.⟧" TAIL },
  { "minus-dropped", CHANGED (NUMBER), HEAD "⟦It was -5 degrees.⟧" TAIL,
    HEAD "⟦It was 5 degrees.⟧" TAIL },
  { "superscript", CHANGED (NUMBER), HEAD "⟦The area is 10² metres.⟧" TAIL,
    HEAD "⟦The area is 102 metres.⟧" TAIL },
  { "exponent", CHANGED (NUMBER), HEAD "⟦The area is 10⁶ metres.⟧" TAIL,
    HEAD "⟦The area is 10⁵ metres.⟧" TAIL },
  { "sign-of-exponent", CHANGED (NUMBER), HEAD "⟦The area is 10⁶ metres.⟧" TAIL,
    HEAD "⟦The area is 10⁻⁶ metres.⟧" TAIL },
  { "unit", CHANGED (NUMBER), HEAD "⟦The area is 5 km² now.⟧" TAIL,
    HEAD "⟦The area is 5 km2 now.⟧" TAIL },
  { "fraction", CHANGED (NUMBER), HEAD "⟦It lies 1¹⁄₂ miles off.⟧" TAIL,
    HEAD "⟦It lies 1¹₂ miles off.⟧" TAIL },
  { "name", CHANGED (NAME), HEAD "⟦The prize went to Maria Lopez.⟧" TAIL,
    HEAD "⟦The prize went to Marta Lopez.⟧" TAIL },
  { "case-of-a-name", CHANGED (NAME), HEAD "⟦They ate in Turkey.⟧" TAIL,
    HEAD "⟦They ate in turkey.⟧" TAIL },
  { "not-inserted", CHANGED (NEGATION), HEAD "⟦The bridge is safe for lorries.⟧" TAIL,
    HEAD "⟦The bridge is not safe for lorries.⟧" TAIL },
  { "not-contracted", CHANGED (NEGATION), HEAD "⟦The bridge is safe for lorries.⟧" TAIL,
    HEAD "⟦The bridge isn’t safe for lorries.⟧" TAIL },
  { "modal", CHANGED (MODAL), HEAD "⟦The court may stop the work.⟧" TAIL,
    HEAD "⟦The court must stop the work.⟧" TAIL },
  { "hedge", CHANGED (HEDGE), HEAD "⟦The mayor allegedly knew of it.⟧" TAIL,
    HEAD "⟦The mayor knew of it.⟧" TAIL },
  { "quotation-marks-dropped", CHANGED (QUOTATION), HEAD "⟦He called it “a disaster” on air.⟧" TAIL,
    HEAD "⟦He called it a disaster on air.⟧" TAIL },
  { "quotation-trimmed", CHANGED (WORDS),
    HEAD "⟦“We will build it, whatever the price of steel,” said the mayor.⟧" TAIL,
    HEAD "⟦“We will build it,” said the mayor.⟧" TAIL },
  { "word", CHANGED (WORDS), HEAD "⟦The committee rejected the proposal at once.⟧" TAIL,
    HEAD "⟦The committee dropped the proposal at once.⟧" TAIL },
  { "punctuation", CHANGED (PUNCTUATION), HEAD "⟦The cook, said the guest, was drunk.⟧" TAIL,
    HEAD "⟦The cook said the guest was drunk.⟧" TAIL },
  { "question", CHANGED (HEDGE), HEAD "⟦The bridge is safe.⟧" TAIL,
    HEAD "⟦The bridge is safe?⟧" TAIL },
  { "split", CHANGED (WORDS),
    HEAD "⟦The plan was approved on Tuesday, although several residents had protested.⟧" TAIL,
    HEAD "⟦The plan was approved on Tuesday. Several residents had protested.⟧" TAIL },
};

/* Claims of which no word was touched, but which say something else now. */
static const Case touched_cases[] = {
  { "currency-before", CHANGED (NUMBER), HEAD "The bridge costs $⟦4 million⟧ in all." TAIL,
    HEAD "The bridge costs €⟦4 million⟧ in all." TAIL },
  { "sign-behind", CHANGED (NUMBER), HEAD "Prices rose by ⟦4⟧% in May." TAIL,
    HEAD "Prices rose by ⟦4⟧‰ in May." TAIL },
  { "minus-before-currency", CHANGED (NUMBER), HEAD "The town made $⟦4 million⟧ in May." TAIL,
    HEAD "The town made -$⟦4 million⟧ in May." TAIL },
  { "speaker-behind", CHANGED (NAME), HEAD "“⟦We will win⟧,” said Ann Lee." TAIL,
    HEAD "“⟦We will win⟧,” said Zoe Orr." TAIL },
  { "speaker-before", CHANGED (NAME), HEAD "Ann Lee told the council: ⟦“We will win.”⟧" TAIL,
    HEAD "Zoe Orr told the council: ⟦“We will win.”⟧" TAIL },
  { "speakers-exchanged", CHANGED (NAME),
    HEAD "“⟦We will win⟧,” said Ann Lee. “⟦We will lose⟧,” said Bob Ray." TAIL,
    HEAD "“⟦We will win⟧,” said Bob Ray. “⟦We will lose⟧,” said Ann Lee." TAIL },
  { "not-before", CHANGED (NEGATION), HEAD "The strike ⟦killed 11 people⟧ on Monday." TAIL,
    HEAD "The strike never ⟦killed 11 people⟧ on Monday." TAIL },
  { "hedge-before", CHANGED (HEDGE), HEAD "The strike ⟦killed 11 people⟧ on Monday." TAIL,
    HEAD "The strike allegedly ⟦killed 11 people⟧ on Monday." TAIL },
  { "modal-before", CHANGED (MODAL), HEAD "They ⟦stop the work⟧ on Monday." TAIL,
    HEAD "They might ⟦stop the work⟧ on Monday." TAIL },
  { "hedge-at-the-start", CHANGED (HEDGE), HEAD "The strike ⟦killed 11 people⟧ on Monday." TAIL,
    HEAD "Reportedly, the strike ⟦killed 11 people⟧ on Monday." TAIL },
  { "whole-sentence-denied", CHANGED (HEDGE), HEAD "⟦The strike killed 11 people⟧." TAIL,
    HEAD "The rebels claimed ⟦The strike killed 11 people⟧." TAIL },
  { "subject", CHANGED (NAME), HEAD "Team Alpha ⟦won the cup in March⟧." TAIL,
    HEAD "Team Beta ⟦won the cup in March⟧." TAIL },
  { "number-before", CHANGED (NUMBER), HEAD "In 2019 ⟦the bridge was closed⟧ for repairs." TAIL,
    HEAD "In 2018 ⟦the bridge was closed⟧ for repairs." TAIL },
  { "what-a-number-counts", CHANGED (NUMBER), HEAD "The strike ⟦killed 11⟧ soldiers there." TAIL,
    HEAD "The strike ⟦killed 11⟧ civilians there." TAIL },
  { "percent-behind", CHANGED (NUMBER), HEAD "Prices ⟦rose by 4⟧% in a month." TAIL,
    HEAD "Prices ⟦rose by 4⟧ in a month." TAIL },
  { "marks-around-dropped", CHANGED (QUOTATION), HEAD "He said: “⟦It killed eleven people⟧.”" TAIL,
    HEAD "He said: ⟦It killed eleven people⟧." TAIL },
  { "no-longer-quoted", CHANGED (QUOTATION),
    HEAD "The mayor said: “We will act, and ⟦the bridge will be built⟧ before May.”" TAIL,
    HEAD "The mayor said: We will act, and ⟦the bridge will be built⟧ before May." TAIL },
  { "subject-in-chinese", CHANGED (NAME), "昨天甲队⟦赢得了比赛⟧。\n", "昨天乙队⟦赢得了比赛⟧。\n" },
};

static const Case ambiguous_cases[] = {
  { "one-becomes-two", AMBIGUOUS, HEAD "⟦Nobody was hurt.⟧" TAIL,
    HEAD "⟦Nobody was hurt.⟧ Fresh words stand in between. Nobody was hurt." TAIL },
  { "two-become-one", AMBIGUOUS,
    HEAD "⟦Nobody was hurt.⟧ Stale words stand in between. ⟦Nobody was hurt.⟧" TAIL,
    HEAD "⟦Nobody was hurt.⟧" TAIL },
  { "short-and-moved", AMBIGUOUS,
    "Plan\n\nThe ⟦red bridge⟧ is old. Work begins in May, says the plan that the council made.\n",
    "Plan\n\nWork begins in May, says the plan that the council made. They saw a ⟦red bridge⟧ "
    "elsewhere.\n" },
};

static const Case lost_cases[] = {
  { "deleted", LOST, HEAD "⟦The vote was 7 to 2.⟧" TAIL, HEAD "It is late." TAIL },
  { "look-alike-deleted", LOST,
    HEAD
    "Team Alpha won the cup in March with great luck.\n\n⟦Team Beta won the cup in May with great "
    "luck.⟧" TAIL,
    HEAD "Team Alpha won the cup in March with great luck." TAIL },
  { "look-alike-deleted-first", LOST,
    HEAD
    "⟦Team Alpha won the cup in March with great luck.⟧\n\nTeam Beta won the cup in May with great "
    "luck." TAIL,
    HEAD "Team Beta won the cup in May with great luck." TAIL },
  { "section-deleted", LOST,
    HEAD
    "Money\n\n⟦The state pays half of everything.⟧ ⟦Lamps are extra.⟧\n\nPeople\n\nThe mayor is a "
    "pilot." TAIL,
    HEAD "People\n\nThe mayor is a pilot." TAIL },
  { "translation", LOST, "The council met on Tuesday. ⟦The vote was close this time.⟧ It rained.\n",
    "Der Rat tagte am Dienstag. Die Abstimmung fiel diesmal knapp aus. Es regnete.\n" },
  { "new-draft-empty", LOST, HEAD "⟦The vote was 7 to 2.⟧" TAIL, "" },
  { "new-draft-blank", LOST, HEAD "⟦The vote was 7 to 2.⟧" TAIL, " \n\n" },
};

static void
assert_placed (const Case *c, GArray *olds, GArray *news, GArray *placements)
{
  for (guint i = 0; i < placements->len; i++)
    {
      const GalleyPlacement *placement = &g_array_index (placements, GalleyPlacement, i);
      GalleyRange expected = { 0, 0 };

      if (news->len > 0)
        expected = g_array_index (news, GalleyRange, MIN (i, news->len - 1));
      g_assert_cmpstr (galley_placement_class_to_nick (placement->placement), ==,
                       galley_placement_class_to_nick (c->placement));
      g_assert_cmpuint (placement->range.start, ==, expected.start);
      g_assert_cmpuint (placement->range.end, ==, expected.end);
      g_assert_cmphex (placement->differences & c->differences, ==, c->differences);
      if (c->differences == GALLEY_DIFFERENCE_NONE)
        g_assert_cmphex (placement->differences, ==, GALLEY_DIFFERENCE_NONE);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GArray) olds = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  g_autoptr (GArray) news = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  g_autoptr (GalleyDocument) old = make_marked_draft (c->old, olds);
  g_autoptr (GalleyDocument) new = make_marked_draft (c->new, news);
  g_autoptr (GalleyAlignment) alignment = galley_alignment_new (old, new);
  g_autoptr (GArray) placements =
      galley_alignment_place (alignment, (const GalleyRange *) (gpointer) olds->data, olds->len);

  g_assert_cmpuint (placements->len, ==, olds->len);
  g_assert_cmpuint (olds->len, >, 0);
  assert_placed (c, olds, news, placements);
}

static void
test_empty_old (void)
{
  g_autoptr (GalleyDocument) old = make_draft ("");
  g_autoptr (GalleyDocument) new = make_draft ("Some words.");
  g_autoptr (GalleyAlignment) alignment = galley_alignment_new (old, new);
  g_autoptr (GalleyAlignment) back = galley_alignment_new (new, old);
  g_autoptr (GArray) placements = galley_alignment_place (alignment, NULL, 0);

  g_assert_cmpuint (placements->len, ==, 0);
}

/* A whole article in another order: everything is found, and nothing in a wrong place. */
static void
test_reordered (void)
{
  static const char *const paragraphs[] = {
    "The council met on Tuesday evening in the old library of the town.",
    "Residents have thirty days to lodge an appeal with the regional court.",
    "Construction could begin next spring if the weather allows it.",
    "Four hundred lamps will light the quay from dusk until midnight.",
    "Several fishermen fear for their berths and want them back by autumn.",
  };
  guint n = G_N_ELEMENTS (paragraphs);
  g_autoptr (GString) old = g_string_new (NULL), new = g_string_new (NULL);
  g_autoptr (GalleyDocument) old_draft = NULL, new_draft = NULL;
  g_autoptr (GalleyAlignment) alignment = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (old, "%s\n\n", paragraphs[i]);
      g_string_append_printf (new, "%s\n\n", paragraphs[n - 1 - i]);
    }
  old_draft = make_draft (old->str);
  new_draft = make_draft (new->str);
  alignment = galley_alignment_new (old_draft, new_draft);

  for (guint i = 0; i < n; i++)
    {
      GalleyRange range = { strstr (old->str, paragraphs[i]) - old->str, 0 };
      guint expected = strstr (new->str, paragraphs[i]) - new->str;
      g_autoptr (GArray) placements = NULL;
      const GalleyPlacement *placement;

      range.end = range.start + strlen (paragraphs[i]);
      placements = galley_alignment_place (alignment, &range, 1);
      placement = &g_array_index (placements, GalleyPlacement, 0);
      g_assert_true (galley_placement_class_is_sure (placement->placement));
      g_assert_cmpuint (placement->range.start, ==, expected);
      g_assert_cmpuint (placement->range.end, ==, expected + strlen (paragraphs[i]));
    }
}

static void
add_cases (const char *folder, const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/placement/%s/%s", folder, cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("same", same_cases, G_N_ELEMENTS (same_cases));
  add_cases ("moved", moved_cases, G_N_ELEMENTS (moved_cases));
  add_cases ("changed", changed_cases, G_N_ELEMENTS (changed_cases));
  add_cases ("touched", touched_cases, G_N_ELEMENTS (touched_cases));
  add_cases ("ambiguous", ambiguous_cases, G_N_ELEMENTS (ambiguous_cases));
  add_cases ("lost", lost_cases, G_N_ELEMENTS (lost_cases));
  g_test_add_func ("/placement/empty-old", test_empty_old);
  g_test_add_func ("/placement/reordered", test_reordered);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-stream.h"
#include "pdf-testing.h"

/* What of a PDF document's lines belongs together: items and their signs, words that stand apart,
 * and what goes on in the next column or on the next page. */

#define LAST_DAY                                                                                   \
  "paragraph 0: The council published what it had decided on its last day of the year, and "       \
  "nobody "                                                                                        \
  "was surprised by any of it.\n"
#define FIRST                                                                                      \
  "The first bridge was closed in the year before, and has not been opened since, as everybody "   \
  "knows.\n"
#define OTHER "list-item 1: The other is open, and will be open for as long as the river lets it.\n"

/* The lines of an item begin below its words, whatever comes after it. */
static void
test_hanging_items (void)
{
  static const char *const signs[] = { "1.", "•", "(3)" };
  g_autoptr (GByteArray) stream = begin_stream ();
  gint bottom = 10000;

  put_page (stream);
  put_line (stream, 10000, bottom, "The council published what it had decided on its last day of");
  put_line (stream, 10000, bottom += LEADING, "the year, and nobody was surprised by any of it.");
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      put_line (stream, 11800, bottom += LEADING * 2, signs[i]);
      put_line (stream, 13600, bottom,
                "The first bridge was closed in the year before, and has not");
      put_line (stream, 13600, bottom += LEADING, "been opened since, as everybody knows.");
      put_line (stream, 11800, bottom += LEADING,
                "• The other is open, and will be open for as long as the");
      put_line (stream, 12600, bottom += LEADING, "river lets it.");
    }
  assert_stream (stream, LAST_DAY "paragraph 0: 1. " FIRST OTHER "list-item 1: " FIRST OTHER
                                  "paragraph 0: (3) " FIRST OTHER);
}

/* Signs of short items that come before all of their words, and numbers that are none. */
static void
test_columns_of_signs (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_line (stream, 5000, 10000, "1.");
  put_line (stream, 5000, 11300, "2.");
  put_line (stream, 6800, 10000, "One");
  put_line (stream, 6800, 11300, "Two");
  put_line (stream, 5000, 20000, "10");
  put_line (stream, 5000, 21300, "20");
  put_line (stream, 6800, 20000, "Ten");
  put_line (stream, 6800, 21300, "Twenty");
  assert_stream (stream, "list-item 1: One\nlist-item 1: Two\n"
                         "paragraph 0: 10\nparagraph 0: 20\nparagraph 0: Ten\n"
                         "paragraph 0: Twenty\n");
}

/* Items of more than a line, and those that begin with other than letters, after all of their
 * signs.
 */
static void
test_columns_of_many_signs (void)
{
  static const char *const items[] = { "One is", "“Two” is", "12 are", "so it is", "Five is" };
  g_autoptr (GByteArray) stream = begin_stream ();
  g_autoptr (GString) expected = g_string_new (NULL);
  const guint n_items = 30;

  put_page (stream);
  for (guint i = 0; i < n_items; i++)
    put_line (stream, 5000, 10000 + 2 * LEADING * i, "•");
  for (guint i = 0; i < n_items; i++)
    {
      put_line (stream, 6800, 10000 + 2 * LEADING * i, items[i % G_N_ELEMENTS (items)]);
      put_line (stream, 6800, 10000 + 2 * LEADING * i + LEADING, "said by the mayor.");
      g_string_append_printf (expected, "list-item 1: %s said by the mayor.\n",
                              items[i % G_N_ELEMENTS (items)]);
    }
  assert_stream (stream, expected->str);
}

/* Words that stand far apart, so that a line of a narrow column reaches to both sides, are lines of
 * their own for who only looks at the space; cells of a table are. */
static void
test_spread_lines (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_line (stream, 10000, 10000, "The council voted nine to four");
  put_line (stream, 10000, 11300, "recommended ");
  put_line (stream, 20500, 11300, "immediate");
  put_line (stream, 10000, 12600, "reconstruction");
  put_line (stream, 19750, 12600, "of");
  put_line (stream, 23500, 12600, "the");
  put_line (stream, 10000, 13900, "bridges, whatever it may cost.");
  put_line (stream, 10000, 20500, "Of the bridges these are open:");
  put_line (stream, 10000, 23000, "North");
  put_line (stream, 24000, 23000, "12");
  put_line (stream, 10000, 24300, "South");
  put_line (stream, 16000, 24300, "East");
  put_line (stream, 23000, 24300, "West");
  assert_stream (stream, "paragraph 0: The council voted nine to four recommended immediate "
                         "reconstruction of the bridges, whatever it may cost.\n"
                         "paragraph 0: Of the bridges these are open:\n"
                         "paragraph 0: North\nparagraph 0: 12\nparagraph 0: South\n"
                         "paragraph 0: East\nparagraph 0: West\n");
}

/* Such a line may come first. What is too short for words is a formula, wherever it reaches to. */
static void
test_spread_first_line (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_line (stream, 10000, 10000, "Recommended");
  put_line (stream, 20500, 10000, "immediate");
  put_line (stream, 10000, 11300, "reconstruction of the bridges.");
  put_line (stream, 10000, 20000, "a");
  put_line (stream, 24500, 20000, "b");
  put_line (stream, 10000, 23500, "And nobody knows what it costs");
  assert_stream (stream, "paragraph 0: Recommended immediate reconstruction of the bridges.\n"
                         "paragraph 0: a\nparagraph 0: b\n"
                         "paragraph 0: And nobody knows what it costs\n");
}

/* What a page has no room for stands on the next: the last words of a paragraph, and the rest of a
 * note, which stands above the notes of that page. */
static void
test_page_ends (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_line (stream, 5000, 10000, "The council voted nine to four for the bridge, and nobody");
  put_line (stream, 5000, 11300, "was surprised by that, as had been said in all of the");
  put_record (stream, GALLEY_PDF_RECORD_LINE, NULL, 0);
  put_run (stream, 0, 800, 5000, 76000, 0, "1 So the minutes of the meeting, which are with the");
  put_page (stream);
  put_line (stream, 5000, 5000, "newspapers.");
  put_line (stream, 5000, 8000, "It will be open in June, if the river lets it.");
  put_record (stream, GALLEY_PDF_RECORD_LINE, NULL, 0);
  put_run (stream, 0, 800, 5000, 75000, 0, "clerk of the town, and the engineer.");
  put_record (stream, GALLEY_PDF_RECORD_LINE, NULL, 0);
  put_run (stream, 0, 800, 5000, 76000, 0, "2 The plan says so.");
  assert_stream (stream,
                 "paragraph 0: The council voted nine to four for the bridge, and nobody was "
                 "surprised by that, as had been said in all of the newspapers.\n"
                 "paragraph 0: So the minutes of the meeting, which are with the clerk of "
                 "the town, and the engineer.\n"
                 "paragraph 0: It will be open in June, if the river lets it.\n"
                 "paragraph 0: The plan says so.\n");
}

/* Puts a page of text, with @note at its foot and @foot above that. */
static void
put_page_with_note (GByteArray *stream, const char *town, const char *foot, const char *note)
{
  g_autofree char *first =
      g_strdup_printf ("%s voted nine to four for the bridge in May, and", town);
  g_autofree char *second = g_strdup_printf ("nobody who knows %s was surprised by that.", town);

  put_page (stream);
  put_line (stream, 5000, 10000, first);
  put_line (stream, 5000, 11300, second);
  put_record (stream, GALLEY_PDF_RECORD_LINE, NULL, 0);
  put_run (stream, 0, 800, 5000, 75000, 0, foot);
  put_record (stream, GALLEY_PDF_RECORD_LINE, NULL, 0);
  put_run (stream, 0, 800, 5000, 76000, 0, note);
}

#define VOTED(town)                                                                                \
  "paragraph 0: " town " voted nine to four for the bridge in May, and nobody who knows " town     \
  " was surprised by that.\n"

/* A note that ends with an address ends with no stop: what stands above the next is none of it, and
 * neither is what comes pages later. A note goes on before a capital if its last line is full. */
static void
test_notes_that_end (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page_with_note (stream, "Ayr", "Table 1: Votes", "1. See https://example.org/a");
  put_page_with_note (stream, "Bonn", "Table 2: Bridges", "2. See https://example.org/b");
  put_page (stream);
  put_page_with_note (stream, "Cork", "of the river",
                      "3. So the minutes, which are with the clerk "
                      "of the town, and Mrs");
  put_page_with_note (stream, "Dijon", "North, in her letter.", "4. The plan says so.");
  assert_stream (
      stream,
      VOTED ("Ayr") "paragraph 0: Table 1: Votes\n"
                    "paragraph 0: See https://example.org/a\n" VOTED (
                        "Bonn") "paragraph 0: Table 2: Bridges\n"
                                "paragraph 0: See https://example.org/b\n" VOTED (
                                    "Cork") "paragraph 0: of the river\n"
                                            "paragraph 0: So the minutes, which are with the clerk "
                                            "of the town, and "
                                            "Mrs North, in her letter.\n" VOTED (
                                                "Dijon") "paragraph 0: The plan says so.\n");
}

/* Puts a line that begins at @right and runs to the left. */
static void
put_left (GByteArray *stream, gint right, gint bottom, const char *text)
{
  put_line (stream, right - g_utf8_strlen (text, -1) * SIZE / 2, bottom, text);
}

/* Where text runs from right to left, the first column is at the right, and so are the signs of
 * items and the indents of paragraphs. */
static void
test_leftward_pages (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  for (guint i = 0; i < 4; i++)
    put_left (stream, 27000, 10000 + i * LEADING, "אבגדה אבגדה אבגדה אבגדה אב");
  for (guint i = 0; i < 4; i++)
    put_left (stream, 42000, 10000 + i * LEADING, "זחטיכ זחטיכ זחטיכ זחטיכ זח");
  put_page (stream);
  put_left (stream, 41000, 10000, "מנסעפ מנסעפ מנסעפ מנסעפ");
  put_left (stream, 42000, 11300, "מנסעפ מנסעפ מנסעפ מנסעפ מנ");
  put_left (stream, 42000, 12600, "מנסעפ.");
  put_left (stream, 41000, 13900, "צקרשת צקרשת צקרשת צקרשת");
  put_left (stream, 42000, 15200, "צקרשת צקרשת.");
  put_left (stream, 42000, 20000, "•");
  put_left (stream, 42000, 21300, "•");
  put_left (stream, 40500, 20000, "אבגדה");
  put_left (stream, 40500, 21300, "זחטיכ");
  assert_stream (stream, "paragraph 0: זחטיכ זחטיכ זחטיכ זחטיכ זח זחטיכ זחטיכ זחטיכ זחטיכ זח "
                         "זחטיכ זחטיכ זחטיכ זחטיכ זח זחטיכ זחטיכ זחטיכ זחטיכ זח "
                         "אבגדה אבגדה אבגדה אבגדה אב אבגדה אבגדה אבגדה אבגדה אב "
                         "אבגדה אבגדה אבגדה אבגדה אב אבגדה אבגדה אבגדה אבגדה אב\n"
                         "paragraph 0: מנסעפ מנסעפ מנסעפ מנסעפ מנסעפ מנסעפ מנסעפ מנסעפ מנ מנסעפ.\n"
                         "paragraph 0: צקרשת צקרשת צקרשת צקרשת צקרשת צקרשת.\n"
                         "list-item 1: אבגדה\nlist-item 1: זחטיכ\n");
}

/* The entries of an index, and those of a glossary, are as long as they are. */
static void
test_entries (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_line (stream, 5000, 10000, "ferries and their captains, 4, 18");
  put_line (stream, 5000, 11300, "ferries of the state railways, 5");
  put_line (stream, 5000, 12600, "fares, 9");
  put_line (stream, 30000, 10000, "harbours of the state railways, 7");
  put_line (stream, 30000, 11300, "helms of ferries, 8");
  put_line (stream, 30000, 12600, "islands, 2");
  put_record (stream, GALLEY_PDF_RECORD_LINE, NULL, 0);
  put_run (stream, 1, SIZE, 5000, 20000, 0, "Deck");
  put_run (stream, 0, SIZE, 7500, 20000, 0, "is what one stands on, on ships.");
  put_record (stream, GALLEY_PDF_RECORD_LINE, NULL, 0);
  put_run (stream, 1, SIZE, 5000, 21300, 0, "Helm");
  put_run (stream, 0, SIZE, 7500, 21300, 0, "is what one steers a ship with.");
  assert_stream (stream, "paragraph 0: ferries and their captains, 4, 18\n"
                         "paragraph 0: ferries of the state railways, 5\n"
                         "paragraph 0: fares, 9\n"
                         "paragraph 0: harbours of the state railways, 7\n"
                         "paragraph 0: helms of ferries, 8\nparagraph 0: islands, 2\n"
                         "paragraph 0: Deck is what one stands on, on ships.\n"
                         "paragraph 0: Helm is what one steers a ship with.\n");
}

/* What goes on over the end of a line are numbers, too. */
static void
test_ranges (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_line (stream, 5000, 10000, "It was open in 1990-");
  put_line (stream, 5000, 11300, "2000, as all bridges were that nobody");
  put_line (stream, 5000, 12600, "had to pay for, from page 4–");
  put_line (stream, 5000, 13900, "17 of the plan onwards, and that was that.");
  assert_stream (stream,
                 "paragraph 0: It was open in 1990-2000, as all bridges were that nobody had "
                 "to pay for, from page 4–17 of the plan onwards, and that was that.\n");
}

/* Puts a letter over three lines, of which the first is @first and moved by @shift. */
static void
put_initial (GByteArray *stream, const char *letter, gint shift, const char *first)
{
  const gint left = 5200 + g_utf8_strlen (letter, -1) * 1800;

  put_page (stream);
  put_record (stream, GALLEY_PDF_RECORD_LINE, NULL, 0);
  put_run (stream, 0, 3600, 5000, 12900, 0, letter);
  put_line (stream, left + shift, 10000, first);
  put_line (stream, left, 11300, "nobody who knows the mayor was surprised by that or by what");
  put_line (stream, left, 12600, "came of it: the bridge was built, and a man of the council said");
  put_line (stream, 5000, 13900,
            "that it has been used by nobody since, nor will it ever be used.");
}

#define SURPRISED                                                                                  \
  "nobody who knows the mayor was surprised by that or by what came of it: the bridge was built, " \
  "and a man of the council said that it has been used by nobody since, nor will it ever be "      \
  "used.\n"

static void
assert_initial (const char *letter, gint shift, const char *first, const char *expected)
{
  g_autoptr (GByteArray) stream = begin_stream ();
  g_autofree char *whole = g_strconcat ("paragraph 0: ", expected, " " SURPRISED, NULL);

  put_initial (stream, letter, shift, first);
  assert_stream (stream, whole);
}

/* A letter that stands over several lines is the first of their first word, or one. */
static void
test_initials (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  assert_initial ("T", 0, "he council voted nine to four for the bridge in the month of May,",
                  "The council voted nine to four for the bridge in the month of May,");
  assert_initial ("“T", 0, "he council voted nine to four for the bridge in the month of May,",
                  "“The council voted nine to four for the bridge in the month of May,");
  assert_initial ("A", 250, "boy said that they voted nine to four for the bridge in that May,",
                  "A boy said that they voted nine to four for the bridge in that May,");
  assert_initial ("A", 0, "man said that they voted nine to four for the bridge in that May,",
                  "A man said that they voted nine to four for the bridge in that May,");
  assert_initial ("A", 0, "fter all of that they voted nine to four for the bridge in that May,",
                  "After all of that they voted nine to four for the bridge in that May,");

  /* It stands beside no line that is the first. */
  put_page (stream);
  put_line (stream, 7000, 10000, "The council voted nine to four for the bridge.");
  put_record (stream, GALLEY_PDF_RECORD_LINE, NULL, 0);
  put_run (stream, 0, 2600, 5000, 13000, 0, "B");
  put_line (stream, 7000, 11300, "nobody was surprised.");
  assert_stream (stream, "paragraph 0: The council voted nine to four for the bridge.\n"
                         "heading 2: B\nparagraph 0: nobody was surprised.\n");
}

/* All lines of an entry but the first may be indented, also where there is but one. */
static void
test_hanging_entries (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_line (stream, 5000, 10000, "Deck: what one stands on, on ships, which are");
  put_line (stream, 6500, 11300, "safe if it is dry.");
  put_line (stream, 5000, 12600, "Helm: what one steers a ship with, if it is a");
  put_line (stream, 6500, 13900, "small one.");
  put_line (stream, 5000, 15200, "Hold: what is below.");
  assert_stream (stream,
                 "paragraph 0: Deck: what one stands on, on ships, which are safe if it is dry.\n"
                 "paragraph 0: Helm: what one steers a ship with, if it is a small one.\n"
                 "paragraph 0: Hold: what is below.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-lines/hanging-items", test_hanging_items);
  g_test_add_func ("/pdf-lines/columns-of-signs", test_columns_of_signs);
  g_test_add_func ("/pdf-lines/columns-of-many-signs", test_columns_of_many_signs);
  g_test_add_func ("/pdf-lines/spread-lines", test_spread_lines);
  g_test_add_func ("/pdf-lines/spread-first-line", test_spread_first_line);
  g_test_add_func ("/pdf-lines/entries", test_entries);
  g_test_add_func ("/pdf-lines/hanging-entries", test_hanging_entries);
  g_test_add_func ("/pdf-lines/ranges", test_ranges);
  g_test_add_func ("/pdf-lines/initials", test_initials);
  g_test_add_func ("/pdf-lines/page-ends", test_page_ends);
  g_test_add_func ("/pdf-lines/notes-that-end", test_notes_that_end);
  g_test_add_func ("/pdf-lines/leftward-pages", test_leftward_pages);

  return g_test_run ();
}

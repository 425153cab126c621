/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-document-builder.h"
#include "galley-sentences.h"

#include <string.h>

/* Cuts @marked without its bars; each bar must be where one sentence ends and the next begins. */
static void
check_cut (const char *language, const char *marked)
{
  g_auto (GStrv) parts = g_strsplit (marked, "|", -1);
  g_autofree char *whole = g_strjoinv (NULL, parts);
  g_autoptr (GalleyText) text = galley_text_new (whole, -1);
  GalleyRange within = { 0, galley_text_get_length (text) };
  g_autoptr (GArray) sentences = galley_sentences_find (text, within, language);
  g_autoptr (GString) got = g_string_new (NULL);
  g_autoptr (GString) wanted = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *slice = galley_text_slice (text, g_array_index (sentences, GalleyRange, i));

      g_string_append_printf (got, "[%s]", slice);
    }
  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (wanted, "[%s]", g_strstrip (parts[i]));

  g_assert_cmpstr (got->str, ==, wanted->str);
}

static void
check_all (const char *const *cases)
{
  for (gsize i = 0; cases[i] != NULL; i++)
    check_cut ("en", cases[i]);
}

static void
test_plain (void)
{
  static const char *const cases[] = {
    "The dog barked.| A cat ran off.",
    "Where to?| I can drive.| Look out!",
    "Wow!!| What a day.",
    "What?!| Is it so?",
    "He was born in 1950.| In 1970 he left.",
    "The fee is $250.00 a month.",
    "The fee is $250.00.| That is a lot.",
    "It was a waste dump.| 1987 was the year of the tree.",
    "Sales rose.| iPhones are out.| eBay fell.",
    "That was all.| “so it goes”, he wrote.",
    NULL,
  };

  check_all (cases);
}

static void
test_titles (void)
{
  static const char *const cases[] = {
    "On the steps Gen. Lee met Sen. Hall, Rep. Dole, Gov. Ames and the Rev. Poe.",
    "Dr. No is a film.| Mr. Smith saw it with Mrs. Hall.",
    "ORAL ARGUMENT OF GEN. ELIZABETH PRICE",
    "You can see Mt. Rainier from St. Mary's.",
    NULL,
  };

  check_all (cases);
}

static void
test_initials (void)
{
  static const char *const cases[] = {
    "Ask for Thomas L. Baker at the desk.",
    "J. K. Rowling and J.R.R. Tolkien write.| C. S. Lewis does too.",
    "A. Noel Kramer was named.",
    "It was only he and I.| Have you met Carl I. Berg?",
    "Oranges hold vitamin C.| They are sweet.",
    NULL,
  };

  check_all (cases);
}

static void
test_numbers (void)
{
  static const char *const cases[] = {
    "The map is on p. 214 of the atlas, see No. 5 and pp. 7 ff. there.",
    "See Fig. 3 and Eq. 4, vol. II, ch. 5, Sec. 2.| That is enough.",
    "She said no.| He said No.| They left.",
    "On Sept. 3, 2025, and on Dec. 24 they met.",
    "Look at N°. 14.22.33.| That is the spot.",
    NULL,
  };

  check_all (cases);
}

static void
test_finals (void)
{
  static const char *const cases[] = {
    "In Mexico City, U.S. Secretary of State Marco Rubio met Mx. and U.S. officials.",
    "She sued the U.S. Treasury in Ohio and lived in the U.S. for years.",
    "He moved to the U.K.| Where do you live?",
    "They flew to the U.S.| The flight was long.",
    "He works at Acme Inc.| The firm is old.",
    "They sold it to Marsh & Co.| It cost nothing.",
    "We met with Marsh, Hall & Co. at ten.",
    "It was Bill Brown Jr.'s hat.| Bill Brown Sr. wore none.",
    "Jones et al. and others, e.g. Smith, i.e. all of them, cf. Roe v. Wade, vs. us.",
    "He lives at 5 Main St.| The house is near St. Mary's.| See 5 U.S.C. § 552.",
    "They met at 5 p.m. EST.| I was there.",
    "He took plan b.| C was worse, see vol. IV and sec. II.",
    "They sell books, maps, etc. and ink.| They sell pens, etc.| Ask them.",
    NULL,
  };

  check_all (cases);
}

static void
test_times (void)
{
  static const char *const cases[] = {
    "At 7 a.m. Mrs. Hall got up.| She came home at 5 P.M.| Mr. Hall was asleep.",
    "He arrived at 10 p.m. Monday.| It shut at 10 a.m. (CDT) that day.",
    "The bell rang at 5 p.m. and again later.",
    NULL,
  };

  check_all (cases);
}

static void
test_quotes_and_brackets (void)
{
  static const char *const cases[] = {
    "He looked up, “That was close.” he muttered.",
    "He looked up, 'That was close.' he muttered.",
    "He looked up, \"That was close.\"| Then he went out.",
    "“Why?” she asked.| “Because!” he cried.",
    "“One thing.| Another thing.”| That was all.",
    "She paints (She once studied in Rome for a year.) in the attic.",
    "He (or she) left.| (See below.)| Then it rained.",
    "“Time [...] is money [...]” (Smith 55).",
    "It was late. )| They left.",
    NULL,
  };

  check_all (cases);
}

static void
test_ellipses (void)
{
  static const char *const cases[] = {
    "… and so it began.| Then it ended.",
    "It was not ... well, what I said...you know . . . the point is . . . I do not mind.",
    "Then silence…| It lasted.| And a bell … and I saw… I did not see who.",
    "I did not know....| He went away.",
    "Put dots there . . . .| Next one.",
    "A habit that grew rare . . . was to join words. . . .| It was never given up. . . .",
    NULL,
  };

  check_all (cases);
}

static void
test_addresses (void)
{
  static const char *const cases[] = {
    "Write to Ann.Lee@mail.example.org today.",
    "See http://www.example.co.uk/a.B/index.html?x=1&Y=2 for more.| That is all.",
    "You can find it with any engine.| http://www.example.org/search?q=a",
    NULL,
  };

  check_all (cases);
}

static void
test_references (void)
{
  static const char *const cases[] = {
    "He lived in Dulwich. [17]| Then he went to sea.[18][19]| He drowned.",
    "They have rights. 4| Even though they are few, they vote.",
    "He slept.¹| She did not.",
    "He slept.¹,²| She did not.¹, ³| They woke.¹–³| We left.⁽⁴⁾| He paid.¹⁻²| Nobody knew.",
    "It covers 10⁶ m², 5 m³ and more.| It is 10⁻⁶.| By 1990¹, 20 were there.",
    "Great job! :)| See you.",
    "Great job! 😀| See you.",
    NULL,
  };

  check_all (cases);
}

static void
test_exclaimed_names (void)
{
  static const char *const cases[] = {
    "The engine of Yahoo! and others is old.",
    "He sells for Jeopardy! in the evening.",
    NULL,
  };

  check_all (cases);
}

static void
test_missing_spaces (void)
{
  static const char *const cases[] = {
    "Good day all.| Now.",
    "Good day all.|Now is Monday.|Mrs. Hall bought 2,500.|That is plenty.",
    "The file is Main.java and the U.S.A. uses ASP.NET and Node.js.",
    "They wrote small letters.| they wrote a lot.",
    NULL,
  };

  check_all (cases);
}

static void
test_lists (void)
{
  static const char *const cases[] = {
    "1.) First thing |2.) Second thing",
    "1) First thing.| 2) Second thing.| It is long.| 3) Third thing",
    "1. First thing |2. Second thing",
    "a. First thing |b. Second thing |c. Third thing",
    "I. First thing |II. Second thing |III. Third thing",
    "• 3. First thing |• 4. Second thing",
    "• First thing |• Second thing",
    "Home • About • Contact",
    "Things to buy\n|- milk\n|- bread and butter\n|1. ham\n|2. eggs",
    "He saw 2) of them.",
    NULL,
  };

  check_all (cases);
}

static void
test_lines (void)
{
  static const char *const cases[] = {
    "It is a line\nthat somebody broke for no reason.",
    "The house was dark \r\nand old.",
    "names\n|dates of birth\n|places, addresses\n",
    "A heading with no stop\n\n|and a paragraph.",
    "The visit came a day after President Donald\n"
    "Trump had met the Foreign Secretary, Sen.\n"
    "Jane Doe, in Washington, where it rained.| They\nwalked.",
    "It was so late that nobody\n"
    "had a mind to go on with the\n"
    "talk.| Mr. Doe was asleep, and\n"
    "Ms. Roe had left the room.",
    "Police arrest two after a robbery at the bank\n|"
    "Council votes to raise fees for parking downtown\n|"
    "Storm leaves thousands of homes without power",
    "Roses are red\n|Violets are blue\n|Sugar is sweet\n",
    "A short head\n|The paragraph begins here and goes on for quite a while until it ends.",
    NULL,
  };

  check_all (cases);
}

/* What belongs to a name, a measure or a bracket opens no sentence. */
static void
test_belongings_of_words (void)
{
  static const char *const cases[] = {
    "He works for Yahoo! Inc. in California.| She works for Guess? Inc. in Los Angeles.",
    "Is it a firm?| Incorporation is what counts!| Corporations said so.",
    "It fell to -5 °C.| Snow followed.| Then it was 40 °F.| J. Smith froze.",
    "See Smith v. Jones (9th Cir. 1999).| The rule stands (2d Cir. 2004).",
    "The first is the rent.| 2) The second is food.",
    "“Wait …”| He stopped … and left.| “Go… ”| He went.",
    "That is e. g. a dog, i. e. no cat.",
    NULL,
  };

  check_all (cases);
}

/* Those of other languages. */
static void
test_abbreviations_elsewhere (void)
{
  check_cut ("de", "Das ist z. B. Geld, d. h. es war u. a. Gold da.| Dr. h. c. Meyer ging.");
  check_cut (
      "de",
      "Bayern gewann 3:2.| Köln verlor.| Es ist 1,5.| Das 3. Tor fiel um 20:15.| Mehr nicht.");
  check_cut ("de", "Es steht in Abs. 2.| Nach S. 12.| Es war so.");
  check_cut ("de", "„Komm!“, rief er.| „Nein“, sagte sie.| »Doch«, sagte er.");
  check_cut ("fr", "« Non », dit-il.| « Oui ! » répondit-elle.| Voir art. 3.| C’est tout.");
  check_cut ("fr", "Il a dit « non ».| « Oui », dit-elle.| Voir éd. 3.");
  check_cut ("sv", "”Nej”, sade hon.| ”Jo”, sade han.| ”Varför?”");
  check_cut ("fr", "M. Dupont et Mme. Durand sont là.| —Oui, dit-il.| —Non, dit-elle.");
  check_cut ("es",
             "El Gral. Ruiz y la Profa. Gómez vinieron.| —¿Vienes? —preguntó.| —No —dijo ella.");
  check_cut ("en", "Know thyself. —Plato");
  check_cut ("es", "Véase pág. 12.| Nació en el s. XIX.| Llegó a las 5 p. m. del lunes.");
}

/* The rules that need no English hold for others, and those that do stay silent. */
static void
test_languages (void)
{
  check_cut ("de", "Am 3. Oktober 1990 war es so.| Das 18. Jahrhundert war lang.");
  check_cut ("de", "J. S. Bach kam auf Platz 2.| Die Musik war Plan B.| Das gefiel.");
  check_cut ("de", "Dann kam Müller.| Das war im Betrieb.| Er ist Minister.| Prof. Meyer schwieg.");
  check_cut ("de", "Um 50 v. Chr. Geburt.| Abg. Roth bzw. Prof. Lenz kam.| Die röm.-kath. Kirche.");
  check_cut ("de-AT", "„Warum?“ fragte sie.| Er schwieg.");
  check_cut ("fr", "M. J. Dupont est là.| «Pourquoi ?» dit-il.");
  check_cut ("es", "Viven en EE. UU. y en México.| Las FF. AA. llegaron.");
  check_cut ("es", "¿Qué hora es?| ¡Tarde!| J. L. Borges escribe.");
  check_cut ("ja", "今日は晴れです。|明日は雨です。");
  check_cut ("he", "שלום עולם.| מה שלומך?| טוב.");
  check_cut ("no such language", "The dog barked.| A cat ran off.");
}

static void
test_characters (void)
{
  static const char *const cases[] = {
    "Cafe\u0301 au lait.| E\u0301tienne left.\r\n|He slept 😴 well.\r\n\r\n|👩‍👩‍👧 "
    "came.",
    "هذا كتاب.| ذلك قلم؟| نعم.",
    "Here is 🇫🇷. 🇩🇪| There is more.",
    NULL,
  };

  check_all (cases);
}

static void
test_blocks (void)
{
  g_autoptr (GalleyText) text = galley_text_new ("He spoke of Gen. Lee left. 😀 Yes.", -1);
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyDocument) document = NULL;
  g_autoptr (GArray) sentences = NULL;
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);
  static const GalleyRange wanted[] = { { 0, 16 }, { 17, 26 }, { 27, 33 } };

  galley_document_builder_set_text (builder, text);
  galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0, (GalleyRange){ 0, 17 });
  galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0, (GalleyRange){ 17, 27 });
  galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0, (GalleyRange){ 27, 33 });
  document = galley_document_builder_finish (builder, original, "text/plain");
  sentences = galley_document_find_sentences (document);

  g_assert_cmpmem (sentences->data, sentences->len * sizeof (GalleyRange), wanted, sizeof wanted);
}

/* Whether a cluster begins with the character behind @before; enough for the pieces used below. */
static gboolean
begins_cluster (gunichar before, gunichar c)
{
  if (before == '\r' && c == '\n')
    return FALSE;
  if (g_unichar_iscntrl (before) || before == 0x2028)
    return TRUE;

  return c != 0x200d && !g_unichar_ismark (c);
}

static void
check_invariants (GalleyText *text, GalleyRange within, GArray *sentences)
{
  guint next = within.start;
  const char *utf8 = galley_text_peek_utf8 (text, NULL);
  g_autofree gunichar *c = g_utf8_to_ucs4_fast (utf8, -1, NULL);

  for (guint i = 0; i <= sentences->len; i++)
    {
      GalleyRange range = i < sentences->len ? g_array_index (sentences, GalleyRange, i)
                                             : (GalleyRange){ within.end, within.end + 1 };

      g_assert_cmpuint (range.start, >=, next);
      g_assert_cmpuint (range.start, <, range.end);
      for (guint j = next; j < range.start; j++)
        g_assert_true (g_unichar_isspace (c[j]));
      if (i == sentences->len)
        break;

      g_assert_cmpuint (range.end, <=, within.end);
      g_assert_false (g_unichar_isspace (c[range.end - 1]));
      /* A space that carries a mark is no white space. */
      g_assert_true (!g_unichar_isspace (c[range.start]) ||
                     !begins_cluster (c[range.start], c[range.start + 1]));
      if (range.start > within.start)
        g_assert_true (begins_cluster (c[range.start - 1], c[range.start]));
      next = range.end;
    }
}

/* What random texts are made of. */
static const char *const pieces[] = {
  ".",
  "!",
  "?",
  "…",
  " ",
  " ",
  " ",
  "\n",
  "\n\n",
  "\r\n",
  "(",
  ")",
  "\"",
  "”",
  "“",
  "'",
  "[1]",
  "1.",
  "2)",
  "•",
  ":-)",
  "😀",
  "a",
  "The",
  "U.S.",
  "Mr.",
  "i",
  "I.",
  "p.m.",
  "3",
  "a\u0301",
  "\u0301",
  "שלום",
  "\u200d",
  "\t",
  "é",
  "http://a.b/?c",
  "、",
  "。",
  "\u2028",
  "Dr",
  "word",
  "etc.",
  "No.",
  "\r",
  "-",
  "\u00a0",
  "x.Y",
};

static void
test_random_texts (void)
{
  for (guint n = 0; n < 20000; n++)
    {
      g_autoptr (GString) utf8 = g_string_new (NULL);
      g_autoptr (GalleyText) text = NULL;
      g_autoptr (GArray) sentences = NULL;
      GalleyRange within;

      for (gint i = g_test_rand_int_range (0, 40); i > 0; i--)
        g_string_append (utf8, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      text = galley_text_new (utf8->str, utf8->len);
      within.end = galley_text_get_length (text);
      within.start =
          g_test_rand_bit () || within.end == 0 ? 0 : (guint) g_test_rand_int_range (0, within.end);
      sentences = galley_sentences_find (text, within, g_test_rand_bit () ? "en" : "de");
      check_invariants (text, within, sentences);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sentences/plain", test_plain);
  g_test_add_func ("/sentences/titles", test_titles);
  g_test_add_func ("/sentences/initials", test_initials);
  g_test_add_func ("/sentences/numbers", test_numbers);
  g_test_add_func ("/sentences/finals", test_finals);
  g_test_add_func ("/sentences/times", test_times);
  g_test_add_func ("/sentences/quotes-and-brackets", test_quotes_and_brackets);
  g_test_add_func ("/sentences/ellipses", test_ellipses);
  g_test_add_func ("/sentences/addresses", test_addresses);
  g_test_add_func ("/sentences/references", test_references);
  g_test_add_func ("/sentences/exclaimed-names", test_exclaimed_names);
  g_test_add_func ("/sentences/missing-spaces", test_missing_spaces);
  g_test_add_func ("/sentences/lists", test_lists);
  g_test_add_func ("/sentences/lines", test_lines);
  g_test_add_func ("/sentences/belongings-of-words", test_belongings_of_words);
  g_test_add_func ("/sentences/abbreviations-elsewhere", test_abbreviations_elsewhere);
  g_test_add_func ("/sentences/languages", test_languages);
  g_test_add_func ("/sentences/characters", test_characters);
  g_test_add_func ("/sentences/blocks", test_blocks);
  g_test_add_func ("/sentences/random-texts", test_random_texts);

  return g_test_run ();
}

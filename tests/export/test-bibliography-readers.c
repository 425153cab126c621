/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-bibliography.h"

#include <string.h>

/* A file and what is read from it: a line each, of kind, title, author, publisher, date and place.
 */
typedef struct
{
  const char *file;
  const char *expected;
} Case;

static char *
describe (const GalleyReference *reference)
{
  static const GalleySourceText shown[] = { GALLEY_SOURCE_TITLE, GALLEY_SOURCE_AUTHOR,
                                            GALLEY_SOURCE_PUBLISHER, GALLEY_SOURCE_PUBLISHED,
                                            GALLEY_SOURCE_ADDRESS };
  GString *line = g_string_new (galley_source_kind_to_nick (reference->kind));

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_string_append_printf (line, "|%s",
                            reference->texts[shown[i]] != NULL ? reference->texts[shown[i]] : "");

  return g_string_free (line, FALSE);
}

static void
check_cases (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].file, strlen (cases[i].file));
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) read = galley_bibliography_read (bytes, &error);
      g_autoptr (GString) found = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < read->len; j++)
        {
          g_autofree char *line = describe (g_ptr_array_index (read, j));

          g_string_append_printf (found, "%s%s", j > 0 ? "\n" : "", line);
        }
      g_assert_cmpstr (found->str, ==, cases[i].expected);
    }
}

/* What is around values. */
static void
test_bibtex_syntax (void)
{
  static const Case cases[] = {
    { "@book{k, title = {A {B} C}}", "book|A B C||||" },
    { "@BOOK ( k , TITLE = \"A {\"}B{\"} C\" )", "book|A \"B\" C||||" },
    { "@book{k, title = {A} # \" B \" # {C} # 7}", "book|A B C7||||" },
    { "@book{k, title = {A\n\t  B},, year = 2025,}", "book|A B|||2025|" },
    { "@book{title = {No key}}", "book|No key||||" },
    { "@book{k, title = {A} year = 2025}", "book|A|||2025|" },
    { "@book{k, title = {A}, title = {B}}", "book|A||||" },
    { "@string{t = \"The Times\"}@article{k, title = {A}, journal = T}", "paper|A||The Times||" },
    { "@string{t = {a}}@string{t = t # {b}}@book{k, title = t # Undeclared}",
      "book|abUndeclared||||" },
    { "@preamble{\"\\newcommand{\\x}{y}\"} Words. @book{k, title = {A}}", "book|A||||" },
    { "@comment{@book{x, title = {B}}}\n@book{k, title = {A}}", "book|A||||" },
    { "Ask me@example.org.\n@book{k, title = {A}}", "book|A||||" },
    { "\xef\xbb\xbf@book{k, title = {A}}\r\n", "book|A||||" },
    { "@book{k:1/2, title = {A}}\n@book{k2, author = {{X}}}", "book|A||||\nbook|X|X|||" },
    { "@book{only-a-key}", "book|only-a-key||||" },
    { "@set{s, title = {A}}@book{k, title = {B}}", "book|B||||" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_tex (void)
{
  static const Case cases[] = {
    { "@book{k, title = {{\\'e}{\\`a}\\^{o}\\~{n}\\\"{u}\\=a\\.z}}", "book|éàôñüāż||||" },
    { "@book{k, title = {\\'\\i \\'{\\i}\\v{c}\\c c\\u g\\H{o}\\k{a}\\r{a}\\d{s}}}",
      "book|ííčçğőąåṣ||||" },
    { "@book{k, title = {Vi{\\d{\\^e}}t \\'{\\^{e}}}}", "book|Việt ế||||" },
    { "@book{k, title = {Stra{\\ss}e \\AE sop \\o{}re {\\L}\\'od\\'z}}",
      "book|Straße Æsop øre Łódź||||" },
    { "@book{k, title = {\\& \\% \\$ \\# \\_ \\{ \\} x}}", "book|& % $ # _ { } x||||" },
    { "@book{k, title = {a--b---c ``d'' `e' f's}}", "book|a–b—c “d” ‘e' f's||||" },
    { "@book{k, title = {?`Qu\\'e? !`No!}}", "book|¿Qué? ¡No!||||" },
    { "@book{k, title = {Mr.~X\\ Y\\,Z a\\-b}}", "book|Mr. X Y Z ab||||" },
    { "@book{k, title = {\\emph{Not} \\textbf{known \\foo{x}}}}", "book|Not known x||||" },
    { "@book{k, title = {CO$_2$ at $10^{6}$ costs \\$5}}", "book|CO2 at 106 costs $5||||" },
    { "@book{k, title = {\\href{https://x.example}{Words} \\url{a_b~c%d}}}",
      "book|Words a_b~c%d||||" },
    { "@book{k, title = {\\textasciitilde x \\textbackslash{} y\\ldots}}", "book|~x \\ y…||||" },
    { "@book{k, title = {\\'1 \\' \\~{} \\}}", "book|'1 '~||||" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_bibtex_names (void)
{
  static const Case cases[] = {
    { "@book{k, title = {A}, author = {Marco Rubio and Claudia Sheinbaum Pardo}}",
      "book|A|Rubio, Marco; Pardo, Claudia Sheinbaum|||" },
    { "@book{k, title = {A}, author = {Rubio, Marco AND King, Jr., Martin Luther}}",
      "book|A|Rubio, Marco; King, Martin Luther, Jr.|||" },
    { "@book{k, title = {A}, author = {Juan Ram{\\'o}n de la Fuente and van der Berg, Jan}}",
      "book|A|de la Fuente, Juan Ramón; van der Berg, Jan|||" },
    { "@book{k, title = {A}, author = {{Ministry of Trade and Industry} and {\\'E}mile Zola}}",
      "book|A|Ministry of Trade and Industry; Zola, Émile|||" },
    { "@book{k, title = {A}, author = {World {Health Organization} and Plato and others}}",
      "book|A|Health Organization, World; Plato; et al.|||" },
    { "@book{k, title = {A}, author = {family=Fuente, given={Juan Ram{\\'o}n}, prefix=de la}}",
      "book|A|de la Fuente, Juan Ramón|||" },
    { "@book{k, title = {A}, author = {x\nand\ty}}", "book|A|x; y|||" },
    { "@book{k, title = {A}, editor = {Doe, Jane}}", "book|A|Doe, Jane|||" },
    { "@book{k, title = {A}, author = { and }}", "book|A||||" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_bibtex_fields (void)
{
  static const Case cases[] = {
    { "@article{k, title = {A}, year = 2025, month = sep, day = 3}", "paper|A|||2025-09-03|" },
    { "@article{k, title = {A}, year = {2025}, month = \"3~\" # sep}", "paper|A|||2025-09-03|" },
    { "@article{k, title = {A}, year = 2025, month = 9}", "paper|A|||2025-09|" },
    { "@article{k, title = {A}, year = 2025, month = feb # {~30}}", "paper|A|||2025-02|" },
    { "@article{k, title = {A}, year = {in press}}", "paper|A|||in press|" },
    { "@online{k, title = {A}, date = {2025-09-03T10:00:00}, urldate = {2025-09-05}}",
      "web-page|A|||2025-09-03|" },
    { "@online{k, title = {A}, date = {2024/2025}, year = 1}", "web-page|A|||2024/2025|" },
    { "@online{k, title = {A}, url = {https://x.example/a_b%20c~d}}",
      "web-page|A||||https://x.example/a_b%20c~d" },
    { "@online{k, title = {A}, url = {\\url{https://x.example/a\\_b\\%20{\\&}c}}}",
      "web-page|A||||https://x.example/a_b%20&c" },
    { "@misc{k, title = {A}, howpublished = {\\url{https://x.example/~a}}}",
      "unspecified|A||||https://x.example/~a" },
    { "@article{k, title = {A}, url = {https://x.example}, doi = {10.1000/A_b}}",
      "paper|A||||https://doi.org/10.1000/A_b" },
    { "@article{k, title = {A}, eprint = {2501.01234}, archivePrefix = {arXiv}}",
      "paper|A||||https://arxiv.org/abs/2501.01234" },
    { "@report{k, title = {A}, institution = {WHO}}", "document|A||WHO||" },
    { "@phdthesis{k, title = {A}, school = {MIT}}", "paper|A||MIT||" },
    { "@article{k, title = {A}, journaltitle = {B}, publisher = {C}}", "paper|A||B||" },
    { "@article{k, title = {A}, journal = {B}, entrysubtype = {magazine}}",
      "prior-coverage|A||B||" },
    { "@misc{k, title = {A}, type = {Press Release}}", "press-release|A||||" },
    { "@book{k, title = {A}, subtitle = {B}}", "book|A: B||||" },
    { "@dataset{k, title = {A}, library = {Box 12, shelf 3}}", "data|A||||Box 12, shelf 3" },
    { "@inproceedings{k, crossref = {p}, title = {A}, author = {B, C}}\n"
      "@proceedings{p, title = {Proc}, year = 2020, editor = {E, F}}",
      "paper|A|B, C|Proc|2020|\nbook|Proc|E, F||2020|" },
    { "@inbook{a, crossref = {b}, title = {A}}@inbook{b, crossref = {a}, title = {B}}",
      "book|A||B||\nbook|B||A||" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_ris (void)
{
  static const Case cases[] = {
    { "TY  - JOUR\r\nT1  - A\r\nAU  - Rubio, Marco\r\nAU  - King, M.L., Jr.\r\nJO  - B\r\n"
      "PY  - 2025\r\nER  - \r\n",
      "paper|A|Rubio, Marco; King, M.L., Jr.|B|2025|" },
    { "\xef\xbb\xbfTY  - NEWS\nTI  - A\n  long title\nT2  - B\nDA  - 2025/09/03/Wednesday\nPY  - "
      "2025\nER  -\n",
      "prior-coverage|A long title||B|2025-09-03|" },
    { "TY  - RPRT\rTI  - A\rA1  - World Health Organization,\rPB  - C\rY1  - 2025/09//\rER  - \r",
      "document|A|World Health Organization|C|2025-09|" },
    { "TY  - ELEC\nTI  - A\nUR  - https://x.example/a?b=c#d\nL1  - file.pdf\nY2  - 2025/09/05\nER  "
      "- \n",
      "web-page|A||||https://x.example/a?b=c#d" },
    { "Provider: X\n\nTY - BOOK\nTI - A\nDO - https://doi.org/10.1000/x\nER - \n\nTY  - DATA\nTI  "
      "- B\nER  - \n",
      "book|A||||https://doi.org/10.1000/x\ndata|B||||" },
    { "TY  - GEN\nM3  - Transcript\nTI  - A\nAB  - words\nTI of it - too\nED  - D, E\nPY  - "
      "spring\nER  - \n",
      "transcript|A|D, E||spring|" },
    { "TY  - PCOMM\nAU  - Doe, Jane\nDA  - 2025-09-03\nCN  - Box 2\nER  - \n",
      "person|Box 2|Doe, Jane||2025-09-03|Box 2" },
    { "TY  - GEN\nER  - \n", "" },
    { "TY  - ODD\nTI  - A\nPY  - 2025/13/40/\nER  - \n", "unspecified|A|||2025|" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_csl (void)
{
  static const Case cases[] = {
    { "[]", "" },
    { "{\"type\": \"book\", \"title\": \"A\"}", "book|A||||" },
    { "{\"items\": [{\"title\": \"A\"}, 7, null, {\"title\": 12}]}",
      "unspecified|A||||\nunspecified|12||||" },
    { "[{\"type\": \"article-journal\", \"title\": \"<i>A</i> a<sub>2</sub> <b>\", "
      "\"container-title\": \"B\", \"publisher\": \"C\"}]",
      "paper|A a2||B||" },
    { "[{\"title\": \"1 < 2 <ital> <span class=\\\"nocase\\\">X</span>\"}]",
      "unspecified|1 < 2 <ital> X||||" },
    { "[{\"title\": \"A\", \"author\": [{\"family\": \"Rubio\", \"given\": \"Marco\"}, "
      "{\"literal\": \"WHO\"}, {\"family\": \"King\", \"given\": \"M.\", \"suffix\": \"Jr.\"}, "
      "{\"family\": \"Berg\", \"given\": \"Jan\", \"non-dropping-particle\": \"van der\"}, "
      "{\"family\": \"Humboldt\", \"given\": \"Alexander\", \"dropping-particle\": \"von\"}]}]",
      "unspecified|A|Rubio, Marco; WHO; King, M., Jr.; van der Berg, Jan; Humboldt, Alexander "
      "von|||" },
    { "[{\"title\": \"A\", \"issued\": {\"date-parts\": [[2025, \"9\", 3]]}, "
      "\"accessed\": {\"date-parts\": [[2026]]}}]",
      "unspecified|A|||2025-09-03|" },
    { "[{\"title\": \"A\", \"issued\": {\"date-parts\": [[2025], [2026, 2]]}}]",
      "unspecified|A|||2025/2026-02|" },
    { "[{\"title\": \"A\", \"issued\": {\"raw\": \"2025-09-03T10:00Z\"}}]",
      "unspecified|A|||2025-09-03|" },
    { "[{\"title\": \"A\", \"issued\": {\"literal\": \"spring 2025\"}}]",
      "unspecified|A|||spring 2025|" },
    { "[{\"title\": \"A\", \"issued\": {\"date-parts\": [[]]}}, {\"title\": \"B\", \"issued\": "
      "\"2025\"}]",
      "unspecified|A||||\nunspecified|B|||2025|" },
    { "[{\"type\": \"interview\", \"id\": \"x\"}, {\"type\": \"document\", \"genre\": \"press "
      "release\", "
      "\"title\": \"\\u2014\", \"DOI\": \"doi:10.1000/x\"}]",
      "person|x||||\npress-release|—||||https://doi.org/10.1000/x" },
    { "[{\"title\": {\"a\": 1}, \"author\": \"x\", \"URL\": [1], \"id\": 5}]",
      "unspecified|5||||" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/bibtex/syntax", test_bibtex_syntax);
  g_test_add_func ("/export/bibtex/tex", test_tex);
  g_test_add_func ("/export/bibtex/names", test_bibtex_names);
  g_test_add_func ("/export/bibtex/fields", test_bibtex_fields);
  g_test_add_func ("/export/ris/records", test_ris);
  g_test_add_func ("/export/csl/items", test_csl);

  return g_test_run ();
}

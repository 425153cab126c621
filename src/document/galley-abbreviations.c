/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-abbreviations.h"

#include <string.h>

/* Words whose company decides about a stop, one table for each kind.
 *
 * A word in small letters matches in any case. A word with a capital matches only with one, for in
 * small letters it is another word: “Gen.” is a general, “gen.” is not. The last stop is left out,
 * stops inside are not. An abbreviation that cannot be told from a common word, such as “in.” for
 * inch, is in no table. */

/* Nobody is called by a title alone, so a stop after one never ends a sentence. */
static const char titles[] =
    "adm amb Assemb Assoc asst atty brig brig.gen Bros capt Cllr cmdr Col comdr cpl cpt Cst "
    "Det Dist dr drs ens Fr Ft Gen Gens Gov Govs Hon insp Lieut lt lt.col lt.gen ltc Maj "
    "maj.gen messrs mlle mme mmes mr mrs ms Msgr Mt Mts Mx Ofc Pfc Pres prof profs Pvt Rep "
    "Reps Rev Revd Rt Sen Sens Sgt Spc sra srta St Sta Ste Supt";

/* Before a number these count it. Before anything else “No.” or “Art.” may be a word. */
static const char counted[] =
    "alt app approx apr apt art arts aug b bk bldg c ca cap ch chap circa cl col d dec div eq "
    "eqs est ext f feb fig figs fl fn jan jul jun l ll mar n nn no nos nov nr num oct op opp "
    "p para pars pg ph pl pp pt pts q r ref reg regs rm s sc sched sec sect sep sept ser sess "
    "Ste tel v ver vol vols vv wk";

/* These point at what comes next and cannot stand last. “P.S.” introduces a whole sentence. */
static const char glosses[] =
    "a.k.a aka approx c.f ca cf e.g eg esp i.e incl n.b p.p.s p.s ps q.v resp transl v viz vs";

/* These come last in the name of a firm or a person, in a street or a date, and a sentence can go
 * on behind them or be over. */
static const char finals[] =
    /* firms, institutions and offices */
    "Acad admin assn Bancorp Bros co Comm corp cos Ctr dept depts dir Env exec Govt Hosp inc "
    "Inst intl Lib ltd mfg mgmt mgr Mus Natl org pty Soc Tech treas univ "
    /* generations and degrees */
    "b.a b.s b.sc d.d.s d.phil ed.d esq j.d jr ll.b ll.m m.a m.b.a m.d m.p.h m.phil m.s m.sc "
    "ph.d r.n sr "
    /* streets; “St.” is a title as well */
    "ave blvd Cir Ct expy hwy Ln Mtn pkwy Pl Rd Rte Sq St Ter "
    /* dates */
    "a.d AD Apr Aug b.c b.c.e BC BCE c.e Dec Feb Fri Jan Jul Jun Mar Mon Nov Oct Sat Sep sept "
    "Sun Thu Thur Thurs Tue Tues Wed "
    /* scholarship */
    "abbr adj adv al anon attn bibl cont contd diss edn eds enc encl fwd illus Jour misc mss "
    "orig phys Proc publ recd refs rept supp suppl";

/* The forms of firms. */
static const char firms[] = "Bancorp Co Corp Corporation GmbH Inc LLC LLP Ltd plc";

/* These end a phrase. A capital behind them opens a sentence, a small letter does not. */
static const char lasts[] =
    "etc passim seq "
    /* states and provinces, which otherwise have a comma behind them */
    "Ala Alta Ariz Ark Cal Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky Mass Md Mich Minn "
    "Miss Mo Mont Neb Nebr Nev Okla Ont Ore Pa Penn Que Sask Tenn Tex Va Vt Wash Wis Wyo "
    /* measures */
    "avg cm cu doz ft gal hr hrs kg km lb lbs m.p.h mi min mins ml mm mph oz pct qt rpm secs "
    "sq tbsp tsp yd yds yr yrs";

static const char times[] = "a.m p.m";

/* Words that a capital cannot make a name. “May” and “Will” are left out, for they are names, and
 * “First” and “All” too, which begin many: “U.S. First Lady”. */
static const char openers[] =
    "a about above according across actually after afterwards again against almost along "
    "already also although among an and another any anyone anything anyway apparently are "
    "around as at basically be because before behind below besides between beyond both but by "
    "can certainly clearly could despite did do does due during each earlier either even "
    "eventually every everyone everything except few finally following for fortunately from "
    "furthermore given had has have having hence here his how however if in indeed initially "
    "inside instead is its just later let let's likely likewise many maybe meanwhile moreover "
    "most much my nearly neither never nevertheless no nobody none nonetheless nor not "
    "nothing now of often on once only or other others otherwise our out outside perhaps "
    "please previously probably rather really recently several shall should similarly since "
    "so some someone something sometimes soon still subsequently such suddenly than thanks "
    "that that's the their then there there's therefore these this those though through "
    "throughout thus to today together tomorrow too under unfortunately unless unlike until "
    "upon usually very was were what what's when whenever where whereas whether which while "
    "who whoever whose why with within without would yes yesterday yet your";

static const char pronouns[] =
    "he he'd he'll he's her i i'd i'll i'm i've it it's she she'd she'll she's they they'd "
    "they'll they're they've we we'd we'll we're we've you you'd you'll you're you've";

/* What goes on behind a name that happens to end in “!”. */
static const char links[] =
    "also and are as at by can for from had has in is of on or said says than that to was "
    "were which who will with";

static const char time_suffixes[] =
    "akst apr april atlantic aug august bst cdt central cest cet cst ct dec december eastern "
    "edt est et feb february fri friday gmt greenwich hst ist jan january jst jul july jun "
    "june local mar march May mdt mon monday mountain mst mt nov november oct october pacific "
    "pdt pst pt sat saturday sep sept september sun sunday thu thurs thursday tue tues "
    "tuesday utc wed wednesday";

/* ICU knows the abbreviations of other languages, but for these, which cannot stand last. */
static const char german_glosses[] =
    "Abg bzw ca gem hl insb lfd Mag Pfr Prof Profs stellv stv vs Ziff";

/* Titles of other languages that ICU does not know. */
static const char french_titles[] = "Dr Drs Mgr Mlle Mlles Mme Mmes Pr Prof Ste";

static const char spanish_titles[] = "Arq Cmdte Cnel Dr Dra Excmo Excma Gral Ilmo Ilma Ing Lcda "
                                     "Lcdo Lda Ldo Lic Mons Mtra Mtro Pbro "
                                     "Pdta Pdte Prof Profa Sgto Sr Sra Sres Srta St Sta Sto Tte";

/* Before a number these count it in other languages, too, where ICU looks for a stop behind the
 * number: “siehe Abs. 2.”, “pág. 12.” Accents are left out. */
static const char german_counted[] =
    "Abb Abs Anm Art Aufl Bd Fn Kap Nr Nrn Rdnr Rn S Tab Tel Tz Ziff";

static const char french_counted[] = "al art arts chap ed fig figs n no nos p pp t tel vol vols";

static const char spanish_counted[] =
    "art arts cap caps ed fig figs num nums p pag pags parr pp s sec ss t tel vol vols";

/* The openers of other languages tell “Plan B. Die …” from “J. S. Bach”. What begins surnames, like
 * “Le” and “De la”, is left out. */
static const char german_openers[] =
    "Aber Alle Als Am An Auch Auf Aus Bei Beim Da Dabei Damit Danach Dann Das Dem Den Denn Der Des "
    "Die Dies Diese Dieser Dieses Doch Dort Du Durch Ein Eine Einem Einen Einer Er Es Hier Ich Ihr "
    "Ihre Im In Jede Jeder Kein Keine Laut Man Mit Nach Nicht Noch Nur Obwohl Ohne Seit Sein Seine "
    "Sie So Trotz Um Und Unter Viele Vom Von Vor Wann Warum Was Weil Wenn Wer Wie Wir Wo Zu Zum "
    "Zur";

static const char french_openers[] =
    "Ainsi Alors Au Aussi Aux Avant Avec Car Ce Ces Cet Cette Comme Dans Depuis Donc Elle Elles En "
    "Et Il Ils Je Les Leur Leurs Lorsque Mais Mes Nos Notre Nous On Par Pendant Plusieurs Pour "
    "Quand Que Quel Quelle Qui Sa Sans Selon Ses Si Son Sous Sur Tous Tout Toutes Un Une Vous";

static const char spanish_openers[] =
    "Al Aunque Como Con Cuando Desde El Ella Ellas Ellos En Entre Esa Ese Eso Esta Estas Este Esto "
    "Estos Hasta Las Lo Los Mientras No Para Pero Por Porque Se Si Sin Sobre Su Sus Un Una Unas "
    "Unos Yo";

/* What a word is in any case, and what it is only with a capital. */
typedef struct
{
  char word[GALLEY_ABBREVIATION_MAX]; /* small letters, filled up with NUL; empty in a free slot */
  guint16 kinds;
  guint16 capital_kinds;
} Entry;

/* A hash table with open addressing. Every stop of a text asks for two words, so that looking one
 * up has to cost less than finding it. */
#define N_ENTRIES 2048

static guint
hash_word (const char word[GALLEY_ABBREVIATION_MAX])
{
  guint64 halves[GALLEY_ABBREVIATION_MAX / sizeof (guint64)];

  memcpy (halves, word, sizeof halves);
  return ((halves[0] ^ (halves[1] << 1)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 53;
}

static Entry *
find_entry (Entry *entries, const char word[GALLEY_ABBREVIATION_MAX])
{
  guint i = hash_word (word);

  while (entries[i].word[0] != '\0' && memcmp (entries[i].word, word, GALLEY_ABBREVIATION_MAX) != 0)
    i = (i + 1) % N_ENTRIES;

  return &entries[i];
}

static void
add_words (Entry *entries, const char *words, GalleyWordKind kinds)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (gsize i = 0; list[i] != NULL; i++)
    {
      char folded[GALLEY_ABBREVIATION_MAX] = "";
      Entry *entry;

      g_assert (strlen (list[i]) > 0 && strlen (list[i]) <= GALLEY_ABBREVIATION_MAX);
      for (gsize j = 0; list[i][j] != '\0'; j++)
        folded[j] = g_ascii_tolower (list[i][j]);
      entry = find_entry (entries, folded);
      memcpy (entry->word, folded, sizeof folded);
      if (g_ascii_isupper (list[i][0]))
        entry->capital_kinds |= kinds;
      else
        entry->kinds |= kinds;
    }
}

static Entry *
make_english (void)
{
  Entry *entries = g_new0 (Entry, N_ENTRIES);

  add_words (entries, titles, GALLEY_WORD_TITLE);
  add_words (entries, counted, GALLEY_WORD_COUNTED);
  add_words (entries, glosses, GALLEY_WORD_GLOSS);
  add_words (entries, finals, GALLEY_WORD_FINAL);
  add_words (entries, firms, GALLEY_WORD_FIRM);
  add_words (entries, lasts, GALLEY_WORD_LAST);
  add_words (entries, times, GALLEY_WORD_TIME);
  add_words (entries, openers, GALLEY_WORD_OPENER);
  add_words (entries, pronouns, GALLEY_WORD_OPENER | GALLEY_WORD_PRONOUN);
  add_words (entries, links, GALLEY_WORD_LINK);
  add_words (entries, time_suffixes, GALLEY_WORD_TIME_SUFFIX);

  return entries;
}

static Entry *
make_entries (GalleyWordLanguage language)
{
  static const char *const openers_of[] = {
    [GALLEY_WORDS_GERMAN] = german_openers,
    [GALLEY_WORDS_FRENCH] = french_openers,
    [GALLEY_WORDS_SPANISH] = spanish_openers,
  };
  static const char *const counted_of[] = {
    [GALLEY_WORDS_GERMAN] = german_counted,
    [GALLEY_WORDS_FRENCH] = french_counted,
    [GALLEY_WORDS_SPANISH] = spanish_counted,
  };
  Entry *entries;

  if (language == GALLEY_WORDS_ENGLISH)
    return make_english ();

  entries = g_new0 (Entry, N_ENTRIES);
  add_words (entries, openers_of[language], GALLEY_WORD_OPENER);
  add_words (entries, counted_of[language], GALLEY_WORD_COUNTED);
  if (language == GALLEY_WORDS_FRENCH)
    add_words (entries, french_titles, GALLEY_WORD_TITLE);
  if (language == GALLEY_WORDS_SPANISH)
    add_words (entries, spanish_titles, GALLEY_WORD_TITLE);
  if (language == GALLEY_WORDS_GERMAN)
    add_words (entries, german_glosses, GALLEY_WORD_GLOSS);
  return entries;
}

/* The letter of a word of another language without its accent, or 0. */
static char
drop_accent (guint16 unit)
{
  static const char letters[] = "aaaaaa_ceeeeiiii_nooooo_ouuuuy_y";

  return unit >= 0xe0 && unit <= 0xff && letters[unit - 0xe0] != '_' ? letters[unit - 0xe0] : 0;
}

/* Folds @word and fills it up; returns %FALSE if it is in no table for its length or letters. */
static gboolean
fold_units (char folded[GALLEY_ABBREVIATION_MAX], const guint16 *word, gsize length)
{
  if (length == 0 || length > GALLEY_ABBREVIATION_MAX)
    return FALSE;

  memset (folded, 0, GALLEY_ABBREVIATION_MAX);
  for (gsize i = 0; i < length; i++)
    {
      guint16 unit = word[i];

      if (unit >= 'A' && unit <= 'Z')
        folded[i] = unit + ('a' - 'A');
      else if (unit < 0x80)
        folded[i] = unit;
      else if (unit == 0x2019)
        folded[i] = '\'';
      else if (drop_accent (unit) != 0)
        folded[i] = drop_accent (unit);
      else
        return FALSE;
    }

  return TRUE;
}

/**
 * galley_abbreviation_look_up:
 * @language: the language of @word
 * @word: a word or abbreviation in UTF-16, without its last stop
 * @length: length of @word in units
 *
 * Returns: what is known of @word, or 0
 */
GalleyWordKind
galley_abbreviation_look_up (GalleyWordLanguage language, const guint16 *word, gsize length)
{
  static Entry *tables[GALLEY_N_WORD_LANGUAGES];
  char folded[GALLEY_ABBREVIATION_MAX];
  const Entry *entry;

  if (language == GALLEY_WORDS_NONE || !fold_units (folded, word, length))
    return 0;

  if (g_once_init_enter (&tables[language]))
    g_once_init_leave (&tables[language], make_entries (language));

  entry = find_entry (tables[language], folded);

  return entry->kinds | (word[0] >= 'A' && word[0] <= 'Z' ? entry->capital_kinds : 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-difference-words.h"

/* Words of English, Spanish, German and French, folded as galley_fold() does, that change what a
 * sentence asserts. The languages stand in one list: a word of one that also is one of another
 * costs a look, and no draft says reliably which language each of its quotations is in. Spelt as in
 * the grammars: Huddleston & Pullum, The Cambridge Grammar of the English Language, ch. 3 and 9;
 * for hedges Hyland, Hedging in Scientific Research Articles, and what fact-checkers' handbooks
 * call attribution and qualification. */
static const struct
{
  GalleyDifference change;
  const char *words;
} lists[] = {
  { GALLEY_DIFFERENCE_NEGATION | GALLEY_DIFFERENCE_REACHING,
    "not no never none nobody nothing nowhere neither nor without cannot non hardly scarcely "
    "barely "
    "rarely seldom false falsely untrue wrong wrongly denied deny denies denying refuted failed "
    "fail "
    "fails refused refuse refuses lack lacks lacked absent except unless instead isnt arent wasnt "
    "werent dont doesnt "
    "didnt "
    "wont cant couldnt shouldnt wouldnt hasnt havent hadnt "
    "ni nunca jamas nada nadie ningun ninguna ninguno sin tampoco falso "
    "nicht kein keine keinen keinem keiner keines nie niemals nichts niemand ohne weder nirgends "
    "falsch "
    "ne pas jamais rien personne aucun aucune sans faux" },
  { GALLEY_DIFFERENCE_MODAL,
    "may might can could should shall would will must ought need needs needed cannot "
    "puede pueden podria podrian debe deben deberia deberian habria "
    "kann konnen konnte konnten soll sollen sollte sollten darf durfen muss mussen musste wird "
    "werden wurde wurden mag "
    "peut peuvent pourrait pourraient doit doivent devrait devraient" },
  { GALLEY_DIFFERENCE_HEDGE | GALLEY_DIFFERENCE_REACHING,
    "allegedly alleged allege alleges reportedly reported apparently possibly probably perhaps "
    "maybe "
    "presumably supposedly supposed seemingly seems seemed appears appeared suggests suggested "
    "claims "
    "claimed believes believed suspected suspects estimates according said says saying told thinks "
    "thought if whether unconfirmed unverified unclear disputed purported purportedly rumored "
    "rumoured "
    "presuntamente supuestamente supuesto aparentemente posiblemente probablemente quizas quiza "
    "segun dijo dice afirma afirmo "
    "angeblich mutmasslich vermutlich wahrscheinlich moglicherweise offenbar vielleicht laut "
    "zufolge "
    "sagte sagt wohl anscheinend scheint "
    "pretendument apparemment probablement selon dit affirme" },
  { GALLEY_DIFFERENCE_HEDGE,
    "apparent possible probable likely unlikely seem appear suggest suspect claim believe "
    "estimated "
    "estimate report reports dispute disputes "
    "about around approximately roughly nearly almost some several many few most all every each "
    "any "
    "only just mostly largely mainly partly generally usually typically often sometimes always "
    "occasionally frequently certainly definitely clearly at least more less fewer than over under "
    "up say think expected planned confirmed potential potentially somewhat relatively quite very "
    "entirely completely fully "
    "casi unos unas algunos algunas muchos pocos todos todas cada solo mas menos aproximadamente "
    "etwa rund circa ungefahr fast beinahe einige viele wenige alle jeder jede jedes nur mehr "
    "weniger "
    "immer oft meist "
    "environ presque quelques plusieurs beaucoup tous toutes chaque seulement plus moins toujours "
    "souvent" },
  { GALLEY_DIFFERENCE_NUMBER,
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred hundreds thousand thousands million millions billion billions trillion trillions "
    "dozen dozens half third quarter double triple twice once first second fourth fifth sixth "
    "seventh eighth ninth tenth percent percentage per cent "
    "yesterday today tomorrow tonight daily weekly monthly yearly annually last next ago since "
    "until "
    "before after hour hours day days week weeks month months year years decade decades "
    "dos tres cuatro cinco seis siete ocho nueve diez cien ciento mil millon millones mitad tercio "
    "doble primero primera segundo segunda ayer hoy manana lunes martes miercoles jueves viernes "
    "sabado "
    "domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre "
    "zwei drei vier funf sechs sieben acht neun zehn elf zwolf hundert tausend millionen milliarde "
    "milliarden halb halfte drittel viertel doppelt erste ersten zweite zweiten prozent gestern "
    "heute morgen "
    "deux trois quatre cinq sept huit neuf dix cent mille milliers milliard milliards moitie tiers "
    "quart premier premiere deuxieme hier demain lundi mardi mercredi jeudi vendredi samedi "
    "dimanche "
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre" },
};

static void
add_words (GHashTable *table, const char *words, GalleyDifference change)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (table, each[i]));

      g_hash_table_insert (table, g_strdup (each[i]), GUINT_TO_POINTER (known | change));
    }
}

static GHashTable *
make_table (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    add_words (table, lists[i].words, lists[i].change);

  return table;
}

/**
 * galley_difference_look_up:
 * @folded: a word as galley_fold() makes it
 *
 * Returns: what it means for a sentence that it was put in or left out; %GALLEY_DIFFERENCE_NONE if
 * it is in no list
 */
GalleyDifference
galley_difference_look_up (const char *folded)
{
  static GHashTable *table; /* never freed */

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, make_table ());

  return GPOINTER_TO_UINT (g_hash_table_lookup (table, folded));
}

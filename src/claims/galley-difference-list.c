/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-difference-list.h"

#include <glib/gi18n-lib.h>

static const char *const labels[GALLEY_N_DIFFERENCES] = {
  N_ ("a number"), N_ ("a name"),      N_ ("a negation"),  N_ ("“may” or “must”"),
  N_ ("a hedge"),  N_ ("a quotation"), N_ ("other words"), N_ ("punctuation"),
};

/* What @get_word says of each of @differences, with @separator between. */
static char *
join (GalleyDifference differences,
      const char *(*get_word) (GalleyDifference change),
      const char *separator)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < GALLEY_N_DIFFERENCES; i++)
    if ((differences & (1 << i)) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? separator : "", get_word (1 << i));

  return g_strdup (words->str);
}

/**
 * galley_difference_list_to_nicks:
 *
 * Returns: (transfer full): the names of @differences for scripts and journals, a space between
 */
char *
galley_difference_list_to_nicks (GalleyDifference differences)
{
  return join (differences, galley_difference_to_nick, " ");
}

/**
 * galley_difference_list_from_nicks:
 * @nicks: (nullable): what galley_difference_list_to_nicks() gave; %NULL for none
 * @out_differences: (out): the differences; untouched if one is unknown
 *
 * Returns: whether all of them are known
 */
gboolean
galley_difference_list_from_nicks (const char *nicks, GalleyDifference *out_differences)
{
  g_auto (GStrv) words = g_strsplit (nicks != NULL ? nicks : "", " ", -1);
  GalleyDifference differences = GALLEY_DIFFERENCE_NONE;

  for (guint i = 0; words[i] != NULL && words[i][0] != '\0'; i++)
    {
      guint bit = 0;

      while (bit < GALLEY_N_DIFFERENCES &&
             !g_str_equal (words[i], galley_difference_to_nick (1 << bit)))
        bit++;
      if (bit == GALLEY_N_DIFFERENCES)
        return FALSE;
      differences |= 1 << bit;
    }

  *out_differences = differences;
  return TRUE;
}

static const char *
get_label (GalleyDifference change)
{
  return _ (labels[g_bit_nth_lsf (change, -1)]);
}

/**
 * galley_difference_list_describe:
 *
 * Returns: (transfer full): @differences for people, as they complete “What differs: …”
 */
char *
galley_difference_list_describe (GalleyDifference differences)
{
  /* Translators: between the parts of a list, as in “a number, a name”. */
  return join (differences, get_label, _ (", "));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-suppressions.h"

#include <string.h>
#include <unicode/udata.h>

/* Of CLDR's segment suppressions, which ICU keeps beside its break rules: see “Segmentation
 * Exceptions” in UTS 35, part 2. */
#define RULES U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "brkitr"

/* The abbreviations of a language behind whose stop ICU's breaker ends no sentence. They are read
 * when somebody asks for the first time. */
struct _GalleySuppressions
{
  char *locale;
  GHashTable *words; /* set of UTF-8; nullable */
};

/**
 * galley_suppressions_new:
 * @locale: as ICU writes it
 *
 * Returns: (transfer full): what ICU holds for abbreviations there; nothing for what it does not
 *   know
 */
GalleySuppressions *
galley_suppressions_new (const char *locale)
{
  GalleySuppressions *self = g_new0 (GalleySuppressions, 1);

  self->locale = g_strdup (locale);

  return self;
}

void
galley_suppressions_free (GalleySuppressions *self)
{
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_free (self->locale);
  g_free (self);
}

/* Of “v. Chr.” both are parts, which may be followed by what is not the other one. */
static void
add_parts (GalleySuppressions *self, const char *abbreviation)
{
  g_auto (GStrv) parts = g_strsplit (abbreviation, " ", /* max_tokens= */ -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_has_suffix (parts[i], "."))
      g_hash_table_add (self->words, g_strndup (parts[i], strlen (parts[i]) - strlen (".")));
}

static void
add_all (GalleySuppressions *self, const UResourceBundle *list)
{
  int n = galley_icu.ures_getSize (list);

  for (int i = 0; i < n; i++)
    {
      UErrorCode status = U_ZERO_ERROR;
      int length;
      const UChar *units = galley_icu.ures_getStringByIndex (list, i, &length, &status);
      g_autofree char *abbreviation =
          U_SUCCESS (status) ? g_utf16_to_utf8 (units, length, NULL, NULL, NULL) : NULL;

      if (abbreviation != NULL)
        add_parts (self, abbreviation);
    }
}

static void
read_list (GalleySuppressions *self)
{
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *rules = galley_icu.ures_open (RULES, self->locale, &status);
  UResourceBundle *exceptions, *list;

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* ICU gives the lists of this computer's own language where it has none. */
  if (status == U_USING_DEFAULT_WARNING)
    status = U_MISSING_RESOURCE_ERROR;
  exceptions = galley_icu.ures_getByKey (rules, "exceptions", NULL, &status);
  list = galley_icu.ures_getByKey (exceptions, "SentenceBreak", NULL, &status);
  if (U_SUCCESS (status))
    add_all (self, list);

  galley_icu.ures_close (list);
  galley_icu.ures_close (exceptions);
  galley_icu.ures_close (rules);
}

/**
 * galley_suppressions_have:
 * @word: what stands before a full stop, in UTF-16
 * @length: of @word, in units
 *
 * Returns: whether @word is an abbreviation, or ends in one behind a sign that is no letter
 */
gboolean
galley_suppressions_have (GalleySuppressions *self, const UChar *word, gint32 length)
{
  g_autofree char *utf8 = g_utf16_to_utf8 (word, length, NULL, NULL, NULL);
  gboolean is_start = TRUE;

  if (self->words == NULL)
    read_list (self);

  for (const char *p = utf8; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      if (is_start && g_hash_table_contains (self->words, p))
        return TRUE;
      is_start = !g_unichar_isalpha (g_utf8_get_char (p));
    }

  return FALSE;
}

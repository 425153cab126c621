/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-poppler-unsure.hh"

#include <GlobalParams.h>
#include <cstring>
#include <glib.h>
#include <string>

#define N_CODES 256 /* of a font that is not composite */

/* Whether @name has at least @n_least digits behind @prefix, and nothing else. */
static bool
is_number (const std::string &name, const char *prefix, size_t n_least)
{
  const size_t start = strlen (prefix);

  if (name.compare (0, start, prefix) != 0 || name.length () < start + n_least)
    return false;
  for (size_t i = start; i < name.length (); i++)
    if (!g_ascii_isxdigit (name[i]))
      return false;

  return true;
}

/* Whether the name of a sign says what letter it is, as the Adobe Glyph List Specification has it:
 * the name of a letter, or its number, and perhaps others after "_", and what kind it is after ".".
 * Poppler knows these names, and those of many other signs. */
static bool
says_letter (const char *name)
{
  const size_t length = name != NULL ? strcspn (name, "._") : 0;
  const std::string first = length > 0 ? std::string (name, length) : "";

  return is_number (first, "uni", 4) || is_number (first, "u", 4) ||
         globalParams->mapNameToUnicodeText (first.c_str ()) != 0;
}

/* Whether the numbers of a font's signs mean nothing but in this font. */
static bool
has_own_numbers (const GfxCIDFont *font)
{
  const GooString *collection = font->getCollection ();

  return collection != NULL && strcmp (collection->c_str (), "Adobe-Identity") == 0;
}

/* Whether a sign is unsure that is drawn as @code, which poppler takes for @n_letters. What a table
 * says that a font brings with it is so, also that a sign stands for no letter, which the others of
 * a cluster do. */
bool
GalleyPopplerUnsure::has (const GfxFont *font, CharCode code, int n_letters)
{
  if (font == NULL || font->hasToUnicodeCMap ())
    return false;
  if (n_letters == 0)
    return true;
  if (font->isCIDFont ())
    return has_own_numbers (static_cast<const GfxCIDFont *> (font));
  if (code >= N_CODES)
    return true;

  if (signs == NULL || number != font->getID ()->num)
    {
      number = font->getID ()->num;
      fonts[number].resize (N_CODES);
      signs = fonts[number].data ();
    }
  if (signs[code] == Sign::unknown)
    signs[code] = says_letter (static_cast<const Gfx8BitFont *> (font)->getCharName (code))
                      ? Sign::sure
                      : Sign::unsure;
  return signs[code] == Sign::unsure;
}

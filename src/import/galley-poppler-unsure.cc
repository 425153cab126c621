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

/* Names of TeX's fonts that the Adobe Glyph List does not have. */
static const struct
{
  const char *name;
  Unicode letter;
} tex_names[] = {
  { "Ifractur", 0x2111 },       { "Rfractur", 0x211C },
  { "angbracketleft", 0x27E8 }, { "angbracketright", 0x27E9 },
  { "arrowhookleft", 0x21A9 },  { "arrowhookright", 0x21AA },
  { "bardbl", 0x2016 },         { "ceilingleft", 0x2308 },
  { "ceilingright", 0x2309 },   { "circlecopyrt", 0x25EF },
  { "epsilon1", 0x03F5 },       { "floorleft", 0x230A },
  { "floorright", 0x230B },     { "lscript", 0x2113 },
  { "mapsto", 0x21A6 },         { "measuredangle", 0x2221 },
  { "owner", 0x220B },          { "prime", 0x2032 },
  { "rho1", 0x03F1 },           { "similarequal", 0x2243 },
  { "triangle", 0x25B3 },
};

/* What is no letter: parts of signs that are drawn of several, and what ends a proof. */
static const char *const tex_ornaments[] = { "bracehtip", "hextend", "squaresolid", "vextend" };

static Unicode
find_tex_name (const std::string &name)
{
  for (const auto &known : tex_names)
    if (name == known.name)
      return known.letter;

  return 0;
}

/* What a name of TeX's fonts means that says how large the sign is, or 0. */
static Unicode
find_sized (const std::string &name)
{
  static const char *const sizes[] = { "bigg", "Bigg", "big", "Big", "display", "text" };

  for (const char *size : sizes)
    {
      const size_t n = strlen (size);

      if (name.length () > n && name.compare (name.length () - n, n, size) == 0)
        {
          const std::string plain = name.substr (0, name.length () - n);
          const Unicode letter = globalParams->mapNameToUnicodeText (plain.c_str ());

          return letter != 0 ? letter : find_tex_name (plain);
        }
    }

  return 0;
}

static bool
is_ornament (const std::string &name)
{
  for (const char *ornament : tex_ornaments)
    if (name.compare (0, strlen (ornament), ornament) == 0)
      return true;

  return false;
}

/* Whether the name of a sign says what letter it is, as the Adobe Glyph List Specification has it:
 * the name of a letter, or its number, and perhaps others after "_", and what kind it is after ".".
 * Poppler knows these names, and those of many other signs. */
static bool
says_letter (const std::string &name)
{
  const std::string first = name.substr (0, name.find_first_of ("._"));

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

const GalleyPopplerUnsure::Sign &
GalleyPopplerUnsure::look_up (const Gfx8BitFont *font, CharCode code)
{
  if (signs == NULL || number != font->getID ()->num)
    {
      number = font->getID ()->num;
      fonts[number].resize (N_CODES);
      signs = fonts[number].data ();
    }

  Sign &sign = signs[code];

  if (!sign.is_known)
    {
      const char *said = font->getCharName (code);
      const std::string name = said != NULL ? said : "";
      const bool is_sure = says_letter (name);

      sign.letter = is_sure ? 0 : find_tex_name (name);
      if (!is_sure && sign.letter == 0)
        sign.letter = find_sized (name);
      sign.is_replaced = sign.letter != 0 || (!is_sure && is_ornament (name));
      sign.is_unsure = !is_sure && !sign.is_replaced;
      sign.is_known = true;
    }

  return sign;
}

/* Puts right what letters poppler takes a sign for that is drawn as @code, where the name of the
 * sign says it; returns whether they are unsure all the same. What a table says that a font brings
 * with it is so, also that a sign stands for no letter, which the others of a cluster do. */
bool
GalleyPopplerUnsure::resolve (const GfxFont *font,
                              CharCode code,
                              const Unicode **letters,
                              int *n_letters)
{
  if (font == NULL || font->hasToUnicodeCMap ())
    return false;
  if (font->isCIDFont ())
    return *n_letters == 0 || has_own_numbers (static_cast<const GfxCIDFont *> (font));
  if (code >= N_CODES)
    return true;

  const Sign &sign = look_up (static_cast<const Gfx8BitFont *> (font), code);

  if (sign.is_replaced)
    {
      *letters = &sign.letter;
      *n_letters = sign.letter != 0 ? 1 : 0;
    }
  return sign.is_unsure || (*n_letters == 0 && !sign.is_replaced);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <TextOutputDev.h>
#include <UTF.h>
#include <memory>
#include <string>
#include <vector>

/* What poppler's classes call differently from one version to the next. Each is asked for what it
 * has, not for its version; all were compiled against poppler 22.12 and 25.03. */

/* The bytes of a string. */
template <typename String>
std::string
galley_poppler_get_bytes (const String &string)
{
  if constexpr (requires { string.toStr (); })
    return string.toStr ();
  else
    return string;
}

/* The characters of a string of a document. */
template <typename Bytes>
std::vector<Unicode>
galley_poppler_get_characters (const Bytes &bytes)
{
  if constexpr (requires (Unicode * *out) { TextStringToUCS4 (bytes, out); })
    {
      Unicode *characters = NULL;
      int length = TextStringToUCS4 (bytes, &characters);
      std::vector<Unicode> result (characters, characters + length);

      gfree (characters);
      return result;
    }
  else
    return TextStringToUCS4 (bytes);
}

/* The text of an area. */
template <typename Text>
std::string
galley_poppler_get_text (Text *text, const PDFRectangle *area)
{
  if constexpr (requires { text->getSelectionText (area, selectionStyleGlyph)->c_str (); })
    {
      std::unique_ptr<GooString> words (text->getSelectionText (area, selectionStyleGlyph));

      return galley_poppler_get_bytes (*words);
    }
  else
    return galley_poppler_get_bytes (text->getSelectionText (area, selectionStyleGlyph));
}

typedef std::vector<std::vector<std::unique_ptr<TextWordSelection> > > GalleyPopplerLines;

/* The words of an area, by lines. */
template <typename Text>
GalleyPopplerLines
galley_poppler_get_lines (Text *text, const PDFRectangle *area)
{
  if constexpr (requires (int *n) { text->getSelectionWords (area, selectionStyleGlyph, n); })
    {
      int n_lines = 0;
      std::vector<TextWordSelection *> **lines =
          text->getSelectionWords (area, selectionStyleGlyph, &n_lines);
      GalleyPopplerLines result (n_lines);

      for (int i = 0; i < n_lines; i++)
        {
          for (TextWordSelection *word : *lines[i])
            result[i].emplace_back (word);
          delete lines[i];
        }
      gfree (lines);
      return result;
    }
  else
    return text->getSelectionWords (area, selectionStyleGlyph);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <TextOutputDev.h>
#include <UTF.h>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

/* What poppler's classes call differently from one version to the next. Each is asked for what it
 * has, not for its version; what is here was compiled against poppler 22.12, 25.03 and 26.07. */

/* The bytes of a string, which may be pointed to. */
template <typename String>
std::string
galley_poppler_get_bytes (const String &string)
{
  if constexpr (requires { string.toStr (); })
    return string.toStr ();
  else if constexpr (requires { string->c_str (); })
    return galley_poppler_get_bytes (*string);
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

      free (characters);
      return result;
    }
  else
    return TextStringToUCS4 (bytes);
}

typedef std::vector<std::vector<std::unique_ptr<TextWordSelection> > > GalleyPopplerLines;

/* The words of an area, by lines. */
template <typename Text>
GalleyPopplerLines
galley_poppler_get_lines (Text *text, const PDFRectangle &area)
{
  if constexpr (requires { text->getSelectionWords (area, selectionStyleGlyph); })
    return text->getSelectionWords (area, selectionStyleGlyph);
  else if constexpr (requires (int *n) { text->getSelectionWords (&area, selectionStyleGlyph, n); })
    {
      int n_lines = 0;
      std::vector<TextWordSelection *> **lines =
          text->getSelectionWords (&area, selectionStyleGlyph, &n_lines);
      GalleyPopplerLines result (n_lines);

      for (int i = 0; i < n_lines; i++)
        {
          for (TextWordSelection *word : *lines[i])
            result[i].emplace_back (word);
          delete lines[i];
        }
      free (lines);
      return result;
    }
  else
    return text->getSelectionWords (&area, selectionStyleGlyph);
}

/* A document in memory that outlives it. */
template <typename Document, typename Stream, typename Value>
Document *
galley_poppler_make_document (const char *data, size_t length_bytes)
{
  if constexpr (requires { Document (std::unique_ptr<Stream> ()); })
    return new Document (std::make_unique<Stream> (data, 0, length_bytes, Value::null ()));
  else
    return new Document (new Stream (data, 0, length_bytes, Value (objNull)));
}

/* Takes the page's text out of what has collected it. */
template <typename Device>
std::shared_ptr<TextPage>
galley_poppler_take_text (Device &device)
{
  if constexpr (requires { device.takeText ()->decRefCnt (); })
    return std::shared_ptr<TextPage> (device.takeText (), [] (auto *text) { text->decRefCnt (); });
  else
    return std::shared_ptr<TextPage> (device.takeText ());
}

/* In what a document hands over the letters that it states for signs. */
template <typename Device, typename Text>
Text galley_poppler_find_text_type (void (Device::*) (GfxState *, Text));
typedef decltype (galley_poppler_find_text_type (&TextOutputDev::beginActualText))
    GalleyPopplerActualText;

/* What of a page is seen. */
template <typename SomePage>
PDFRectangle
galley_poppler_get_crop_box (const SomePage *page)
{
  if constexpr (requires { page->getCropBox ()->x1; })
    return *page->getCropBox ();
  else
    return page->getCropBox ();
}

/* Where in the order in which the page is drawn a character comes, counting bytes; 0 for all if
 * nobody says. */
template <typename Word>
unsigned int
galley_poppler_get_drawn (const Word *word, int character)
{
  if constexpr (requires { word->getCharPos () + word->getCharLen (); })
    return word->getCharPos () + word->getCharLen () * character / word->getLength ();
  else
    return 0;
}

/* Where a field of a form is. */
template <typename Field>
PDFRectangle
galley_poppler_get_area (const Field *field)
{
  PDFRectangle area;

  if constexpr (requires { field->getRect (&area.x1, &area.y1, &area.x2, &area.y2); })
    field->getRect (&area.x1, &area.y1, &area.x2, &area.y2);
  else
    area = field->getWidgetAnnotation ()->getRect ();

  return area;
}

/* How many there are to choose from. */
template <typename Field>
int
galley_poppler_count_choices (const Field *field)
{
  if constexpr (requires { field->getNumChoices (); })
    return field->getNumChoices ();
  else
    return field->getChoices ().size ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-poppler-private.hh"
#include "galley-poppler-versions.hh"
#include "galley-remark.h"

#include <cstring>
#include <map>
#include <string>
#include <vector>

/* Notes on a page. An answer names the annotation that it belongs to, and so does a part: where
 * words are to be replaced, the words are struck out by one annotation and the new ones are the
 * text of another. What a reviewer decided, such as that a note is done with, is an answer as well.
 */

/* Of a page. A hostile one may have any number, and each is held against each character. */
#define MAX_NOTES 500
#define MAX_AREAS 100 /* of one */

#define FLAG_HIDDEN 2

/* Annotations by what they are called in PDF: those that mark words, and others that may say
 * something. Links and fields of forms are no notes, and a popup only shows what another says. */
static gboolean
is_note (const char *subtype, gboolean *out_marks_words)
{
  static const char *const marks[] = { "Highlight", "Underline", "Squiggly", "StrikeOut",
                                       "Square",    "Circle",    "Polygon",  NULL };
  static const char *const others[] = { "Text", "FreeText", "Caret",    "Ink",
                                        "Line", "Stamp",    "PolyLine", NULL };

  *out_marks_words = g_strv_contains (marks, subtype);
  return *out_marks_words || g_strv_contains (others, subtype);
}

/* One number of an array, or 0. */
static double
get_number (const Object &array, int index)
{
  Object number = array.arrayGet (index, 0);

  return number.isNum () ? number.getNum () : 0;
}

static void
add_area (GArray *areas,
          const GalleyPopplerPage *self,
          Page *page,
          const Object &array,
          int first,
          int n_points)
{
  double x1 = G_MAXDOUBLE, y1 = G_MAXDOUBLE, x2 = -G_MAXDOUBLE, y2 = -G_MAXDOUBLE;
  GalleyPopplerBox box;

  for (int i = first; i < first + n_points * 2; i += 2)
    {
      double x = get_number (array, i), y = get_number (array, i + 1);

      x1 = MIN (x1, x);
      y1 = MIN (y1, y);
      x2 = MAX (x2, x);
      y2 = MAX (y2, y);
    }
  box = galley_poppler_place (self, page, x1, y1, x2, y2);
  g_array_append_val (areas, box);
}

/* Where an annotation is: four points for each stretch of words that it marks, or its corners. */
static GArray *
read_areas (const GalleyPopplerPage *self, Page *page, const Object &annotation)
{
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (GalleyPopplerBox));
  Object points = annotation.dictLookup ("QuadPoints");
  Object corners = annotation.dictLookup ("Rect");

  for (int i = 0; points.isArray () && i + 8 <= points.arrayGetLength () && areas->len < MAX_AREAS;
       i += 8)
    add_area (areas, self, page, points, i, 4);
  if (areas->len == 0 && corners.isArray () && corners.arrayGetLength () == 4)
    add_area (areas, self, page, corners, 0, 2);

  return areas;
}

/* A string that is not empty, or NULL. Lines are parted by a carriage return in PDF. */
static char *
dup_text (const Object &annotation, const char *key)
{
  Object value = annotation.dictLookup (key);
  char *raw = value.isString ()
                  ? galley_poppler_dup_string (galley_poppler_get_bytes (value.getString ()))
                  : NULL;
  GString *text = g_string_new (raw);

  g_free (raw);
  g_string_replace (text, "\r\n", "\n", /* limit= */ 0);
  g_strstrip (g_strdelimit (text->str, "\r", '\n'));

  return g_string_free (text, *text->str == '\0');
}

/* Makes ISO 8601 of "D:20240501093000+02'00'", of which only the day has to be there. */
static char *
dup_date (const Object &annotation)
{
  char *date = dup_text (annotation, "M");
  const char *digits;
  GString *iso;
  gsize n_digits;

  if (date == NULL)
    date = dup_text (annotation, "CreationDate");
  digits = date != NULL && g_str_has_prefix (date, "D:") ? date + 2 : date;
  n_digits = digits != NULL ? strspn (digits, "0123456789") : 0;
  if (n_digits < 8)
    {
      g_free (date);
      return NULL;
    }

  iso = g_string_new (NULL);
  g_string_printf (iso, "%.4s-%.2s-%.2s", digits, digits + 4, digits + 6);
  if (n_digits >= 14)
    {
      const char *zone = digits + n_digits;

      g_string_append_printf (iso, "T%.2s:%.2s:%.2s", digits + 8, digits + 10, digits + 12);
      if (*zone == 'Z')
        g_string_append_c (iso, 'Z');
      else if ((*zone == '+' || *zone == '-') && strspn (zone + 1, "0123456789") == 2)
        g_string_append_printf (iso, "%.3s:%s", zone,
                                zone[3] == '\'' && g_ascii_isdigit (zone[4]) &&
                                        g_ascii_isdigit (zone[5])
                                    ? std::string (zone + 4, 2).c_str ()
                                    : "00");
    }
  g_free (date);

  return g_string_free (iso, FALSE);
}

void
galley_poppler_note_free (gpointer data)
{
  GalleyPopplerNote *note = static_cast<GalleyPopplerNote *> (data);

  g_free (note->author);
  g_free (note->date);
  g_free (note->text);
  g_array_unref (note->areas);
  g_free (note);
}

/* An annotation beside others: of an answer, or a part, the number of what it belongs to. */
struct Annotation
{
  GalleyPopplerNote *note;
  int number; /* of its object; 0 if it has none, or belongs to nothing */
  int parent;
  bool is_part;
  std::string state; /* that it sets; its text only repeats that */
};

static int
get_object_number (const Object &object)
{
  return object.isRef () ? object.getRefNum () : 0;
}

static void
read_annotation (std::vector<Annotation> &list,
                 const GalleyPopplerPage *self,
                 Page *page,
                 const Object &annotation,
                 int number)
{
  Object subtype = annotation.dictLookup ("Subtype"), flags = annotation.dictLookup ("F");
  Object relation = annotation.dictLookup ("RT"), state = annotation.dictLookup ("State");
  int parent = get_object_number (annotation.dictLookupNF ("IRT"));
  gboolean marks_words;
  GalleyPopplerNote *note;

  /* Answers are hidden, too, as they are shown with what they answer. */
  if (!subtype.isName () || !is_note (subtype.getName (), &marks_words) ||
      (parent == 0 && flags.isInt () && (flags.getInt () & FLAG_HIDDEN) != 0))
    return;

  note = g_new0 (GalleyPopplerNote, 1);
  note->author = dup_text (annotation, "T");
  note->date = dup_date (annotation);
  note->text = dup_text (annotation, "Contents");
  note->areas = read_areas (self, page, annotation);
  note->marks_words = marks_words;
  list.push_back (
      { note, number, parent, relation.isName ("Group"),
        state.isString () ? galley_poppler_get_bytes (state.getString ()) : std::string () });
}

/* What an annotation belongs to in the end: itself, if that is nothing, or goes in a circle. */
static GalleyPopplerNote *
find_root (const std::vector<Annotation> &list, const std::map<int, size_t> &places, size_t place)
{
  size_t at = place;

  for (size_t i = 0; i < list.size (); i++)
    {
      auto parent = places.find (list[at].parent);

      if (list[at].parent == 0 || parent == places.end ())
        return list[at].note;
      at = parent->second;
    }

  return list[place].note;
}

/* Adds to a note what belongs to it. */
static void
add_to_note (GalleyPopplerNote *root, const Annotation &part)
{
  GalleyPopplerNote *note = part.note;

  if (!part.state.empty ())
    {
      root->is_resolved = part.state == "Completed";
      return;
    }
  if (part.is_part && note->marks_words && !root->marks_words)
    {
      std::swap (root->areas, note->areas);
      root->marks_words = TRUE;
    }
  if (note->text != NULL)
    {
      GString *text = g_string_new (root->text);

      galley_remark_add_answer (text, note->author, note->text);
      g_free (root->text);
      root->text = g_string_free (text, FALSE);
    }
}

/* Lists the notes on @page that say something, with the answers to them. */
void
galley_poppler_read_notes (GalleyPopplerPage *self, Page *page)
{
  Object annotations = page->getAnnotsObject ();
  std::vector<Annotation> list;
  std::map<int, size_t> places;

  if (!annotations.isArray ())
    return;

  for (int i = 0; i < annotations.arrayGetLength () && list.size () < MAX_NOTES; i++)
    {
      Object annotation = annotations.arrayGet (i, 0);

      if (annotation.isDict ())
        read_annotation (list, self, page, annotation,
                         get_object_number (annotations.getArray ()->getNF (i)));
    }
  for (size_t i = 0; i < list.size (); i++)
    if (list[i].number != 0)
      places.emplace (list[i].number, i);
  for (size_t i = 0; i < list.size (); i++)
    {
      GalleyPopplerNote *root = find_root (list, places, i);

      if (root != list[i].note)
        add_to_note (root, list[i]);
    }
  for (size_t i = 0; i < list.size (); i++)
    if (find_root (list, places, i) == list[i].note && list[i].note->text != NULL &&
        list[i].state.empty ())
      g_ptr_array_add (self->notes, list[i].note);
    else
      galley_poppler_note_free (list[i].note);
}

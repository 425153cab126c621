/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What galley-pdf-text needs of poppler, in C. It is taken from poppler's own classes: its library
 * for GLib says the same, and brings cairo and X11 into a process that draws nothing, which then
 * takes half as long again for a short document. */

/**
 * GalleyPoppler:
 *
 * A PDF document that is open. There is only one in a process, and it is never closed.
 */
typedef struct _GalleyPoppler GalleyPoppler;

/* In points from the upper left corner of the page as it is seen. */
typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} GalleyPopplerBox;

/**
 * GalleyPopplerGlyph:
 * @box: where it is; empty for a space or the end of a line
 * @font: (nullable): its name, which lives as long as the process; %NULL for those
 * @size: of the type, in points
 * @character: a line feed at the end of a line
 * @drawn: where it comes in the order in which the page is drawn
 * @rotation: quarter turns to the right that its line has made on the page, 0 to 3
 * @is_arranged: whether it follows the one before in reading, wherever either stands: all spaces
 *   between them are there
 *
 * A character of a page's text and what it is set in.
 */
typedef struct
{
  GalleyPopplerBox box;
  const char *font;
  double size;
  gunichar character;
  guint drawn;
  guint8 rotation;
  gboolean is_arranged;
} GalleyPopplerGlyph;

typedef struct
{
  GalleyPopplerBox area;
  char *address;
} GalleyPopplerLink;

/* What was filled in or chosen in a form, and where. */
typedef struct
{
  GalleyPopplerBox area;
  char *text;
} GalleyPopplerField;

/**
 * GalleyPopplerNote:
 * @author: (nullable): who wrote it
 * @date: (nullable): when, ISO 8601
 * @text: what it says, and then what others answered, after their names
 * @areas: (element-type GalleyPopplerBox): of the words that it is about, or where its own sign is
 * @marks_words: whether @areas are of words
 * @is_resolved: whether somebody said that it is done with
 *
 * What somebody wrote on the page without changing it.
 */
typedef struct
{
  char *author;
  char *date;
  char *text;
  GArray *areas;
  gboolean marks_words;
  gboolean is_resolved;
} GalleyPopplerNote;

/**
 * GalleyPopplerPage:
 * @width: in points, as it is seen
 * @height: in points, as it is seen
 * @turn: by how many degrees to the right it is turned beyond what it says itself, so that its text
 *   lies
 * @glyphs: (element-type GalleyPopplerGlyph): the text, in the order in which it is read
 * @links: (element-type GalleyPopplerLink): to addresses, the uppermost first
 * @notes: (element-type GalleyPopplerNote): those that say something
 * @fields: (element-type GalleyPopplerField): what is in forms
 * @n_unsure: signs of the text that are left out, or guessed: no font says what letters they are
 */
typedef struct
{
  double width;
  double height;
  int turn;
  GArray *glyphs;
  GArray *links;
  GPtrArray *notes;
  GArray *fields;
  guint n_unsure;
} GalleyPopplerPage;

GalleyPoppler *
galley_poppler_open (const char *pdf, gsize length_bytes, gboolean *out_is_encrypted);
char *galley_poppler_dup_title (GalleyPoppler *self) G_GNUC_WARN_UNUSED_RESULT;
char *galley_poppler_dup_author (GalleyPoppler *self) G_GNUC_WARN_UNUSED_RESULT;
guint galley_poppler_count_pages (GalleyPoppler *self);
GalleyPopplerPage *galley_poppler_read_page (GalleyPoppler *self, guint number)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_poppler_page_free (GalleyPopplerPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyPopplerPage, galley_poppler_page_free)

G_END_DECLS

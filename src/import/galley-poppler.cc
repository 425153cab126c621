/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-direction.h"
#include "galley-pdf-script.h"
#include "galley-poppler-private.hh"
#include "galley-poppler-slanted.hh"
#include "galley-poppler-unsure.hh"
#include "galley-poppler-versions.hh"

#include <Error.h>
#include <ErrorCodes.h>
#include <Form.h>
#include <GlobalParams.h>
#include <Link.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>
#include <TextOutputDev.h>
#include <UTF.h>
#include <algorithm>
#include <vector>

/* The only C++ of Galley. Poppler's classes are no stable interface: all that is used of them is
 * here and in the files beside this, and as little as will do. What differs between its versions is
 * in galley-poppler-versions.hh. */

#define COLUMN_EMS 1.0    /* between words that are on no line */
#define MAX_SPACE_BYTES 6 /* that are drawn between words of a line */

struct _GalleyPoppler
{
  PDFDoc *document;
};

static void
ignore_error_cb (ErrorCategory category, Goffset position, const char *message)
{
}

/**
 * galley_poppler_open:
 * @pdf: (array length=length_bytes): the document, which has to stay
 * @out_is_encrypted: (out): whether it needs a password, where it cannot be opened
 *
 * Returns: (nullable): the document, or %NULL
 */
GalleyPoppler *
galley_poppler_open (const char *pdf, gsize length_bytes, gboolean *out_is_encrypted)
{
  GalleyPoppler *self = g_new0 (GalleyPoppler, 1);

  globalParams = std::make_unique<GlobalParams> ();
  setErrorCallback (ignore_error_cb);
  self->document = galley_poppler_make_document<PDFDoc, MemStream, Object> (pdf, length_bytes);
  if (self->document->isOk ())
    return self;

  *out_is_encrypted = self->document->getErrorCode () == errEncrypted;
  return NULL;
}

/* A string of a document, whose encoding is in its first bytes. */
char *
galley_poppler_dup_string (const std::string &bytes)
{
  GString *utf8 = g_string_new (NULL);

  for (Unicode c : galley_poppler_get_characters (bytes))
    g_string_append_unichar (utf8, g_unichar_validate (c) ? c : 0xFFFD);

  return g_string_free (utf8, FALSE);
}

static char *
dup_string (const GooString *string)
{
  return string != NULL ? galley_poppler_dup_string (galley_poppler_get_bytes (string)) : NULL;
}

/**
 * galley_poppler_dup_title:
 *
 * Returns: (transfer full) (nullable): the title that the document states
 */
char *
galley_poppler_dup_title (GalleyPoppler *self)
{
  return dup_string (self->document->getDocInfoTitle ().get ());
}

/**
 * galley_poppler_dup_author:
 *
 * Returns: (transfer full) (nullable): the author that the document states
 */
char *
galley_poppler_dup_author (GalleyPoppler *self)
{
  return dup_string (self->document->getDocInfoAuthor ().get ());
}

guint
galley_poppler_count_pages (GalleyPoppler *self)
{
  return MAX (self->document->getNumPages (), 0);
}

/* The name of a font without the six letters that say that only part of it is embedded. */
static const char *
intern_font (const GooString *name)
{
  const char *start = name != NULL ? name->c_str () : "", *end = start;

  while (*end >= 'A' && *end <= 'Z')
    end++;
  if (end > start && *end == '+')
    start = end + 1;

  return g_intern_string (*start != '\0' ? start : "Default");
}

static const GalleyPopplerGlyph nothing = { { 0, 0, 0, 0 }, NULL, 0, 0, 0, 0, FALSE };

/* What is listed, and the font of the character before. */
struct Glyphs
{
  GArray *array; /* (element-type GalleyPopplerGlyph) */
  const GooString *font_name;
  const char *font;
  bool all_forward; /* whether no character can run against the line */
  guint n_printed;  /* those that take room: others may or may not be selected */
};

static bool
is_printed (const GalleyPopplerBox *box)
{
  return box->right > box->left && box->bottom > box->top;
}

/* Whether @c has a place in scripts that run from left to right, or in none. There are more such
 * characters than these. */
static bool
runs_forward (Unicode c)
{
  return (c >= 0x20 && c < 0x590) || (c >= 0x900 && c < 0x2000) || (c >= 0x2010 && c < 0x2028) ||
         (c >= 0x2030 && c < 0x2060) || (c >= 0x2070 && c < 0xD800);
}

static void
add_sign (Glyphs *glyphs, gunichar sign)
{
  GalleyPopplerGlyph glyph = nothing;

  glyph.character = sign;
  g_array_append_val (glyphs->array, glyph);
}

/* Lists the characters of @word from @begin to before @end. */
static void
add_word (Glyphs *glyphs, const TextWord *word, int begin, int end)
{
  guint length = glyphs->array->len;

  g_array_set_size (glyphs->array, length + end - begin);
  for (int i = begin; i < end; i++)
    {
      GalleyPopplerGlyph *glyph =
          &g_array_index (glyphs->array, GalleyPopplerGlyph, length + i - begin);

      if (glyphs->font == NULL || word->getFontName (i) != glyphs->font_name)
        {
          glyphs->font_name = word->getFontName (i);
          glyphs->font = intern_font (glyphs->font_name);
        }
      word->getCharBBox (i, &glyph->box.left, &glyph->box.top, &glyph->box.right,
                         &glyph->box.bottom);
      glyph->font = glyphs->font;
      glyph->size = word->getFontSize ();
      glyph->character = *word->getChar (i);
      glyph->drawn = galley_poppler_get_drawn (word, i);
      glyph->rotation = word->getRotation ();
      glyph->is_arranged = FALSE;
      glyphs->all_forward = glyphs->all_forward && runs_forward (glyph->character);
      glyphs->n_printed += is_printed (&glyph->box);
    }
}

/* Whether @next is not drawn right after @word, but for a space. */
static bool
is_drawn_apart (const TextWord *word, const TextWord *next)
{
  const guint end = galley_poppler_get_drawn (word, word->getLength ());
  const guint start = galley_poppler_get_drawn (next, 0);

  return start < end || start - end > MAX_SPACE_BYTES;
}

/* Whether @next is on no line with @word, though it follows on what poppler says is one. That may
 * begin anew at the top of a column beside the one whose foot it has come to, or take words
 * together that stand at one height in two columns. Parts of formulas are above each other, too,
 * and close together. */
static bool
leaves_line (const TextWord *word, const TextWord *next)
{
  const double gap = COLUMN_EMS * word->getFontSize ();
  GalleyPopplerBox box, last;

  if (word->getRotation () % 2 == 1)
    return false;

  word->getBBox (&last.left, &last.top, &last.right, &last.bottom);
  next->getBBox (&box.left, &box.top, &box.right, &box.bottom);
  const bool is_beside = box.left > last.right + gap || box.right < last.left - gap;
  const bool is_over = box.top > last.bottom + gap || box.bottom < last.top - gap;

  if (box.top >= last.bottom || box.bottom <= last.top)
    return is_beside || is_over;
  return is_beside && is_drawn_apart (word, next);
}

/* Lists the characters from one corner of @area to the other. Lines of a block that stand beside
 * each other are one. */
static void
add_selected (Glyphs *glyphs, TextPage *text, const PDFRectangle &area)
{
  for (const auto &line : galley_poppler_get_lines (text, area))
    {
      for (gsize i = 0; i < line.size (); i++)
        {
          const int begin = line[i]->getBegin (), end = line[i]->getEnd ();

          add_word (glyphs, line[i]->getWord (), begin, MAX (end, begin));
          if (i + 1 < line.size () && leaves_line (line[i]->getWord (), line[i + 1]->getWord ()))
            add_sign (glyphs, '\n');
          else if (i + 1 < line.size () && line[i]->getWord ()->hasSpaceAfter ())
            add_sign (glyphs, ' ');
        }
      add_sign (glyphs, '\n');
    }
}

/* Lists all characters, line by line. */
static void
add_lines (Glyphs *glyphs, const TextBlock *block)
{
  for (const TextLine *line = block->getLines (); line != NULL; line = line->getNext ())
    {
      for (const TextWord *word = line->getWords (); word != NULL; word = word->getNext ())
        {
          add_word (glyphs, word, 0, word->getLength ());
          if (word->getNext () != NULL && word->hasSpaceAfter ())
            add_sign (glyphs, ' ');
        }
      add_sign (glyphs, '\n');
    }
}

static void
add_all (Glyphs *glyphs, const TextPage *text)
{
  for (const TextFlow *flow = text->getFlows (); flow != NULL; flow = flow->getNext ())
    for (const TextBlock *block = flow->getBlocks (); block != NULL; block = block->getNext ())
      add_lines (glyphs, block);
}

/* How many characters of a line take room; adds whether all of them run forward. */
static guint
count_line (const TextLine *line, bool *inout_all_forward)
{
  guint n = 0;

  for (const TextWord *word = line->getWords (); word != NULL; word = word->getNext ())
    for (int i = 0; i < word->getLength (); i++)
      {
        GalleyPopplerBox box;

        word->getCharBBox (i, &box.left, &box.top, &box.right, &box.bottom);
        n += is_printed (&box);
        *inout_all_forward = *inout_all_forward && runs_forward (*word->getChar (i));
      }

  return n;
}

static guint
count_all (const TextPage *text, bool *out_all_forward)
{
  guint n = 0;

  *out_all_forward = true;
  for (const TextFlow *flow = text->getFlows (); flow != NULL; flow = flow->getNext ())
    for (const TextBlock *block = flow->getBlocks (); block != NULL; block = block->getNext ())
      for (const TextLine *line = block->getLines (); line != NULL; line = line->getNext ())
        n += count_line (line, out_all_forward);

  return n;
}

static void
begin_anew (Glyphs *glyphs)
{
  g_array_set_size (glyphs->array, 0);
  glyphs->n_printed = 0;
}

/* Lists the characters of a page. What is selected between two of its corners is all of it only if
 * no block is read before, or after, those that are nearest to the corners. Where lines run from
 * right to left, that may be so from the right. */
static void
list_page (GalleyPopplerPage *self, TextPage *text)
{
  const PDFRectangle areas[] = { PDFRectangle (0, 0, self->width, self->height),
                                 PDFRectangle (self->width, 0, 0, self->height) };
  Glyphs glyphs = { self->glyphs, NULL, NULL, true, 0 };
  bool all_forward;
  const guint n_printed = count_all (text, &all_forward);

  for (guint i = 0; i < G_N_ELEMENTS (areas) && glyphs.n_printed < n_printed; i++)
    {
      begin_anew (&glyphs);
      add_selected (&glyphs, text, areas[i]);
    }
  if (glyphs.n_printed < n_printed)
    {
      begin_anew (&glyphs);
      add_all (&glyphs, text);
    }

  if (!all_forward && galley_pdf_direction_is_there (self->glyphs))
    galley_pdf_direction_arrange (self->glyphs);
}

/* Takes the text of a page, and what is drawn across it. One sign may stand for several letters,
 * which poppler places from left to right as if they were signs of their own, also where they run
 * to the left. */
class TextDevice : public TextOutputDev
{
public:
  GArray *slanted = g_array_new (FALSE, FALSE, sizeof (GalleyPopplerGlyph));
  guint n_unsure = 0; /* signs that nothing says the letters of */

  TextDevice ()
      : TextOutputDev (NULL,
                       /* physLayout= */ true,
                       /* fixedPitch= */ 0,
                       /* rawOrder= */ false,
                       /* append= */ false)
  {
  }

  ~TextDevice () override
  {
    g_array_unref (slanted);
  }

  void drawChar (GfxState *state,
                 double x,
                 double y,
                 double dx,
                 double dy,
                 double origin_x,
                 double origin_y,
                 CharCode code,
                 int n_bytes,
                 const Unicode *letters,
                 int n_letters) override
  {
    std::vector<Unicode> turned;

    const bool is_unsure = unsure.resolve (state->getFont ().get (), code, &letters, &n_letters);

    n_unsure += is_unsure && n_stated == 0 && (dx != 0 || dy != 0);
    if (galley_poppler_is_slanted (state))
      {
        galley_poppler_add_slanted (slanted, state, x, y, dx, dy, letters, n_letters);
        return;
      }
    if (n_letters > 1 && galley_pdf_script_runs_left (letters[0]))
      {
        turned.assign (letters, letters + n_letters);
        std::reverse (turned.begin (), turned.end ());
        letters = turned.data ();
      }
    TextOutputDev::drawChar (state, x, y, dx, dy, origin_x, origin_y, code, n_bytes, letters,
                             n_letters);
  }

  void beginActualText (GfxState *state, GalleyPopplerActualText text) override
  {
    n_stated++;
    TextOutputDev::beginActualText (state, text);
  }

  void endActualText (GfxState *state) override
  {
    n_stated -= n_stated > 0;
    TextOutputDev::endActualText (state);
  }

private:
  guint n_stated = 0; /* how often the letters are stated that the signs stand for */
  GalleyPopplerUnsure unsure;
};

static bool
draws_no_annotation_cb (Annot *annotation, void *data)
{
  return false;
}

/* Lists the characters of a page that is turned by @self's turn. */
static void
show (GalleyPopplerPage *self, Page *page)
{
  TextDevice device;
  std::shared_ptr<TextPage> text;

  page->display (&device, /* hDPI= */ 72, /* vDPI= */ 72, /* rotate= */ self->turn,
                 /* useMediaBox= */ false,
                 /* crop= */ true, /* printing= */ false, /* abortCheckCbk= */ NULL,
                 /* abortCheckCbkData= */ NULL, draws_no_annotation_cb);
  text = galley_poppler_take_text (device);
  list_page (self, text.get ());
  self->n_unsure = device.n_unsure;
  galley_poppler_settle_slanted (device.slanted);
  g_array_append_vals (self->glyphs, device.slanted->data, device.slanted->len);
}

/* A page whose lines stand on end is turned until they lie, as whoever reads it turns it. */
static void
read_text (GalleyPopplerPage *self, Page *page)
{
  guint counts[4] = { 0 }, most = 0;

  show (self, page);
  for (guint i = 0; i < self->glyphs->len; i++)
    counts[g_array_index (self->glyphs, GalleyPopplerGlyph, i).rotation % 4] +=
        g_array_index (self->glyphs, GalleyPopplerGlyph, i).font != NULL;
  for (guint i = 1; i < 4; i++)
    if (counts[i] > counts[most])
      most = i;
  if (most == 0)
    return;

  self->turn = 360 - 90 * most;
  if (most % 2 == 1)
    std::swap (self->width, self->height);
  g_array_set_size (self->glyphs, 0);
  show (self, page);
}

/* Where a rectangle is on the page as it is seen. */
GalleyPopplerBox
galley_poppler_place (const GalleyPopplerPage *self,
                      Page *page,
                      double x1,
                      double y1,
                      double x2,
                      double y2)
{
  const PDFRectangle crop = galley_poppler_get_crop_box (page);
  double left = MIN (x1, x2) - crop.x1, right = MAX (x1, x2) - crop.x1;
  double low = MIN (y1, y2) - crop.y1, high = MAX (y1, y2) - crop.y1;

  switch ((page->getRotate () + self->turn) % 360)
    {
    case 90:
      return { low, left, high, right };
    case 180:
      return { self->width - right, low, self->width - left, high };
    case 270:
      return { self->width - high, self->height - right, self->width - low, self->height - left };
    default:
      return { left, self->height - high, right, self->height - low };
    }
}

static void
read_links (GalleyPopplerPage *self, Page *page)
{
  std::unique_ptr<Links> links = page->getLinks ();

  for (auto link = links->getLinks ().rbegin (); link != links->getLinks ().rend (); ++link)
    {
      const LinkAction *action = (*link)->getAction ();
      const PDFRectangle &area = (*link)->getRect ();
      GalleyPopplerLink own;

      if (action == NULL || action->getKind () != actionURI || !action->isOk ())
        continue;

      own.area = galley_poppler_place (self, page, area.x1, area.y1, area.x2, area.y2);
      own.address = g_strdup (static_cast<const LinkURI *> (action)->getURI ().c_str ());
      g_array_append_val (self->links, own);
    }
}

/* What was filled in or chosen, or NULL. */
static char *
dup_field (FormWidget *widget)
{
  if (widget->getType () == formText)
    {
      FormWidgetText *field = static_cast<FormWidgetText *> (widget);

      return field->isPassword () ? NULL : dup_string (field->getContent ());
    }
  if (widget->getType () == formChoice)
    {
      FormWidgetChoice *field = static_cast<FormWidgetChoice *> (widget);

      for (int i = 0; i < galley_poppler_count_choices (field); i++)
        if (field->isSelected (i))
          return dup_string (field->getChoice (i));
      return dup_string (field->getEditChoice ());
    }

  return NULL;
}

static void
read_fields (GalleyPopplerPage *self, Page *page)
{
  std::unique_ptr<FormPageWidgets> widgets = page->getFormWidgets ();

  for (int i = widgets->getNumWidgets (); i-- > 0;)
    {
      GalleyPopplerField field = { { 0, 0, 0, 0 }, dup_field (widgets->getWidget (i)) };
      PDFRectangle area;

      if (field.text == NULL)
        continue;
      area = galley_poppler_get_area (widgets->getWidget (i));
      field.area = galley_poppler_place (self, page, area.x1, area.y1, area.x2, area.y2);
      g_array_append_val (self->fields, field);
    }
}

static void
clear_field (gpointer data)
{
  g_free (static_cast<GalleyPopplerField *> (data)->text);
}

static void
clear_link (gpointer data)
{
  g_free (static_cast<GalleyPopplerLink *> (data)->address);
}

/**
 * galley_poppler_read_page:
 * @number: of the page, from 1
 *
 * Returns: (transfer full) (nullable): the page, or %NULL if it is none
 */
GalleyPopplerPage *
galley_poppler_read_page (GalleyPoppler *self, guint number)
{
  Page *page = self->document->getPage (number);
  GalleyPopplerPage *result;
  bool lies;

  if (page == NULL)
    return NULL;

  result = g_new0 (GalleyPopplerPage, 1);
  result->glyphs = g_array_new (FALSE, FALSE, sizeof (GalleyPopplerGlyph));
  result->links = g_array_new (FALSE, FALSE, sizeof (GalleyPopplerLink));
  g_array_set_clear_func (result->links, clear_link);
  result->notes = g_ptr_array_new_with_free_func (galley_poppler_note_free);
  result->fields = g_array_new (FALSE, FALSE, sizeof (GalleyPopplerField));
  g_array_set_clear_func (result->fields, clear_field);
  lies = page->getRotate () == 90 || page->getRotate () == 270;
  result->width = lies ? page->getCropHeight () : page->getCropWidth ();
  result->height = lies ? page->getCropWidth () : page->getCropHeight ();
  read_text (result, page);
  if (result->glyphs->len > 0)
    read_links (result, page);
  galley_poppler_read_notes (result, page);
  read_fields (result, page);

  return result;
}

void
galley_poppler_page_free (GalleyPopplerPage *page)
{
  g_array_unref (page->links);
  g_array_unref (page->glyphs);
  g_ptr_array_unref (page->notes);
  g_array_unref (page->fields);
  g_free (page);
}

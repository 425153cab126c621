/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-limits.h"
#include "galley-pdf-fields.h"
#include "galley-pdf-stream.h"
#include "galley-poppler.h"

#include <malloc.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* galley-pdf-text: reads a PDF document from standard input and writes its text, with where it
 * stands and how it is set, to standard output, in the form that galley-pdf-stream.h tells.
 *
 * A program of its own, because poppler can neither be stopped nor be kept to a limit from within:
 * it sets its own limits before it looks at the document, and who started it stops it in time.
 *
 * Lines come in poppler's reading order. A line is cut into runs where the font, the size, the link
 * or the height on the page changes. Whatever is more than this is for the reader to see. */

#define SPACE_EMS 0.2 /* the gap that is a space where the document sets none */
#define SAME_HEIGHT_POINTS 0.5
#define MAX_POINTS 1e6           /* numbers on the page beyond this are nonsense */
#define OUTPUT_BYTES (64 * 1024) /* as much as a pipe holds */

#define HEAP_BYTES (768 * 1024) /* what poppler takes before it looks at a page, and for one */

typedef struct
{
  GHashTable *fonts; /* (element-type utf8 guint): number plus 1 */
  GHashTable *links; /* (element-type utf8 guint): number */
  gsize written_bytes;
} Writer;

/* A page that is being written. */
typedef struct
{
  Writer *writer;
  const GArray *links;    /* (element-type GalleyPopplerLink) */
  const GPtrArray *notes; /* (element-type GalleyPopplerNote) */
  gboolean in_line;
  GString *run;          /* the text of the run */
  const char *font_name; /* of @font: interned, or NULL for none */
  guint font;
  guint link;
  guint notes_here; /* a number for the notes that mark the run */
  double size;
  GalleyPopplerBox run_box;
  GalleyPopplerBox last_box; /* of the character before; empty at the start of a line */
} Page;

static void
put_number (GByteArray *bytes, gint64 number)
{
  guint32 little = GUINT32_TO_LE ((guint32) CLAMP (number, G_MININT32, G_MAXUINT32));

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static void
put_length (GByteArray *bytes, double points)
{
  put_number (bytes, isfinite (points) ? lrint (CLAMP (points, -MAX_POINTS, MAX_POINTS) * 100) : 0);
}

static void write_record (Writer *self, guint8 type, const void *payload, gsize length_bytes);

/* Ends the process. To free all that poppler holds would only take time, and so does the end of a
 * process that has loaded so much: whoever reads need not wait for it. */
G_GNUC_NORETURN static void
end (void)
{
  _exit (fclose (stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
}

G_GNUC_NORETURN static void
refuse (Writer *self, guint8 why)
{
  self->written_bytes = 0;
  write_record (self, GALLEY_PDF_RECORD_REFUSED, &why, sizeof why);
  end ();
}

static void
write_record (Writer *self, guint8 type, const void *payload, gsize length_bytes)
{
  guint32 length = GUINT32_TO_LE ((guint32) length_bytes);

  self->written_bytes += GALLEY_PDF_STREAM_HEAD_BYTES + length_bytes;
  if (self->written_bytes > GALLEY_PDF_MAX_STREAM_BYTES)
    refuse (self, GALLEY_PDF_REFUSAL_TOO_LARGE);

  fputc (type, stdout);
  fwrite (&length, sizeof length, 1, stdout);
  if (length_bytes > 0)
    fwrite (payload, 1, length_bytes, stdout);
}

static void
write_text (Writer *self, guint8 type, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  write_record (self, type, valid, strlen (valid));
}

/* The number of @name in @numbers, from 1; a new one is written as a record of @type. */
static guint
number_name (Writer *self, GHashTable *numbers, guint8 type, const char *name)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, name));

  if (number == 0)
    {
      number = g_hash_table_size (numbers) + 1;
      g_hash_table_insert (numbers, g_strdup (name), GUINT_TO_POINTER (number));
      write_text (self, type, name);
    }

  return number;
}

static void
end_run (Page *self)
{
  g_autoptr (GByteArray) payload = NULL;

  if (self->run->len == 0)
    return;

  payload = g_byte_array_sized_new (GALLEY_PDF_STREAM_RUN_NUMBERS * 4 + self->run->len);
  put_number (payload, self->font);
  put_length (payload, self->size);
  put_length (payload, self->run_box.left);
  put_length (payload, self->run_box.top);
  put_length (payload, self->run_box.right);
  put_length (payload, self->run_box.bottom);
  put_number (payload, self->link);
  g_byte_array_append (payload, (const guint8 *) self->run->str, self->run->len);
  write_record (self->writer, GALLEY_PDF_RECORD_RUN, payload->data, payload->len);
  g_string_truncate (self->run, 0);
}

static void
begin_line (Page *self, const GalleyPopplerGlyph *glyph)
{
  const guint32 drawn = GUINT32_TO_LE (glyph->drawn);
  guint8 payload[sizeof glyph->rotation + sizeof drawn] = { glyph->rotation };

  memcpy (payload + sizeof glyph->rotation, &drawn, sizeof drawn);
  write_record (self->writer, GALLEY_PDF_RECORD_LINE, payload, sizeof payload);
  self->in_line = TRUE;
}

static void
end_line (Page *self)
{
  end_run (self);
  self->in_line = FALSE;
  self->last_box = (GalleyPopplerBox){ 0 };
}

static gboolean
is_within (const GalleyPopplerBox *box, const GalleyPopplerBox *area)
{
  double x = (box->left + box->right) / 2, y = (box->top + box->bottom) / 2;

  return x >= area->left && x <= area->right && y >= area->top && y <= area->bottom;
}

/* The link over the middle of @box, or 0. */
static guint
find_link (Page *self, const GalleyPopplerBox *box)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const GalleyPopplerLink *link = &g_array_index (self->links, GalleyPopplerLink, i);

      if (is_within (box, &link->area))
        return number_name (self->writer, self->writer->links, GALLEY_PDF_RECORD_LINK,
                            link->address);
    }

  return 0;
}

/* A number for the notes that mark what is at @box, which is 0 for none and with others hardly ever
 * the same. */
static guint
find_notes (Page *self, const GalleyPopplerBox *box)
{
  guint number = 0;

  for (guint i = 0; i < self->notes->len; i++)
    {
      const GalleyPopplerNote *note = g_ptr_array_index (self->notes, i);
      gboolean is_marked = FALSE;

      for (guint k = 0; note->marks_words && k < note->areas->len && !is_marked; k++)
        is_marked = is_within (box, &g_array_index (note->areas, GalleyPopplerBox, k));
      if (is_marked)
        number = number * 31 + i + 1;
    }

  return number;
}

static gboolean
has_gap (Page *self, const GalleyPopplerBox *box, double size)
{
  const GalleyPopplerBox *last = &self->last_box;
  /* The line may run either way. */
  double gap = MAX (box->left - last->right, last->left - box->right);

  return last->right > last->left && box->right > box->left && gap > SPACE_EMS * size;
}

static void
widen (GalleyPopplerBox *whole, const GalleyPopplerBox *box)
{
  whole->left = MIN (whole->left, box->left);
  whole->top = MIN (whole->top, box->top);
  whole->right = MAX (whole->right, box->right);
  whole->bottom = MAX (whole->bottom, box->bottom);
}

/* The number of the font of @glyph. Most characters have that of the one before. */
static guint
find_font (Page *self, const GalleyPopplerGlyph *glyph)
{
  if (self->font_name != NULL && glyph->font == self->font_name)
    return self->font;

  return number_name (self->writer, self->writer->fonts, GALLEY_PDF_RECORD_FONT,
                      glyph->font != NULL ? glyph->font : "") -
         1;
}

/* Most characters are ASCII, where this is quicker. */
static gboolean
is_space (gunichar character)
{
  return character < 0x80 ? g_ascii_isspace (character) : g_unichar_isspace (character);
}

static void
append_character (GString *text, gunichar character)
{
  if (character < 0x80)
    g_string_append_c (text, character);
  else
    g_string_append_unichar (text, character);
}

static void
add_glyph (Page *self, const GalleyPopplerGlyph *glyph)
{
  const GalleyPopplerBox *box = &glyph->box;
  guint font, link, notes;

  if (!self->in_line && is_space (glyph->character))
    return;
  if (!self->in_line)
    begin_line (self, glyph);
  if (is_space (glyph->character))
    {
      if (self->run->len > 0)
        g_string_append_c (self->run, ' ');
      self->last_box = (GalleyPopplerBox){ 0 };
      return;
    }

  font = find_font (self, glyph);
  link = glyph->font != NULL ? find_link (self, box) : 0;
  notes = glyph->font != NULL ? find_notes (self, box) : 0;
  if (self->run->len > 0 && !glyph->is_arranged && has_gap (self, box, glyph->size))
    g_string_append_c (self->run, ' ');
  if (self->run->len > 0 &&
      (font != self->font || glyph->size != self->size || link != self->link ||
       notes != self->notes_here || fabs (box->bottom - self->run_box.bottom) > SAME_HEIGHT_POINTS))
    end_run (self);
  if (self->run->len == 0)
    self->run_box = *box;
  widen (&self->run_box, box);
  self->last_box = *box;
  self->font_name = glyph->font;
  self->font = font;
  self->size = glyph->size;
  self->link = link;
  self->notes_here = notes;
  append_character (self->run, glyph->character);
}

static void
add_glyphs (Page *self, const GArray *glyphs)
{
  for (guint i = 0; i < glyphs->len; i++)
    {
      const GalleyPopplerGlyph *glyph = &g_array_index (glyphs, GalleyPopplerGlyph, i);

      if (glyph->character == '\n')
        end_line (self);
      else
        add_glyph (self, glyph);
    }
  end_line (self);
}

static void
write_note (Writer *self, const GalleyPopplerNote *note)
{
  g_autoptr (GByteArray) payload = g_byte_array_new ();
  g_autofree char *text = g_utf8_make_valid (note->text, -1);

  if (note->author != NULL)
    write_text (self, GALLEY_PDF_RECORD_NOTE_AUTHOR, note->author);
  if (note->date != NULL)
    write_text (self, GALLEY_PDF_RECORD_NOTE_DATE, note->date);
  put_number (payload, (note->marks_words ? GALLEY_PDF_NOTE_MARKS_WORDS : 0) |
                           (note->is_resolved ? GALLEY_PDF_NOTE_IS_RESOLVED : 0));
  put_number (payload, note->areas->len);
  for (guint i = 0; i < note->areas->len; i++)
    {
      const GalleyPopplerBox *area = &g_array_index (note->areas, GalleyPopplerBox, i);

      put_length (payload, area->left);
      put_length (payload, area->top);
      put_length (payload, area->right);
      put_length (payload, area->bottom);
    }
  g_byte_array_append (payload, (const guint8 *) text, strlen (text));
  write_record (self, GALLEY_PDF_RECORD_NOTE, payload->data, payload->len);
}

static void
write_page (Writer *writer, const GalleyPopplerPage *page)
{
  g_autoptr (GByteArray) size = g_byte_array_new ();
  Page self = { .writer = writer, .links = page->links, .notes = page->notes };

  put_length (size, page->width);
  put_length (size, page->height);
  put_number (size, page->n_unsure);
  write_record (writer, GALLEY_PDF_RECORD_PAGE, size->data, size->len);

  self.run = g_string_new (NULL);
  galley_pdf_fields_insert (page->glyphs, page->fields);
  add_glyphs (&self, page->glyphs);
  for (guint i = 0; i < page->notes->len; i++)
    write_note (writer, g_ptr_array_index (page->notes, i));
  g_string_free (self.run, TRUE);
}

static void
write_document (Writer *self, GalleyPoppler *document)
{
  g_autofree char *title = galley_poppler_dup_title (document);
  g_autofree char *author = galley_poppler_dup_author (document);
  guint n_pages = galley_poppler_count_pages (document);

  if (n_pages > GALLEY_PDF_MAX_PAGES)
    refuse (self, GALLEY_PDF_REFUSAL_TOO_MANY_PAGES);
  if (title != NULL)
    write_text (self, GALLEY_PDF_RECORD_TITLE, title);
  if (author != NULL)
    write_text (self, GALLEY_PDF_RECORD_AUTHOR, author);
  for (guint i = 1; i <= n_pages; i++)
    {
      g_autoptr (GalleyPopplerPage) page = galley_poppler_read_page (document, i);

      if (page != NULL)
        write_page (self, page);
      else
        write_record (self, GALLEY_PDF_RECORD_MISSING, NULL, 0);
    }
  write_record (self, GALLEY_PDF_RECORD_END, NULL, 0);
}

/* Takes memory that will be needed from the system at once: page by page, as it is first touched,
 * it costs a twentieth of what a short document does. */
static void
warm_up (void)
{
  const gsize page_bytes = sysconf (_SC_PAGESIZE);
  char *heap, *start;

  mallopt (M_MMAP_THRESHOLD, 2 * HEAP_BYTES);
  mallopt (M_TRIM_THRESHOLD, 2 * HEAP_BYTES);
  heap = malloc (HEAP_BYTES);
  start = heap + page_bytes - (guintptr) heap % page_bytes;
  /* Where that does not work nothing is lost but time. */
  if (heap != NULL)
    madvise (start, HEAP_BYTES - page_bytes, MADV_POPULATE_WRITE);
  free (heap);
}

/* A file is mapped, so that it takes no memory of its own; anything else is read. */
static GBytes *
read_input (void)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  struct stat status;
  guint8 chunk[65536];
  gssize n;

  if (fstat (STDIN_FILENO, &status) == 0 && S_ISREG (status.st_mode))
    file = g_mapped_file_new_from_fd (STDIN_FILENO, /* writable= */ FALSE, /* error= */ NULL);
  if (file != NULL)
    return g_mapped_file_get_bytes (file);

  while ((n = read (STDIN_FILENO, chunk, sizeof chunk)) > 0)
    g_byte_array_append (bytes, chunk, n);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Gives up whatever a hostile document might use. */
static void
set_limits (void)
{
  const struct rlimit memory = { GALLEY_PDF_MAX_ADDRESS_BYTES, GALLEY_PDF_MAX_ADDRESS_BYTES };
  /* Whoever waits for the text looks at the clock and says so; this is for when nobody waits. */
  const struct rlimit seconds = { GALLEY_PDF_MAX_SECONDS + 1, GALLEY_PDF_MAX_SECONDS + 1 };
  const struct rlimit none = { 0, 0 };

  close_range (STDERR_FILENO + 1, ~0U, /* flags= */ 0);
  if (setrlimit (RLIMIT_AS, &memory) != 0 || setrlimit (RLIMIT_CPU, &seconds) != 0 ||
      setrlimit (RLIMIT_CORE, &none) != 0)
    exit (EXIT_FAILURE);
}

int
main (void)
{
  static char output[OUTPUT_BYTES];
  Writer self = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_encrypted = FALSE;
  GalleyPoppler *document;

  set_limits ();
  warm_up ();
  setvbuf (stdout, output, _IOFBF, sizeof output);
  self.fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fputs (GALLEY_PDF_STREAM_MAGIC, stdout);

  bytes = read_input ();
  document =
      galley_poppler_open (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &is_encrypted);
  if (document == NULL)
    refuse (&self, is_encrypted ? GALLEY_PDF_REFUSAL_ENCRYPTED : GALLEY_PDF_REFUSAL_DAMAGED);

  write_document (&self, document);
  end ();
}

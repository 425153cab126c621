/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* close_range() */

#include "galley-limits.h"
#include "galley-pdf-stream.h"

#include <math.h>
#include <poppler.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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
#define MAX_POINTS 1e6 /* numbers on the page beyond this are nonsense */

/* Marks that poppler puts around words that run against the line; they have no place on the page.
 */
#define FIRST_EMBEDDING 0x202A
#define LAST_EMBEDDING 0x202E

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

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
  double height;
  const PopplerRectangle *boxes;
  guint n_boxes;
  GList *attributes; /* what is left of (element-type PopplerTextAttributes) */
  GList *links;      /* (element-type PopplerLinkMapping) */
  guint index;       /* of the next character that has a box */
  gboolean in_line;
  GString *run; /* the text of the run */
  guint font;
  guint link;
  double size;
  PopplerRectangle run_box;
  PopplerRectangle last_box; /* of the character before; empty at the start of a line */
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

G_GNUC_NORETURN static void
refuse (Writer *self, guint8 why)
{
  self->written_bytes = 0;
  write_record (self, GALLEY_PDF_RECORD_REFUSED, &why, sizeof why);
  fflush (stdout);
  /* Nothing is left to do, and tidying up takes poppler long. */
  _exit (0);
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
  put_length (payload, self->run_box.x1);
  put_length (payload, self->run_box.y1);
  put_length (payload, self->run_box.x2);
  put_length (payload, self->run_box.y2);
  put_number (payload, self->link);
  g_byte_array_append (payload, (const guint8 *) self->run->str, self->run->len);
  write_record (self->writer, GALLEY_PDF_RECORD_RUN, payload->data, payload->len);
  g_string_truncate (self->run, 0);
}

static void
end_line (Page *self)
{
  end_run (self);
  self->in_line = FALSE;
  self->last_box = (PopplerRectangle){ 0 };
}

/* What the next character is set in. */
static const PopplerTextAttributes *
find_attributes (Page *self)
{
  while (self->attributes != NULL && self->attributes->next != NULL &&
         ((PopplerTextAttributes *) self->attributes->data)->end_index < (gint) self->index)
    self->attributes = self->attributes->next;

  return self->attributes != NULL ? self->attributes->data : NULL;
}

/* The link over the middle of @box, or 0. Links count from the lower left corner. */
static guint
find_link (Page *self, const PopplerRectangle *box)
{
  double x = (box->x1 + box->x2) / 2, y = self->height - (box->y1 + box->y2) / 2;

  for (GList *item = self->links; item != NULL; item = item->next)
    {
      const PopplerLinkMapping *mapping = item->data;
      const PopplerRectangle *area = &mapping->area;

      if (mapping->action->type == POPPLER_ACTION_URI && mapping->action->uri.uri != NULL &&
          x >= MIN (area->x1, area->x2) && x <= MAX (area->x1, area->x2) &&
          y >= MIN (area->y1, area->y2) && y <= MAX (area->y1, area->y2))
        return number_name (self->writer, self->writer->links, GALLEY_PDF_RECORD_LINK,
                            mapping->action->uri.uri);
    }

  return 0;
}

static gboolean
has_gap (Page *self, const PopplerRectangle *box, double size)
{
  const PopplerRectangle *last = &self->last_box;
  /* The line may run either way. */
  double gap = MAX (box->x1 - last->x2, last->x1 - box->x2);

  return last->x2 > last->x1 && box->x2 > box->x1 && gap > SPACE_EMS * size;
}

static void
widen (PopplerRectangle *whole, const PopplerRectangle *box)
{
  whole->x1 = MIN (whole->x1, box->x1);
  whole->y1 = MIN (whole->y1, box->y1);
  whole->x2 = MAX (whole->x2, box->x2);
  whole->y2 = MAX (whole->y2, box->y2);
}

static void
add_character (Page *self, gunichar character)
{
  static const PopplerRectangle nowhere = { 0 };
  const PopplerRectangle *box = self->index < self->n_boxes ? &self->boxes[self->index] : &nowhere;
  const PopplerTextAttributes *attributes = find_attributes (self);
  const char *name = attributes != NULL && attributes->font_name ? attributes->font_name : "";
  double size = attributes != NULL ? attributes->font_size : 0;
  gboolean is_space = g_unichar_isspace (character);
  guint font, link;

  self->index++;
  if (!self->in_line)
    write_record (self->writer, GALLEY_PDF_RECORD_LINE, NULL, 0);
  self->in_line = TRUE;
  if (is_space)
    {
      if (self->run->len > 0)
        g_string_append_c (self->run, ' ');
      self->last_box = nowhere;
      return;
    }

  font = number_name (self->writer, self->writer->fonts, GALLEY_PDF_RECORD_FONT, name) - 1;
  link = self->links != NULL ? find_link (self, box) : 0;
  if (self->run->len > 0 && has_gap (self, box, size))
    g_string_append_c (self->run, ' ');
  if (self->run->len > 0 && (font != self->font || size != self->size || link != self->link ||
                             fabs (box->y2 - self->run_box.y2) > SAME_HEIGHT_POINTS))
    end_run (self);
  if (self->run->len == 0)
    self->run_box = *box;
  widen (&self->run_box, box);
  self->last_box = *box;
  self->font = font;
  self->size = size;
  self->link = link;
  g_string_append_unichar (self->run, character);
}

static void
add_text (Page *self, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character >= FIRST_EMBEDDING && character <= LAST_EMBEDDING)
        continue;
      if (character == '\n')
        {
          self->index++;
          end_line (self);
        }
      else
        add_character (self, character);
    }
  end_line (self);
}

/* What was filled in or chosen in a field, or NULL. */
static char *
dup_field (PopplerFormField *field)
{
  gint item = 0;

  switch (poppler_form_field_get_field_type (field))
    {
    case POPPLER_FORM_FIELD_TEXT:
      return poppler_form_field_text_is_password (field) ? NULL
                                                         : poppler_form_field_text_get_text (field);
    case POPPLER_FORM_FIELD_CHOICE:
      while (item < poppler_form_field_choice_get_n_items (field) &&
             !poppler_form_field_choice_is_item_selected (field, item))
        item++;
      return item < poppler_form_field_choice_get_n_items (field)
                 ? poppler_form_field_choice_get_item (field, item)
                 : poppler_form_field_choice_get_text (field);
    default:
      return NULL;
    }
}

/* Fields of a form are no part of the page's text. They come last, without a place, since what
 * they belong to is not said. */
static void
add_fields (Page *self, PopplerPage *page)
{
  GList *fields = poppler_page_get_form_field_mapping (page);

  self->n_boxes = 0;
  self->attributes = NULL;
  for (GList *item = fields; item != NULL; item = item->next)
    {
      PopplerFormFieldMapping *mapping = item->data;
      g_autofree char *text = dup_field (mapping->field);
      g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

      add_text (self, valid);
    }
  poppler_page_free_form_field_mapping (fields);
}

static void
write_page (Writer *writer, PopplerPage *page)
{
  Page self = { .writer = writer };
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree PopplerRectangle *boxes = NULL;
  g_autoptr (GByteArray) size = g_byte_array_new ();
  GList *attributes = NULL;
  double width;

  poppler_page_get_size (page, &width, &self.height);
  put_length (size, width);
  put_length (size, self.height);
  write_record (writer, GALLEY_PDF_RECORD_PAGE, size->data, size->len);

  self.run = g_string_new (NULL);
  if (*valid != '\0')
    {
      poppler_page_get_text_layout (page, &boxes, &self.n_boxes);
      self.boxes = boxes;
      self.attributes = attributes = poppler_page_get_text_attributes (page);
      self.links = poppler_page_get_link_mapping (page);
      add_text (&self, valid);
    }
  add_fields (&self, page);
  g_string_free (self.run, TRUE);
  poppler_page_free_link_mapping (self.links);
  poppler_page_free_text_attributes (attributes);
}

static void
write_document (Writer *self, PopplerDocument *document)
{
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *author = poppler_document_get_author (document);
  int n_pages = poppler_document_get_n_pages (document);

  if (n_pages > GALLEY_PDF_MAX_PAGES)
    refuse (self, GALLEY_PDF_REFUSAL_TOO_MANY_PAGES);
  if (title != NULL)
    write_text (self, GALLEY_PDF_RECORD_TITLE, title);
  if (author != NULL)
    write_text (self, GALLEY_PDF_RECORD_AUTHOR, author);
  for (int i = 0; i < n_pages; i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);

      if (page != NULL)
        write_page (self, page);
      else
        write_record (self, GALLEY_PDF_RECORD_MISSING, NULL, 0);
    }
  write_record (self, GALLEY_PDF_RECORD_END, NULL, 0);
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
  const struct rlimit seconds = { GALLEY_PDF_MAX_SECONDS, GALLEY_PDF_MAX_SECONDS };
  const struct rlimit none = { 0, 0 };

  close_range (STDERR_FILENO + 1, ~0U, /* flags= */ 0);
  if (setrlimit (RLIMIT_AS, &memory) != 0 || setrlimit (RLIMIT_CPU, &seconds) != 0 ||
      setrlimit (RLIMIT_CORE, &none) != 0)
    exit (EXIT_FAILURE);
}

int
main (void)
{
  Writer self = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;

  set_limits ();
  self.fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fputs (GALLEY_PDF_STREAM_MAGIC, stdout);

  bytes = read_input ();
  document = poppler_document_new_from_bytes (bytes, /* password= */ NULL, &error);
  if (document == NULL)
    refuse (&self, g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
                       ? GALLEY_PDF_REFUSAL_ENCRYPTED
                       : GALLEY_PDF_REFUSAL_DAMAGED);

  write_document (&self, document);
  if (fflush (stdout) != 0)
    return EXIT_FAILURE;
  /* The process ends: to free all that poppler holds would only take time. */
  _exit (EXIT_SUCCESS);
}

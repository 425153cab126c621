/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-parser.h"

#include "galley-import.h"
#include "galley-limits.h"
#include "galley-pdf-stream.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Takes a stream apart as it comes, which is while the process that writes it is at the next pages.
 * Nothing in it is trusted: what does not fit means that the whole is damaged. */

#define MAX_LENGTH 100000000 /* hundredths of a point, as the stream's writer keeps to */
#define SOFT_HYPHEN 0x00AD
#define ZERO_WIDTH_NON_JOINER 0x200C
#define ZERO_WIDTH_JOINER 0x200D

struct _GalleyPdfParser
{
  GalleyPdfPages *pages;
  GByteArray *rest;        /* of the stream: what has come and is no whole record yet */
  gboolean is_begun;       /* the magic has come */
  GArray *fonts;           /* (element-type gboolean): whether it is bold */
  GPtrArray *links;        /* (element-type utf8) of the strings of @pages */
  const char *note_author; /* of the next comment, or NULL */
  const char *note_date;
  gboolean in_line;
  gboolean is_done;
  gboolean is_damaged;
  guint8 refusal; /* #GalleyPdfRefusal */
};

static guint32
get_number (const guint8 *bytes)
{
  return bytes[0] | bytes[1] << 8 | bytes[2] << 16 | (guint32) bytes[3] << 24;
}

static gint
get_length (const guint8 *bytes)
{
  return CLAMP ((gint32) get_number (bytes), -MAX_LENGTH, MAX_LENGTH);
}

/* Presentation forms of letters, which are how they look and not what they are: the ligatures of
 * Latin and Armenian, and the shapes of Hebrew and Arabic. */
static gboolean
is_shape (gunichar character)
{
  return (character >= 0xFB00 && character <= 0xFDFF) ||
         (character >= 0xFE70 && character <= 0xFEFC);
}

/* Marks above letters are of no width either, and joiners shape words: those stay. */
static gboolean
is_invisible (gunichar character)
{
  return g_unichar_iscntrl (character) ||
         (g_unichar_iszerowidth (character) && !g_unichar_ismark (character) &&
          character != ZERO_WIDTH_NON_JOINER && character != ZERO_WIDTH_JOINER);
}

static void
add_shape (GString *text, const char *utf8)
{
  g_autofree char *one = g_strndup (utf8, g_utf8_next_char (utf8) - utf8);
  g_autofree char *letters = g_utf8_normalize (one, -1, G_NORMALIZE_NFKC);

  g_string_append (text, letters != NULL ? letters : one);
}

/* Whether all characters are those that nothing is to be done about, as in most runs. */
static gboolean
is_plain (const char *text, gsize length_bytes)
{
  for (gsize i = 0; i < length_bytes; i++)
    if (!g_ascii_isprint (text[i]))
      return FALSE;

  return length_bytes > 0;
}

/* The text of a run as it is to be read. A soft hyphen stays where it ends the run, for it may end
 * the line. */
static const char *
clean (GalleyPdfParser *self, const char *utf8, gsize length_bytes)
{
  const char *end = utf8 + length_bytes;
  g_autoptr (GString) text = NULL;

  if (is_plain (utf8, length_bytes))
    return g_string_chunk_insert_len (self->pages->strings, utf8, length_bytes);

  text = g_string_sized_new (length_bytes);
  for (const char *p = utf8; p < end; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      gboolean is_last = g_utf8_next_char (p) >= end;

      if (g_ascii_isprint (*p))
        g_string_append_c (text, *p);
      else if (is_shape (character))
        add_shape (text, p);
      else if (g_unichar_isspace (character))
        g_string_append_c (text, ' ');
      else if (character == SOFT_HYPHEN ? !is_last : is_invisible (character))
        continue;
      else
        g_string_append_unichar (text, character);
    }

  return text->len > 0 ? g_string_chunk_insert_len (self->pages->strings, text->str, text->len)
                       : NULL;
}

/* What names of fonts say of their weight, in the words of type founders. */
static gboolean
is_bold_name (const char *name, gsize length_bytes)
{
  static const char *const words[] = { "bold", "black", "heavy", "demi", "cmbx", "-bd" };
  g_autofree char *folded = g_ascii_strdown (name, length_bytes);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
add_page (GalleyPdfParser *self, const guint8 *payload, gsize length_bytes)
{
  GalleyPdfPage page = { .first_line = self->pages->lines->len };

  if (length_bytes != 0 && length_bytes != 8 && length_bytes != 12)
    return FALSE;

  galley_pdf_pages_end_page (self->pages);
  if (length_bytes == 0)
    self->pages->n_missing++;
  else
    {
      page.width = get_length (payload);
      page.height = get_length (payload + 4);
      page.n_unsure = length_bytes > 8 ? get_number (payload + 8) : 0;
    }
  g_array_append_val (self->pages->pages, page);
  self->in_line = FALSE;

  return self->pages->pages->len <= GALLEY_PDF_MAX_PAGES;
}

static void
begin_line (GalleyPdfParser *self, const guint8 *payload, gsize length_bytes)
{
  GalleyPdfPages *pages = self->pages;
  GalleyPdfLine line = { .page = pages->pages->len, .first_run = pages->runs->len };

  if (length_bytes > 0)
    line.rotation = payload[0] % 4;
  if (length_bytes > 4)
    line.drawn = get_number (payload + 1);

  g_array_append_val (pages->lines, line);
  g_array_index (pages->pages, GalleyPdfPage, pages->pages->len - 1).n_lines++;
  self->in_line = TRUE;
}

static gboolean
add_run (GalleyPdfParser *self, const guint8 *payload, gsize length_bytes)
{
  const gsize text_bytes = length_bytes - GALLEY_PDF_STREAM_RUN_NUMBERS * 4;
  const char *text = (const char *) payload + GALLEY_PDF_STREAM_RUN_NUMBERS * 4;
  GalleyPdfRun run = { 0 };
  guint font, link;

  if (length_bytes < GALLEY_PDF_STREAM_RUN_NUMBERS * 4 || !self->in_line ||
      !g_utf8_validate_len (text, text_bytes, NULL))
    return FALSE;
  font = get_number (payload);
  link = get_number (payload + 24);
  if (font >= self->fonts->len || link > self->links->len)
    return FALSE;

  run.text = clean (self, text, text_bytes);
  run.size = CLAMP (get_length (payload + 4), 0, MAX_LENGTH);
  run.box = (GalleyPdfBox){ get_length (payload + 8), get_length (payload + 12),
                            get_length (payload + 16), get_length (payload + 20) };
  run.is_bold = g_array_index (self->fonts, gboolean, font);
  run.link = link > 0 ? g_ptr_array_index (self->links, link - 1) : NULL;
  if (run.text != NULL)
    {
      g_array_append_val (self->pages->runs, run);
      g_array_index (self->pages->lines, GalleyPdfLine, self->pages->lines->len - 1).n_runs++;
    }

  return TRUE;
}

/* What a date in ISO 8601 is made of, which is all that has to be sure. */
static gboolean
is_date (const char *text, gsize length_bytes)
{
  for (gsize i = 0; i < length_bytes; i++)
    if (!g_ascii_isdigit (text[i]) && strchr ("-:+TZ", text[i]) == NULL)
      return FALSE;

  return length_bytes >= 10;
}

/* Takes one text; FALSE if it is none. */
static gboolean
add_text (GalleyPdfParser *self, guint8 type, const guint8 *payload, gsize length_bytes)
{
  const char *text = (const char *) payload;
  gboolean is_bold;

  if (!g_utf8_validate_len (text, length_bytes, NULL))
    return FALSE;

  switch (type)
    {
    case GALLEY_PDF_RECORD_TITLE:
      g_free (self->pages->title);
      self->pages->title = g_strndup (text, length_bytes);
      break;
    case GALLEY_PDF_RECORD_AUTHOR:
      g_free (self->pages->author);
      self->pages->author = g_strndup (text, length_bytes);
      break;
    case GALLEY_PDF_RECORD_FONT:
      is_bold = is_bold_name (text, length_bytes);
      g_array_append_val (self->fonts, is_bold);
      break;
    case GALLEY_PDF_RECORD_NOTE_AUTHOR:
      self->note_author = g_string_chunk_insert_len (self->pages->strings, text, length_bytes);
      break;
    case GALLEY_PDF_RECORD_NOTE_DATE:
      self->note_date = is_date (text, length_bytes)
                            ? g_string_chunk_insert_len (self->pages->strings, text, length_bytes)
                            : NULL;
      break;
    default:
      g_ptr_array_add (self->links,
                       g_string_chunk_insert_len (self->pages->strings, text, length_bytes));
      break;
    }

  return TRUE;
}

/* Takes a comment, with the author and the date that came before it. */
static gboolean
add_comment (GalleyPdfParser *self, const guint8 *payload, gsize length_bytes)
{
  const gsize head_bytes = GALLEY_PDF_STREAM_NOTE_NUMBERS * 4;
  const gsize area_bytes = GALLEY_PDF_STREAM_AREA_NUMBERS * 4;
  GalleyPdfPages *pages = self->pages;
  GalleyPdfComment comment = { .page = pages->pages->len, .first_area = pages->areas->len };
  guint flags;

  if (length_bytes < head_bytes || pages->pages->len == 0)
    return FALSE;
  flags = get_number (payload);
  comment.n_areas = get_number (payload + 4);
  payload += head_bytes;
  length_bytes -= head_bytes;
  if (comment.n_areas > length_bytes / area_bytes)
    return FALSE;

  for (guint i = 0; i < comment.n_areas; i++, payload += area_bytes, length_bytes -= area_bytes)
    {
      GalleyPdfBox area = { get_length (payload), get_length (payload + 4),
                            get_length (payload + 8), get_length (payload + 12) };

      g_array_append_val (pages->areas, area);
    }
  if (length_bytes == 0 || !g_utf8_validate_len ((const char *) payload, length_bytes, NULL))
    return FALSE;

  comment.marks_words = (flags & GALLEY_PDF_NOTE_MARKS_WORDS) != 0;
  comment.is_resolved = (flags & GALLEY_PDF_NOTE_IS_RESOLVED) != 0;
  comment.author = g_steal_pointer (&self->note_author);
  comment.date = g_steal_pointer (&self->note_date);
  comment.text = g_string_chunk_insert_len (pages->strings, (const char *) payload, length_bytes);
  g_array_append_val (pages->comments, comment);

  return TRUE;
}

static gboolean
add_record (GalleyPdfParser *self, guint8 type, const guint8 *payload, gsize length_bytes)
{
  switch (type)
    {
    case GALLEY_PDF_RECORD_TITLE:
    case GALLEY_PDF_RECORD_AUTHOR:
    case GALLEY_PDF_RECORD_FONT:
    case GALLEY_PDF_RECORD_LINK:
    case GALLEY_PDF_RECORD_NOTE_AUTHOR:
    case GALLEY_PDF_RECORD_NOTE_DATE:
      return add_text (self, type, payload, length_bytes);
    case GALLEY_PDF_RECORD_PAGE:
    case GALLEY_PDF_RECORD_MISSING:
      return add_page (self, payload, length_bytes);
    case GALLEY_PDF_RECORD_LINE:
      if (self->pages->pages->len == 0)
        return FALSE;
      begin_line (self, payload, length_bytes);
      return TRUE;
    case GALLEY_PDF_RECORD_RUN:
      return add_run (self, payload, length_bytes);
    case GALLEY_PDF_RECORD_NOTE:
      return add_comment (self, payload, length_bytes);
    case GALLEY_PDF_RECORD_END:
      self->is_done = TRUE;
      return TRUE;
    case GALLEY_PDF_RECORD_REFUSED:
      self->refusal = length_bytes == 1 ? payload[0] : GALLEY_PDF_REFUSAL_DAMAGED;
      self->is_done = TRUE;
      return TRUE;
    default:
      return FALSE;
    }
}

/* Takes the records that are whole; FALSE if one does not fit. */
static gboolean
take_records (GalleyPdfParser *self)
{
  gsize position = 0;
  gboolean fits = TRUE;

  while (!self->is_done && fits && self->rest->len - position >= GALLEY_PDF_STREAM_HEAD_BYTES)
    {
      const guint8 *head = self->rest->data + position;
      gsize length_bytes = get_number (head + 1);

      if (self->rest->len - position - GALLEY_PDF_STREAM_HEAD_BYTES < length_bytes)
        break;
      fits = add_record (self, head[0], head + GALLEY_PDF_STREAM_HEAD_BYTES, length_bytes);
      position += GALLEY_PDF_STREAM_HEAD_BYTES + length_bytes;
    }
  g_byte_array_remove_range (self->rest, 0, position);

  return fits;
}

/* Takes the magic; FALSE if it is another. */
static gboolean
begin (GalleyPdfParser *self)
{
  const gsize magic_bytes = strlen (GALLEY_PDF_STREAM_MAGIC);

  if (self->is_begun || self->rest->len < magic_bytes)
    return TRUE;
  if (memcmp (self->rest->data, GALLEY_PDF_STREAM_MAGIC, magic_bytes) != 0)
    return FALSE;

  g_byte_array_remove_range (self->rest, 0, magic_bytes);
  self->is_begun = TRUE;
  return TRUE;
}

static void
set_refused (guint8 refusal, const char *label, GError **error)
{
  switch (refusal)
    {
    case GALLEY_PDF_REFUSAL_ENCRYPTED:
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_UNSUPPORTED,
                   _ ("“%s” is encrypted and cannot be read without its password"), label);
      break;
    case GALLEY_PDF_REFUSAL_TOO_MANY_PAGES:
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_TOO_LARGE,
                   _ ("“%s” has more than %u pages"), label, GALLEY_PDF_MAX_PAGES);
      break;
    case GALLEY_PDF_REFUSAL_TOO_LARGE:
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_TOO_LARGE,
                   _ ("“%s” holds more text than Galley reads"), label);
      break;
    default:
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED,
                   _ ("“%s” is damaged and cannot be read as PDF"), label);
      break;
    }
}

/* Returns: (transfer full): a parser that has seen nothing */
GalleyPdfParser *
galley_pdf_parser_new (void)
{
  GalleyPdfParser *self = g_new0 (GalleyPdfParser, 1);

  self->pages = galley_pdf_pages_new ();
  self->rest = g_byte_array_new ();
  self->fonts = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->links = g_ptr_array_new ();

  return self;
}

void
galley_pdf_parser_free (GalleyPdfParser *self)
{
  g_clear_pointer (&self->pages, galley_pdf_pages_free);
  g_byte_array_unref (self->rest);
  g_array_unref (self->fonts);
  g_ptr_array_unref (self->links);
  g_free (self);
}

/**
 * galley_pdf_parser_add:
 * @bytes: (array length=length_bytes): what galley-pdf-text wrote next, or anything else
 * @length_bytes: how much, in bytes
 *
 * Returns: whether more is wanted; if not, that was all, or it is damaged
 */
gboolean
galley_pdf_parser_add (GalleyPdfParser *self, const guint8 *bytes, gsize length_bytes)
{
  if (self->is_done || self->is_damaged)
    return FALSE;

  g_byte_array_append (self->rest, bytes, length_bytes);
  self->is_damaged = !begin (self) || (self->is_begun && !take_records (self));

  return !self->is_done && !self->is_damaged;
}

/**
 * galley_pdf_parser_finish:
 * @label: what to call the document in an error
 * @error: (out) (optional): a #GalleyImportError
 *
 * Ends the stream. The parser is of no more use.
 *
 * Returns: (transfer full): what is on the pages, or %NULL
 */
GalleyPdfPages *
galley_pdf_parser_finish (GalleyPdfParser *self, const char *label, GError **error)
{
  if (!self->is_done || self->is_damaged)
    g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED,
                 _ ("“%s” is damaged, or takes more memory or time to read than Galley gives it"),
                 label);
  else if (self->refusal != GALLEY_PDF_REFUSAL_NONE)
    set_refused (self->refusal, label, error);
  else
    {
      galley_pdf_pages_settle (self->pages);
      return g_steal_pointer (&self->pages);
    }

  return NULL;
}

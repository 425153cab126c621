/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include "galley-import.h"
#include "galley-sentences.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Ends a text of a batch, and the answer to it, alone on a line: RECORD SEPARATOR. */
#define SEPARATOR '\x1e'

/* One past the last byte of the line that begins at @p, its line end not counted; *@out_next is
 * where the next line begins. LF, CR LF and CR end a line. */
static const char *
find_line_end (const char *p, const char *end, const char **out_next)
{
  while (p < end && *p != '\n' && *p != '\r')
    p++;
  *out_next = p < end ? p + (p[0] == '\r' && p + 1 < end && p[1] == '\n' ? 2 : 1) : end;
  return p;
}

static gboolean
is_blank (const char *p, const char *end)
{
  while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p == end;
}

static void
print_paragraph (GalleyText *text, gsize start_bytes, gsize end_bytes, const char *language)
{
  GalleyRange within = { galley_text_from_bytes (text, start_bytes),
                         galley_text_from_bytes (text, end_bytes) };
  g_autoptr (GArray) sentences = galley_sentences_find (text, within, language);

  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *words = galley_text_slice (text, g_array_index (sentences, GalleyRange, i));
      g_autofree char *line = cli_to_line (words);

      if (*line != '\0')
        cli_print ("%s\n", line);
    }
}

/* Cuts a text that has no structure but its blank lines: no sentence runs across one. */
static void
print_text (GalleyText *text, const char *language)
{
  gsize length_bytes;
  const char *utf8 = galley_text_peek_utf8 (text, &length_bytes);
  const char *end = utf8 + length_bytes, *next;
  const char *paragraph = NULL, *paragraph_end = NULL;

  for (const char *line = utf8; line < end; line = next)
    {
      const char *line_end = find_line_end (line, end, &next);

      if (!is_blank (line, line_end))
        {
          if (paragraph == NULL)
            paragraph = line;
          paragraph_end = line_end;
        }
      else if (paragraph != NULL)
        {
          print_paragraph (text, paragraph - utf8, paragraph_end - utf8, language);
          paragraph = NULL;
        }
    }
  if (paragraph != NULL)
    print_paragraph (text, paragraph - utf8, paragraph_end - utf8, language);
}

/* @name says which text it is, for the error. */
static gboolean
print_bytes (const char *bytes,
             gsize length_bytes,
             const char *name,
             const char *language,
             GError **error)
{
  g_autoptr (GalleyText) text = NULL;

  if (length_bytes >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      bytes += 3;
      length_bytes -= 3;
    }
  if (!g_utf8_validate_len (bytes, length_bytes, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s is not valid UTF-8"), name);
      return FALSE;
    }

  text = galley_text_new (bytes, length_bytes);
  print_text (text, language);
  return TRUE;
}

static gboolean
is_separator (const char *line, gsize length_bytes)
{
  while (length_bytes > 0 && (line[length_bytes - 1] == '\n' || line[length_bytes - 1] == '\r'))
    length_bytes--;
  return length_bytes == 1 && line[0] == SEPARATOR;
}

/* Answers the @index-th text of a batch, at once: whoever asks may wait for it. */
static gboolean
answer (GString *text, guint index, const char *language, GError **error)
{
  g_autofree char *name = g_strdup_printf (_ ("Text %u of the batch"), index);

  if (!print_bytes (text->str, text->len, name, language, error))
    return FALSE;

  cli_print ("%c\n", SEPARATOR);
  g_string_truncate (text, 0);
  return cli_flush (error);
}

static gboolean
run_batch (FILE *stream, const char *language, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char *line = NULL;
  size_t capacity = 0;
  ssize_t length_bytes;
  guint n_texts = 0;
  gboolean success = TRUE;

  while (success && (length_bytes = getline (&line, &capacity, stream)) > 0)
    {
      if (is_separator (line, length_bytes))
        success = answer (text, ++n_texts, language, error);
      else if (text->len + length_bytes <= GALLEY_IMPORT_MAX_BYTES)
        g_string_append_len (text, line, length_bytes);
      else
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                       _ ("Text %u of the batch is larger than %d MB"), n_texts + 1,
                       GALLEY_IMPORT_MAX_BYTES / (1024 * 1024));
          success = FALSE;
        }
    }
  free (line);

  if (success && ferror (stream))
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _ ("The batch could not be read: %s"), g_strerror (errno));
      return FALSE;
    }
  return success && (text->len == 0 || answer (text, ++n_texts, language, error));
}

static gboolean
run_batch_file (const char *path, const char *language, GError **error)
{
  FILE *stream = g_str_equal (path, "-") ? stdin : fopen (path, "re");
  int open_errno = errno;
  gboolean success;

  if (stream == NULL)
    {
      g_autofree char *name = cli_quote_path (path);

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (open_errno),
                   _ ("%s could not be opened: %s"), name, g_strerror (open_errno));
      return FALSE;
    }

  success = run_batch (stream, language, error);
  if (stream != stdin)
    fclose (stream);
  return success;
}

static gboolean
run_single (const char *path, const char *language, GError **error)
{
  g_autoptr (GBytes) bytes = cli_read_file (path, error);
  g_autofree char *name = cli_quote_path (path);
  const char *data;
  gsize length_bytes;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &length_bytes);
  return print_bytes (data != NULL ? data : "", length_bytes, name, language, error);
}

static gboolean
check_language (const char *language, GError **error)
{
  gsize length = strspn (language, "-" G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS);

  if (length >= 2 && length <= 35 && language[length] == '\0')
    return TRUE;

  g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("“%s” is no language tag, such as “en”"),
               language);
  return FALSE;
}

/* galleyctl sentences [FILE] */
gboolean
cli_sentences (CliCall *call, GError **error)
{
  g_autofree char *language = NULL;
  gboolean batch = FALSE;
  const GOptionEntry options[] = {
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("Language of the text, such as “es”"),
      N_ ("TAG") },
    { "batch", 0, 0, G_OPTION_ARG_NONE, &batch,
      N_ ("Read many texts, each ended by a line holding only U+001E"), NULL },
    { NULL },
  };
  const char *path;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  if (language != NULL && !check_language (language, error))
    return FALSE;

  path = call->arguments != NULL ? call->arguments[0] : "-";
  return batch ? run_batch_file (path, language, error) : run_single (path, language, error);
}

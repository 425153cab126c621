/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-import.h"

#include "galley-file.h"
#include "galley-html-page.h"
#include "galley-reader.h"
#include "galley-signature.h"
#include "galley-zip.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#define CHUNK_BYTES (256 * 1024)

/* Formats that say what they are by their bytes, and need not be text; asked in this order. */
static const GalleyReader *const binary_readers[] = {
  &galley_pdf_reader,  &galley_odt_reader,   &galley_epub_reader,
  &galley_docx_reader, &galley_rtf_reader,   &galley_doc_reader,
  &galley_html_reader, &galley_mhtml_reader, NULL,
};

/* The same for what stands within another document: other formats do not, and may take long. */
static const GalleyReader *const part_readers[] = {
  &galley_docx_reader,
  &galley_html_reader,
  &galley_mhtml_reader,
  NULL,
};

/* Asked in this order for what is text, and begins like nothing else; plain text takes what is
 * left. */
static const GalleyReader *const text_readers[] = {
  &galley_markdown_reader,
  &galley_text_reader,
  NULL,
};

GQuark
galley_import_error_quark (void)
{
  return g_quark_from_static_string ("galley-import-error-quark");
}

static void
set_too_large (GError **error, const char *label)
{
  g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_TOO_LARGE,
               _ ("“%s” is larger than %u MB, the most that Galley reads"), label,
               (guint) (GALLEY_IMPORT_MAX_BYTES / (1024 * 1024)));
}

static void
set_unsupported (GError **error, const char *label, const char *what)
{
  if (what != NULL)
    /* Translators: the second is one of "an RTF document", "a PNG image" and the like. */
    g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_UNSUPPORTED,
                 _ ("“%s” is %s, which Galley cannot read yet"), label, what);
  else
    g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_UNSUPPORTED,
                 _ ("“%s” is not text, and its format is not known"), label);
}

static void
set_empty (GError **error, const char *label)
{
  g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_EMPTY, _ ("“%s” holds no words"),
               label);
}

/* Whatever the format, a document without a block is no article. */
static GalleyDocument *
check_blocks (GalleyDocument *document, const char *label, GError **error)
{
  guint n_blocks = 0;

  if (document != NULL)
    galley_document_get_blocks (document, &n_blocks);
  if (document != NULL && n_blocks == 0)
    {
      set_empty (error, label);
      g_clear_object (&document);
    }

  return document;
}

static const GalleyReader *
find_reader (const GalleyReader *const *readers, const GalleyInput *input)
{
  for (; *readers != NULL; readers++)
    if ((*readers)->recognise (input))
      return *readers;

  return NULL;
}

/* Sets an error if @input is an archive that was cut off: what it was of is told by its members,
 * and those stand at its end. */
static gboolean
is_damaged_archive (GalleyInput *input, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GalleyZip) zip = NULL;

  if (!galley_zip_recognise (input->bytes))
    return FALSE;
  zip = galley_zip_open (input->bytes, input->label, &problem);
  if (!g_error_matches (problem, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED))
    return FALSE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return TRUE;
}

static GalleyDocument *
read_input (GalleyInput *input, GError **error)
{
  const GalleyReader *reader = find_reader (input->is_part ? part_readers : binary_readers, input);
  const char *what = NULL;

  if (reader == NULL && is_damaged_archive (input, error))
    return NULL;
  if (reader == NULL)
    what = galley_signature_find (input->bytes);
  if (reader == NULL && what == NULL)
    {
      galley_decoded_init (&input->decoded, input->bytes);
      reader = find_reader (text_readers, input);
    }
  if (reader != NULL)
    return reader->read (input, error);

  set_unsupported (error, input->label, what);
  return NULL;
}

/* Reads @input with @read, whatever that is, within what holds for all inputs. */
static GalleyDocument *
read_checked (GalleyInput *input,
              GalleyDocument *(*read) (GalleyInput *input, GError **error),
              GError **error)
{
  g_autoptr (GalleyDocument) document = NULL;

  if (g_bytes_get_size (input->bytes) > GALLEY_IMPORT_MAX_BYTES)
    {
      set_too_large (error, input->label);
      return NULL;
    }

  document = check_blocks (read (input, error), input->label, error);
  galley_decoded_clear (&input->decoded);

  if (g_cancellable_set_error_if_cancelled (input->cancellable, document != NULL ? error : NULL))
    return NULL;
  return g_steal_pointer (&document);
}

static GalleyDocument *
import_bytes (GBytes *bytes,
              const int *copy,
              const char *name,
              GCancellable *cancellable,
              GError **error)
{
  GalleyInput input = {
    .bytes = bytes,
    .copy = copy,
    .name = name,
    .label = name != NULL ? name : _ ("Pasted text"),
    .cancellable = cancellable,
  };

  return read_checked (&input, read_input, error);
}

/**
 * galley_import_part:
 * @bytes: a document that stands within another
 * @name: its name
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): a #GalleyImportError
 *
 * Makes a document of @bytes as galley_import_bytes() does, of fewer formats and within closer
 * limits.
 *
 * Returns: (transfer full): the document, or %NULL
 */
GalleyDocument *
galley_import_part (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  GalleyInput input = {
    .bytes = bytes, .name = name, .label = name, .is_part = TRUE, .cancellable = cancellable
  };

  return read_checked (&input, read_input, error);
}

/**
 * galley_import_bytes:
 * @bytes: the whole input, at most %GALLEY_IMPORT_MAX_BYTES
 * @name: (nullable): the name of the file, for errors and to break a tie between formats; %NULL if
 *   the text was pasted
 * @error: (out) (optional): a #GalleyImportError
 *
 * Makes a document of @bytes, whose content says which format they are.
 *
 * Returns: (transfer full): the document, which has at least one block, or %NULL
 */
GalleyDocument *
galley_import_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return import_bytes (bytes, /* copy= */ NULL, name, /* cancellable= */ NULL, error);
}

/**
 * galley_import_fragment:
 * @html: markup that a person chose, as of the clipboard; UTF-8 unless it says otherwise
 * @error: (out) (optional): a #GalleyImportError
 *
 * Makes a document of all of @html: unlike of a page, nothing is left out.
 *
 * Returns: (transfer full): the document, which has at least one block, or %NULL
 */
GalleyDocument *
galley_import_fragment (GBytes *html, GError **error)
{
  GalleyInput input = { .bytes = html, .label = _ ("Pasted text") };

  g_return_val_if_fail (html != NULL, NULL);

  return read_checked (&input, galley_html_fragment_read, error);
}

/**
 * galley_import_fetched:
 * @fetched: what was found at a web address
 * @error: (out) (optional): a #GalleyImportError
 *
 * Makes a document of the content of @fetched, with how it was fetched. Its source address is where
 * it was found, unless it states one itself; its encoding is the one that the server stated.
 *
 * Returns: (transfer full): the document, or %NULL
 */
GalleyDocument *
galley_import_fetched (GalleyFetched *fetched, GError **error)
{
  const GalleyFetchedParts *parts;
  const char *address;
  g_autoptr (GalleyDocument) document = NULL;
  g_autoptr (GalleyDocument) kept = NULL;
  g_autofree char *time = NULL;
  g_autofree char *charset = NULL;
  GalleyInput input = { NULL };
  GalleyRetrieval retrieval;

  g_return_val_if_fail (fetched != NULL, NULL);

  parts = galley_fetched_get_parts (fetched);
  address = galley_fetched_get_address (fetched);
  charset = galley_fetched_dup_charset (fetched);
  input.bytes = parts->content;
  input.name = input.label = input.address = address;
  input.charset = charset;
  document = read_checked (&input, read_input, error);
  if (document == NULL)
    return NULL;

  time = g_date_time_format_iso8601 (parts->time);
  retrieval = (GalleyRetrieval){
    .addresses = parts->addresses,
    .status = parts->status,
    .time = time,
    .headers = parts->headers,
    .served = g_bytes_equal (parts->served, parts->content) ? NULL : parts->served,
  };
  kept = galley_document_dup_with_retrieval (document, &retrieval);
  if (galley_document_get_metadata (kept, GALLEY_METADATA_SOURCE_ADDRESS) != NULL)
    return g_steal_pointer (&kept);

  return galley_document_dup_with_metadata (kept, GALLEY_METADATA_SOURCE_ADDRESS, address);
}

static gboolean
check_file (GFile *file, const char *label, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL || !galley_file_check_type (g_file_info_get_file_type (info), label, error))
    return FALSE;

  if (g_file_info_get_size (info) > GALLEY_IMPORT_MAX_BYTES)
    {
      set_too_large (error, label);
      return FALSE;
    }
  return TRUE;
}

/* Reads to the end, which need not be where the file's size says: it may still grow. */
static GBytes *
load_stream (GInputStream *stream, const char *label, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize n_read;

  do
    {
      guint length_bytes = bytes->len;

      g_byte_array_set_size (bytes, length_bytes + CHUNK_BYTES);
      if (!g_input_stream_read_all (stream, bytes->data + length_bytes, CHUNK_BYTES, &n_read,
                                    cancellable, error))
        return NULL;
      g_byte_array_set_size (bytes, length_bytes + n_read);
      if (bytes->len > GALLEY_IMPORT_MAX_BYTES)
        {
          set_too_large (error, label);
          return NULL;
        }
    }
  while (n_read == CHUNK_BYTES);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * galley_import_path:
 * @path: a regular file
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): a #GalleyImportError or %G_IO_ERROR
 *
 * Reads a file and makes a document of it, as galley_import_bytes() does. Blocks.
 *
 * Returns: (transfer full): the document, or %NULL
 */
GalleyDocument *
galley_import_path (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *label = g_filename_display_basename (path);
  int copy = -1;
  g_autoptr (GBytes) bytes =
      galley_file_load (path, label, GALLEY_IMPORT_MAX_BYTES, &copy, cancellable, error);
  GalleyDocument *document =
      bytes != NULL ? import_bytes (bytes, copy >= 0 ? &copy : NULL, label, cancellable, error)
                    : NULL;

  if (copy >= 0)
    close (copy);
  return document;
}

/**
 * galley_import_file:
 * @file: a regular file, on this machine or another
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): a #GalleyImportError or %G_IO_ERROR
 *
 * Reads @file and makes a document of it, as galley_import_bytes() does. Blocks.
 *
 * Returns: (transfer full): the document, or %NULL
 */
GalleyDocument *
galley_import_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *basename = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_file_peek_path (file) != NULL)
    return galley_import_path (g_file_peek_path (file), cancellable, error);

  basename = g_file_get_basename (file);
  label = g_filename_display_name (basename != NULL ? basename : "/");
  if (!check_file (file, label, cancellable, error))
    return NULL;

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  bytes = load_stream (G_INPUT_STREAM (stream), label, cancellable, error);

  return bytes != NULL ? import_bytes (bytes, /* copy= */ NULL, label, cancellable, error) : NULL;
}

static void
import_in_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GalleyDocument *document = galley_import_file (data, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * galley_import_file_async:
 * @file: a regular file
 * @cancellable: (nullable): a cancellable
 * @callback: called in the thread-default main context when it is done
 * @user_data: for @callback
 *
 * Does galley_import_file() in a thread.
 */
void
galley_import_file_async (GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (/* source_object= */ NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, galley_import_file_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, import_in_thread_cb);
}

/**
 * galley_import_file_finish:
 * @error: (out) (optional): as for galley_import_file()
 *
 * Returns: (transfer full): the document, or %NULL
 */
GalleyDocument *
galley_import_file_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, /* source_object= */ NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

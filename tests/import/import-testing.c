/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-testing.h"

#include <string.h>

/* Imports @text as a file called @name; it must succeed. */
GalleyDocument *
import_string (const char *text, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GalleyDocument *document = galley_import_bytes (bytes, name, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);

  return document;
}

/* Imports bytes that must be refused with the error of @code and one sentence that holds @words. */
void
assert_refused (const void *bytes,
                gsize length_bytes,
                const char *name,
                int code,
                const char *words)
{
  g_autoptr (GBytes) input = g_bytes_new (bytes, length_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = galley_import_bytes (input, name, &error);

  g_assert_null (document);
  g_assert_error (error, GALLEY_IMPORT_ERROR, code);
  assert_sentence (error->message);
  if (strstr (error->message, words) == NULL)
    {
      g_test_message ("“%s” is not in “%s”", words, error->message);
      g_test_fail ();
    }
}

/* A line for each note: the words that it is about, its author, its date, and what it says. */
char *
describe_notes (GalleyDocument *document)
{
  guint n_notes;
  const GalleySourceNote *notes = galley_document_get_source_notes (document, &n_notes);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < n_notes; i++)
    {
      g_autofree char *words =
          galley_text_slice (galley_document_get_text (document), notes[i].range);
      g_auto (GStrv) text_lines = g_strsplit (notes[i].text, "\n", -1);
      g_autofree char *text = g_strjoinv ("\\n", text_lines);

      g_string_append_printf (lines, "%s%s | %s | %s | %s", i > 0 ? "\n" : "", words,
                              notes[i].author != NULL ? notes[i].author : "-",
                              notes[i].date != NULL ? notes[i].date : "-", text);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/* Errors are one sentence without a full stop. */
void
assert_sentence (const char *message)
{
  g_assert_true (g_utf8_validate (message, -1, NULL));
  g_assert_cmpuint (strlen (message), >, 10);
  g_assert_null (strchr (message, '\n'));
  g_assert_null (strstr (message, ". "));
  g_assert_false (g_str_has_suffix (message, "."));
}

GalleyDocument *
import_example (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "example", "us-mexico-security.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GalleyDocument *document = galley_import_file (file, /* cancellable= */ NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);

  return document;
}

/* A block as "role level: words", line ends shown as "⏎". */
char *
describe_block (GalleyDocument *document, guint index)
{
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);
  g_autofree char *words = NULL;
  g_autoptr (GString) line = NULL;

  g_assert_cmpuint (index, <, n_blocks);
  words = galley_text_slice (galley_document_get_text (document), blocks[index].range);
  line = g_string_new (words);
  g_string_replace (line, "\r\n", "⏎", 0);
  g_string_replace (line, "\n", "⏎", 0);
  g_string_replace (line, "\r", "⏎", 0);
  g_string_replace (line, "\t", "⇥", 0);

  return g_strdup_printf ("%s %u: %s", galley_block_role_to_nick (blocks[index].role),
                          blocks[index].level, line->str);
}

/* All blocks, one a line. */
char *
describe_blocks (GalleyDocument *document)
{
  GString *lines = g_string_new (NULL);
  guint n_blocks;

  galley_document_get_blocks (document, &n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *line = describe_block (document, i);

      g_string_append_printf (lines, "%s\n", line);
    }

  return g_string_free (lines, FALSE);
}

/* Imports @text and compares its blocks, one a line, with @expected. */
void
assert_roles (const char *text, const char *expected)
{
  g_autoptr (GalleyDocument) document = import_string (text, "article.txt");
  g_autofree char *blocks = describe_blocks (document);

  g_assert_cmpstr (blocks, ==, expected);
}

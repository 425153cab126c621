/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-testing.h"

#include <string.h>

/* Each article in tests/fixtures/import has a file beside it, its name with ".roles" added, that
 * says what must come out: media type, metadata, notices, then a block a line, long ones without
 * their middle, then links, notes with the words that they are about, and what was left out. */

#define MAX_WHOLE_CHARS 60
#define HEAD_CHARS 40
#define TAIL_CHARS 16
#define MARK_CHARS 12

static void
describe_head (GalleyDocument *document, GString *lines)
{
  const char *const *notices = galley_document_get_notices (document);

  g_string_append_printf (lines, "media-type: %s\n", galley_document_get_media_type (document));
  for (guint i = 0; i < GALLEY_N_METADATA_FIELDS; i++)
    if (galley_document_get_metadata (document, i) != NULL)
      g_string_append_printf (lines, "%s: %s\n", galley_metadata_field_to_nick (i),
                              galley_document_get_metadata (document, i));
  for (guint i = 0; notices[i] != NULL; i++)
    g_string_append_printf (lines, "notice: %s\n", notices[i]);
}

/* Adds @line; if it is long, what is in its middle becomes "…". */
static void
add_shortened (GString *lines, const char *line)
{
  glong n_chars = g_utf8_strlen (line, -1);
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;

  if (n_chars <= MAX_WHOLE_CHARS)
    {
      g_string_append_printf (lines, "%s\n", line);
      return;
    }

  head = g_utf8_substring (line, 0, HEAD_CHARS);
  tail = g_utf8_substring (line, n_chars - TAIL_CHARS, n_chars);
  g_string_append_printf (lines, "%s…%s\n", head, tail);
}

/* What was left out, each with the words that come after the place where it would stand. */
static void
describe_omissions (GalleyDocument *document, GString *lines)
{
  GalleyText *text = galley_document_get_text (document);
  guint n_omissions;
  const GalleyOmission *omissions = galley_document_get_omissions (document, &n_omissions);

  for (guint i = 0; i < n_omissions; i++)
    {
      guint end = MIN (omissions[i].offset + MARK_CHARS, galley_text_get_length (text));
      g_autofree char *after = galley_text_slice (text, (GalleyRange){ omissions[i].offset, end });
      g_autofree char *line = NULL;
      g_autofree char *words = g_strdelimit (g_strdup (omissions[i].text), "\n", ' ');

      g_strdelimit (after, "\n", ' ');
      line = g_strdup_printf ("left-out %s %u before “%s”: %s",
                              galley_block_role_to_nick (omissions[i].role), omissions[i].level,
                              g_strstrip (after), words);
      add_shortened (lines, line);
    }
}

/* Adds "KIND “WORDS” → WHAT", or "KIND → WHAT" if there are no words. */
static void
add_remark (GalleyDocument *document,
            GString *lines,
            const char *kind,
            GalleyRange range,
            const char *what)
{
  g_autofree char *words = galley_text_slice (galley_document_get_text (document), range);
  g_autofree char *line = *words != '\0' ? g_strdup_printf ("%s “%s” → %s", kind, words, what)
                                         : g_strdup_printf ("%s → %s", kind, what);

  g_string_append_printf (lines, "%s\n", g_strdelimit (line, "\n", ' '));
}

static void
describe_remarks (GalleyDocument *document, GString *lines)
{
  guint n_links, n_notes, n_omissions;
  const GalleyLink *links = galley_document_get_links (document, &n_links);
  const GalleySourceNote *notes = galley_document_get_source_notes (document, &n_notes);

  galley_document_get_omissions (document, &n_omissions);
  if (n_notes + n_omissions == 0)
    return;

  g_string_append_c (lines, '\n');
  for (guint i = 0; i < n_links; i++)
    add_remark (document, lines, "link", links[i].range, links[i].target);
  for (guint i = 0; i < n_notes; i++)
    {
      g_autofree char *what =
          g_strjoin (", ", notes[i].text, notes[i].author != NULL ? notes[i].author : "nobody",
                     notes[i].date != NULL ? notes[i].date : "no date", NULL);

      add_remark (document, lines, galley_source_note_kind_to_nick (notes[i].kind), notes[i].range,
                  what);
    }
  describe_omissions (document, lines);
}

static char *
describe (GalleyDocument *document)
{
  GString *lines = g_string_new (NULL);
  guint n_blocks;

  describe_head (document, lines);
  g_string_append_c (lines, '\n');
  galley_document_get_blocks (document, &n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *line = describe_block (document, i);

      add_shortened (lines, line);
    }
  describe_remarks (document, lines);

  return g_string_free (lines, FALSE);
}

static void
test_fixture (gconstpointer path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *roles_path = g_strconcat (path, ".roles", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = galley_import_file (file, NULL, &error);

  g_assert_no_error (error);
  found = describe (document);
  g_test_message ("%s", found);
  g_file_get_contents (roles_path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
}

/* What was stored and loaded again is the same document. */
static void
test_fixture_is_stored (gconstpointer path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GalleyDocument) document = galley_import_file (file, NULL, NULL);
  g_autoptr (GBytes) structure = galley_document_save_structure (document);
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GalleyDocument) loaded = NULL;
  g_autoptr (GError) error = NULL;
  gsize length_bytes;
  const char *utf8 = galley_text_peek_utf8 (galley_document_get_text (document), &length_bytes);

  text = g_bytes_new (utf8, length_bytes);
  loaded = galley_document_load (text, structure, galley_document_get_original (document), &error);
  g_assert_no_error (error);
  again = galley_document_save_structure (loaded);
  g_assert_true (g_bytes_equal (structure, again));
}

static gboolean
is_article (const char *name)
{
  static const char *const suffixes[] = { ".txt",  ".md",  ".docx", ".odt", ".fodt",
                                          ".html", ".mht", ".pdf",  ".epub" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (name, suffixes[i]))
      return TRUE;

  return FALSE;
}

static void
add_fixture (const char *folder, const char *name)
{
  g_autofree char *roles_test = g_strconcat ("/fixtures/roles/", name, NULL);
  g_autofree char *stored_test = g_strconcat ("/fixtures/is-stored/", name, NULL);

  g_test_add_data_func_full (roles_test, g_build_filename (folder, name, NULL), test_fixture,
                             g_free);
  g_test_add_data_func_full (stored_test, g_build_filename (folder, name, NULL),
                             test_fixture_is_stored, g_free);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;
  guint n = 0;

  g_test_init (&argc, &argv, NULL);

  folder = g_test_build_filename (G_TEST_DIST, "fixtures", "import", NULL);
  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (!is_article (name))
        continue;
      add_fixture (folder, name);
      n++;
    }
  g_assert_cmpuint (n, >, 0);

  return g_test_run ();
}

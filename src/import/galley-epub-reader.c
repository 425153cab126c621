/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-epub-notes.h"
#include "galley-epub-package.h"
#include "galley-epub-pairs.h"
#include "galley-epub-parts.h"
#include "galley-html-blocks.h"
#include "galley-html-encoding.h"
#include "galley-html-words.h"
#include "galley-import.h"
#include "galley-reader.h"
#include "galley-xhtml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The chapters of a book are pages of markup, which become one text. If there are signs of notes in
 * them, they are parsed twice: a note may stand before its sign, and in another chapter. */

#define MEDIA_TYPE "application/epub+zip"

typedef struct
{
  GalleyInput *input;
  GalleyEpubPackage *package;
  GPtrArray *pages; /* (element-type GString) markup of the chapters, in their order */
  guint64 n_steps;  /* that parsing took so far */
  char *title;      /* folded, until a heading has been found that says it; or NULL */
  GalleyEpubNotes *own_notes;
  GalleyOfficeNotes *notes;
  GalleyFlow *flow;
  guint n_replaced; /* deletions that were left out of the chapters written so far */
} Book;

static gboolean
recognise (const GalleyInput *input)
{
  return galley_epub_package_recognise (input->bytes);
}

static void
free_page (gpointer data)
{
  if (data != NULL)
    g_string_free (data, TRUE);
}

/* Chapters are in one encoding; what is guessed of one is told of all. */
static void
add_guess (GalleyDecoded *total, const GalleyDecoded *decoded)
{
  if (decoded->encoding == GALLEY_ENCODING_WINDOWS_1252 ||
      (decoded->encoding == GALLEY_ENCODING_GUESSED &&
       total->encoding != GALLEY_ENCODING_WINDOWS_1252) ||
      (decoded->encoding == GALLEY_ENCODING_UTF_8_WITH_STRAYS &&
       total->encoding == GALLEY_ENCODING_UTF_8))
    {
      total->encoding = decoded->encoding;
      total->guess = decoded->guess;
    }
  total->n_guessed += decoded->n_guessed;
  total->n_replaced += decoded->n_replaced;
}

/* Encrypted bytes can be read as characters of some kind, but do not begin like markup. */
static gboolean
is_markup (const GalleyDecoded *decoded)
{
  const char *start = decoded->utf8 + strspn (decoded->utf8, " \t\r\n\f");

  return *start == '<' || *start == '\0' ||
         (decoded->encoding == GALLEY_ENCODING_UTF_8 && decoded->n_replaced == 0);
}

/* Decodes a chapter; NULL if it is no text. */
static GString *
decode (Book *self, GalleyEpubChapter *chapter)
{
  g_auto (GalleyDecoded) decoded = { NULL };
  gboolean is_text = galley_html_encoding_decode (chapter->content, /* charset= */ NULL, &decoded);

  g_clear_pointer (&chapter->content, g_bytes_unref);
  if (!is_text || !is_markup (&decoded))
    return NULL;

  add_guess (&self->input->decoded, &decoded);
  return galley_xhtml_to_html (decoded.utf8, decoded.length_bytes, /* plays_media= */ FALSE);
}

static gboolean
decode_chapters (Book *self, GError **error)
{
  GalleyEpubPackage *package = self->package;
  guint n_locked = 0;

  for (guint i = 0; i < package->chapters->len; i++)
    {
      GString *page = decode (self, package->chapters->pdata[i]);

      n_locked += page == NULL;
      g_ptr_array_add (self->pages, page);
    }
  package->n_missing += n_locked;
  if (n_locked == 0 || !package->is_protected)
    return TRUE;

  galley_epub_package_set_protected (self->input->label, error);
  return FALSE;
}

static GalleyHtmlTree *
parse (Book *self, guint index, GError **error)
{
  const GString *page = self->pages->pdata[index];
  GalleyHtmlTree *tree;

  if (g_cancellable_set_error_if_cancelled (self->input->cancellable, error))
    return NULL;

  tree = galley_html_tree_new (page->str, page->len, self->input->label, &self->n_steps,
                               self->input->cancellable, error);
  if (tree != NULL)
    tree->sheet = self->package->sheet;
  return tree;
}

static gboolean
has_signs (const GString *page)
{
  return strstr (page->str, "noteref") != NULL || galley_epub_pairs_may_be_in (page->str);
}

static gboolean
may_have_notes (const GString *page)
{
  return has_signs (page) || strstr (page->str, "footnote") != NULL ||
         strstr (page->str, "endnote") != NULL || strstr (page->str, "rearnote") != NULL;
}

static gboolean
look_for_notes (Book *self, GError **error)
{
  gboolean is_worth_it = FALSE;

  for (guint i = 0; i < self->pages->len && !is_worth_it; i++)
    is_worth_it = self->pages->pdata[i] != NULL && has_signs (self->pages->pdata[i]);
  for (guint i = 0; i < self->pages->len && is_worth_it; i++)
    {
      const GalleyEpubChapter *chapter = self->package->chapters->pdata[i];
      g_autoptr (GalleyHtmlTree) tree = NULL;
      g_autofree guint8 *parts = NULL;

      if (self->pages->pdata[i] == NULL || !may_have_notes (self->pages->pdata[i]))
        continue;
      tree = parse (self, i, error);
      if (tree == NULL)
        return FALSE;
      parts = galley_epub_parts_new (tree, chapter->is_contents);
      galley_epub_notes_look_at (self->own_notes, chapter->member, tree, parts);
    }

  return TRUE;
}

static gboolean
write_chapter (Book *self, guint index, GError **error)
{
  const GalleyEpubChapter *chapter = self->package->chapters->pdata[index];
  g_autoptr (GalleyHtmlTree) tree = parse (self, index, error);
  g_autofree guint8 *parts = NULL;
  g_autoptr (GHashTable) signs = NULL;
  GalleyHtmlSetting setting = { .is_book = TRUE, .notes = self->notes };

  if (tree == NULL)
    return FALSE;

  parts = galley_epub_parts_new (tree, chapter->is_contents);
  signs = galley_epub_notes_take_out (self->own_notes, chapter->member, tree, parts, self->notes);
  if (self->title != NULL && galley_epub_parts_mark_title (parts, tree, self->title))
    g_clear_pointer (&self->title, g_free);
  setting.parts = parts;
  setting.signs = signs;
  galley_html_blocks_write (tree, 0, &setting, self->flow);
  self->n_replaced += tree->n_replaced;

  return TRUE;
}

static gboolean
write_chapters (Book *self, GError **error)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      if (self->pages->pdata[i] == NULL)
        continue;
      if (!write_chapter (self, i, error))
        return FALSE;
      free_page (self->pages->pdata[i]);
      self->pages->pdata[i] = NULL;
    }

  return TRUE;
}

static void
add_notices (Book *self, GalleyDocumentBuilder *builder)
{
  guint n_missing = self->package->n_missing;

  galley_input_add_notices (self->input, builder);
  galley_flow_tell_changes (self->flow, self->n_replaced);
  if (n_missing > 0)
    {
      g_autofree char *notice = g_strdup_printf (
          ngettext ("%u chapter of the book is missing from the file or cannot be read; the others "
                    "were read",
                    "%u chapters of the book are missing from the file or cannot be read; the "
                    "others were read",
                    n_missing),
          n_missing);

      galley_document_builder_add_notice (builder, notice);
    }
}

static char *
fold_title (GalleyEpubPackage *package)
{
  g_autofree char *title = galley_epub_metadata_dup_title (package->opf->metadata);

  return title != NULL ? galley_html_fold (title) : NULL;
}

static GalleyDocument *
read_epub (GalleyInput *input, GError **error)
{
  g_autoptr (GalleyEpubPackage) package =
      galley_epub_package_open (input->bytes, input->label, input->cancellable, error);
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyFlow) flow = galley_flow_new (builder);
  g_autoptr (GalleyOfficeNotes) notes = galley_office_notes_new (flow);
  g_autoptr (GalleyEpubNotes) own_notes = galley_epub_notes_new ();
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (free_page);
  Book book = { .input = input,
                .package = package,
                .pages = pages,
                .own_notes = own_notes,
                .notes = notes,
                .flow = flow };
  gboolean is_read;

  if (package == NULL)
    return NULL;

  book.title = fold_title (package);
  is_read = decode_chapters (&book, error) && look_for_notes (&book, error) &&
            write_chapters (&book, error);
  g_free (book.title);
  if (!is_read)
    return NULL;

  galley_office_notes_finish (notes, builder);
  galley_epub_metadata_apply (package->opf->metadata, builder);
  add_notices (&book, builder);
  return galley_document_builder_finish (builder, input->bytes, MEDIA_TYPE);
}

const GalleyReader galley_epub_reader = {
  .media_type = MEDIA_TYPE,
  .recognise = recognise,
  .read = read_epub,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document-builder.h"
#include "galley-encoding.h"
#include "galley-import.h"

G_BEGIN_DECLS

/**
 * GalleyInput:
 * @bytes: what is to be read
 * @copy: (nullable): a file that holds @bytes and that nobody can change, to be handed to another
 *   process
 * @name: (nullable): the name of the file, only to break a tie
 * @label: what to call the input in an error: its name, or words in place of one
 * @charset: (nullable): the encoding that was stated beside it, by who served it
 * @address: (nullable): where on the web it was found
 * @decoded: its text, for readers of text; %NULL in @decoded.utf8 if it is none
 * @is_part: whether it stands within another document
 * @cancellable: (nullable): to be asked from time to time
 *
 * What a reader is given.
 */
typedef struct
{
  GBytes *bytes;
  const int *copy;
  const char *name;
  const char *label;
  const char *charset;
  const char *address;
  GalleyDecoded decoded;
  gboolean is_part;
  GCancellable *cancellable;
} GalleyInput;

/**
 * GalleyReader:
 * @media_type: what it reads
 * @recognise: whether the input is of that format, by its content
 * @read: makes the document, or sets an error of #GalleyImportError; may take the decoded text out
 *   of the input
 *
 * One format. Readers are asked in the order of the tables in galley-import.c; the first that
 * recognises the input reads it. A new format is a file that defines a reader, and a line there:
 * in the first table, where it is found by its bytes, or in the second, where it is a kind of text.
 */
typedef struct
{
  const char *media_type;
  gboolean (*recognise) (const GalleyInput *input);
  GalleyDocument *(*read) (GalleyInput *input, GError **error);
} GalleyReader;

GalleyDocument *
galley_import_part (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

void galley_input_add_notices (const GalleyInput *input, GalleyDocumentBuilder *builder);
void galley_reader_tell_changes (GalleyDocumentBuilder *builder, guint n_changes);

extern const GalleyReader galley_doc_reader;
extern const GalleyReader galley_docx_reader;
extern const GalleyReader galley_epub_reader;
extern const GalleyReader galley_html_reader;
extern const GalleyReader galley_markdown_reader;
extern const GalleyReader galley_mhtml_reader;
extern const GalleyReader galley_odt_reader;
extern const GalleyReader galley_pdf_reader;
extern const GalleyReader galley_rtf_reader;
extern const GalleyReader galley_text_reader;

G_END_DECLS

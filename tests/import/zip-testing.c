/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip-testing.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MAX_PARTS 16
#define FIRST_BYTES (64 * 1024)

#define TYPES                                                                                      \
  "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override "         \
  "PartName='/word/document.xml' ContentType='application/"                                        \
  "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"
#define RELATIONS                                                                                  \
  "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static gssize
add_bytes_cb (struct archive *archive, void *bytes, const void *data, size_t length_bytes)
{
  g_byte_array_append (bytes, data, length_bytes);

  return length_bytes;
}

static void
add_member (struct archive *archive, const ZipMember *member)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length_bytes =
      member->length_bytes >= 0 ? (gsize) member->length_bytes : strlen (member->content);

  /* The media type of an OpenDocument text must be readable without unpacking it. */
  if (strcmp (member->name, "mimetype") == 0)
    archive_write_zip_set_compression_store (archive);
  else
    archive_write_zip_set_compression_deflate (archive);
  archive_entry_set_pathname (entry, member->name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, length_bytes);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, member->content, length_bytes), ==, length_bytes);
  archive_entry_free (entry);
}

/* Packs members in their order; with a password they are encrypted. */
GBytes *
make_zip (const ZipMember *members, guint n_members, const char *password)
{
  GByteArray *bytes = g_byte_array_sized_new (FIRST_BYTES);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression-level=1"); /* the quickest */
  if (password != NULL)
    {
      archive_write_set_options (archive, "zip:encryption=zipcrypt");
      archive_write_set_passphrase (archive, password);
    }
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open (archive, bytes, NULL, add_bytes_cb, NULL), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_members; i++)
    add_member (archive, &members[i]);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);

  return g_byte_array_free_to_bytes (bytes);
}

/* A part of a Word document: the element @root, with the namespaces that are used in tests. */
char *
make_word_part (const char *root, const char *content)
{
  return g_strdup_printf (
      "<w:%s xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
      "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' "
      "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>%s</w:%s>",
      root, content, root);
}

/* A Word document with @body as the content of its body, and further parts: "styles.xml" and the
 * like, to which it has relations of the type that they are named after. */
GBytes *
make_docx (const char *body, const ZipMember *parts, guint n_parts)
{
  g_autofree char *inner = g_strdup_printf ("<w:body>%s</w:body>", body);
  g_autofree char *document = make_word_part ("document", inner);
  g_autoptr (GString) relations = g_string_new (RELATIONS);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  ZipMember members[MAX_PARTS] = {
    { "[Content_Types].xml", TYPES, -1 },
    { "_rels/.rels",
      RELATIONS "<Relationship Id='a' Type='" TYPE
                "officeDocument' Target='word/document.xml'/></Relationships>",
      -1 },
    { "word/document.xml", document, -1 },
  };

  for (guint i = 0; i < n_parts; i++)
    {
      char *type = g_strndup (parts[i].name, strcspn (parts[i].name, "."));

      g_string_append_printf (relations, "<Relationship Id='p%u' Type='" TYPE "%s' Target='%s'/>",
                              i, type, parts[i].name);
      g_ptr_array_add (names, type);
      g_ptr_array_add (names, g_strconcat ("word/", parts[i].name, NULL));
      members[4 + i] = parts[i];
      members[4 + i].name = names->pdata[names->len - 1];
    }
  g_string_append (relations, "<Relationship Id='link' Type='" TYPE
                              "hyperlink' Target='https://a.example/' TargetMode='External'/>"
                              "</Relationships>");
  members[3] = (ZipMember){ "word/_rels/document.xml.rels", relations->str, -1 };

  return make_zip (members, 4 + n_parts, /* password= */ NULL);
}

/* An OpenDocument text with @body as its content. */
GBytes *
make_odt (const char *body)
{
  g_autofree char *content = g_strdup_printf (
      "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
      "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>%s"
      "</office:text></office:body></office:document-content>",
      body);
  const ZipMember members[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text", -1 },
    { "content.xml", content, -1 },
  };

  return make_zip (members, G_N_ELEMENTS (members), /* password= */ NULL);
}

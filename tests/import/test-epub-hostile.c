/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "epub-testing.h"
#include "galley-limits.h"

static void
assert_book_refused (GBytes *bytes, int code, const char *words)
{
  gsize length_bytes;
  const void *data = g_bytes_get_data (bytes, &length_bytes);

  assert_refused (data, length_bytes, "a.epub", code, words);
}

static void
test_missing_chapters (void)
{
  const ZipMember members[] = {
    { "OEBPS/a.xhtml", "<p>a</p>", -1 },
    { "OEBPS/c.xhtml", "\x8F\x01\x02\x03\x8F\x90\x04", -1 },
  };
  g_autofree char *opf = make_opf (
      "",
      "<item id='a' href='a.xhtml'" XHTML "<item id='b' href='b.xhtml'" XHTML
      "<item id='c' href='c.xhtml'" XHTML
      "<item id='d' href='d.pdf' media-type='application/pdf'/>",
      "<itemref idref='b'/><itemref idref='a'/><itemref idref='zz'/><itemref/><itemref idref='c'/>"
      "<itemref idref='d'/>");
  g_autoptr (GBytes) bytes = make_epub (opf, members, G_N_ELEMENTS (members));
  g_autoptr (GalleyDocument) document = import_epub (bytes);

  assert_text (document, "a");
  assert_notice (document, "4 chapters of the book are missing");
}

static void
test_damaged (void)
{
  const ZipMember no_container[] = { MIMETYPE };
  const ZipMember no_book[] = { { "META-INF/container.xml", "<a/>", -1 } };
  const ZipMember no_opf[] = { MIMETYPE, CONTAINER };
  const ZipMember no_root[] = { MIMETYPE, { "META-INF/container.xml", "<container/>", -1 } };
  const ZipMember bad_container[] = { MIMETYPE, { "META-INF/container.xml", "<container>", -1 } };
  g_autofree char *no_chapters = make_opf ("", "", "");
  const char *const no_words[] = { "<p> </p>", NULL };
  g_autoptr (GBytes) one = make_zip (no_container, G_N_ELEMENTS (no_container), NULL);
  g_autoptr (GBytes) two = make_zip (no_opf, G_N_ELEMENTS (no_opf), NULL);
  g_autoptr (GBytes) three = make_zip (no_root, G_N_ELEMENTS (no_root), NULL);
  g_autoptr (GBytes) four = make_zip (bad_container, G_N_ELEMENTS (bad_container), NULL);
  g_autoptr (GBytes) five = make_epub ("<package>", NULL, 0);
  g_autoptr (GBytes) six = make_epub (no_chapters, NULL, 0);
  g_autoptr (GBytes) seven = make_book ("", no_words);
  g_autoptr (GBytes) eight = make_zip (no_book, G_N_ELEMENTS (no_book), NULL);

  assert_book_refused (one, GALLEY_IMPORT_ERROR_DAMAGED, "“META-INF/container.xml” is missing");
  assert_book_refused (two, GALLEY_IMPORT_ERROR_DAMAGED, "“OEBPS/book.opf” is missing");
  assert_book_refused (three, GALLEY_IMPORT_ERROR_DAMAGED, "does not say where its contents are");
  assert_book_refused (four, GALLEY_IMPORT_ERROR_DAMAGED, "holds XML that cannot be read");
  assert_book_refused (five, GALLEY_IMPORT_ERROR_DAMAGED, "holds XML that cannot be read");
  assert_book_refused (six, GALLEY_IMPORT_ERROR_EMPTY, "holds no words");
  assert_book_refused (seven, GALLEY_IMPORT_ERROR_EMPTY, "holds no words");
  assert_book_refused (eight, GALLEY_IMPORT_ERROR_UNSUPPORTED, "is a zip archive");
}

static GBytes *
make_encrypted (const char *member, const char *method, const char *chapter, gboolean has_rights)
{
  g_autofree char *encryption = g_strdup_printf (
      "<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container' "
      "xmlns:e='http://www.w3.org/2001/04/xmlenc#'><e:EncryptedData><e:EncryptionMethod "
      "Algorithm='http://www.idpf.org/2008/embedding'/><e:CipherData><e:CipherReference "
      "URI='OEBPS/a.otf'/></e:CipherData></e:EncryptedData><e:EncryptedData><e:EncryptionMethod "
      "Algorithm='%s'/><e:CipherData><e:CipherReference URI='%s'/></e:CipherData>"
      "</e:EncryptedData></encryption>",
      method, member);
  const ZipMember members[] = {
    { "OEBPS/a b.xhtml", chapter, -1 },
    { "META-INF/encryption.xml", encryption, -1 },
    { "META-INF/rights.xml", "<rights/>", -1 },
  };
  g_autofree char *opf =
      make_opf ("", "<item id='a' href='a%20b.xhtml'" XHTML, "<itemref idref='a'/>");

  return make_epub (opf, members, has_rights ? 3 : 2);
}

/* Scrambled fonts and locked pictures lock no words. */
static void
test_encrypted (void)
{
  const char *aes = "http://www.w3.org/2001/04/xmlenc#aes128-cbc";
  g_autoptr (GBytes) chapter = make_encrypted ("OEBPS/a%20b.xhtml", aes, "<p>a</p>", FALSE);
  g_autoptr (GBytes) package = make_encrypted ("OEBPS/book.opf", aes, "<p>a</p>", FALSE);
  g_autoptr (GBytes) unsaid = make_encrypted ("OEBPS/x", aes, "\x8F\x01\x02\x8F\x90", TRUE);
  g_autoptr (GBytes) picture = make_encrypted ("OEBPS/a.jpg", aes, "<p>a</p>", TRUE);
  g_autoptr (GBytes) font =
      make_encrypted ("OEBPS/a%20b.xhtml", "http://ns.adobe.com/pdf/enc#RC", "<p>a</p>", FALSE);
  const char *const bodies[] = { "<p>a</p>", NULL };
  g_autoptr (GalleyDocument) picture_document = import_epub (picture);
  g_autoptr (GalleyDocument) font_document = import_epub (font);
  const ZipMember locked[] = { MIMETYPE, CONTAINER, { "OEBPS/book.opf", "<package/>", -1 } };
  g_autoptr (GBytes) password = make_zip (locked, G_N_ELEMENTS (locked), "pass");
  g_autoptr (GalleyDocument) plain = import_book ("", bodies);

  assert_book_refused (chapter, GALLEY_IMPORT_ERROR_UNSUPPORTED, "locked by the shop");
  assert_book_refused (package, GALLEY_IMPORT_ERROR_UNSUPPORTED, "locked by the shop");
  assert_book_refused (unsaid, GALLEY_IMPORT_ERROR_UNSUPPORTED, "locked by the shop");
  assert_book_refused (password, GALLEY_IMPORT_ERROR_UNSUPPORTED, "protected with a password");
  assert_text (picture_document, "a");
  assert_text (font_document, "a");
  assert_text (plain, "a");
}

/* Chapters may be as large as a page only all together. */
static void
test_too_large (void)
{
  g_autofree char *half = g_strnfill (GALLEY_EPUB_MAX_BYTES / 2, ' ');
  const char *const bodies[] = { half, half, NULL };
  g_autoptr (GBytes) bytes = make_book ("", bodies);
  g_autoptr (GString) manifest = g_string_new (NULL);
  g_autofree char *opf = NULL;
  g_autoptr (GBytes) items = NULL;

  assert_book_refused (bytes, GALLEY_IMPORT_ERROR_TOO_LARGE, "more than 24 MB of text");
  for (guint i = 0; i <= GALLEY_ZIP_MAX_MEMBERS + 1; i++)
    g_string_append_printf (manifest, "<item id='%u' href='a'/>", i);
  opf = make_opf ("", manifest->str, "");
  items = make_epub (opf, NULL, 0);
  assert_book_refused (items, GALLEY_IMPORT_ERROR_TOO_LARGE, "too many parts to be read as a book");
}

/* Each chapter alone can be read. */
static void
test_tangled (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  const char *bodies[] = { NULL, NULL, NULL };
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) two = NULL;
  g_autoptr (GalleyDocument) document = NULL;

  for (guint i = 0; i < 4000; i++)
    g_string_append (body, "<div>");
  for (guint i = 0; i < 25000; i++)
    g_string_append (body, "<i>ab</i>");
  bodies[0] = body->str;
  one = make_book ("", bodies);
  bodies[1] = body->str;
  two = make_book ("", bodies);

  document = import_epub (one);
  assert_book_refused (two, GALLEY_IMPORT_ERROR_TOO_LARGE, "too much markup");
}

/* What makes a search for notes look at much: links in one paragraph, in deep ones, to one place.
 */
static void
test_many_links (void)
{
  static const char *const units[] = { "<a id='r' href='#n'>*</a>",
                                       "<div id='n'><a href='#r'>1</a>",
                                       "a<sup><a href='#n'>1</a></sup> ",
                                       "<p id='n'>a <a id='r' href='#r'>1</a></p>" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) body = g_string_new ("<p id='n'>a ");
      const char *bodies[] = { NULL, NULL };
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GalleyDocument) document = NULL;

      for (guint k = 0; k < (i == 1 ? 2000 : 20000); k++)
        g_string_append (body, units[i]);
      bodies[0] = body->str;
      bytes = make_book ("", bodies);
      document = import_epub (bytes);
      g_assert_cmpuint (galley_text_get_length (galley_document_get_text (document)), >, 0);
    }
}

/* All that refers to itself or to itself by way of others. */
static void
test_circles (void)
{
  const ZipMember members[] = { { "OEBPS/a.xhtml", "<p>a</p>", -1 } };
  g_autofree char *opf = make_opf (
      "<meta refines='#m' property='role' id='m'>aut</meta>",
      "<item id='x' href='x' media-type='a/b' fallback='y'/><item id='y' href='y' media-type='a/b' "
      "fallback='x'/><item id='a' href='a.xhtml'" XHTML "<item id='a2' href='./a.xhtml'" XHTML,
      "<itemref idref='x'/><itemref idref='a'/><itemref idref='a2'/>");
  g_autoptr (GBytes) bytes = make_epub (opf, members, G_N_ELEMENTS (members));
  g_autoptr (GalleyDocument) document = import_epub (bytes);

  assert_text (document, "a");
  assert_notice (document, "1 chapter of the book is missing");
}

static void
test_cut_off (void)
{
  const char *const bodies[] = { "<p>One.</p>", "<p>Two.</p>", NULL };
  g_autoptr (GBytes) bytes = make_book ("", bodies);

  for (gsize n = 30; n < g_bytes_get_size (bytes); n += 7)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (GalleyDocument) document = galley_import_bytes (part, "a.epub", &error);

      g_assert_null (document);
      assert_sentence (error->message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/epub-hostile/missing-chapters", test_missing_chapters);
  g_test_add_func ("/epub-hostile/damaged", test_damaged);
  g_test_add_func ("/epub-hostile/encrypted", test_encrypted);
  g_test_add_func ("/epub-hostile/too-large", test_too_large);
  g_test_add_func ("/epub-hostile/tangled", test_tangled);
  g_test_add_func ("/epub-hostile/many-links", test_many_links);
  g_test_add_func ("/epub-hostile/circles", test_circles);
  g_test_add_func ("/epub-hostile/cut-off", test_cut_off);

  return g_test_run ();
}

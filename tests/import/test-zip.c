/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-import.h"
#include "galley-limits.h"
#include "galley-zip.h"
#include "import-testing.h"
#include "zip-testing.h"

#include <string.h>

static GalleyZip *
open_zip (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  GalleyZip *zip = galley_zip_open (bytes, "a.zip", &error);

  g_assert_no_error (error);
  g_assert_nonnull (zip);

  return zip;
}

static void
assert_member (GalleyZip *zip, const char *name, const char *expected)
{
  g_autoptr (GError) error = NULL;
  const char *member = galley_zip_find (zip, name);
  g_autoptr (GBytes) bytes = NULL;
  gsize length_bytes;
  const char *data;

  g_assert_nonnull (member);
  bytes = galley_zip_read (zip, member, /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &length_bytes);
  g_assert_cmpmem (data, length_bytes, expected, strlen (expected));
}

static void
assert_fails (GalleyZip *zip, const char *name, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = galley_zip_read (zip, name, /* cancellable= */ NULL, &error);

  g_assert_null (bytes);
  g_assert_error (error, GALLEY_IMPORT_ERROR, code);
  assert_sentence (error->message);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_members (void)
{
  const ZipMember members[] = { { "b.txt", "two", -1 },
                                { "folder/a.txt", "one", -1 },
                                { "b.txt", "other", -1 },
                                { "empty", "", -1 },
                                { "../../up.txt", "x", -1 } };
  g_autoptr (GBytes) bytes = make_zip (members, G_N_ELEMENTS (members), NULL);
  g_autoptr (GalleyZip) zip = open_zip (bytes);
  const char *const *names = galley_zip_get_names (zip);

  g_assert_true (galley_zip_recognise (bytes));
  g_assert_cmpuint (g_strv_length ((char **) names), ==, 4);
  assert_member (zip, "folder/a.txt", "one");
  assert_member (zip, "b.txt", "two"); /* the first of two, and backwards */
  assert_member (zip, "FOLDER/A.TXT", "one");
  assert_member (zip, "empty", "");
  assert_member (zip, "../../up.txt", "x"); /* a name like any other */
  g_assert_null (galley_zip_find (zip, "c.txt"));
}

static void
test_resolve (void)
{
  static const char *const cases[][3] = {
    { "", "a.xml", "a.xml" },           { "a/b/", "../c%20d.xml", "a/c d.xml" },
    { "a/b/", "/c.xml", "c.xml" },      { "a/b/", "./c//d.xml", "a/b/c/d.xml" },
    { "a/", "../../../c", "c" },        { "a/", "%2e%2E/c", "c" },
    { "a/", "100%.xml", "a/100%.xml" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = galley_zip_resolve (cases[i][0], cases[i][1]);

      g_assert_cmpstr (name, ==, cases[i][2]);
    }
}

static void
test_other_slashes (void)
{
  const ZipMember members[] = { { "word\\document.xml", "one", -1 }, { "//b", "two", -1 } };
  g_autoptr (GBytes) bytes = make_zip (members, G_N_ELEMENTS (members), NULL);
  g_autoptr (GalleyZip) zip = open_zip (bytes);

  assert_member (zip, "word/document.xml", "one");
  assert_member (zip, "b", "two");
}

static void
test_encrypted (void)
{
  const ZipMember members[] = { { "a", "secret", -1 } };
  g_autoptr (GBytes) bytes = make_zip (members, G_N_ELEMENTS (members), "pass");
  g_autoptr (GalleyZip) zip = open_zip (bytes);

  assert_fails (zip, "a", GALLEY_IMPORT_ERROR_UNSUPPORTED, "protected with a password");
}

static void
test_cut_off (void)
{
  const ZipMember members[] = { { "a", "one", -1 }, { "b", "two", -1 } };
  g_autoptr (GBytes) bytes = make_zip (members, G_N_ELEMENTS (members), NULL);

  for (gsize n = 0; n < g_bytes_get_size (bytes); n++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (GalleyZip) zip = galley_zip_open (part, "a.zip", &error);

      g_assert_null (zip);
      g_assert_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED);
      assert_sentence (error->message);
    }
}

/* The first place of @signature in @data. */
static guint8 *
find_signature (GByteArray *data, const char *signature)
{
  for (guint i = 0; i + 4 <= data->len; i++)
    if (memcmp (data->data + i, signature, 4) == 0)
      return data->data + i;

  g_assert_not_reached ();
}

/* An archive of one member, "a", that is to be changed. */
static GByteArray *
make_one (const char *content)
{
  const ZipMember members[] = { { "a", content, -1 } };

  return g_bytes_unref_to_array (make_zip (members, G_N_ELEMENTS (members), NULL));
}

static GalleyZip *
open_array (GByteArray *array)
{
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (array);

  return open_zip (bytes);
}

static void
test_unknown_method (void)
{
  GByteArray *array = make_one ("one");
  g_autoptr (GalleyZip) zip = NULL;

  find_signature (array, "PK\1\2")[10] = 12;
  zip = open_array (array);
  assert_fails (zip, "a", GALLEY_IMPORT_ERROR_UNSUPPORTED, "packed in a way");
}

/* What the directory says of a member does not fit its content. */
static void
test_false_statements (void)
{
  /* the method, the checksum, the packed size, the size, the place */
  static const struct
  {
    guint offset;
    guint8 value;
  } changes[] = { { 10, 0 }, { 16, 0xFF }, { 20, 1 }, { 22, 1 }, { 24, 1 }, { 24, 4 }, { 42, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      GByteArray *array = make_one ("one");
      g_autoptr (GalleyZip) zip = NULL;

      find_signature (array, "PK\1\2")[changes[i].offset] = changes[i].value;
      zip = open_array (array);
      assert_fails (zip, "a", GALLEY_IMPORT_ERROR_DAMAGED, "is damaged");
    }
}

/* A comment may follow, and in it what looks like an end. */
static void
test_comment (void)
{
  GByteArray *array = make_one ("one");
  const char comment[] = "PK\5\6 and what looks like an end\xFF\xFF\xFF\xFF\xFF\xFF\xFF";
  g_autoptr (GalleyZip) zip = NULL;

  find_signature (array, "PK\5\6")[20] = sizeof comment;
  g_byte_array_append (array, (const guint8 *) comment, sizeof comment);
  zip = open_array (array);
  assert_member (zip, "a", "one");
}

/* Programs that do not know in advance how much they write put all numbers where large ones fit. */
static void
test_zip64 (void)
{
  static const guint8 extra[] = { 1, 0, 24, 0, 3, 0, 0, 0, 0, 0, 0, 0 };
  GByteArray *array = make_one ("one");
  guint8 *entry = find_signature (array, "PK\1\2");
  guint32 directory = entry - array->data, end64;
  guint8 packed_bytes = entry[20];
  g_autoptr (GalleyZip) zip = NULL;

  g_assert_cmpuint (entry[28], ==, 1);
  memset (entry + 20, 0xFF, 8);
  memset (entry + 42, 0xFF, 4);
  entry[30] = 28; /* the extra fields, in the place of those that were there */
  entry[31] = 0;
  g_byte_array_set_size (array, directory + 47);
  g_byte_array_append (array, extra, sizeof extra);
  g_byte_array_append (array, (const guint8[16]){ packed_bytes }, 16);
  end64 = array->len;
  g_byte_array_append (
      array,
      (const guint8[56]){ 'P', 'K', 6,
                          6, [24] = 1, [32] = 1, [40] = end64 - directory, [48] = directory },
      56);
  g_byte_array_append (array, (const guint8[20]){ 'P', 'K', 6, 7, [8] = end64, [16] = 1 }, 20);
  g_byte_array_append (array, (const guint8[22]){ 'P', 'K', 5, 6, [8] = 1, [10] = 1 }, 22);
  memset (array->data + array->len - 6, 0xFF, 4);
  zip = open_array (array);
  assert_member (zip, "a", "one");
}

/* Words that are all the same shrink to a thousandth. */
static void
test_bombs (void)
{
  gsize large_bytes = GALLEY_ZIP_MAX_MEMBER_BYTES + 1;
  g_autofree char *large = g_malloc0 (large_bytes);
  g_autofree char *small = g_malloc0 (GALLEY_ZIP_ANY_RATIO_BYTES);
  const ZipMember one[] = { { "a", large, large_bytes },
                            { "b", small, GALLEY_ZIP_ANY_RATIO_BYTES } };
  g_autoptr (GBytes) bytes = make_zip (one, G_N_ELEMENTS (one), NULL);
  g_autoptr (GalleyZip) zip = open_zip (bytes);
  g_autoptr (GBytes) content = NULL;

  assert_fails (zip, "a", GALLEY_IMPORT_ERROR_TOO_LARGE, "unpacks to more than Galley reads");
  content = galley_zip_read (zip, "b", NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (content), ==, GALLEY_ZIP_ANY_RATIO_BYTES);
}

/* Each member may be read, and not all of them. */
static void
test_total (void)
{
  g_autofree char *noise = g_malloc (256 * 1024);
  g_autofree char *content = g_malloc0 (GALLEY_ZIP_MAX_MEMBER_BYTES);
  const ZipMember members[] = { { "noise", noise, 256 * 1024 },
                                { "a", content, GALLEY_ZIP_MAX_MEMBER_BYTES } };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GalleyZip) zip = NULL;

  for (guint i = 0; i < 256 * 1024; i++)
    noise[i] = g_test_rand_int_range (0, 256);
  bytes = make_zip (members, G_N_ELEMENTS (members), NULL);
  zip = open_zip (bytes);
  for (guint i = 0; i < GALLEY_ZIP_MAX_TOTAL_BYTES / GALLEY_ZIP_MAX_MEMBER_BYTES; i++)
    g_bytes_unref (galley_zip_read (zip, "a", NULL, NULL));
  assert_fails (zip, "a", GALLEY_IMPORT_ERROR_TOO_LARGE, "unpacks to more than Galley reads");
}

static void
test_many_members (void)
{
  guint n = GALLEY_ZIP_MAX_MEMBERS + 1;
  g_autofree ZipMember *members = g_new0 (ZipMember, n);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyZip) zip = NULL;

  for (guint i = 0; i < n; i++)
    members[i] = (ZipMember){ "a", "", -1 };
  bytes = make_zip (members, n, NULL);
  zip = galley_zip_open (bytes, "a.zip", &error);
  g_assert_null (zip);
  g_assert_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_TOO_LARGE);
}

static void
test_cancelled (void)
{
  const ZipMember members[] = { { "a", "one", -1 } };
  g_autoptr (GBytes) bytes = make_zip (members, G_N_ELEMENTS (members), NULL);
  g_autoptr (GalleyZip) zip = open_zip (bytes);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (galley_zip_read (zip, "a", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zip/members", test_members);
  g_test_add_func ("/zip/resolve", test_resolve);
  g_test_add_func ("/zip/other-slashes", test_other_slashes);
  g_test_add_func ("/zip/encrypted", test_encrypted);
  g_test_add_func ("/zip/cut-off", test_cut_off);
  g_test_add_func ("/zip/unknown-method", test_unknown_method);
  g_test_add_func ("/zip/false-statements", test_false_statements);
  g_test_add_func ("/zip/comment", test_comment);
  g_test_add_func ("/zip/zip64", test_zip64);
  g_test_add_func ("/zip/bombs", test_bombs);
  g_test_add_func ("/zip/total", test_total);
  g_test_add_func ("/zip/many-members", test_many_members);
  g_test_add_func ("/zip/cancelled", test_cancelled);

  return g_test_run ();
}

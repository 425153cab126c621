/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"
#include "fuzz.h"
#include "zip-testing.h"

#include "galley-reader.h"

#include <string.h>

/* The input is the members of a book one after the other, each after a line "=== NAME": a fuzzer
 * makes nothing of compressed bytes. The archive itself is tried with those of other formats. */

#define SIGN "=== "
#define MAX_MEMBERS 24
#define MAX_NAME_BYTES 60

typedef struct
{
  ZipMember members[MAX_MEMBERS];
  char names[MAX_MEMBERS][MAX_NAME_BYTES];
  guint n_members;
} Book;

/* The next line that begins a member, or where all ends. */
static const char *
find_member (const char *p, const char *end)
{
  const char *found = p;

  while (found < end && (found = memchr (found, '=', end - found)) != NULL)
    {
      if ((gsize) (end - found) > strlen (SIGN) && memcmp (found, SIGN, strlen (SIGN)) == 0 &&
          (found == p || found[-1] == '\n'))
        return found;
      found++;
    }

  return end;
}

/* Names that an archive can have. */
static gboolean
copy_name (char *name, const char *start, gsize length_bytes)
{
  if (length_bytes == 0 || length_bytes >= MAX_NAME_BYTES || start[length_bytes - 1] == '/')
    return FALSE;

  for (gsize i = 0; i < length_bytes; i++)
    if (!g_ascii_isprint (start[i]))
      return FALSE;
  memcpy (name, start, length_bytes);
  name[length_bytes] = '\0';
  return TRUE;
}

static void
parse (Book *book, const char *p, const char *end)
{
  for (p = find_member (p, end); p < end && book->n_members < MAX_MEMBERS;)
    {
      const char *name = p + strlen (SIGN), *line_end = memchr (name, '\n', end - name);
      const char *content = line_end != NULL ? line_end + 1 : end,
                 *next = find_member (content, end);
      ZipMember *member = &book->members[book->n_members];
      char *copy = book->names[book->n_members];

      if (line_end != NULL && copy_name (copy, name, line_end - name))
        {
          *member = (ZipMember){ copy, content, next - content };
          book->n_members++;
        }
      p = next;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree Book *book = g_new0 (Book, 1);
  g_autoptr (GBytes) bytes = NULL;
  GalleyInput input = { .label = "fuzz.epub" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = NULL;

  if (size > 0)
    parse (book, (const char *) data, (const char *) data + size);
  bytes = make_zip (book->members, book->n_members, /* password= */ NULL);
  input.bytes = bytes;
  document = galley_epub_reader.read (&input, &error);
  galley_decoded_clear (&input.decoded);
  check_read (document, error);
  return 0;
}

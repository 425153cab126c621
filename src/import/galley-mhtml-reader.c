/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-page.h"
#include "galley-late.h"
#include "galley-limits.h"

#include <glib/gi18n-lib.h>
#include <gmime/gmime.h>
#include <string.h>

/* A browser saves a page with its pictures as one MIME message: multipart/related, the page the
 * part that "start" names, or the first that is HTML. Parts within parts are walked with a stack.
 */

#define LOOK_BYTES 16384 /* of headers, in which the type has to be */

/* What is called of GMime, which is loaded late. */
#define GMIME_FUNCTIONS(F)                                                                         \
  F (g_mime_content_type_is_type)                                                                  \
  F (g_mime_data_wrapper_write_to_stream)                                                          \
  F (g_mime_init)                                                                                  \
  F (g_mime_message_get_mime_part)                                                                 \
  F (g_mime_multipart_get_count)                                                                   \
  F (g_mime_multipart_get_part)                                                                    \
  F (g_mime_multipart_get_type)                                                                    \
  F (g_mime_object_get_content_id)                                                                 \
  F (g_mime_object_get_content_type)                                                               \
  F (g_mime_object_get_content_type_parameter)                                                     \
  F (g_mime_object_get_header)                                                                     \
  F (g_mime_parser_construct_message)                                                              \
  F (g_mime_parser_new_with_stream)                                                                \
  F (g_mime_part_get_content)                                                                      \
  F (g_mime_part_get_content_location)                                                             \
  F (g_mime_part_get_type)                                                                         \
  F (g_mime_stream_mem_get_byte_array)                                                             \
  F (g_mime_stream_mem_new)                                                                        \
  F (g_mime_stream_mem_new_with_buffer)
#define GMIME_ENTRY(name) GALLEY_LATE_ENTRY (gmime, name)

static struct
{
  GMIME_FUNCTIONS (GALLEY_LATE_MEMBER)
} gmime;

static const GalleyLateFunction gmime_functions[] = { GMIME_FUNCTIONS (GMIME_ENTRY) };

static GalleyLate gmime_late = GALLEY_LATE_INIT ("libgmime-3.0.so.0", gmime_functions);

typedef struct
{
  GMimeObject *object; /* (unowned) */
  guint depth;
} Frame;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

/* The value of a header within the first ones, unfolded and in lower case, or NULL. */
static char *
find_header (const char *headers, const char *name)
{
  gsize name_bytes = strlen (name);

  for (const char *line = headers; *line != '\0';)
    {
      const char *end = strchr (line, '\n');

      if (end == NULL)
        end = line + strlen (line);
      if (*line == '\r' || *line == '\n')
        return NULL;
      if (g_ascii_strncasecmp (line, name, name_bytes) == 0 && line[name_bytes] == ':')
        {
          while (*end == '\n' && (end[1] == ' ' || end[1] == '\t'))
            end += 1 + strcspn (end + 1, "\n");
          return g_ascii_strdown (line + name_bytes + 1, end - line - name_bytes - 1);
        }
      line = *end == '\n' ? end + 1 : end;
    }

  return NULL;
}

static gboolean
recognise (const GalleyInput *input)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (input->bytes, &length_bytes);
  g_autofree char *start = NULL;
  g_autofree char *version = NULL;
  g_autofree char *type = NULL;

  if (length_bytes == 0 || !g_ascii_isalpha (data[0]))
    return FALSE;

  start = g_strndup (data, MIN (length_bytes, LOOK_BYTES));
  version = find_header (start, "mime-version");
  type = find_header (start, "content-type");

  return version != NULL && type != NULL &&
         (strstr (type, "multipart/related") != NULL || strstr (type, "text/html") != NULL);
}

/* The parser takes memory for each part and each header, however many there are. */
static gboolean
has_too_much (GBytes *bytes)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes), *end = data + length_bytes;
  guint n_parts = 0, n_headers = 0;
  gboolean in_headers = TRUE;

  for (const char *line = data, *next; line < end; line = next)
    {
      next = memchr (line, '\n', end - line);
      next = next != NULL ? next + 1 : end;
      if (next - line > 2 && memcmp (line, "--", 2) == 0)
        {
          n_parts++;
          in_headers = TRUE;
        }
      else if (*line == '\r' || *line == '\n')
        in_headers = FALSE;
      n_headers += in_headers;
      if (n_parts > GALLEY_MHTML_MAX_PARTS || n_headers > GALLEY_MHTML_MAX_HEADER_LINES)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_page (GMimeObject *object)
{
  GMimeContentType *type = gmime.g_mime_object_get_content_type (object);

  return G_TYPE_CHECK_INSTANCE_TYPE (object, gmime.g_mime_part_get_type ()) &&
         (gmime.g_mime_content_type_is_type (type, "text", "html") ||
          gmime.g_mime_content_type_is_type (type, "application", "xhtml+xml"));
}

static void
push_parts (GArray *stack, GMimeMultipart *parts, guint depth)
{
  for (int i = gmime.g_mime_multipart_get_count (parts); i-- > 0;)
    {
      Frame frame = { gmime.g_mime_multipart_get_part (parts, i), depth };

      g_array_append_val (stack, frame);
    }
}

/* The part that the message says to begin with, else its first page; NULL if it has none. */
static GMimePart *
find_page (GMimeObject *root)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Frame));
  const char *start = gmime.g_mime_object_get_content_type_parameter (root, "start");
  g_autofree char *id = start != NULL ? g_strdup (start) : NULL;
  GMimePart *first = NULL;
  Frame frame = { root, 0 };

  if (id != NULL)
    g_strdelimit (id, "<>", ' ');
  g_array_append_val (stack, frame);
  for (guint n = 0; stack->len > 0 && n < GALLEY_MHTML_MAX_PARTS; n++)
    {
      frame = g_array_index (stack, Frame, stack->len - 1);
      g_array_set_size (stack, stack->len - 1);
      if (G_TYPE_CHECK_INSTANCE_TYPE (frame.object, gmime.g_mime_multipart_get_type ()) &&
          frame.depth < GALLEY_MHTML_MAX_DEPTH)
        push_parts (stack, (GMimeMultipart *) frame.object, frame.depth + 1);
      if (!is_page (frame.object))
        continue;
      if (first == NULL)
        first = (GMimePart *) frame.object;
      if (id != NULL &&
          g_strcmp0 (gmime.g_mime_object_get_content_id (frame.object), g_strstrip (id)) == 0)
        return (GMimePart *) frame.object;
    }

  return first;
}

/* The content of the part, transfer encoding undone. */
static GBytes *
decode_part (GMimePart *part)
{
  GMimeDataWrapper *content = gmime.g_mime_part_get_content (part);
  g_autoptr (GMimeStream) stream = gmime.g_mime_stream_mem_new ();
  GByteArray *bytes = gmime.g_mime_stream_mem_get_byte_array ((GMimeStreamMem *) stream);

  if (content != NULL)
    gmime.g_mime_data_wrapper_write_to_stream (content, stream);

  return g_bytes_new (bytes->data, bytes->len);
}

/* Where the page was found: of the part, else what Blink notes in the message. */
static char *
find_address (GMimeMessage *message, GMimePart *part)
{
  const char *address = gmime.g_mime_part_get_content_location (part);

  if (address == NULL || !g_str_has_prefix (address, "http"))
    address = gmime.g_mime_object_get_header ((GMimeObject *) message, "Snapshot-Content-Location");

  return g_strdup (address);
}

static GMimeMessage *
parse (GBytes *bytes)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);
  g_autoptr (GMimeStream) stream = gmime.g_mime_stream_mem_new_with_buffer (data, length_bytes);
  g_autoptr (GMimeParser) parser = gmime.g_mime_parser_new_with_stream (stream);

  return gmime.g_mime_parser_construct_message (parser, /* options= */ NULL);
}

static gboolean
init_gmime (GError **error)
{
  static gsize is_ready;

  if (!galley_late_load (&gmime_late, error))
    return FALSE;

  if (g_once_init_enter (&is_ready))
    {
      gmime.g_mime_init ();
      g_once_init_leave (&is_ready, TRUE);
    }
  return TRUE;
}

static GalleyDocument *
read_mhtml (GalleyInput *input, GError **error)
{
  g_autoptr (GMimeMessage) message = NULL;
  g_autoptr (GBytes) page = NULL;
  g_autofree char *address = NULL;
  GMimePart *part;

  if (has_too_much (input->bytes))
    {
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_TOO_LARGE,
                   _ ("“%s” has too many parts to be read as a saved web page"), input->label);
      return NULL;
    }

  if (!init_gmime (error))
    return NULL;
  message = parse (input->bytes);
  part = message != NULL && gmime.g_mime_message_get_mime_part (message) != NULL
             ? find_page (gmime.g_mime_message_get_mime_part (message))
             : NULL;
  if (part == NULL)
    {
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED,
                   _ ("“%s” is a saved web page, but there is no page in it"), input->label);
      return NULL;
    }

  page = decode_part (part);
  address = find_address (message, part);
  return galley_html_page_read (
      input, page, gmime.g_mime_object_get_content_type_parameter ((GMimeObject *) part, "charset"),
      address, "multipart/related", error);
}

const GalleyReader galley_mhtml_reader = {
  .media_type = "multipart/related",
  .recognise = recognise,
  .read = read_mhtml,
};

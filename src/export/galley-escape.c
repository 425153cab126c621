/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-escape.h"

#include "galley-append.h"

#include <gio/gio.h>
#include <string.h>

#define REPLACEMENT "\357\277\275" /* U+FFFD */

/* Characters that no HTML document may hold, not even as a reference: most control characters and
 * the noncharacters. Carriage returns and form feeds are for the caller. */
static gboolean
is_forbidden (gunichar c)
{
  if (c < 0x20)
    return c != '\t' && c != '\n' && c != '\r';

  return (c >= 0x7f && c <= 0x9f) || (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

/* Skips what is the same in every format of markup, which most bytes are: letters, digits, spaces
 * and most punctuation of ASCII. */
static const char *
skip_plain (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || (*p >= '(' && *p <= ';') || (*p >= '?' && *p <= '~')))
    p++;

  return p;
}

static const char *
find_html_reference (gunichar c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\f':
      return " "; /* which it is to HTML, but XML cannot hold it */
    default:
      return is_forbidden (c) ? REPLACEMENT : NULL;
    }
}

/**
 * galley_escape_html:
 * @utf8: valid UTF-8, NUL-terminated or part of what is
 * @length_bytes: length of the part, or -1 for all of it
 *
 * Appends @utf8 as text of an HTML element or of a quoted attribute. Characters that HTML forbids
 * become U+FFFD; every kind of line end becomes a line feed, as a reader of HTML would make it.
 */
void
galley_escape_html (GString *out, const char *utf8, gssize length_bytes)
{
  const char *end = utf8 + (length_bytes < 0 ? (gssize) strlen (utf8) : length_bytes);
  const char *run = utf8;

  for (const char *p = skip_plain (utf8, end); p < end;)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p), *instead = find_html_reference (c);

      /* Also where the two halves of a line end go into different parts. */
      if (c == '\r')
        instead = *next == '\n' ? "" : "\n";
      if (instead != NULL)
        {
          g_string_append_len (out, run, p - run);
          g_string_append (out, instead);
          run = next;
        }
      p = skip_plain (next, end);
    }
  galley_append_bytes (out, run, (gsize) (end - run));
}

static const char *
find_xml_reference (gunichar c)
{
  switch (c)
    {
    case '\t':
    case '\n':
    case '\r':
      return NULL;
    default:
      break;
    }

  if (c < 0x20 || (c & ~1u) == 0xfffe)
    return REPLACEMENT;
  return c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' ? find_html_reference (c) : NULL;
}

/**
 * galley_escape_xml:
 * @utf8: valid UTF-8, NUL-terminated or part of what is
 * @length_bytes: length of the part, or -1 for all of it
 *
 * Appends @utf8 as text of an XML element, or of a quoted attribute, where line ends and tabs are
 * read as spaces. Who reads it makes line feeds of all line ends. Characters that XML 1.0 forbids
 * become U+FFFD.
 */
void
galley_escape_xml (GString *out, const char *utf8, gssize length_bytes)
{
  const char *end = utf8 + (length_bytes < 0 ? (gssize) strlen (utf8) : length_bytes);
  const char *run = utf8;

  for (const char *p = skip_plain (utf8, end), *next; p < end; p = skip_plain (next, end))
    {
      const char *instead = find_xml_reference (g_utf8_get_char (p));

      next = g_utf8_next_char (p);
      if (instead == NULL)
        continue;
      g_string_append_len (out, run, p - run);
      g_string_append (out, instead);
      run = next;
    }
  g_string_append_len (out, run, end - run);
}

/* Whether @p, at the start of a line, begins what would open a block: a list, a heading, a rule,
 * an underline of a heading. Returns the byte to put a backslash before, or NULL. */
static const char *
find_block_opener (const char *p, const char *end)
{
  const char *digits = p;

  if (p < end && strchr ("#+-=", *p) != NULL)
    return p;

  while (digits < end && digits - p < 10 && g_ascii_isdigit (*digits))
    digits++;
  if (digits > p && digits < end && (*digits == '.' || *digits == ')'))
    return digits;

  return NULL;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/* Line ends and the white space around them become one line end; blank lines would cut the block
 * in two, and spaces at either end of a line have a meaning of their own. */
static const char *
append_line_end (GString *out, const char *p, const char *end, const char *line_prefix)
{
  while (p < end && is_blank (*p))
    p++;
  while (out->len > 0 && (out->str[out->len - 1] == ' ' || out->str[out->len - 1] == '\t'))
    g_string_truncate (out, out->len - 1);
  if (line_prefix == NULL)
    g_string_append_c (out, ' ');
  else
    g_string_append_printf (out, "\n%s", line_prefix);

  return p;
}

/**
 * galley_escape_markdown:
 * @utf8: valid UTF-8
 * @length_bytes: its length, or -1 if it is NUL-terminated
 * @line_prefix: (nullable): what each further line begins with, such as "> "; %NULL turns line ends
 *   into spaces, as a heading needs it
 * @place: (inout): what stands before it, and what stands before whatever comes next
 *
 * Appends @utf8 as words of a CommonMark block: every character that would start markup is
 * escaped, also for the tables and strike-through of GitHub's dialect. White space at the start of
 * a line is dropped.
 */
void
galley_escape_markdown (GString *out,
                        const char *utf8,
                        gssize length_bytes,
                        const char *line_prefix,
                        GalleyMarkdownPlace *place)
{
  const char *end = utf8 + (length_bytes < 0 ? (gssize) strlen (utf8) : length_bytes);
  const char *opener = NULL, *p = utf8;

  while (p < end)
    {
      if (*place == GALLEY_MARKDOWN_LINE_START)
        {
          while (p < end && is_blank (*p))
            p++;
          opener = find_block_opener (p, end);
          if (p < end)
            *place = GALLEY_MARKDOWN_INLINE;
          continue;
        }
      if (*p == '\n' || *p == '\r')
        {
          p = append_line_end (out, p, end, line_prefix);
          if (line_prefix != NULL)
            *place = GALLEY_MARKDOWN_LINE_START;
          continue;
        }

      /* An exclamation mark at the end would make a picture of a link that comes next. */
      if (strchr ("\\`*_[]<>&~|", *p) != NULL || p == opener ||
          (*p == '#' && line_prefix == NULL) || (*p == '!' && p + 1 == end))
        g_string_append_c (out, '\\');
      if (*p == '\f')
        g_string_append_c (out, ' ');
      else if (is_forbidden (g_utf8_get_char (p)))
        g_string_append (out, REPLACEMENT);
      else
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
      p = g_utf8_next_char (p);
    }
}

/**
 * galley_escape_text:
 * @utf8: valid UTF-8, NUL-terminated or part of what is
 * @length_bytes: length of the part, or -1 for all of it
 * @line_prefix: (nullable): what each further line begins with; %NULL turns line ends into spaces
 *
 * Appends @utf8 as plain text. Control characters, which a terminal would obey, become U+FFFD.
 */
void
galley_escape_text (GString *out, const char *utf8, gssize length_bytes, const char *line_prefix)
{
  const char *end = utf8 + (length_bytes < 0 ? (gssize) strlen (utf8) : length_bytes);

  for (const char *p = utf8; p < end; p = g_utf8_next_char (p))
    {
      gboolean is_line_end = *p == '\n' || (*p == '\r' && p[1] != '\n');

      if (is_line_end && line_prefix != NULL)
        g_string_append_printf (out, "\n%s", line_prefix);
      else if (is_line_end || *p == '\f')
        g_string_append_c (out, ' ');
      else if (*p == '\r')
        continue; /* the line feed behind it ends the line */
      else if (is_forbidden (g_utf8_get_char (p)))
        g_string_append (out, REPLACEMENT);
      else
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
}

/**
 * galley_escape_close_direction:
 * @utf8: words that stand in @out last
 *
 * Appends what ends every embedding, override and isolate that @utf8 begins and leaves open, so
 * that it turns nothing round that comes behind it in the line.
 */
void
galley_escape_close_direction (GString *out, const char *utf8)
{
  g_autofree gunichar *closing = NULL;
  guint n_open = 0;

  /* All of them are three bytes, beginning with E2 80 or E2 81. */
  if (strstr (utf8, "\342\200") == NULL && strstr (utf8, "\342\201") == NULL)
    return;

  closing = g_new (gunichar, strlen (utf8) / 3 + 1);
  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x202a || c == 0x202b || c == 0x202d || c == 0x202e)
        closing[n_open++] = 0x202c;
      else if (c >= 0x2066 && c <= 0x2068)
        closing[n_open++] = 0x2069;
      else if (n_open > 0 && c == closing[n_open - 1])
        n_open--;
    }
  while (n_open > 0)
    g_string_append_unichar (out, closing[--n_open]);
}

/**
 * galley_escape_is_formula:
 * @utf8: valid UTF-8
 *
 * Returns: whether a spreadsheet may take @utf8 for a formula, in any language that it speaks: wide
 *   signs count in some
 */
gboolean
galley_escape_is_formula (const char *utf8)
{
  static const char *const wide[] = { "＝", "＋", "－", "＠" };

  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (utf8, wide[i]))
      return TRUE;

  return *utf8 != '\0' && strchr ("=+-@\t\r\n", *utf8) != NULL;
}

/**
 * galley_escape_csv:
 * @utf8: valid UTF-8
 *
 * Appends @utf8 as a cell of RFC 4180. A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front.
 */
void
galley_escape_csv (GString *out, const char *utf8)
{
  gboolean is_formula = galley_escape_is_formula (utf8);

  if (strpbrk (utf8, ",\"\r\n") == NULL)
    {
      g_string_append_printf (out, "%s%s", is_formula ? "'" : "", utf8);
      return;
    }

  g_string_append (out, is_formula ? "\"'" : "\"");
  for (const char *quote; (quote = strchr (utf8, '"')) != NULL; utf8 = quote + 1)
    {
      g_string_append_len (out, utf8, quote - utf8);
      g_string_append (out, "\"\"");
    }
  g_string_append_printf (out, "%s\"", utf8);
}

/**
 * galley_escape_csv_row:
 * @cells: (array length=n_cells) (element-type utf8): valid UTF-8; %NULL for an empty cell
 *
 * Appends a row of RFC 4180.
 */
void
galley_escape_csv_row (GString *out, const char *const *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      galley_escape_csv (out, cells[i] != NULL ? cells[i] : "");
    }
  g_string_append (out, "\r\n");
}

/* Appends @part of an address with everything percent-encoded that RFC 3986 does not allow there.
 */
static void
append_component (GString *out, const char *part, const char *allowed)
{
  for (const char *p = part; *p != '\0'; p++)
    {
      gboolean is_encoded = *p == '%' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]);

      if (g_ascii_isalnum (*p) || is_encoded || strchr ("-._~", *p) || strchr (allowed, *p))
        g_string_append_c (out, *p);
      else
        g_string_append_printf (out, "%%%02X", (guchar) *p);
    }
}

/* Appends the name of a host and returns TRUE if it can be one. */
static gboolean
append_host (GString *out, const char *host)
{
  g_autofree char *ascii = NULL;

  if (strchr (host, ':') != NULL)
    {
      g_string_append_printf (out, "[%s]", host);
      return g_hostname_is_ip_address (host);
    }

  ascii = g_hostname_to_ascii (host);
  if (ascii == NULL || *ascii == '\0' || *ascii == '.' || strstr (ascii, "..") != NULL)
    return FALSE;
  for (const char *p = ascii; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '.')
      return FALSE;
  g_string_append (out, ascii);

  return TRUE;
}

static gboolean
append_authority (GString *out, const char *userinfo, const char *host, gint port)
{
  g_string_append (out, "//");
  if (userinfo != NULL)
    {
      append_component (out, userinfo, "!$&'()*+,;=:");
      g_string_append_c (out, '@');
    }
  if (host == NULL || !append_host (out, host))
    return FALSE;
  if (port > 0)
    g_string_append_printf (out, ":%d", port);

  return TRUE;
}

/**
 * galley_escape_href:
 * @address: what somebody gave as an address
 *
 * Makes an address that may be linked: only http, https and mailto ones are, and only if they can
 * be addresses at all. The result still has to be escaped for its target.
 *
 * Returns: (transfer full) (nullable): the address in the ASCII form of RFC 3986, or %NULL if it
 * has to be printed as text
 */
char *
galley_escape_href (const char *address)
{
  g_autofree char *scheme = NULL, *userinfo = NULL, *host = NULL, *path = NULL, *query = NULL;
  g_autofree char *fragment = NULL, *stripped = g_strstrip (g_strdup (address));
  g_autoptr (GString) out = g_string_new (NULL);
  gint port = -1;
  gboolean is_mail;

  if (!g_uri_split (stripped, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, &scheme, &userinfo,
                    &host, &port, &path, &query, &fragment, /* error= */ NULL) ||
      scheme == NULL)
    return NULL;

  is_mail = g_ascii_strcasecmp (scheme, "mailto") == 0;
  if (!is_mail && g_ascii_strcasecmp (scheme, "http") != 0 &&
      g_ascii_strcasecmp (scheme, "https") != 0)
    return NULL;
  if (is_mail && (host != NULL || strchr (path, '@') == NULL))
    return NULL;

  g_string_append_printf (out, "%s:", scheme);
  g_string_ascii_down (out);
  if (!is_mail && !append_authority (out, userinfo, host, port))
    return NULL;
  append_component (out, path, "!$&'()*+,;=:@/");
  if (query != NULL)
    {
      g_string_append_c (out, '?');
      append_component (out, query, "!$&'()*+,;=:@/?");
    }
  if (fragment != NULL)
    {
      g_string_append_c (out, '#');
      append_component (out, fragment, "!$&'()*+,;=:@/?");
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-encoding.h"

#include "galley-html-charset.h"

#include <string.h>

/* A byte order mark decides, as for any text. Bytes that are UTF-8 and not merely ASCII are UTF-8
 * whatever the page says of itself: programs that save pages write UTF-8 and leave the page's own
 * statement as it was. Then the statement is believed: of who delivered the page, of the page.
 * Where there is none, or none that can be true, the words tell, see galley-html-charset.c. */

#define LOOK_BYTES 4096 /* where a page has to state its encoding; the standard says 1024 */
#define MAX_LABEL_BYTES 40
#define MIN_BYTES_PER_NUL 20 /* in what is text but for stray ones */
#define REPLACEMENT "\xEF\xBF\xBD"

/* Labels as the WHATWG Encoding Standard reads them, where the name for iconv is another one. */
static const struct
{
  const char *label;
  const char *charset;
} labels[] = {
  { "ascii", "WINDOWS-1252" },
  { "us-ascii", "WINDOWS-1252" },
  { "iso-8859-1", "WINDOWS-1252" },
  { "iso8859-1", "WINDOWS-1252" },
  { "iso88591", "WINDOWS-1252" },
  { "latin1", "WINDOWS-1252" },
  { "latin-1", "WINDOWS-1252" },
  { "iso_8859-1", "WINDOWS-1252" },
  { "cp1252", "WINDOWS-1252" },
  { "x-cp1252", "WINDOWS-1252" },
  { "iso-8859-9", "WINDOWS-1254" },
  { "latin5", "WINDOWS-1254" },
  { "iso-8859-11", "CP874" },
  { "tis-620", "CP874" },
  { "windows-874", "CP874" },
  { "gb2312", "GB18030" },
  { "gbk", "GB18030" },
  { "x-gbk", "GB18030" },
  { "gb_2312-80", "GB18030" },
  { "chinese", "GB18030" },
  { "big5", "BIG5-HKSCS" },
  { "big5-hkscs", "BIG5-HKSCS" },
  { "x-x-big5", "BIG5-HKSCS" },
  { "shift_jis", "CP932" },
  { "shift-jis", "CP932" },
  { "sjis", "CP932" },
  { "x-sjis", "CP932" },
  { "windows-31j", "CP932" },
  { "ms_kanji", "CP932" },
  { "euc-kr", "UHC" },
  { "ks_c_5601-1987", "UHC" },
  { "korean", "UHC" },
  { "windows-949", "UHC" },
  { "x-euc-jp", "EUC-JP" },
  { "logical", "ISO-8859-8" },
  { "iso-8859-8-i", "ISO-8859-8" },
  { "macintosh", "MACINTOSH" },
  { "x-mac-roman", "MACINTOSH" },
  { "mac", "MACINTOSH" },
  { "utf8", "UTF-8" },
  { "unicode-1-1-utf-8", "UTF-8" },
  /* A page that can be read far enough to find this is in no such encoding. */
  { "utf-16", "UTF-8" },
  { "utf-16le", "UTF-8" },
  { "utf-16be", "UTF-8" },
  { "unicode", "UTF-8" },
};

/* Reads the label after "charset=" within @data, in lower case. */
static char *
find_label (const char *data, gsize length_bytes)
{
  const char *end = data + length_bytes;

  for (const char *p = data; p + 8 < end; p++)
    {
      gsize n = 0;

      p = memchr (p, '=', end - p);
      if (p == NULL)
        return NULL;
      if (p - data < 7 || (g_ascii_strncasecmp (p - 7, "charset", 7) != 0 &&
                           g_ascii_strncasecmp (p - 8, "encoding", 8) != 0))
        continue;
      while (++p < end && (*p == '"' || *p == '\'' || *p == ' '))
        ;
      while (p + n < end && n < MAX_LABEL_BYTES &&
             (g_ascii_isalnum (p[n]) || strchr ("-_:.", p[n]) != NULL) && p[n] != '\0')
        n++;
      if (n > 0)
        return g_ascii_strdown (p, n);
    }

  return NULL;
}

/* What follows a slash tells iconv to drop what it cannot read; no page may ask for that. */
static const char *
find_charset (const char *label)
{
  if (strchr (label, '/') != NULL)
    return "UTF-8";

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].label, label) == 0)
      return labels[i].charset;

  return label;
}

/* Only scripts that are not parted by spaces take some three bytes for a byte or two. */
static gboolean
convert (GBytes *bytes, const char *charset, GalleyDecoded *decoded)
{
  GIConv conv = g_iconv_open ("UTF-8", charset);
  gsize left_bytes, room_bytes;
  char *in = (char *) g_bytes_get_data (bytes, &left_bytes), *out;
  gsize all_bytes = left_bytes * 3 + 4 * sizeof (REPLACEMENT);
  g_autofree char *text = NULL;

  if (conv == (GIConv) -1)
    return FALSE;

  out = text = g_malloc (all_bytes);
  room_bytes = all_bytes - 1;
  while (left_bytes > 0 && g_iconv (conv, &in, &left_bytes, &out, &room_bytes) == (gsize) -1)
    {
      if (left_bytes == 0 || room_bytes < sizeof (REPLACEMENT))
        break;
      /* Not a character, or the half of one at the end. */
      memcpy (out, REPLACEMENT, strlen (REPLACEMENT));
      out += strlen (REPLACEMENT);
      room_bytes -= strlen (REPLACEMENT);
      in++;
      left_bytes--;
      decoded->n_replaced++;
    }
  g_iconv_close (conv);
  *out = '\0';
  if (left_bytes > 0 || !g_utf8_validate_len (text, out - text, NULL))
    {
      decoded->n_replaced = 0;
      return FALSE;
    }

  decoded->encoding = GALLEY_ENCODING_STATED;
  decoded->length_bytes = out - text;
  decoded->utf8 = g_realloc (g_steal_pointer (&text), decoded->length_bytes + 1);
  return TRUE;
}

/* A browser shows U+FFFD for a NUL, and goes on. */
static GBytes *
replace_nuls (GBytes *bytes, guint *out_n_replaced)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);
  GString *clean = g_string_sized_new (length_bytes);

  *out_n_replaced = 0;
  for (gsize i = 0; i < length_bytes; i++)
    {
      if (data[i] != '\0')
        g_string_append_c (clean, data[i]);
      else
        {
          g_string_append (clean, REPLACEMENT);
          ++*out_n_replaced;
        }
    }

  return g_string_free_to_bytes (clean);
}

/* Reads what would be taken for Windows-1252 as what its words look like. */
static void
guess (GBytes *bytes, GalleyDecoded *decoded)
{
  g_auto (GalleyDecoded) guessed = { NULL };
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);
  const char *name, *charset = galley_html_charset_guess (data, length_bytes, &name);

  if (charset == NULL || !convert (bytes, charset, &guessed))
    return;

  galley_decoded_clear (decoded);
  *decoded = guessed;
  guessed.utf8 = NULL;
  decoded->encoding = GALLEY_ENCODING_GUESSED;
  decoded->guess = name;
}

static gboolean
has_mark (const char *data, gsize length_bytes)
{
  return (length_bytes >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0) ||
         (length_bytes >= 2 &&
          (memcmp (data, "\xFF\xFE", 2) == 0 || memcmp (data, "\xFE\xFF", 2) == 0));
}

static gboolean
has_high_bytes (const char *data, gsize length_bytes)
{
  for (gsize i = 0; i < length_bytes; i++)
    if ((guchar) data[i] >= 0x80)
      return TRUE;

  return FALSE;
}

/**
 * galley_html_encoding_decode:
 * @bytes: a page
 * @charset: (nullable): the encoding that was stated where the page came from
 * @decoded: (out caller-allocates): where to put the text; cleared if there is none
 *
 * Decodes a page. No byte is dropped: what is no character becomes U+FFFD and is counted.
 *
 * Returns: whether @bytes are text
 */
gboolean
galley_html_encoding_decode (GBytes *bytes, const char *charset, GalleyDecoded *decoded)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);
  g_autofree char *label = NULL;
  g_autoptr (GBytes) clean = NULL;
  guint n_replaced;

  *decoded = (GalleyDecoded){ NULL };
  if (length_bytes > 0 && !has_mark (data, length_bytes) &&
      memchr (data, 0, length_bytes) == NULL &&
      !(g_utf8_validate_len (data, length_bytes, NULL) && has_high_bytes (data, length_bytes)))
    {
      if (charset != NULL)
        label = g_ascii_strdown (charset, -1);
      /* It is not UTF-8, whoever says so. */
      if (label == NULL || strcmp (find_charset (label), "UTF-8") == 0 ||
          strcmp (label, "utf-8") == 0)
        {
          g_free (label);
          label = find_label (data, MIN (length_bytes, LOOK_BYTES));
        }
      if (label != NULL && strcmp (find_charset (label), "UTF-8") != 0 &&
          g_ascii_strcasecmp (label, "utf-8") != 0 &&
          convert (bytes, find_charset (label), decoded))
        return TRUE;
    }
  if (galley_decoded_init (decoded, bytes))
    {
      if (decoded->encoding == GALLEY_ENCODING_WINDOWS_1252)
        guess (bytes, decoded);
      return TRUE;
    }

  clean = replace_nuls (bytes, &n_replaced);
  if (n_replaced * MIN_BYTES_PER_NUL > length_bytes || !galley_decoded_init (decoded, clean))
    return FALSE;
  decoded->n_replaced += n_replaced;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How bytes become text, in this order:
 *
 * 1. A byte order mark decides. It is no part of the text.
 * 2. What is valid UTF-8 without NUL is UTF-8; that hardly ever happens by chance.
 * 3. NULs at every other byte are UTF-16, if all else about the text is plausible. Any other
 *    NUL means that the input is no text.
 * 4. UTF-8 with a few bytes that are not (parts of two files glued together, an editor that did not
 *    ask) stays UTF-8, and only those bytes are taken for Windows-1252: reading the whole as
 *    Windows-1252 would spoil every accent and quote in it.
 * 5. All else is Windows-1252, in which every byte is a character: the five that it leaves
 * undefined are the C1 controls, as in the WHATWG Encoding Standard. No byte is ever dropped. */

#define REPLACEMENT 0xFFFD
#define INVALID ((gunichar) -1)
#define CHUNK_BYTES 64

/* Windows-1252 from 0x80 to 0x9F; the rest is Latin-1. */
static const guint16 windows_1252[32] = {
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

static const struct
{
  const char *mark;
  gsize length_bytes;
  GalleyEncoding encoding;
} marks[] = {
  /* UTF-32 first: its little-endian mark begins with that of UTF-16. */
  { "\xFF\xFE\0\0", 4, GALLEY_ENCODING_UTF_32_LE },
  { "\0\0\xFE\xFF", 4, GALLEY_ENCODING_UTF_32_BE },
  { "\xEF\xBB\xBF", 3, GALLEY_ENCODING_UTF_8 },
  { "\xFF\xFE", 2, GALLEY_ENCODING_UTF_16_LE },
  { "\xFE\xFF", 2, GALLEY_ENCODING_UTF_16_BE },
};

static gunichar
from_windows_1252 (guchar byte)
{
  return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
}

static inline guint
get_16 (const guchar *p, gboolean little_endian)
{
  return little_endian ? p[0] | p[1] << 8 : p[0] << 8 | p[1];
}

static gunichar
get_32 (const guchar *p, gboolean little_endian)
{
  return little_endian ? get_16 (p, TRUE) | (gunichar) get_16 (p + 2, TRUE) << 16
                       : (gunichar) get_16 (p, FALSE) << 16 | get_16 (p + 2, FALSE);
}

/* Stores the character at @p of UTF-16 and returns how many bytes it takes; a half of a surrogate
 * pair or a single last byte is INVALID. */
static inline gsize
next_utf_16 (const guchar *p, gsize left_bytes, gboolean little_endian, gunichar *out_character)
{
  guint unit, low;

  *out_character = INVALID;
  if (left_bytes < 2)
    return left_bytes;

  unit = get_16 (p, little_endian);
  if (unit < 0xD800 || unit > 0xDFFF)
    *out_character = unit;
  else if (unit < 0xDC00 && left_bytes >= 4)
    {
      low = get_16 (p + 2, little_endian);
      if (low >= 0xDC00 && low <= 0xDFFF)
        {
          *out_character = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
          return 4;
        }
    }

  return 2;
}

static gsize
next_utf_32 (const guchar *p, gsize left_bytes, gboolean little_endian, gunichar *out_character)
{
  gunichar character;

  *out_character = INVALID;
  if (left_bytes < 4)
    return left_bytes;

  character = get_32 (p, little_endian);
  if (g_unichar_validate (character))
    *out_character = character;

  return 4;
}

/* FALSE if the text holds U+0000. */
static gboolean
decode_wide (GalleyDecoded *decoded, const guchar *data, gsize length_bytes)
{
  gboolean wide = decoded->encoding == GALLEY_ENCODING_UTF_32_LE ||
                  decoded->encoding == GALLEY_ENCODING_UTF_32_BE;
  gboolean little_endian = decoded->encoding == GALLEY_ENCODING_UTF_16_LE ||
                           decoded->encoding == GALLEY_ENCODING_UTF_32_LE;
  /* A unit of UTF-16 becomes three bytes at most, and one of UTF-32 four. */
  g_autofree char *text = g_malloc (length_bytes + length_bytes / 2 + 3 + 1);
  char *p = text;

  for (gsize i = 0; i < length_bytes;)
    {
      gunichar character;

      i += wide ? next_utf_32 (data + i, length_bytes - i, little_endian, &character)
                : next_utf_16 (data + i, length_bytes - i, little_endian, &character);
      if (character == 0)
        return FALSE;
      if (character == INVALID)
        {
          decoded->n_replaced++;
          character = REPLACEMENT;
        }
      if (character < 0x80)
        *p++ = character;
      else
        p += g_unichar_to_utf8 (character, p);
    }
  *p = '\0';

  decoded->length_bytes = p - text;
  decoded->utf8 = g_realloc (g_steal_pointer (&text), decoded->length_bytes + 1);
  return TRUE;
}

/* Whether a plausible text, cut off at any byte, could hold @character: text does not use control
 * characters, private ones or such as do not exist, and bytes that are none hardly avoid them. */
static gboolean
is_plausible (gunichar character)
{
  if (character < 0x80)
    return character >= 0x20 || (character >= '\t' && character <= '\r');

  return g_unichar_isdefined (character) && g_unichar_type (character) != G_UNICODE_PRIVATE_USE;
}

/* Neither a NUL nor what ASCII has letters and white space of. */
static inline gboolean
is_foreign (guchar byte)
{
  return byte >= 0x7F ||
         (byte < ' ' && byte != 0 && byte != '\t' && byte != '\n' && byte != '\f' && byte != '\r');
}

/* Adds the NULs at even and at odd bytes to @n_nuls. */
static guint
count_foreign_in_chunk (const guchar *chunk, gsize *n_nuls)
{
  guint8 n_foreign = 0, n_even = 0, n_all = 0;

  for (guint i = 0; i < CHUNK_BYTES; i++)
    n_foreign += is_foreign (chunk[i]);
  for (guint i = 0; i < CHUNK_BYTES; i++)
    n_all += chunk[i] == 0;
  for (guint i = 0; i < CHUNK_BYTES; i += 2)
    n_even += chunk[i] == 0;

  n_nuls[0] += n_even;
  n_nuls[1] += n_all - n_even;
  return n_foreign;
}

/* UTF-16 without a mark shows by its NULs: the upper halves of letters, spaces and line ends,
 * nearly all at even bytes or nearly all at odd ones; the lower half of a character is a NUL but
 * rarely. Where they are few, the text is in no European language, and other bytes than ASCII's
 * letters make up a good part of it; else it is a text with stray NULs. Said to be UTF-16 only if
 * each character is plausible, too. */
static gboolean
detect_utf_16 (const guchar *data, gsize length_bytes, GalleyEncoding *out_encoding)
{
  gsize n_nuls[2] = { 0, 0 }, n_foreign = 0, i = 0;
  gboolean little_endian;

  for (; i + CHUNK_BYTES <= length_bytes; i += CHUNK_BYTES)
    n_foreign += count_foreign_in_chunk (data + i, n_nuls);
  for (; i < length_bytes; i++)
    {
      n_nuls[i % 2] += data[i] == 0;
      n_foreign += is_foreign (data[i]);
    }
  if (MIN (n_nuls[0], n_nuls[1]) * 8 > MAX (n_nuls[0], n_nuls[1]) || n_nuls[0] + n_nuls[1] < 2 ||
      (n_nuls[0] + n_nuls[1]) * 100 < length_bytes ||
      ((n_nuls[0] + n_nuls[1]) * 4 < length_bytes && n_foreign * 7 < length_bytes))
    return FALSE;

  little_endian = n_nuls[1] > n_nuls[0];
  for (i = 0; i + 1 < length_bytes;)
    {
      gunichar character;

      i += next_utf_16 (data + i, length_bytes - i, little_endian, &character);
      if (!is_plausible (character))
        return FALSE;
    }

  *out_encoding = little_endian ? GALLEY_ENCODING_UTF_16_LE : GALLEY_ENCODING_UTF_16_BE;
  return TRUE;
}

/* Counts the characters of two bytes and more in what is valid, and the bytes that are not. */
static void
count_utf_8 (const char *data, gsize length_bytes, gsize *out_n_long, gsize *out_n_stray)
{
  const char *end = data + length_bytes, *valid_end;

  *out_n_long = *out_n_stray = 0;
  for (const char *p = data; p < end; p = valid_end + 1)
    {
      g_utf8_validate_len (p, end - p, &valid_end);
      for (const char *q = p; q < valid_end; q++)
        *out_n_long += ((guchar) *q & 0xC0) == 0xC0;
      if (valid_end == end)
        break;
      ++*out_n_stray;
    }
}

static void
append_windows_1252 (GString *text, const char *data, gsize length_bytes)
{
  for (gsize i = 0; i < length_bytes; i++)
    {
      if ((guchar) data[i] < 0x80)
        g_string_append_c (text, data[i]);
      else
        g_string_append_unichar (text, from_windows_1252 (data[i]));
    }
}

static void
decode_with_strays (GalleyDecoded *decoded, const char *data, gsize length_bytes)
{
  GString *text = g_string_sized_new (length_bytes);
  const char *end = data + length_bytes, *valid_end;

  for (const char *p = data; p < end; p = valid_end + 1)
    {
      g_utf8_validate_len (p, end - p, &valid_end);
      g_string_append_len (text, p, valid_end - p);
      if (valid_end == end)
        break;
      append_windows_1252 (text, valid_end, 1);
    }

  decoded->length_bytes = text->len;
  decoded->utf8 = g_string_free (text, FALSE);
}

static void
decode_bytewise (GalleyDecoded *decoded, const char *data, gsize length_bytes, gboolean marked)
{
  gsize n_long, n_stray;

  if (g_utf8_validate_len (data, length_bytes, NULL))
    {
      decoded->encoding = GALLEY_ENCODING_UTF_8;
      decoded->utf8 = g_malloc (length_bytes + 1);
      memcpy (decoded->utf8, data, length_bytes);
      decoded->utf8[length_bytes] = '\0';
      decoded->length_bytes = length_bytes;
      return;
    }

  count_utf_8 (data, length_bytes, &n_long, &n_stray);
  if (marked || n_long > n_stray)
    {
      decoded->encoding = GALLEY_ENCODING_UTF_8_WITH_STRAYS;
      decoded->n_guessed = MIN (n_stray, G_MAXUINT);
      decode_with_strays (decoded, data, length_bytes);
    }
  else
    {
      GString *text = g_string_sized_new (length_bytes + length_bytes / 8);

      decoded->encoding = GALLEY_ENCODING_WINDOWS_1252;
      append_windows_1252 (text, data, length_bytes);
      decoded->length_bytes = text->len;
      decoded->utf8 = g_string_free (text, FALSE);
    }
}

static gboolean
is_control (guchar byte)
{
  return byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1B;
}

/* Of a fixed number of bytes, which a compiler counts all at once. */
static guint
count_controls_in_chunk (const char *chunk)
{
  guint8 n = 0;

  for (guint i = 0; i < CHUNK_BYTES; i++)
    n += is_control (chunk[i]);

  return n;
}

/* Bytes at random are control characters one time in ten. Of text, a bell here and there is one. */
static gboolean
is_full_of_controls (const char *utf8, gsize length_bytes)
{
  gsize n_controls = 0, i = 0;

  for (; i + CHUNK_BYTES <= length_bytes; i += CHUNK_BYTES)
    n_controls += count_controls_in_chunk (utf8 + i);
  for (; i < length_bytes; i++)
    n_controls += is_control (utf8[i]);

  return n_controls * 16 > length_bytes;
}

/**
 * galley_decoded_init:
 * @decoded: (out caller-allocates): where to put the text; cleared if there is none
 * @bytes: any bytes
 *
 * Finds out how text is encoded, and decodes it.
 *
 * Returns: whether @bytes are text
 */
gboolean
galley_decoded_init (GalleyDecoded *decoded, GBytes *bytes)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);
  gboolean marked = FALSE, is_text = TRUE;

  *decoded = (GalleyDecoded){ NULL };
  for (guint i = 0; i < G_N_ELEMENTS (marks) && !marked; i++)
    {
      if (length_bytes >= marks[i].length_bytes &&
          memcmp (data, marks[i].mark, marks[i].length_bytes) == 0)
        {
          decoded->encoding = marks[i].encoding;
          data += marks[i].length_bytes;
          length_bytes -= marks[i].length_bytes;
          marked = TRUE;
        }
    }
  if (length_bytes == 0)
    {
      decoded->utf8 = g_strdup ("");
      return TRUE;
    }

  if (decoded->encoding == GALLEY_ENCODING_UTF_8 && memchr (data, 0, length_bytes) == NULL)
    decode_bytewise (decoded, data, length_bytes, marked);
  else if (marked || detect_utf_16 ((const guchar *) data, length_bytes, &decoded->encoding))
    is_text = decoded->encoding != GALLEY_ENCODING_UTF_8 &&
              decode_wide (decoded, (const guchar *) data, length_bytes);
  else
    is_text = FALSE;

  if (is_text && !is_full_of_controls (decoded->utf8, decoded->length_bytes))
    return TRUE;

  galley_decoded_clear (decoded);
  return FALSE;
}

void
galley_decoded_clear (GalleyDecoded *decoded)
{
  g_clear_pointer (&decoded->utf8, g_free);
}

/**
 * galley_decoded_describe_guess:
 *
 * Returns: (transfer full) (nullable): a sentence that says what was guessed about the encoding, or
 *   %NULL if nothing was
 */
char *
galley_decoded_describe_guess (const GalleyDecoded *decoded)
{
  switch (decoded->encoding)
    {
    case GALLEY_ENCODING_WINDOWS_1252:
      return g_strdup (_ ("Read as Windows-1252, because the text is not valid UTF-8; look "
                          "whether accents, quotes and dashes are right"));
    case GALLEY_ENCODING_GUESSED:
      /* Translators: the name of an encoding, such as “Shift_JIS” */
      return g_strdup_printf (_ ("Read as %s, which is what the text looks like, because it is not "
                                 "valid UTF-8; look whether letters, quotes and dashes are right"),
                              decoded->guess);
    case GALLEY_ENCODING_UTF_8_WITH_STRAYS:
      return g_strdup_printf (
          ngettext ("Read as UTF-8, but for %u byte which is not valid there and was read as "
                    "Windows-1252",
                    "Read as UTF-8, but for %u bytes which are not valid there and were read as "
                    "Windows-1252",
                    decoded->n_guessed),
          decoded->n_guessed);
    default:
      return NULL;
    }
}

/**
 * galley_decoded_describe_loss:
 *
 * Returns: (transfer full) (nullable): a sentence that says how much of the input is no character,
 *   or %NULL if all of it is
 */
char *
galley_decoded_describe_loss (const GalleyDecoded *decoded)
{
  if (decoded->n_replaced == 0)
    return NULL;

  return g_strdup_printf (ngettext ("In %u place the input is damaged; it is shown as “�” there",
                                    "In %u places the input is damaged; it is shown as “�” there",
                                    decoded->n_replaced),
                          decoded->n_replaced);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-charset.h"

#include "galley-ucsdet.h"

#include <string.h>

/* The encoding of pages that do not tell it, as older ones do not. ICU knows how often letters
 * follow each other in some languages; what it makes of the words of a page is held against two
 * things that it does not look at. In scripts other than Latin nearly all letters are bytes beyond
 * ASCII and stand beside others, in Latin script they stand alone. And a page that names its
 * language is hardly in an encoding that has not the letters of it.
 *
 * Windows-1252 is what a page is read as otherwise, so that another encoding has to be clearly more
 * likely: what is right already must not change. */

#define SAMPLE_BYTES 8192 /* what ICU looks at */
#define HEAD_BYTES 4096   /* where the element of the page is */
#define MIN_HIGH_BYTES 6
#define MIN_SCORE 12 /* of ICU's hundred; it knows no Ukrainian and no Persian */
#define MIN_MARGIN 5 /* over Windows-1252 */
#define LANGUAGE_SCORE 70
#define MIN_HIGH_PER_FAULT 50 /* bytes for one that is no character, in what is an encoding */

typedef enum
{
  SCRIPT_LATIN,
  SCRIPT_OTHER,
} Script;

/* Encodings by ICU's names; those that it does not know are found by languages only. */
static const struct
{
  const char *name;
  const char *charset;
  Script script;
  const char *languages; /* each between spaces */
} encodings[] = {
  { "ISO-8859-1", NULL, SCRIPT_LATIN, "" },
  { "windows-1252", NULL, SCRIPT_LATIN, "" },
  { "windows-1250", "WINDOWS-1250", SCRIPT_LATIN, " bs cs hr hu pl ro sk sl " },
  { "ISO-8859-2", "ISO-8859-2", SCRIPT_LATIN, " bs cs hr hu pl ro sk sl " },
  { "windows-1254", "WINDOWS-1254", SCRIPT_LATIN, " az tr " },
  { "ISO-8859-9", "WINDOWS-1254", SCRIPT_LATIN, " az tr " },
  { "windows-1257", "WINDOWS-1257", SCRIPT_LATIN, " et lt lv " },
  { "windows-1258", "WINDOWS-1258", SCRIPT_LATIN, " vi " },
  { "windows-1251", "WINDOWS-1251", SCRIPT_OTHER, " be bg kk ky mk mn ru sr tg tt uk " },
  { "KOI8-R", "KOI8-R", SCRIPT_OTHER, " ru " },
  { "ISO-8859-5", "ISO-8859-5", SCRIPT_OTHER, " bg mk ru sr " },
  { "windows-1253", "WINDOWS-1253", SCRIPT_OTHER, " el " },
  { "ISO-8859-7", "ISO-8859-7", SCRIPT_OTHER, " el " },
  { "windows-1255", "WINDOWS-1255", SCRIPT_OTHER, " he iw yi " },
  { "ISO-8859-8", "WINDOWS-1255", SCRIPT_OTHER, " he iw yi " },
  { "ISO-8859-8-I", "WINDOWS-1255", SCRIPT_OTHER, " he iw yi " },
  { "windows-1256", "WINDOWS-1256", SCRIPT_OTHER, " ar fa ps ug ur " },
  { "ISO-8859-6", "ISO-8859-6", SCRIPT_OTHER, " ar " },
  { "Shift_JIS", "CP932", SCRIPT_OTHER, " ja " },
  { "EUC-JP", "EUC-JP", SCRIPT_OTHER, " ja " },
  { "GB18030", "GB18030", SCRIPT_OTHER, " zh " },
  { "Big5", "BIG5-HKSCS", SCRIPT_OTHER, " zh " },
  { "EUC-KR", "UHC", SCRIPT_OTHER, " ko " },
  { "windows-874", "CP874", SCRIPT_OTHER, " th " },
};

typedef struct
{
  const char *data;
  gsize length_bytes;
  GString *words;
  guint n_high;     /* bytes beyond ASCII in these */
  guint n_letters;  /* those that are letters if they are Latin script */
  guint n_together; /* those of them beside another one; the same one again is a line or a gap */
} Sample;

static gboolean
begins (const Sample *self, gsize at, const char *word)
{
  gsize n = strlen (word);

  return at + n <= self->length_bytes && g_ascii_strncasecmp (self->data + at, word, n) == 0;
}

/* Where what begins at @at with "<" is over, be it a tag or an element that holds no words. */
static gsize
skip_markup (const Sample *self, gsize at)
{
  const char *end = begins (self, at, "<script")  ? "</script"
                    : begins (self, at, "<style") ? "</style"
                    : begins (self, at, "<!--")   ? "-->"
                                                  : ">";

  while (at < self->length_bytes && !begins (self, at, end))
    at++;
  while (at < self->length_bytes && self->data[at] != '>')
    at++;

  return MIN (at + 1, self->length_bytes);
}

static inline gboolean
is_high (const Sample *self, gsize at)
{
  return at < self->length_bytes && (guchar) self->data[at] >= 0x80;
}

/* Whether the byte is a letter in one encoding or another of Latin script, rather than a quote, a
 * dash, a gap, a soft hyphen or a dot. */
static gboolean
is_letter (const Sample *self, gsize at)
{
  guchar byte = self->data[at];

  return byte >= 0xC0 || (byte >= 0x9A && byte != 0xA0 && byte != 0xAD && byte != 0xB7 && at > 0 &&
                          g_ascii_isalpha (self->data[at - 1]) && at + 1 < self->length_bytes &&
                          g_ascii_isalpha (self->data[at + 1]));
}

/* Adds what stands between two tags, unless it is all ASCII and tells nothing. */
static void
add_words (Sample *self, gsize start, gsize end)
{
  guint n_high = 0;

  for (gsize i = start; i < end; i++)
    {
      if (!is_high (self, i))
        continue;
      n_high++;
      self->n_letters += is_letter (self, i);
      self->n_together +=
          (i > start && is_high (self, i - 1) && self->data[i - 1] != self->data[i]) ||
          (is_high (self, i + 1) && self->data[i + 1] != self->data[i]);
    }
  if (n_high == 0)
    return;

  self->n_high += n_high;
  g_string_append_len (self->words, self->data + start, end - start);
  g_string_append_c (self->words, '\n');
}

static void
take_sample (Sample *self)
{
  gsize i = 0;

  while (i < self->length_bytes && self->words->len < SAMPLE_BYTES)
    {
      const char *next = memchr (self->data + i, '<', self->length_bytes - i);
      gsize end = next != NULL ? (gsize) (next - self->data) : self->length_bytes;

      add_words (self, i, end);
      i = end < self->length_bytes ? skip_markup (self, end) : end;
    }
}

/* What the page says of its language, up to the first hyphen. */
static char *
dup_language (const char *data, gsize length_bytes)
{
  g_autofree char *head = g_strndup (data, MIN (length_bytes, HEAD_BYTES));
  g_autofree char *lower = g_ascii_strdown (head, -1);
  char *tag = strstr (lower, "<html");
  const char *value;

  if (tag == NULL)
    return NULL;
  tag[strcspn (tag, ">")] = '\0';
  value = strstr (tag, "lang=");
  if (value == NULL)
    return NULL;

  value += strlen ("lang=");
  value += strspn (value, "\"' ");
  return g_strndup (value, strspn (value, "abcdefghijklmnopqrstuvwxyz"));
}

/* Whether @words are characters in @charset, control characters not among them. */
static gboolean
can_be (const GString *words, guint n_high, const char *charset)
{
  GIConv conv = g_iconv_open ("UTF-8", charset);
  char *in = words->str;
  gsize left_bytes = words->len;
  guint n_faults = 0;

  if (conv == (GIConv) -1)
    return FALSE;

  while (left_bytes > 0)
    {
      char buffer[512], *out = buffer;
      gsize room_bytes = sizeof (buffer), before_bytes = left_bytes;

      g_iconv (conv, &in, &left_bytes, &out, &room_bytes);
      for (const char *p = buffer; p + 1 < out; p++)
        n_faults += (guchar) p[0] == 0xC2 && (guchar) p[1] < 0xA0;
      if (left_bytes > 0 && (left_bytes == before_bytes || room_bytes > 8))
        {
          n_faults++;
          in++;
          left_bytes--;
        }
    }
  g_iconv_close (conv);

  return n_faults * MIN_HIGH_PER_FAULT <= n_high;
}

/* Fills @scores with how likely each encoding is. */
static void
weigh (const Sample *sample, const char *language, int *scores)
{
  g_autofree char *word = g_strdup_printf (" %s ", language != NULL ? language : "-");
  UErrorCode error = U_ZERO_ERROR;
  UCharsetDetector *detector;
  const UCharsetMatch **matches;
  int32_t n_matches = 0;

  galley_ucsdet_load ();
  detector = galley_ucsdet.ucsdet_open (&error);
  galley_ucsdet.ucsdet_setText (detector, sample->words->str,
                                MIN (sample->words->len, SAMPLE_BYTES), &error);
  matches = galley_ucsdet.ucsdet_detectAll (detector, &n_matches, &error);
  if (U_FAILURE (error))
    n_matches = 0;

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      scores[i] = 0;
      for (int32_t m = 0; m < n_matches; m++)
        if (strcmp (galley_ucsdet.ucsdet_getName (matches[m], &error), encodings[i].name) == 0)
          scores[i] = MAX (scores[i], galley_ucsdet.ucsdet_getConfidence (matches[m], &error));
      if (strstr (encodings[i].languages, word) != NULL)
        scores[i] += LANGUAGE_SCORE;
    }
  galley_ucsdet.ucsdet_close (detector);
}

/* The best of those that are clearly more likely than Windows-1252, or 0. */
static guint
choose (const Sample *sample, int *scores)
{
  Script script = sample->n_together * 3 >= sample->n_high * 2 ? SCRIPT_OTHER : SCRIPT_LATIN;
  int least = MIN_SCORE;

  if (script == SCRIPT_LATIN && sample->n_letters < MIN_HIGH_BYTES)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (encodings[i].charset == NULL)
      least = MAX (least, scores[i] + MIN_MARGIN);

  for (;;)
    {
      guint best = 0;

      for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
        if (encodings[i].charset != NULL && encodings[i].script == script && scores[i] >= least &&
            (best == 0 || scores[i] > scores[best]))
          best = i;
      if (best == 0 || can_be (sample->words, sample->n_high, encodings[best].charset))
        return best;
      scores[best] = 0;
    }
}

/**
 * galley_html_charset_guess:
 * @data: a page that is neither UTF-8 nor says what it is
 * @length_bytes: of @data
 * @out_name: (out) (transfer none): the name for people
 *
 * Finds out what encoding the page is in, by the letters of its words and the language that it
 * names.
 *
 * Returns: (nullable): the encoding's name for iconv, or %NULL if it is Windows-1252 as far as can
 * be told
 */
const char *
galley_html_charset_guess (const char *data, gsize length_bytes, const char **out_name)
{
  g_autoptr (GString) words = g_string_new (NULL);
  Sample sample = { data, length_bytes, words, 0, 0, 0 };
  g_autofree char *language = dup_language (data, length_bytes);
  int scores[G_N_ELEMENTS (encodings)];
  guint best;

  take_sample (&sample);
  if (sample.n_high < MIN_HIGH_BYTES)
    return NULL;

  weigh (&sample, language, scores);
  best = choose (&sample, scores);
  *out_name = encodings[best].name;
  return encodings[best].charset;
}

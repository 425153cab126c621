/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-sentences.h"

#include "galley-document-private.h"
#include "galley-sentence-private.h"

#include <string.h>
#include <unicode/utf16.h>

/* Kept from call to call, one for each thread: opening a breaker takes as long as cutting some
 * pages, and a document is cut block by block. */
typedef struct
{
  char *language; /* nullable */
  UBreakIterator *breaker;
  GalleySuppressions *suppressions; /* that @breaker heeds */
  UChar *text;
  gint32 size; /* of text, in units */
} Workshop;

/* A buffer longer than this is not kept. */
#define KEPT_SIZE 65536

static void
forget_long_text (Workshop *workshop)
{
  UErrorCode status = U_ZERO_ERROR;

  if (workshop->size <= KEPT_SIZE)
    return;

  galley_icu.ubrk_setText (workshop->breaker, NULL, 0, &status);
  g_clear_pointer (&workshop->text, g_free);
  workshop->size = 0;
}

/* One call's work. */
typedef struct
{
  GalleySentenceState state;
  UBreakIterator *breaker;
  gint32 icu; /* the next boundary of ICU's, or the text's length */
  GArray *sentences;

  /* Units and characters agree up to the first character beyond the basic plane. Sentences come
   * in order, so that the text is counted once. */
  gboolean is_basic;
  gint32 counted;
  guint counted_offset; /* of the character at counted, in code points */
} Cutter;

static void
workshop_free (gpointer data)
{
  Workshop *workshop = data;

  g_clear_pointer (&workshop->breaker, galley_icu.ubrk_close);
  g_clear_pointer (&workshop->suppressions, galley_suppressions_free);
  g_free (workshop->language);
  g_free (workshop->text);
  g_free (workshop);
}

static GPrivate workshops = G_PRIVATE_INIT (workshop_free);

static Workshop *
get_workshop (void)
{
  Workshop *workshop = g_private_get (&workshops);

  if (workshop == NULL)
    {
      galley_icu_load ();
      workshop = g_new0 (Workshop, 1);
      g_private_set (&workshops, workshop);
    }
  return workshop;
}

/* An unknown or malformed language gets the rules that hold for all. */
static UBreakIterator *
get_breaker (Workshop *workshop, const char *language)
{
  char locale[ULOC_FULLNAME_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;

  if (workshop->breaker != NULL && g_strcmp0 (workshop->language, language) == 0)
    return workshop->breaker;

  g_clear_pointer (&workshop->breaker, galley_icu.ubrk_close);
  g_clear_pointer (&workshop->suppressions, galley_suppressions_free);
  g_free (workshop->language);
  workshop->language = g_strdup (language);

  galley_icu.uloc_forLanguageTag (language, locale, sizeof locale, NULL, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING)
    locale[0] = '\0';
  workshop->suppressions = galley_suppressions_new (locale);
  status = U_ZERO_ERROR;
  galley_icu.uloc_setKeywordValue ("ss", "standard", locale, sizeof locale, &status);
  status = U_ZERO_ERROR;
  workshop->breaker = galley_icu.ubrk_open (UBRK_SENTENCE, locale, NULL, 0, &status);
  if (U_FAILURE (status))
    g_error ("ICU has no sentence breaker: %s", galley_icu.u_errorName (status));

  return workshop->breaker;
}

/* Most of most texts is ASCII: eight characters at a time. Returns how many were converted. */
static gsize
convert_ascii (const char *from, gsize length_bytes, UChar *to)
{
  typedef guint8 Bytes __attribute__ ((vector_size (sizeof (guint64))));
  typedef UChar Units __attribute__ ((vector_size (2 * sizeof (guint64))));
  gsize n = 0;

  while (length_bytes - n >= sizeof (guint64))
    {
      guint64 chunk;
      Units units;

      memcpy (&chunk, from + n, sizeof chunk);
      if ((chunk & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        break;
      units = __builtin_convertvector((Bytes) chunk, Units);
      memcpy (to + n, &units, sizeof units);
      n += sizeof chunk;
    }

  return n;
}

/* Makes UTF-16 of valid UTF-8; returns its length. */
static gint32
convert (Workshop *workshop, const char *utf8, gsize length_bytes, gboolean *out_is_basic)
{
  const char *from = utf8, *end = utf8 + length_bytes;
  UChar *to;

  if ((gsize) workshop->size < length_bytes)
    {
      g_free (workshop->text);
      workshop->size = MAX (length_bytes, 4096);
      workshop->text = g_new (UChar, workshop->size);
    }

  *out_is_basic = TRUE;
  to = workshop->text;
  while (from < end)
    {
      gsize n_ascii = convert_ascii (from, end - from, to);
      const char *stop;

      from += n_ascii;
      to += n_ascii;
      for (stop = MIN (from + sizeof (guint64), end); from < stop; from = g_utf8_next_char (from))
        {
          gunichar c = g_utf8_get_char (from);

          if (c < 0x10000)
            *to++ = c;
          else
            {
              *out_is_basic = FALSE;
              *to++ = U16_LEAD (c);
              *to++ = U16_TRAIL (c);
            }
        }
    }

  return to - workshop->text;
}

static guint
to_offset (Cutter *cutter, gint32 at)
{
  if (cutter->is_basic)
    return cutter->counted_offset + at;

  for (; cutter->counted < at; cutter->counted++)
    cutter->counted_offset += !U16_IS_TRAIL (cutter->state.text[cutter->counted]);
  return cutter->counted_offset;
}

/* Begins a sentence at @at or behind the white space there, and notes if it is an item. */
static void
begin_sentence (GalleySentenceState *state, gint32 at, gboolean is_paragraph)
{
  GalleyListMarker marker;

  at = galley_sentence_skip_space (state, at);
  state->sentence = at;

  if (is_paragraph)
    {
      state->paragraph = at;
      state->list = (GalleyListMarker){ 0 };
    }
  else if (state->list.style == 0 && state->list.bullet == 0)
    return;

  if (galley_sentence_parse_marker (state->text, state->length, at, &marker) == at)
    return;
  if (marker.style == 0)
    marker.style = state->list.style, marker.value = state->list.value;
  if (is_paragraph || galley_sentence_is_next_marker (&state->list, &marker))
    state->list = marker;
}

static void
end_sentence (Cutter *cutter, gint32 at, gboolean is_paragraph)
{
  GalleySentenceState *state = &cutter->state;
  gint32 end = at;

  while (end > state->sentence && galley_sentence_is_space (state->text[end - 1]))
    end--;
  if (end > state->sentence)
    {
      GalleyRange range;

      range.start = to_offset (cutter, state->sentence);
      range.end = to_offset (cutter, end);
      g_array_append_val (cutter->sentences, range);
    }
  begin_sentence (state, at, is_paragraph);
}

static gboolean
has_paragraph_end (const GalleySentenceState *state, gint32 start, gint32 end)
{
  for (gint32 i = start; i < end; i++)
    switch (state->text[i])
      {
      case '\n':
      case '\r':
      case 0x85:
      case 0x2028:
      case 0x2029:
        return TRUE;
      default:
        break;
      }

  return FALSE;
}

static void
pass_icu (Cutter *cutter, gint32 at)
{
  while (cutter->icu <= at && cutter->icu < cutter->state.length)
    {
      gint32 next = galley_icu.ubrk_next (cutter->breaker);

      cutter->icu = next == UBRK_DONE ? cutter->state.length : next;
    }
}

/* Where the next item begins whose marker ends behind the “.” or “)” at @at, or -1. */
static gint32
find_next_item (const GalleySentenceState *state, gint32 at)
{
  GalleyListMarker marker;
  gint32 start;

  if (state->list.style == 0)
    return -1;
  start = galley_sentence_find_marker_before (state, at + 1);
  if (start < 0 || galley_sentence_parse_marker (state->text, state->length, start, &marker) <= at)
    return -1;

  return galley_sentence_is_next_marker (&state->list, &marker) ? start : -1;
}

/* Judges the stop at @at; returns where to go on. */
static gint32
cut_at_stop (Cutter *cutter, gint32 at)
{
  GalleySentenceState *state = &cutter->state;
  GalleyStop stop;
  gboolean is_paragraph;

  galley_sentence_describe_stop (state, at, &stop);
  stop.is_icu = cutter->icu <= stop.next;
  is_paragraph = has_paragraph_end (state, stop.closed, stop.next);

  if (is_paragraph || (galley_sentence_judge (state, &stop) == GALLEY_VERDICT_BREAK &&
                       !galley_sentence_is_mark (state, stop.boundary)))
    {
      is_paragraph |= has_paragraph_end (state, stop.next, stop.boundary);
      end_sentence (cutter, stop.boundary, is_paragraph);
    }

  pass_icu (cutter, stop.boundary);
  return MAX (stop.boundary, stop.end);
}

/* “4.5”, “example.org”: most stops that end nothing can be told at a glance. */
static gboolean
is_inside_word (const GalleySentenceState *state, gint32 at)
{
  UChar before = galley_sentence_unit_at (state, at - 1);
  UChar behind = galley_sentence_unit_at (state, at + 1);

  return (behind >= 'a' && behind <= 'z') ||
         (galley_sentence_is_digit (behind) && galley_sentence_is_digit (before));
}

/* Looks at one character that may end a sentence or begin an item; returns where to go on. */
static gint32
cut_at (Cutter *cutter, gint32 at)
{
  GalleySentenceState *state = &cutter->state;
  UChar c = state->text[at];
  gint32 item;

  if (galley_sentence_is_bullet (c))
    {
      if (c == state->list.bullet && at > state->sentence)
        end_sentence (cutter, at, FALSE);
      return at + 1;
    }

  if (c == '.' || c == ')')
    {
      item = find_next_item (state, at);
      if (item > state->sentence)
        end_sentence (cutter, item, FALSE);
    }
  if (c == '.' && is_inside_word (state, at))
    return at + 1;
  if (galley_sentence_is_stop (c) || galley_sentence_skip_emoticon (state, at) > at)
    return cut_at_stop (cutter, at);

  return at + 1;
}

/* Whether a sentence may end or an item begin at a character, as cut_at() would tell. */
static inline gboolean
is_of_interest (UChar c)
{
  static const guint8 table[0x80] = {
    ['.'] = TRUE, ['!'] = TRUE, ['?'] = TRUE, [')'] = TRUE,
    [':'] = TRUE, [';'] = TRUE, ['='] = TRUE,
  };

  if (G_LIKELY (c < 0x80))
    return table[c];

  return c >= 0x2022 && (c == 0x2026 || galley_sentence_is_bullet (c));
}

/* Passes over letters, spaces and line ends of ASCII, four at a time: nothing else has bit 5 and
 * not bit 6, and is more than that. Returns where something else may be. */
static inline const UChar *
skip_letters (const UChar *p, const UChar *end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0001000100010001);

  while (end - p >= 4)
    {
      guint64 x, is_no_space;

      memcpy (&x, p, sizeof x);
      is_no_space = (x & 0x1f * ones) + 0x1f * ones;
      if (((x & 0xff80 * ones) | (is_no_space & x & ~(x >> 1) & 0x20 * ones)) != 0)
        break;
      p += 4;
    }

  return p;
}

static const UChar *
find_interest (const UChar *p, const UChar *end)
{
  for (;;)
    {
      const UChar *stop;

      p = skip_letters (p, end);
      for (stop = p + MIN (4, end - p); p < stop; p++)
        if (is_of_interest (*p))
          return p;
      if (p == end)
        return end;
    }
}

static void
cut (Cutter *cutter)
{
  GalleySentenceState *state = &cutter->state;
  gint32 at = 0;

  begin_sentence (state, 0, /* is_paragraph= */ TRUE);
  pass_icu (cutter, 0);
  while (at < state->length)
    {
      if (at < cutter->icu)
        at = find_interest (state->text + at, state->text + cutter->icu) - state->text;
      if (at < cutter->icu)
        {
          at = cut_at (cutter, at);
          continue;
        }
      if (at < state->length)
        end_sentence (cutter, at, has_paragraph_end (state, at - 1, at));
      pass_icu (cutter, at);
    }
  end_sentence (cutter, state->length, /* is_paragraph= */ TRUE);
}

/* Whether @language, a BCP 47 tag, is one of @languages, each ended by a space. */
static gboolean
is_one_of (const char *language, const char *languages)
{
  gsize length = strcspn (language, "-_");

  for (const char *p = languages; *p != '\0'; p = strchr (p, ' ') + 1)
    if (g_ascii_strncasecmp (p, language, length) == 0 && p[length] == ' ')
      return TRUE;

  return FALSE;
}

/* Long texts are cut a few pages at a time, so that what is worked on stays small. */
#define PAGES_SIZE 32768

/* Where a blank line ends behind the first pages of @utf8; nothing looks across one. */
static gsize
find_end_of_pages (const char *utf8, gsize length_bytes)
{
  const char *end = utf8 + length_bytes;
  const char *p = utf8 + MIN (length_bytes, PAGES_SIZE);

  while (p < end && (p = memchr (p, '\n', end - p)) != NULL)
    {
      const char *next = p + 1 < end && p[1] == '\r' ? p + 2 : p + 1;

      if (next < end && *next == '\n')
        return next + 1 - utf8;
      p++;
    }

  return length_bytes;
}

/* Whether a line ends where no blank line follows, so that galley_sentence_unwrap() has work. */
static gboolean
has_single_line_ends (const char *utf8, gsize length_bytes)
{
  const char *p = utf8, *end = utf8 + length_bytes;

  if (memchr (utf8, '\r', length_bytes) != NULL)
    return TRUE;

  while (p < end && (p = memchr (p, '\n', end - p)) != NULL)
    {
      const char *next = p + strspn (p, "\n");

      if (next == p + 1 && next < end)
        return TRUE;
      p = next;
    }

  return FALSE;
}

static void
cut_pages (Cutter *cutter, Workshop *workshop, const char *utf8, gsize length_bytes)
{
  UErrorCode status = U_ZERO_ERROR;

  cutter->counted = 0;
  cutter->state.length = convert (workshop, utf8, length_bytes, &cutter->is_basic);
  cutter->state.text = workshop->text;
  cutter->state.token_start = cutter->state.token_end = 0;
  if (has_single_line_ends (utf8, length_bytes))
    galley_sentence_unwrap (workshop->text, cutter->state.length);
  galley_icu.ubrk_setText (cutter->breaker, workshop->text, cutter->state.length, &status);
  cutter->icu = 0;
  cut (cutter);
  cutter->counted_offset = to_offset (cutter, cutter->state.length);
}

static GalleyWordLanguage
find_words (const char *language)
{
  return is_one_of (language, "en ")   ? GALLEY_WORDS_ENGLISH
         : is_one_of (language, "de ") ? GALLEY_WORDS_GERMAN
         : is_one_of (language, "fr ") ? GALLEY_WORDS_FRENCH
         : is_one_of (language, "es ") ? GALLEY_WORDS_SPANISH
                                       : GALLEY_WORDS_NONE;
}

/**
 * galley_sentences_find:
 * @text: a text
 * @within: the part to cut: a block, a paragraph or all of it
 * @language: (nullable): BCP 47 tag, or %NULL for English
 *
 * Cuts part of a text into sentences.
 *
 * A blank line ends a sentence. A single line end does so unless the text was wrapped there.
 *
 * Returns: (transfer full) (element-type GalleyRange): the sentences in order, without white space
 *   at their ends; together they hold all of @within that is not white space
 */
GArray *
galley_sentences_find (GalleyText *text, GalleyRange within, const char *language)
{
  Workshop *workshop = get_workshop ();
  Cutter cutter = { .counted_offset = within.start };
  gsize first_bytes, last_bytes;
  const char *utf8 = galley_text_peek_utf8 (text, NULL);

  cutter.sentences = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  g_return_val_if_fail (galley_text_has_range (text, within), cutter.sentences);

  if (language == NULL)
    language = "en";
  cutter.state.words = find_words (language);
  cutter.state.has_ordinal_stops =
      is_one_of (language, "de da nb nn no fi cs sk sl hr sr bs hu pl et lv is lb tr ");
  cutter.breaker = get_breaker (workshop, language);
  cutter.state.suppressions = workshop->suppressions;

  first_bytes = galley_text_to_bytes (text, within.start);
  last_bytes = galley_text_to_bytes (text, within.end);
  while (first_bytes < last_bytes)
    {
      gsize length_bytes = find_end_of_pages (utf8 + first_bytes, last_bytes - first_bytes);

      cut_pages (&cutter, workshop, utf8 + first_bytes, length_bytes);
      first_bytes += length_bytes;
    }
  forget_long_text (workshop);

  return cutter.sentences;
}

static GArray *
find_all (GalleyDocument *document)
{
  GalleyText *text = galley_document_get_text (document);
  const char *language = galley_document_get_metadata (document, GALLEY_METADATA_LANGUAGE);
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      g_autoptr (GArray) found = galley_sentences_find (text, blocks[i].range, language);

      g_array_append_vals (sentences, found->data, found->len);
    }

  return sentences;
}

/**
 * galley_document_find_sentences:
 * @document: a document
 *
 * Cuts every block of @document into sentences; none crosses a block. Takes a while with a long one
 * the first time.
 *
 * Returns: (transfer full) (element-type GalleyRange): the sentences of all blocks, in order; not
 * to be changed
 */
GArray *
galley_document_find_sentences (GalleyDocument *document)
{
  return g_array_ref (galley_document_keep_sentences (document, find_all));
}

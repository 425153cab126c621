/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-text-structure.h"

#include "galley-credit-line.h"
#include "galley-date-line.h"
#include "galley-line-look.h"
#include "galley-phrases.h"
#include "galley-pieces.h"
#include "galley-speech.h"

#include <string.h>

/* The role of each piece of a text that has no markup. The rules look at how a line is written and
 * at what stands around it, never at what it is about, and go from what is certain to what is not:
 *
 * 1. Lines that a page or an agency puts around an article are boilerplate, and so are lines that
 *    are drawn with signs.
 * 2. The head: the title is the first line if it is short, has no final stop and stands apart from
 *    what follows; a label may be above it and a summary below. A byline says so ("By …"). A line
 *    that is a date and nothing else states when the article appeared, if no paragraph is before
 * it.
 * 3. A paragraph that is one quotation from end to end is a quote, unless it is a turn of a
 *    conversation: a quotation is before it or after it as well, and no speaker is named below it.
 *    If it is short and has no stop at its end, it may be a heading.
 * 4. A name after a quote or after reported speech is who said it, although it looks like a
 * heading: see galley-speech.h.
 * 5. A heading is a short line that stands apart, is written like one and has something to head: a
 *    paragraph or a list below it. So is a numbered line that has text below it and no other item
 *    before or after it. Short lines in a row are no headings but the last: they are
 *    cells of a table, captions or links that lost their markup. Of two lines in a row the first is
 * a heading as well if it is written like the second: a section that begins with a subsection.
 * 6. The lead is the first paragraph, if no heading is before it. */

#define MAX_SHORT_CHARS 220 /* longer pieces are paragraphs by their length */
#define MIN_BODY_CHARS 60   /* a line without a final stop that is text all the same */

typedef struct
{
  GalleyBlockRole role;
  GalleyLineLook look;
  gboolean is_decided;
} Judgement;

typedef struct
{
  GArray *pieces; /* (element-type GalleyPiece) */
  Judgement *judgements;
  GHashTable *labels; /* (element-type utf8 gpointer): how often each label begins a line */
  GalleySpeech *speech;
  GalleyDocumentBuilder *builder;
  GString *words; /* of the piece that was asked about last */
  gboolean has_title;
  gboolean has_headings;
  guint n_head; /* pieces before the first paragraph */
} Judge;

static const GalleyPiece *
get_piece (Judge *self, guint index)
{
  return &g_array_index (self->pieces, GalleyPiece, index);
}

static guint
count_chars (const GalleyPiece *piece)
{
  return galley_range_length (piece->line.range);
}

static void
decide (Judge *self, guint index, GalleyBlockRole role)
{
  self->judgements[index].role = role;
  self->judgements[index].is_decided = TRUE;
}

static gboolean
is_open_text (Judge *self, guint index)
{
  return !self->judgements[index].is_decided && get_piece (self, index)->kind == GALLEY_PIECE_TEXT;
}

static gboolean
is_plain (char byte)
{
  return byte > ' ' && byte < 0x7F;
}

/* The words of a short piece with single spaces, whatever parts them in the text. They stay until
 * those of another are asked for. */
static const char *
get_words (Judge *self, guint index)
{
  const GalleyLine *line = &get_piece (self, index)->line;
  const char *end = line->text + line->length_bytes, *word = line->text;
  GString *words = g_string_truncate (self->words, 0);

  for (const char *p = line->text; p < end; p = g_utf8_next_char (p))
    {
      while (p < end && (is_plain (*p) || (*p == ' ' && p > word && is_plain (p[1]))))
        p++; /* most lines have nothing else */
      if (p == end || !galley_line_is_space (g_utf8_get_char (p)))
        continue;
      if (p > word)
        {
          g_string_append_len (words, word, p - word);
          g_string_append_c (words, ' ');
        }
      word = g_utf8_next_char (p);
    }
  g_string_append_len (words, word, end - word);

  return words->str;
}

/* Whether people take turns in the text and @words is a turn: "Q: …" or a label that is written in
 * capitals or begins other lines, too. */
static gboolean
is_turn (Judge *self, const char *words)
{
  g_autofree char *label = NULL;
  guint n;

  if (!galley_line_look_has_label (words, &n))
    return FALSE;

  label = g_strndup (words, n);
  return galley_line_look_find (label) == GALLEY_LINE_LOOK_CAPITALS || n == 1 ||
         GPOINTER_TO_UINT (g_hash_table_lookup (self->labels, label)) > 1;
}

static void
count_labels (Judge *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const GalleyLine *line = &get_piece (self, i)->line;
      g_autofree char *start = NULL;
      g_autofree char *label = NULL;
      guint n, count;

      if (get_piece (self, i)->kind != GALLEY_PIECE_TEXT ||
          memchr (line->text, ':', MIN (line->length_bytes, 48)) == NULL)
        continue;
      start = g_strndup (line->text, MIN (line->length_bytes, 64));
      if (!galley_line_look_has_label (start, &n))
        continue;
      label = g_strndup (start, n);
      count = GPOINTER_TO_UINT (g_hash_table_lookup (self->labels, label));
      g_hash_table_replace (self->labels, g_steal_pointer (&label), GUINT_TO_POINTER (count + 1));
    }
}

/* A date may head the entry of a chronicle, though it is made of digits for the most part. */
static GalleyLineLook
find_look (const char *words)
{
  GalleyLineLook look = galley_line_look_find (words);
  g_autofree char *date = look == GALLEY_LINE_LOOK_NONE ? galley_date_line_parse (words) : NULL;

  return date != NULL ? GALLEY_LINE_LOOK_TITLE : look;
}

/* Items below "Related stories" are links, unless they are whole sentences. */
static void
decide_links (Judge *self, guint first)
{
  for (guint i = first; i < self->pieces->len; i++)
    {
      const GalleyPiece *piece = get_piece (self, i);

      if (piece->kind != GALLEY_PIECE_ITEM || galley_line_ends_sentence (&piece->line))
        break;
      decide (self, i, GALLEY_BLOCK_BOILERPLATE);
    }
}

/* A numbered line is a heading rather than an item if it has a paragraph of its own. */
static gboolean
is_numbered_heading (Judge *self, guint index)
{
  const GalleyPiece *piece = get_piece (self, index);

  return piece->kind == GALLEY_PIECE_ITEM && piece->is_numbered && piece->level == 1 &&
         piece->is_apart &&
         (index == 0 || get_piece (self, index - 1)->kind == GALLEY_PIECE_TEXT) &&
         index + 1 < self->pieces->len && get_piece (self, index + 1)->kind == GALLEY_PIECE_TEXT;
}

static void
look_at (Judge *self, guint index)
{
  const GalleyPiece *piece = get_piece (self, index);
  const char *words = get_words (self, index);
  GalleyLineLook look;

  if (galley_phrases_is_boilerplate (words) || galley_phrases_is_end_mark (words))
    {
      decide (self, index, GALLEY_BLOCK_BOILERPLATE);
      if (piece->kind == GALLEY_PIECE_TEXT && galley_phrases_opens_links (words))
        decide_links (self, index + 1);
      return;
    }
  if (piece->kind != GALLEY_PIECE_TEXT && !is_numbered_heading (self, index))
    return; /* no heading, however it looks */

  look = find_look (words);
  if (look != GALLEY_LINE_LOOK_NONE && !is_turn (self, words) &&
      !galley_phrases_is_credit (words) && !galley_line_look_is_credit (words))
    self->judgements[index].look = look;
}

static void
look_at_all (Judge *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      if (get_piece (self, i)->kind == GALLEY_PIECE_RULE)
        decide (self, i, GALLEY_BLOCK_BOILERPLATE);
      else if (!self->judgements[i].is_decided &&
               count_chars (get_piece (self, i)) <= MAX_SHORT_CHARS)
        look_at (self, i);
    }
}

/* Whether the piece is long enough, or ends like it, to be what a heading heads. */
static gboolean
is_body (Judge *self, guint index)
{
  const GalleyPiece *piece = get_piece (self, index);

  if (self->judgements[index].is_decided)
    return self->judgements[index].role == GALLEY_BLOCK_QUOTE;
  if (piece->kind != GALLEY_PIECE_TEXT)
    return TRUE;

  return self->judgements[index].look == GALLEY_LINE_LOOK_NONE &&
         (count_chars (piece) >= MIN_BODY_CHARS || galley_line_ends_sentence (&piece->line));
}

static gboolean
is_boilerplate (Judge *self, guint index)
{
  return self->judgements[index].is_decided &&
         self->judgements[index].role == GALLEY_BLOCK_BOILERPLATE;
}

/* A title has something below it, and a blank line or a much longer line parts them. */
static gboolean
may_be_title (Judge *self, guint index, const char *words)
{
  const GalleyPiece *piece = get_piece (self, index), *below;

  if (piece->kind != GALLEY_PIECE_TEXT || index + 1 == self->pieces->len || piece->n_lines > 4 ||
      !galley_line_look_is_title (words) || is_turn (self, words))
    return FALSE;

  below = get_piece (self, index + 1);
  return piece->is_apart || below->line.after_blank ||
         count_chars (below) > MAX (2 * count_chars (piece), MIN_BODY_CHARS);
}

/* Who the author works for may stand right below the byline. */
static gboolean
is_office (Judge *self, guint index)
{
  const GalleyPiece *piece = get_piece (self, index);

  return index > 0 && !piece->line.after_blank &&
         self->judgements[index - 1].role == GALLEY_BLOCK_ATTRIBUTION &&
         self->judgements[index].look == GALLEY_LINE_LOOK_TITLE;
}

/* Between the title and who wrote the article, a line or two may say what it is about. A date alone
 * below a whole sentence proves nothing: it may head an entry of a chronicle. */
static gboolean
is_deck (Judge *self, guint index)
{
  gboolean is_sentence = galley_line_ends_sentence (&get_piece (self, index)->line);

  for (guint i = index + 1; self->has_title && i < MIN (index + 3, self->pieces->len); i++)
    {
      const char *words;
      GalleyCredits credits;

      if (get_piece (self, i)->kind != GALLEY_PIECE_TEXT ||
          count_chars (get_piece (self, i)) > MAX_SHORT_CHARS)
        return FALSE;
      words = get_words (self, i);
      credits = galley_credit_line_read (words, /* builder= */ NULL);
      if (credits != GALLEY_CREDITS_NONE)
        return !is_sentence || (credits & GALLEY_CREDITS_NAME) != 0;
    }

  return FALSE;
}

/* Finds title, byline and date before the first paragraph. */
static void
read_head (Judge *self)
{
  guint i = 0;

  for (; i < self->pieces->len; i++)
    {
      const char *words;

      if (is_boilerplate (self, i))
        continue;
      if (get_piece (self, i)->kind != GALLEY_PIECE_TEXT ||
          count_chars (get_piece (self, i)) > MAX_SHORT_CHARS)
        break;
      words = get_words (self, i);
      if (galley_phrases_is_slug (words))
        decide (self, i, GALLEY_BLOCK_BOILERPLATE);
      else if (galley_credit_line_read (words, self->builder) || is_office (self, i))
        decide (self, i, GALLEY_BLOCK_ATTRIBUTION);
      else if (!self->has_title && galley_phrases_is_kicker (words) && i + 1 < self->pieces->len)
        decide (self, i, GALLEY_BLOCK_HEADING);
      else if (!self->has_title && may_be_title (self, i, words))
        {
          decide (self, i, GALLEY_BLOCK_TITLE);
          galley_document_builder_set_metadata (self->builder, GALLEY_METADATA_TITLE, words);
          self->has_title = TRUE;
        }
      else if (is_deck (self, i))
        decide (self, i, GALLEY_BLOCK_PARAGRAPH);
      else
        break;
    }
  self->n_head = i;
}

static void
find_quotes (Judge *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      if (self->judgements[i].is_decided)
        continue;
      if (get_piece (self, i)->kind == GALLEY_PIECE_QUOTED ||
          (get_piece (self, i)->kind == GALLEY_PIECE_TEXT &&
           galley_speech_is_quotation (&get_piece (self, i)->line)))
        decide (self, i, GALLEY_BLOCK_QUOTE);
    }
}

static gboolean
is_attribution (Judge *self, guint index)
{
  return index < self->pieces->len && self->judgements[index].is_decided &&
         self->judgements[index].role == GALLEY_BLOCK_ATTRIBUTION;
}

/* Whether the paragraph at @index, which need not exist, begins or ends with a quotation. */
static gboolean
is_speech (Judge *self, guint index)
{
  return index < self->pieces->len && get_piece (self, index)->kind == GALLEY_PIECE_TEXT &&
         galley_speech_is_at_edge (&get_piece (self, index)->line);
}

/* Takes quotes back that are none, once it is known which have a speaker. */
static void
review_quotes (Judge *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const GalleyPiece *piece = get_piece (self, i);
      Judgement *judgement = &self->judgements[i];

      if (!judgement->is_decided || judgement->role != GALLEY_BLOCK_QUOTE ||
          piece->kind != GALLEY_PIECE_TEXT || is_attribution (self, i + 1))
        continue;
      if (is_speech (self, i + 1) || (i > 0 && is_speech (self, i - 1)) ||
          (judgement->look != GALLEY_LINE_LOOK_NONE && !galley_line_ends_sentence (&piece->line)))
        {
          judgement->is_decided = FALSE;
          /* What people say is text, however short. */
          if (galley_line_ends_sentence (&piece->line))
            judgement->look = GALLEY_LINE_LOOK_NONE;
        }
    }
}

/* Looks for bylines within the text, of which a page with several articles has many, and for the
 * names of speakers. */
static void
find_attributions (Judge *self)
{
  for (guint i = 1; i < self->pieces->len; i++)
    {
      const GalleyPiece *piece = get_piece (self, i);
      gboolean after_quote, before_body;
      const char *words;
      g_autofree char *byline = NULL;

      if (!is_open_text (self, i) || count_chars (piece) > MAX_SHORT_CHARS ||
          (piece->after_dash ? FALSE : self->judgements[i].look == GALLEY_LINE_LOOK_NONE))
        continue;

      words = get_words (self, i);
      byline = galley_line_look_find_byline (words);
      after_quote =
          self->judgements[i - 1].is_decided && self->judgements[i - 1].role == GALLEY_BLOCK_QUOTE;
      before_body = i + 1 < self->pieces->len && is_body (self, i + 1);
      if (byline != NULL || galley_date_line_is_update (words) ||
          ((piece->is_apart || after_quote || piece->after_dash) &&
           galley_speech_names_speaker (self->speech, words, piece->after_dash,
                                        &get_piece (self, i - 1)->line, after_quote, before_body)))
        decide (self, i, GALLEY_BLOCK_ATTRIBUTION);
    }
}

/* A heading needs no blank line below it if what is there is long. */
static gboolean
may_be_heading (Judge *self, guint index)
{
  const GalleyPiece *piece = get_piece (self, index);

  if (index >= self->pieces->len || self->judgements[index].is_decided || piece->n_lines > 2 ||
      piece->after_dash || self->judgements[index].look == GALLEY_LINE_LOOK_NONE ||
      (piece->kind != GALLEY_PIECE_TEXT && !is_numbered_heading (self, index)))
    return FALSE;

  return piece->is_apart || (piece->line.after_blank && index + 1 < self->pieces->len &&
                             (get_piece (self, index + 1)->kind == GALLEY_PIECE_ITEM ||
                              count_chars (get_piece (self, index + 1)) > 2 * MIN_BODY_CHARS));
}

/* Whether the heading-like line at @index, with no text below it, is a section that stands empty.
 */
static gboolean
is_empty_section (Judge *self, guint index)
{
  return self->has_headings && galley_phrases_names_section (get_words (self, index));
}

static void
find_headings (Judge *self)
{
  guint n = self->pieces->len;

  for (guint i = self->has_title ? 1 : 0, next; i < n; i = next)
    {
      gboolean has_body;

      next = i + 1;
      if (!may_be_heading (self, i))
        continue;
      while (may_be_heading (self, next))
        next++;

      has_body = next < n && is_body (self, next);
      if (has_body || is_empty_section (self, next - 1))
        {
          decide (self, next - 1, GALLEY_BLOCK_HEADING);
          self->has_headings = TRUE;
          if (next - i == 2 && self->judgements[i].look == self->judgements[i + 1].look)
            decide (self, i, GALLEY_BLOCK_HEADING);
        }
    }
}

static GalleyBlockRole
get_default_role (GalleyPieceKind kind)
{
  switch (kind)
    {
    case GALLEY_PIECE_ITEM:
      return GALLEY_BLOCK_LIST_ITEM;
    case GALLEY_PIECE_ROW:
      return GALLEY_BLOCK_TABLE_ROW;
    default:
      return GALLEY_BLOCK_PARAGRAPH;
    }
}

static void
emit (Judge *self)
{
  gboolean may_lead = TRUE;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const GalleyPiece *piece = get_piece (self, i);
      GalleyBlockRole role = self->judgements[i].is_decided ? self->judgements[i].role
                                                            : get_default_role (piece->kind);
      guint level = role == GALLEY_BLOCK_LIST_ITEM ? piece->level : 0;

      if (role == GALLEY_BLOCK_HEADING)
        level = self->has_title ? 2 : 1;
      if (role == GALLEY_BLOCK_PARAGRAPH && may_lead && is_body (self, i))
        role = GALLEY_BLOCK_LEAD;
      if (role == GALLEY_BLOCK_LEAD || (role == GALLEY_BLOCK_HEADING && i >= self->n_head))
        may_lead = FALSE;
      galley_document_builder_add_block (self->builder, role, level, piece->line.range);
    }
}

/**
 * galley_text_structure_find:
 * @text: a text without markup
 * @builder: a builder of which @text is the text
 *
 * Finds the blocks of @text and what it states about itself, and adds both to @builder.
 */
void
galley_text_structure_find (GalleyText *text, GalleyDocumentBuilder *builder)
{
  g_autoptr (GArray) pieces = galley_pieces_cut (text);
  g_autofree Judgement *judgements = g_new0 (Judgement, pieces->len);
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GalleySpeech) speech = galley_speech_new (pieces);
  g_autoptr (GString) words = g_string_new (NULL);
  Judge self = {
    .pieces = pieces,
    .judgements = judgements,
    .labels = labels,
    .speech = speech,
    .builder = builder,
    .words = words,
  };

  count_labels (&self);
  look_at_all (&self);
  read_head (&self);
  find_quotes (&self);
  find_attributions (&self);
  review_quotes (&self);
  find_headings (&self);
  emit (&self);
}

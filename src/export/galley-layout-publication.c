/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-layout-private.h"
#include "galley-publication.h"
#include "galley-source-notes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The article for its readers, set anew in sections by what was found out about it. Words are the
 * article's own; where words between them are left out, since nobody checked them or they are in
 * doubt, that is shown. What is told has the numbers of its sources behind it.
 */

/* Code points of an item: a longer one is cut, for many that overlap would be many times as long as
 * the article. */
#define WORDS_MAX 2000

/* Translators: stands where words of the article are left out. */
#define LEFT_OUT N_ ("[…]")

typedef struct
{
  GalleyCopy *copy;
  GPtrArray *claims; /* of the report */
  GalleyText *text;
  GalleySourceNotes *notes;
} Setter;

static gboolean
has_words (GalleyText *text, GalleyRange range)
{
  const char *utf8 = galley_text_peek_utf8 (text, /* out_length_bytes= */ NULL);
  const char *end = utf8 + galley_text_to_bytes (text, range.end);

  for (const char *p = utf8 + galley_text_to_bytes (text, range.start); p < end;
       p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static gunichar
get_sign (GalleyText *text, guint offset)
{
  const char *utf8 = galley_text_peek_utf8 (text, /* out_length_bytes= */ NULL);

  return g_utf8_get_char (utf8 + galley_text_to_bytes (text, offset));
}

/* Whether @sign has a space before it, or is written right behind a word. */
static gboolean
is_close_behind (gunichar sign)
{
  GUnicodeType type = g_unichar_type (sign);

  return g_unichar_isspace (sign) || type == G_UNICODE_CLOSE_PUNCTUATION ||
         type == G_UNICODE_FINAL_PUNCTUATION ||
         g_utf8_strchr (",.;:!?…،؛؟、。", /* len= */ -1, sign) != NULL;
}

static gboolean
is_close_before (gunichar sign)
{
  GUnicodeType type = g_unichar_type (sign);

  return g_unichar_isspace (sign) || type == G_UNICODE_OPEN_PUNCTUATION ||
         type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* What stands between words that are given: signs and spaces, or words that are left out. */
static void
add_gap (Setter *self, GalleyRange gap, gboolean is_first, gboolean is_last)
{
  g_autofree char *left_out = NULL;

  if (gap.start >= gap.end)
    return;
  is_first = is_first || is_close_before (get_sign (self->text, gap.start - 1));
  is_last = is_last || is_close_behind (get_sign (self->text, gap.end));
  if (!has_words (self->text, gap))
    {
      galley_copy_add_range (self->copy, gap, /* marks= */ 0);
      return;
    }

  left_out = g_strdup_printf ("%s%s%s", is_first ? "" : " ", _ (LEFT_OUT), is_last ? "" : " ");
  galley_copy_add_text (self->copy, left_out, /* marks= */ 0);
}

static void
add_words (Setter *self, const GalleyPublicationItem *item)
{
  guint at = item->sentence.start, left = WORDS_MAX;

  for (guint i = 0; i < item->ranges->len && left > 0; i++)
    {
      GalleyRange range = g_array_index (item->ranges, GalleyRange, i);

      add_gap (self, (GalleyRange){ at, range.start }, /* is_first= */ i == 0,
               /* is_last= */ FALSE);
      range.end = MIN (range.end, range.start + left);
      left -= galley_range_length (range);
      galley_copy_add_range (self->copy, range, /* marks= */ 0);
      at = range.end;
    }
  add_gap (self, (GalleyRange){ at, item->sentence.end }, /* is_first= */ FALSE,
           /* is_last= */ TRUE);
}

/* What may not be attributed has no note: the readers are not told that it exists. Nor has what
 * undermines a claim that the desk confirmed all the same: readers take a note for what it rests
 * on. */
static gboolean
may_be_noted (GalleyClaim *claim, GalleyEvidence *evidence)
{
  return evidence->source->terms != GALLEY_TERMS_NOT_FOR_ATTRIBUTION &&
         (evidence->stance != GALLEY_STANCE_CONTRADICTS ||
          galley_claim_get_status (claim) != GALLEY_STATUS_CONFIRMED);
}

static void
add_notes (Setter *self, const GalleyPublicationItem *item)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < item->claims->len; i++)
    {
      GalleyClaim *claim = g_ptr_array_index (self->claims, g_array_index (item->claims, guint, i));
      GPtrArray *evidence = galley_claim_get_evidence (claim);

      for (guint j = 0; evidence != NULL && j < evidence->len; j++)
        {
          GalleyEvidence *entry = g_ptr_array_index (evidence, j);
          g_autofree char *mark = NULL;
          guint number;

          if (!may_be_noted (claim, entry))
            continue;
          number = galley_source_notes_get_number (self->notes, entry->source);
          if (!g_hash_table_add (seen, GUINT_TO_POINTER (number)))
            continue;
          mark = g_strdup_printf ("[%u]", number);
          galley_copy_add_text (self->copy, "\302\240", /* marks= */ 0);
          galley_copy_add_reference (self->copy, mark, /* marks= */ 0, GALLEY_COPY_NOTE, number);
        }
    }
}

static void
add_fact (Setter *self, const GalleyPublicationItem *item)
{
  galley_copy_add_item (self->copy, /* level= */ 1, GALLEY_COPY_PLAIN);
  if (item->wording != NULL)
    galley_copy_add_text (self->copy, item->wording, GALLEY_COPY_OF_ARTICLE);
  else
    add_words (self, item);
  add_notes (self, item);
}

static void
add_statement (Setter *self, const GalleyPublicationItem *item)
{
  galley_copy_add (self->copy, GALLEY_COPY_QUOTE, GALLEY_COPY_WORDS);
  add_words (self, item);
  galley_copy_add (self->copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_ATTRIBUTION);
  galley_copy_add_text (self->copy, item->speaker, GALLEY_COPY_OF_ARTICLE);
  add_notes (self, item);
}

static guint
get_position (const GalleyPublicationItem *item)
{
  return g_array_index (item->claims, guint, 0);
}

static void
add_excerpt (Setter *self, const GalleyPublicationItem *item, GalleyCopyMarks marks)
{
  g_autofree char *excerpt =
      galley_report_dup_claim_excerpt (galley_copy_get_report (self->copy), get_position (item));

  galley_copy_add_text (self->copy, excerpt, marks | GALLEY_COPY_OF_ARTICLE);
}

static void
add_reason (Setter *self, const GalleyPublicationItem *item)
{
  const char *reason =
      galley_publication_get_reason (g_ptr_array_index (self->claims, get_position (item)));

  if (reason == NULL)
    return;

  galley_copy_add_text (self->copy, " – ", /* marks= */ 0);
  galley_copy_add_text (self->copy, reason, GALLEY_COPY_EMPHASIS);
}

/* What keeps the desk from deciding is its own business. */
static void
add_unconfirmed (Setter *self, const GalleyPublicationItem *item)
{
  galley_copy_add_item (self->copy, /* level= */ 1, GALLEY_COPY_PLAIN);
  galley_layout_add_sign (self->copy, GALLEY_STATUS_PENDING);
  if (item->wording != NULL)
    galley_copy_add_text (self->copy, item->wording, GALLEY_COPY_OF_ARTICLE);
  else
    add_excerpt (self, item, /* marks= */ 0);
  add_notes (self, item);
}

static void
add_disputed (Setter *self, const GalleyPublicationItem *item)
{
  const char *correction =
      galley_claim_get_correction (g_ptr_array_index (self->claims, get_position (item)));

  galley_copy_add_item (self->copy, /* level= */ 1, GALLEY_COPY_PLAIN);
  galley_layout_add_sign (self->copy, GALLEY_STATUS_DISPUTED);
  add_excerpt (self, item, correction != NULL ? GALLEY_COPY_DELETED : 0);
  if (correction != NULL)
    galley_copy_add_text (self->copy, " → ", /* marks= */ 0);
  if (correction != NULL && *correction == '\0')
    galley_copy_add_text (self->copy, _ ("taken out"), GALLEY_COPY_EMPHASIS);
  galley_copy_add_text (self->copy, correction, GALLEY_COPY_INSERTED | GALLEY_COPY_OF_ARTICLE);
  add_reason (self, item);
  add_notes (self, item);
}

static void
add_section (Setter *self,
             const char *heading,
             GPtrArray *items,
             void (*add) (Setter *self, const GalleyPublicationItem *item))
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      GalleyPublicationItem *item = g_ptr_array_index (items, i);

      if (item->ranges->len == 0)
        continue;
      if (!has_heading)
        galley_layout_begin_section (self->copy, heading);
      has_heading = TRUE;
      add (self, item);
    }
  if (has_heading)
    galley_copy_end (self->copy);
}

/* Somebody's mail address, or where a file lies at the desk, is not for readers. */
static gboolean
is_public (const char *address)
{
  return address != NULL && (g_ascii_strncasecmp (address, "https://", strlen ("https://")) == 0 ||
                             g_ascii_strncasecmp (address, "http://", strlen ("http://")) == 0);
}

static void
add_texts (Setter *self, GalleySource *source)
{
  static const GalleySourceText texts[] = { GALLEY_SOURCE_AUTHOR, GALLEY_SOURCE_ORGANISATION,
                                            GALLEY_SOURCE_PUBLISHER, GALLEY_SOURCE_PUBLISHED };
  static const GalleySourceText addresses[] = { GALLEY_SOURCE_ADDRESS, GALLEY_SOURCE_ARCHIVED };

  galley_copy_add_text (self->copy, source->texts[GALLEY_SOURCE_TITLE],
                        GALLEY_COPY_STRONG | GALLEY_COPY_FOREIGN);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (source->texts[texts[i]] != NULL)
      {
        galley_copy_add_text (self->copy, ", ", /* marks= */ 0);
        galley_copy_add_text (self->copy, source->texts[texts[i]], GALLEY_COPY_FOREIGN);
      }
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    if (is_public (source->texts[addresses[i]]))
      {
        galley_copy_add_text (self->copy, ", ", /* marks= */ 0);
        galley_copy_add_address (self->copy, source->texts[addresses[i]]);
      }
}

/* A source that may not be named is told by what it may be called; on what terms it spoke is
 * between it and the desk. */
static void
add_unnamed (Setter *self, GalleySource *source)
{
  const char *pseudonym = source->texts[GALLEY_SOURCE_PSEUDONYM];

  if (pseudonym == NULL)
    {
      galley_copy_add_text (self->copy, _ ("A source that is not named"), GALLEY_COPY_STRONG);
      return;
    }

  galley_copy_add_text (self->copy, pseudonym, GALLEY_COPY_STRONG | GALLEY_COPY_FOREIGN);
  galley_copy_add_text (self->copy, ", ", /* marks= */ 0);
  /* Translators: behind what a confidential source is called. */
  galley_copy_add_text (self->copy, _ ("a source that is not named"), /* marks= */ 0);
}

static void
add_source (Setter *self, GalleySource *source, guint number)
{
  galley_copy_begin_entry (self->copy, GALLEY_COPY_NOTE, number, /* claim= */ -1);
  galley_copy_add (self->copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_SOURCE);
  if (source->terms == GALLEY_TERMS_ON_RECORD)
    add_texts (self, source);
  else
    add_unnamed (self, source);
  galley_copy_end (self->copy);
}

static void
add_sources (Setter *self)
{
  GPtrArray *sources = galley_source_notes_get_sources (self->notes);

  if (sources->len == 0)
    return;

  galley_layout_begin_section (self->copy, _ ("Sources"));
  for (guint i = 0; i < sources->len; i++)
    add_source (self, g_ptr_array_index (sources, i), i + 1);
  galley_copy_end (self->copy);
}

static void
add_sections (Setter *self, GPtrArray **sections)
{
  static const struct
  {
    const char *heading;
    void (*add) (Setter *self, const GalleyPublicationItem *item);
  } parts[GALLEY_N_PUBLICATION_SECTIONS] = {
    [GALLEY_PUBLICATION_TAKEAWAYS] = { N_ ("Key Takeaways"), add_fact },
    [GALLEY_PUBLICATION_FACTS] = { N_ ("Verified Facts"), add_fact },
    [GALLEY_PUBLICATION_CONTEXT] = { N_ ("Context"), add_fact },
    [GALLEY_PUBLICATION_STATEMENTS] = { N_ ("Official Statements"), add_statement },
    [GALLEY_PUBLICATION_UNCONFIRMED] = { N_ ("Unconfirmed"), add_unconfirmed },
    [GALLEY_PUBLICATION_DISPUTED] = { N_ ("Disputed and Corrected"), add_disputed },
  };

  for (guint i = 0; i < GALLEY_N_PUBLICATION_SECTIONS; i++)
    add_section (self, _ (parts[i].heading), sections[i], parts[i].add);
}

static void
add_about (Setter *self)
{
  galley_layout_begin_section (self->copy, _ ("About This Check"));
  galley_layout_add_state (self->copy);
  galley_copy_say (self->copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_PLAIN,
                   _ ("“[…]” stands for words that are left out, because nobody has checked "
                      "them or they are in doubt. Numbers in brackets lead to the sources."));
  galley_copy_end (self->copy);
}

/**
 * galley_layout_set_publication:
 *
 * Takeaways, verified facts, context and statements from what is confirmed, then what is
 * unconfirmed, what is disputed with its correction, the sources, and how the check stands.
 */
void
galley_layout_set_publication (GalleyCopy *copy)
{
  GalleyReport *report = galley_copy_get_report (copy);
  g_autoptr (GalleySourceNotes) notes = galley_source_notes_new ();
  GPtrArray **sections = galley_publication_sort (report);
  Setter setter = { .copy = copy, .notes = notes };

  setter.claims = galley_report_get_claims (report);
  setter.text = galley_document_get_text (galley_report_get_document (report));

  galley_layout_add_title (copy, _ ("Checked article"));
  galley_copy_begin (copy, GALLEY_COPY_SUMMARY);
  galley_layout_add_facts (copy);
  galley_copy_end (copy);
  add_sections (&setter, sections);
  add_sources (&setter);
  add_about (&setter);

  galley_publication_free (sections);
}

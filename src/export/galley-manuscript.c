/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-manuscript.h"

#include "galley-escape.h"
#include "galley-record-words.h"
#include "galley-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * galley_manuscript_add_text:
 * @utf8: words; none add nothing
 *
 * Adds words that are set as the paragraph is.
 */
void
galley_manuscript_add_text (GalleyManuscript *self, const char *utf8)
{
  GalleyManuscriptRun run = { .text = utf8, .length_bytes = strlen (utf8) };

  if (run.length_bytes > 0)
    self->add_run (self, &run);
}

static void
add_label (GalleyManuscript *self, const char *label)
{
  g_autofree char *text = g_strconcat (label, ": ", NULL);
  GalleyManuscriptRun run = { .text = text, .length_bytes = strlen (text), .is_strong = TRUE };

  self->add_run (self, &run);
}

/**
 * galley_manuscript_add_line:
 * @style: of its paragraph
 * @line: a line
 *
 * Adds a paragraph with what the line says.
 */
void
galley_manuscript_add_line (GalleyManuscript *self,
                            GalleyManuscriptStyle style,
                            const GalleyManuscriptLine *line)
{
  GalleyManuscriptParagraph paragraph = {
    .style = style,
    .is_rtl = galley_manuscript_is_rtl (line->label != NULL ? line->label : line->text, -1),
  };
  GalleyManuscriptRun run = { .text = line->text,
                              .length_bytes = strlen (line->text),
                              .href = line->href };

  self->begin_paragraph (self, &paragraph);
  if (line->label != NULL)
    add_label (self, line->label);
  if (run.length_bytes > 0)
    self->add_run (self, &run);
  self->end_paragraph (self);
}

/**
 * galley_manuscript_is_rtl:
 * @utf8: valid UTF-8
 * @length_bytes: its length, or -1 if it is NUL-terminated
 *
 * Returns: whether the first letter is of a script that is written from right to left
 */
gboolean
galley_manuscript_is_rtl (const char *utf8, gssize length_bytes)
{
  const char *end = utf8 + (length_bytes < 0 ? (gssize) strlen (utf8) : length_bytes);

  for (const char *p = utf8; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* The blocks of these scripts lie together: Hebrew to Arabic Extended, the forms of both
       * for compatibility, and the old ones and Adlam beyond the first plane. */
      if (g_unichar_isalpha (c))
        return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) ||
               (c >= 0xfe70 && c <= 0xfeff) || (c >= 0x10800 && c <= 0x10fff) ||
               (c >= 0x1e800 && c <= 0x1efff);
    }

  return FALSE;
}

static void
free_line (gpointer data)
{
  GalleyManuscriptLine *line = data;

  g_free (line->text);
  g_free (line->href);
  g_free (line);
}

/**
 * galley_manuscript_lines_new:
 *
 * Returns: (transfer full) (element-type GalleyManuscriptLine): no lines
 */
GPtrArray *
galley_manuscript_lines_new (void)
{
  return g_ptr_array_new_with_free_func (free_line);
}

static GalleyManuscriptLine *
add_line (GPtrArray *lines, const char *label, const char *text)
{
  GalleyManuscriptLine *line = g_new0 (GalleyManuscriptLine, 1);

  line->label = label;
  line->text = g_strdup (text);
  g_ptr_array_add (lines, line);

  return line;
}

/**
 * galley_manuscript_lines_add:
 * @label: (nullable): what it is about, translated; not copied
 * @text: (nullable): what there is to say; %NULL and "" add nothing
 */
void
galley_manuscript_lines_add (GPtrArray *lines, const char *label, const char *text)
{
  if (text != NULL && *text != '\0')
    add_line (lines, label, text);
}

/**
 * galley_manuscript_lines_add_address:
 * @label: (nullable): what it is the address of, translated; not copied
 * @address: (nullable): an address, which is linked if it may be
 */
void
galley_manuscript_lines_add_address (GPtrArray *lines, const char *label, const char *address)
{
  if (address != NULL && *address != '\0')
    add_line (lines, label, address)->href = galley_escape_href (address);
}

static void
add_correction (GPtrArray *lines, GalleyReport *report, guint position)
{
  GalleyClaim *claim = g_ptr_array_index (galley_report_get_claims (report), position);
  const char *correction = galley_claim_get_correction (claim);
  g_autofree char *quote = NULL, *text = NULL;

  if (correction == NULL)
    return;

  quote = galley_report_dup_claim_excerpt (report, position);
  text =
      g_strconcat (quote, " → ", *correction != '\0' ? correction : _ ("Strike these words"), NULL);
  galley_manuscript_lines_add (lines, _ ("Correction"), text);
}

static void
add_facts (GPtrArray *lines, GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      GalleyFact *fact = g_ptr_array_index (facts, i);

      galley_manuscript_lines_add (lines, fact->label, fact->value);
    }
}

/**
 * galley_manuscript_lines_add_source:
 * @evidence: a use of a source
 *
 * Adds what is noted of the source itself, below its title.
 */
void
galley_manuscript_lines_add_source (GPtrArray *lines, GalleyEvidence *evidence)
{
  g_autofree char *description = galley_record_words_describe_source (evidence);

  galley_manuscript_lines_add (lines, /* label= */ NULL, description);
  galley_manuscript_lines_add_address (lines, _ ("Address"),
                                       evidence->source->texts[GALLEY_SOURCE_ADDRESS]);
}

static void
add_evidence (GPtrArray *lines, GalleyEvidence *evidence)
{
  const char *title = evidence->source->texts[GALLEY_SOURCE_TITLE];
  gboolean has_locator = evidence->locator != NULL && *evidence->locator != '\0';
  g_autofree char *text =
      has_locator ? g_strconcat (title, ", ", evidence->locator, NULL) : g_strdup (title);
  g_autofree char *consulted = galley_words_format_time (evidence->consulted_at);

  galley_manuscript_lines_add (lines, galley_stance_get_label (evidence->stance), text);
  galley_manuscript_lines_add_source (lines, evidence);
  galley_manuscript_lines_add (lines, _ ("Passage"), evidence->passage);
  galley_manuscript_lines_add (lines, _ ("Consulted"), consulted);
}

/**
 * galley_manuscript_lines_add_claim:
 * @claim: position of a claim
 *
 * Adds all that is noted of the claim, its name and status first.
 */
void
galley_manuscript_lines_add_claim (GPtrArray *lines, GalleyReport *report, guint claim)
{
  GalleyClaim *object = g_ptr_array_index (galley_report_get_claims (report), claim);
  GalleyStatus status = galley_claim_get_status (object);
  GPtrArray *evidence = galley_claim_get_evidence (object);
  g_autofree char *name = galley_words_name_claim (claim + 1, status);
  g_autofree char *first = g_strconcat (galley_words_get_symbol (status), " ", name, NULL);
  g_autofree char *count =
      galley_record_words_count_sources (galley_report_get_independence (report, claim));
  g_autofree char *checked = galley_words_format_checked (object);
  g_autoptr (GPtrArray) facts = galley_record_words_list_facts (object);
  g_autoptr (GPtrArray) queries = galley_record_words_list_queries (object);

  galley_manuscript_lines_add (lines, /* label= */ NULL, first);
  galley_manuscript_lines_add (lines, _ ("Reason"),
                               galley_reason_get_label (galley_claim_get_reason (object)));
  add_correction (lines, report, claim);
  galley_manuscript_lines_add (lines, _ ("Note"), galley_claim_get_note (object));
  add_facts (lines, queries);
  galley_manuscript_lines_add (lines, _ ("Sources"), count);
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    add_evidence (lines, g_ptr_array_index (evidence, i));
  add_facts (lines, facts);
  galley_manuscript_lines_add (lines, galley_words_get_checked_label (status), checked);
}

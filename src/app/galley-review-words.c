/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-review-words.h"

#include "galley-claim-words.h"
#include "galley-look.h"
#include "galley-mask.h"
#include "galley-names.h"
#include "galley-quoted.h"
#include "galley-record-words.h"
#include "galley-twins.h"

#include <glib/gi18n.h>
#include <pango/pango.h>
#include <string.h>

/* The sentence that @range begins in, up to the one that it ends in. */
static GalleyRange
find_sentences (GalleyCheck *check, GalleyRange range)
{
  GalleyRange sentences = range, found;

  if (galley_check_find_sentence (check, range.start, &found))
    sentences.start = MIN (sentences.start, found.start);
  if (range.end > range.start && galley_check_find_sentence (check, range.end - 1, &found))
    sentences.end = MAX (sentences.end, found.end);

  return sentences;
}

/* The sentence before @start, in which somebody reads up on it; empty if there is none near. */
static GalleyRange
find_before (GalleyCheck *check, guint start)
{
  GalleyRange found;

  for (guint offset = start; offset > 0 && start - offset < 8; offset--)
    if (galley_check_find_sentence (check, offset - 1, &found) && found.end <= start)
      return found;

  return (GalleyRange){ start, start };
}

static GalleyRange
find_after (GalleyCheck *check, guint end)
{
  guint length =
      galley_text_get_length (galley_document_get_text (galley_check_get_document (check)));
  GalleyRange found;

  for (guint offset = end; offset < length && offset - end < 8; offset++)
    if (galley_check_find_sentence (check, offset, &found) && found.start >= end)
      return found;

  return (GalleyRange){ end, end };
}

/* What stands around the words of the point must not push them off the stage. In characters. */
#define MAX_AROUND 240

/* As far as that a space is looked for to cut at; there may be none between words. */
#define MAX_WORD 40

typedef enum
{
  CUT_NOTHING,
  CUT_START,
  CUT_END,
} Cut;

/* Takes over @words. */
static char *
cut_words (char *words, Cut cut)
{
  g_autofree char *owned = words;
  glong length = g_utf8_strlen (words, -1);
  char *place, *end, *space;

  if (cut == CUT_NOTHING || length <= MAX_AROUND)
    return g_steal_pointer (&owned);

  if (cut == CUT_START)
    {
      place = g_utf8_offset_to_pointer (words, length - MAX_AROUND);
      end = g_utf8_offset_to_pointer (place, MAX_WORD);
      space = memchr (place, ' ', end - place);
      return g_strconcat ("…", space != NULL ? space : place, NULL);
    }
  place = g_utf8_offset_to_pointer (words, MAX_AROUND - MAX_WORD);
  end = g_utf8_offset_to_pointer (place, MAX_WORD);
  *end = '\0';
  space = strrchr (place, ' ');
  if (space != NULL)
    space[1] = '\0';
  return g_strconcat (words, "…", NULL);
}

static void
append (GString *markup,
        GalleyCheck *check,
        guint start,
        guint end,
        const char *attributes,
        Cut cut)
{
  g_autofree char *words = cut_words (
      galley_claim_words_get_quote (check, (GalleyRange){ start, MAX (start, end) }), cut);
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  if (*escaped == '\0')
    return;
  if (attributes != NULL)
    g_string_append_printf (markup, "<span %s>%s</span>", attributes, escaped);
  else
    g_string_append (markup, escaped);
}

/* How the words of the point are set: as in the article, by underline and colour. */
static char *
describe_look (GalleyClaim *claim)
{
  static const char *const underlines[GALLEY_N_STATUSES] = {
    [GALLEY_STATUS_PENDING] = "low",
    [GALLEY_STATUS_CONFIRMED] = "single",
    [GALLEY_STATUS_DISPUTED] = "error",
  };
  const GalleyLook *look = galley_look_get_current ();
  GalleyStatus status = claim != NULL ? galley_claim_get_status (claim) : GALLEY_STATUS_PENDING;
  const GdkRGBA *line = claim != NULL ? &look->line[status] : &look->suggestion;

  return g_strdup_printf ("underline='%s' underline_color='#%02x%02x%02x' weight='bold'",
                          claim != NULL ? underlines[status] : "single", (guint) (line->red * 255),
                          (guint) (line->green * 255), (guint) (line->blue * 255));
}

/**
 * galley_review_words_mark_up:
 * @point: a point of which the words are in the article
 *
 * Returns: (transfer full): its sentence with the words of the point set apart, and, fainter, the
 *   sentence before and the one behind it, for a label; of what is long around the words the part
 *   that is next to them
 */
char *
galley_review_words_mark_up (GalleyCheck *check, GalleyReviewPoint *point)
{
  static const char faint[] = "alpha='70%' size='80%'";
  GString *markup = g_string_new (NULL);
  GalleyRange range = galley_review_point_get_range (point);
  GalleyRange sentences = find_sentences (check, range);
  GalleyRange before = find_before (check, sentences.start);
  GalleyRange after = find_after (check, sentences.end);
  g_autofree char *look = describe_look (galley_review_point_get_claim (point));

  append (markup, check, before.start, before.end, faint, CUT_START);
  if (markup->len > 0)
    g_string_append_c (markup, ' ');
  append (markup, check, sentences.start, range.start, NULL, CUT_START);
  append (markup, check, range.start, range.end, look, CUT_NOTHING);
  append (markup, check, range.end, sentences.end, NULL, CUT_END);
  if (after.end > after.start)
    g_string_append_c (markup, ' ');
  append (markup, check, after.start, after.end, faint, CUT_END);

  return g_string_free (markup, FALSE);
}

/**
 * galley_review_words_get_sentences:
 *
 * Returns: (transfer full): the whole sentences that @range is in
 */
char *
galley_review_words_get_sentences (GalleyCheck *check, GalleyRange range)
{
  return galley_claim_words_get_quote (check, find_sentences (check, range));
}

static const char *
get_ruling (GalleyDecision *decision)
{
  switch (decision->ruling)
    {
    case GALLEY_RULING_VERDICT:
      return galley_status_get_label (decision->status);
    case GALLEY_RULING_KEEP:
      return _ ("Stays as it is");
    case GALLEY_RULING_CORRECTION:
      return _ ("To be corrected");
    case GALLEY_RULING_ASK:
      return decision->addressee == GALLEY_ADDRESSEE_EDITOR ? _ ("Ask the editor")
                                                            : _ ("Ask the writer");
    case GALLEY_RULING_NOTE:
      return _ ("Noted");
    case GALLEY_RULING_DISMISS:
    default:
      return _ ("Nothing to check");
    }
}

/**
 * galley_review_words_describe_decision:
 *
 * Returns: (transfer full): what was decided, by whom and when, and the words with it
 */
char *
galley_review_words_describe_decision (GalleyDecision *decision)
{
  g_autofree char *time = galley_claim_words_format_time (decision->decided_at);
  const char *words = decision->question != NULL ? decision->question : decision->words;
  g_autofree char *decider = galley_names_shorten (decision->decider);
  /* Translators: what was decided, who decided it, when; such as “Disputed · Ana · 3 Sept 2025”. */
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("%s · %s · %s"), get_ruling (decision), decider, time);
  if (words != NULL && *words != '\0')
    g_string_append_printf (text, "\n%s", words);

  return g_string_free (text, FALSE);
}

/**
 * galley_review_words_format_clock:
 * @duration_ms: milliseconds
 *
 * Returns: (transfer full): hours and minutes, such as "0:42"
 */
char *
galley_review_words_format_clock (gint64 duration_ms)
{
  gint64 minutes = MAX (duration_ms, 0) / 60000;

  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d", minutes / 60, (int) (minutes % 60));
}

/**
 * galley_review_words_format_progress:
 * @now_ms: milliseconds since 1970 UTC
 *
 * Returns: (transfer full): how far the session has come and for how long it lasts, such as
 *   “7 of 31 · 2 parked · 0:42”
 */
char *
galley_review_words_format_progress (GalleyReview *review, gint64 now_ms)
{
  GalleySession *session = galley_review_get_session (review);
  gint64 now = session->state == GALLEY_SESSION_OPEN ? now_ms : 0;
  GalleyReviewProgress progress;
  g_autofree char *clock = NULL;
  g_autofree char *parked = NULL;

  galley_review_get_progress (review, &progress);
  clock = galley_review_words_format_clock (galley_session_get_duration (session, now));
  if (progress.n_parked > 0)
    parked =
        g_strdup_printf (ngettext ("%u parked", "%u parked", progress.n_parked), progress.n_parked);

  /* Translators: points that were decided, points of the agenda, then maybe how many were put off,
   * then hours and minutes. */
  return g_strdup_printf (_ ("%u of %u%s%s · %s"), progress.n_decided, progress.n_points,
                          parked != NULL ? " · " : "", parked != NULL ? parked : "", clock);
}

static char *
describe_evidence (GalleyEvidence *entry)
{
  g_autofree char *kind = galley_record_words_describe_source (entry);
  g_autofree char *consulted =
      entry->consulted_at != 0 ? galley_claim_words_format_time (entry->consulted_at) : NULL;
  g_autofree char *head =
      g_markup_printf_escaped ("<b>%s</b> · %s", galley_stance_get_label (entry->stance),
                               entry->source->texts[GALLEY_SOURCE_TITLE]);
  GString *text = g_string_new (head);
  const char *const details[] = { entry->locator, kind, consulted };

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    if (details[i] != NULL && *details[i] != '\0')
      {
        g_autofree char *escaped = g_markup_escape_text (details[i], -1);

        g_string_append_printf (text, " · %s", escaped);
      }
  if (entry->passage != NULL && *entry->passage != '\0')
    {
      g_autofree char *passage = galley_quoted (entry->passage);
      g_autofree char *escaped = g_markup_escape_text (passage, -1);

      g_string_append_printf (text, "\n%s", escaped);
    }

  return g_string_free (text, FALSE);
}

static char *
describe_reading (const GalleyReading *reading, const GalleyReadingVerdict *part)
{
  g_autofree char *time = galley_claim_words_format_time (part->given_at);
  g_autofree char *reader = galley_names_shorten (reading->reader);
  const char *texts[] = { part->reason, part->note };
  GString *line = g_string_new (NULL);
  g_autofree char *head = g_markup_printf_escaped (
      "<b>%s</b> · %s · %s", galley_status_get_label (part->status), reader, time);

  g_string_append (line, head);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      {
        g_autofree char *text = g_markup_printf_escaped ("\n%s", texts[i]);

        g_string_append (line, text);
      }

  return g_string_free (line, FALSE);
}

/**
 * galley_review_words_list_readings:
 *
 * Returns: (transfer full) (element-type utf8): what each second reader found of a claim on the
 *   words that it has, once the reading has ended, as markup
 */
GPtrArray *
galley_review_words_list_readings (GalleyReview *review, GalleyClaim *claim)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  GalleyCheck *check = galley_review_get_check (review);
  GPtrArray *readings = galley_check_get_readings (check);
  GalleyText *text = galley_document_get_text (galley_check_get_document (check));
  g_autofree char *words = galley_text_slice (text, galley_claim_get_range (claim));

  for (guint i = 0; i < readings->len; i++)
    {
      GalleyReading *reading = g_ptr_array_index (readings, i);
      const GalleyReadingVerdict *part = galley_reading_find (reading, galley_claim_get_id (claim));

      if (reading->ended_at > 0 && part != NULL && part->is_given &&
          g_strcmp0 (part->words, words) == 0)
        g_ptr_array_add (lines, describe_reading (reading, part));
    }

  return lines;
}

/**
 * galley_review_words_list_evidence:
 *
 * Others look on, so confidential sources go by their pseudonyms.
 *
 * Returns: (transfer full) (element-type utf8): a piece of evidence each, as markup
 */
GPtrArray *
galley_review_words_list_evidence (GalleyClaim *claim)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) evidence = galley_mask_evidence (galley_claim_get_evidence (claim));

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    g_ptr_array_add (lines, describe_evidence (g_ptr_array_index (evidence, i)));

  return lines;
}

static void
add_query (GPtrArray *lines, GalleyQuery *query)
{
  g_autofree char *head = g_markup_printf_escaped (
      "<b>%s</b> · %s", galley_addressee_get_label (query->addressee), query->question);
  g_autofree char *answer =
      query->answer != NULL ? g_markup_printf_escaped ("\n→ %s", query->answer) : NULL;
  g_autofree char *decision =
      query->decision != NULL ? g_markup_printf_escaped ("\n⇒ %s", query->decision) : NULL;

  g_ptr_array_add (lines, g_strconcat (head, answer != NULL ? answer : "",
                                       decision != NULL ? decision : "", NULL));
}

/**
 * galley_review_words_list_thread:
 *
 * Returns: (transfer full) (element-type utf8): the note of a claim, what was written in its
 * thread, and its queries, as markup
 */
GPtrArray *
galley_review_words_list_thread (GalleyClaim *claim)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *notes = galley_claim_get_notes (claim);
  g_autoptr (GPtrArray) queries = galley_mask_queries (galley_claim_get_queries (claim));

  if (galley_claim_get_note (claim) != NULL)
    g_ptr_array_add (lines, g_markup_escape_text (galley_claim_get_note (claim), -1));
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      GalleyNote *note = g_ptr_array_index (notes, i);
      g_autofree char *author = galley_names_shorten (note->author);

      g_ptr_array_add (lines, g_markup_printf_escaped ("<b>%s</b> · %s", author, note->text));
    }
  for (guint i = 0; queries != NULL && i < queries->len; i++)
    add_query (lines, g_ptr_array_index (queries, i));

  return lines;
}

/**
 * galley_review_words_list_repeats:
 *
 * Returns: (transfer full) (element-type utf8): where else the article says what the claim says, as
 *   markup
 */
GPtrArray *
galley_review_words_list_repeats (GalleyReview *review, GalleyClaim *claim)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  GalleyCheck *check = galley_review_get_check (review);
  GalleyTwins *twins = galley_check_get_twins (check);
  g_autoptr (GPtrArray) list = NULL;

  if (twins == NULL || !galley_twins_is_current (twins, check))
    return lines;

  list = galley_twins_list (twins, check, claim);
  for (guint i = 0; i < list->len; i++)
    {
      GalleyTwin *twin = g_ptr_array_index (list, i);
      g_autofree char *quote = galley_claim_words_get_quote (check, twin->range);
      const char *status = twin->claim != NULL
                               ? galley_status_get_label (galley_claim_get_status (twin->claim))
                               : _ ("Not marked");

      g_ptr_array_add (lines, g_markup_printf_escaped ("<b>%s</b> · %s", status, quote));
    }

  return lines;
}

/**
 * galley_review_words_get_rest_title:
 * @progress: how far a session has come that shows no point
 *
 * Returns: (transfer none): what to say of it, in header capitals
 */
const char *
galley_review_words_get_rest_title (const GalleyReviewProgress *progress)
{
  if (progress->n_points == 0)
    return _ ("Nothing Is on the Agenda");
  if (progress->n_left + progress->n_parked == 0)
    return _ ("Nothing Is Left to Decide");

  return _ ("Nothing Else Is Left to Decide");
}

/**
 * galley_review_words_describe_rest:
 * @progress: how far a session has come that shows no point
 *
 * Returns: (transfer full): what is left, and what can be done about it, whole sentences
 */
char *
galley_review_words_describe_rest (const GalleyReviewProgress *progress)
{
  if (progress->n_points == 0)
    return g_strdup (_ ("Choose claims in the window of the article and put them on the agenda."));
  if (progress->n_left > 0)
    return g_strdup_printf (ngettext ("%u point is still open. Go back to decide about it.",
                                      "%u points are still open. Go back to decide about them.",
                                      progress->n_left),
                            progress->n_left);
  if (progress->n_parked > 0)
    return g_strdup_printf (
        ngettext ("%u point is parked. Go back to decide about it now, or leave it to another "
                  "sitting, at which it comes back.",
                  "%u points are parked. Go back to decide about them now, or leave them to "
                  "another sitting, at which they come back.",
                  progress->n_parked),
        progress->n_parked);

  return g_strdup (_ ("Every point of the agenda was decided."));
}

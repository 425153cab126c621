/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-layout-private.h"

#include "galley-excerpt.h"

#include <glib/gi18n-lib.h>

/*
 * What a review session decided, in the order in which it was decided: on which words, by whom,
 * when, and what stood there before. Everything is told as it was noted then; nothing here depends
 * on what became of a claim later. What somebody was asked to do is gathered below, and so is what
 * was left open.
 */

#define MINUTE_MS 60000

/* A session on its way into a copy. */
typedef struct
{
  GalleyCopy *copy;
  GalleySession *session;
  GHashTable *decided; /* keys of the points that were decided; of the session */
  GHashTable *claims;  /* id → position in the report plus 1; of the report */
  GHashTable *waiting; /* id → GalleyClaim that has no words in the draft; of the report */
} Minutes;

static void
minutes_init (Minutes *self, GalleyCopy *copy, GalleySession *session)
{
  GPtrArray *claims = galley_report_get_claims (galley_copy_get_report (copy));
  GPtrArray *waiting = galley_report_get_waiting (galley_copy_get_report (copy));

  self->copy = copy;
  self->session = session;
  self->decided = g_hash_table_new (g_str_hash, g_str_equal);
  self->claims = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < session->decisions->len; i++)
    g_hash_table_add (self->decided,
                      ((GalleyDecision *) g_ptr_array_index (session->decisions, i))->key);
  for (guint i = 0; i < claims->len; i++)
    g_hash_table_insert (self->claims,
                         (gpointer) galley_claim_get_id (g_ptr_array_index (claims, i)),
                         GUINT_TO_POINTER (i + 1));
  self->waiting = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; waiting != NULL && i < waiting->len; i++)
    {
      GalleyClaim *claim = g_ptr_array_index (waiting, i);

      g_hash_table_insert (self->waiting, (gpointer) galley_claim_get_id (claim), claim);
    }
}

static void
minutes_clear (Minutes *self)
{
  g_clear_pointer (&self->decided, g_hash_table_unref);
  g_clear_pointer (&self->claims, g_hash_table_unref);
  g_clear_pointer (&self->waiting, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Minutes, minutes_clear)

static void
add_excerpt (GalleyCopy *copy, const char *words, GalleyCopyMarks marks)
{
  g_autoptr (GalleyText) text = galley_text_new (words != NULL ? words : "", -1);
  g_autofree char *excerpt =
      galley_excerpt_take (text, (GalleyRange){ 0, galley_text_get_length (text) });

  galley_copy_add_text (copy, excerpt, marks);
}

/* A name, and when somebody came or left if that was not with the others. */
static void
add_attendance (GalleyCopy *copy, GalleySession *session, GalleyAttendance *attendance)
{
  gboolean came_later = attendance->since - session->started_at >= MINUTE_MS;

  galley_copy_add_text (copy, attendance->name, GALLEY_COPY_FOREIGN);
  if (came_later)
    {
      galley_copy_add_text (copy, _ (", came "), /* marks= */ 0);
      galley_copy_add_time (copy, attendance->since);
    }
  if (attendance->until != 0)
    {
      galley_copy_add_text (copy, _ (", left "), /* marks= */ 0);
      galley_copy_add_time (copy, attendance->until);
    }
}

static void
add_present (GalleyCopy *copy, GalleySession *session)
{
  galley_copy_say_fact (copy, _ ("Decides"), "chair", session->chair);
  galley_copy_add_fact (copy, _ ("Present"), "present");
  for (guint i = 0; i < session->attendance->len; i++)
    {
      if (i > 0)
        galley_copy_add_text (copy, "; ", /* marks= */ 0);
      add_attendance (copy, session, g_ptr_array_index (session->attendance, i));
    }
}

/* "1 hour 12 minutes"; less than a minute is one, since somebody did sit there. */
static char *
format_duration (gint64 duration_ms)
{
  guint minutes = MAX ((duration_ms + MINUTE_MS - 1) / MINUTE_MS, 1);
  guint hours = minutes / 60;
  g_autofree char *rest =
      g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes % 60), minutes % 60);
  g_autofree char *whole = g_strdup_printf (ngettext ("%u hour", "%u hours", hours), hours);

  if (hours == 0)
    return g_steal_pointer (&rest);
  if (minutes % 60 == 0)
    return g_steal_pointer (&whole);
  /* Translators: "1 hour" and "12 minutes". */
  return g_strdup_printf (_ ("%s %s"), whole, rest);
}

static void
add_times (GalleyCopy *copy, GalleySession *session)
{
  guint n_sittings = session->sittings->len;
  g_autofree char *duration = format_duration (galley_session_get_duration (session, /* now= */ 0));
  g_autofree char *sittings = g_strdup_printf (
      ngettext ("%s in %u sitting", "%s in %u sittings", n_sittings), duration, n_sittings);

  galley_copy_add_fact (copy, _ ("Began"), "began");
  galley_copy_add_time (copy, session->started_at);
  galley_copy_add_fact (copy, _ ("Ended"), "ended");
  if (session->ended_at != 0)
    galley_copy_add_time (copy, session->ended_at);
  else
    galley_copy_add_text (copy, _ ("Not yet"), GALLEY_COPY_EMPHASIS);
  galley_copy_say_fact (copy, _ ("Lasted"), "lasted", sittings);
}

static guint
count_open (Minutes *self, gboolean parked)
{
  GalleySession *session = self->session;
  guint n_open = 0;

  for (guint i = 0; i < session->points->len; i++)
    {
      GalleyPoint *point = g_ptr_array_index (session->points, i);

      n_open +=
          galley_session_find_decision (session, point->key) == NULL && point->is_parked == parked;
    }

  return n_open;
}

static void
add_summary (Minutes *self)
{
  GalleyCopy *copy = self->copy;
  GalleySession *session = self->session;
  guint n_decided = session->decisions->len;
  guint n_parked = count_open (self, TRUE), n_open = count_open (self, FALSE);
  g_autofree char *draft = g_strdup_printf ("%u", session->draft);
  g_autofree char *decided =
      g_strdup_printf (ngettext ("%u decision", "%u decisions", n_decided), n_decided);
  g_autofree char *parked = g_strdup_printf (
      ngettext ("%u point was parked", "%u points were parked", n_parked), n_parked);
  g_autofree char *open = g_strdup_printf (
      ngettext ("%u point was not reached", "%u points were not reached", n_open), n_open);

  galley_copy_begin (copy, GALLEY_COPY_SUMMARY);
  galley_copy_say_fact (copy, _ ("About"), "heading", session->heading);
  add_present (copy, session);
  add_times (copy, session);
  galley_copy_say_fact (copy, _ ("Draft"), "draft", draft);
  galley_layout_add_facts (copy);
  galley_layout_add_count (copy, decided);
  galley_layout_add_count (copy, parked);
  galley_layout_add_count (copy, open);
  galley_copy_end (copy);
}

/* How the decision is told in a word or two. */
static const char *
get_ruling_label (GalleyDecision *decision)
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
      return _ ("To be asked");
    case GALLEY_RULING_NOTE:
      return _ ("Noted");
    case GALLEY_RULING_DISMISS:
    default:
      return _ ("Nothing to check");
    }
}

/* From which verdict to which; nothing if there is no claim. */
static void
add_change (GalleyCopy *copy, GalleyDecision *decision)
{
  if (!decision->has_status)
    return;

  galley_copy_add_fact (copy, _ ("Verdict"), "verdict");
  if (decision->had_status)
    {
      galley_layout_add_status (copy, decision->old_status);
      if (decision->old_by != NULL && decision->old_status != GALLEY_STATUS_PENDING)
        {
          galley_copy_add_text (copy, " (", /* marks= */ 0);
          galley_copy_add_text (copy, decision->old_by, GALLEY_COPY_FOREIGN);
          galley_copy_add_text (copy, ")", /* marks= */ 0);
        }
    }
  else
    galley_copy_add_text (copy, _ ("Not marked before"), GALLEY_COPY_EMPHASIS);
  if (!decision->had_status || decision->ruling == GALLEY_RULING_VERDICT ||
      decision->status != decision->old_status)
    {
      galley_copy_add_text (copy, " → ", /* marks= */ 0);
      galley_layout_add_status (copy, decision->status);
    }
  galley_copy_say_fact (copy, _ ("Reason"), "reason", galley_reason_get_label (decision->reason));
}

static void
add_correction (GalleyCopy *copy, GalleyDecision *decision)
{
  if (decision->correction == NULL)
    return;

  galley_copy_add_fact (copy, _ ("Correction"), "correction");
  add_excerpt (copy, decision->quote, GALLEY_COPY_DELETED | GALLEY_COPY_OF_ARTICLE);
  galley_layout_add_replacement (copy, decision->correction);
}

/* Who decided and when; who wrote it down if that was somebody else. */
static void
add_decider (GalleyCopy *copy, GalleyDecision *decision)
{
  galley_copy_add_fact (copy, _ ("Decided by"), "decided-by");
  galley_copy_add_text (copy, decision->decider, GALLEY_COPY_FOREIGN);
  galley_copy_add_text (copy, ", ", /* marks= */ 0);
  galley_copy_add_time (copy, decision->decided_at);
  if (g_strcmp0 (decision->decider, decision->noted_by) != 0)
    galley_copy_say_fact (copy, _ ("Noted by"), "noted-by", decision->noted_by);
}

static void
add_quote (GalleyCopy *copy, const char *quote)
{
  galley_copy_add (copy, GALLEY_COPY_QUOTE, GALLEY_COPY_WORDS);
  add_excerpt (copy, quote, GALLEY_COPY_OF_ARTICLE);
}

static void
add_question (GalleyCopy *copy, GalleyDecision *decision)
{
  if (decision->question == NULL)
    return;

  galley_copy_add_fact (copy, _ ("Question"), "question");
  galley_copy_add_text (copy, galley_addressee_get_label (decision->addressee), GALLEY_COPY_STRONG);
  galley_copy_add_text (copy, ": ", /* marks= */ 0);
  galley_copy_add_text (copy, decision->question, GALLEY_COPY_FOREIGN);
}

static void
add_decision (GalleyCopy *copy, GalleyDecision *decision, guint number)
{
  g_autofree char *heading = g_strdup_printf ("%u. %s", number, get_ruling_label (decision));

  galley_copy_begin_entry (copy, GALLEY_COPY_NOWHERE, number, /* claim= */ -1);
  galley_copy_add_heading (copy, /* level= */ 3);
  galley_copy_add_text (copy, heading, /* marks= */ 0);
  add_quote (copy, decision->quote);
  add_change (copy, decision);
  add_correction (copy, decision);
  add_question (copy, decision);
  galley_copy_say_fact (copy, _ ("Remark"), "remark", decision->words);
  add_decider (copy, decision);
  galley_copy_end (copy);
}

static void
add_decisions (GalleyCopy *copy, GalleySession *session)
{
  galley_layout_begin_section (copy, _ ("Decisions"));
  if (session->decisions->len == 0)
    galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_NOTHING, _ ("Nothing was decided."));
  for (guint i = 0; i < session->decisions->len; i++)
    add_decision (copy, g_ptr_array_index (session->decisions, i), i + 1);
  galley_copy_end (copy);
}

static void
add_instruction (GalleyCopy *copy, GalleyDecision *decision, guint number)
{
  g_autofree char *about =
      /* Translators: the number of a decision in the list above. */
      g_strdup_printf (_ (" (decision %u)"), number);

  galley_copy_add_item (copy, /* level= */ 1, GALLEY_COPY_PLAIN);
  galley_copy_add_text (copy, galley_addressee_get_label (decision->addressee), GALLEY_COPY_STRONG);
  galley_copy_add_text (copy, ": ", /* marks= */ 0);
  galley_copy_add_text (copy, decision->question, GALLEY_COPY_FOREIGN);
  galley_copy_add_text (copy, about, /* marks= */ 0);
}

static void
add_instructions (GalleyCopy *copy, GalleySession *session)
{
  gboolean has_any = FALSE;

  galley_layout_begin_section (copy, _ ("Instructions"));
  for (guint i = 0; i < session->decisions->len; i++)
    {
      GalleyDecision *decision = g_ptr_array_index (session->decisions, i);

      if (decision->question == NULL)
        continue;
      add_instruction (copy, decision, i + 1);
      has_any = TRUE;
    }
  if (!has_any)
    galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_NOTHING,
                     _ ("Nobody has to be asked."));
  galley_copy_end (copy);
}

/* The words that the claim had, which people may have talked about. */
static void
add_former_words (GalleyCopy *copy, GalleyClaim *claim)
{
  GalleyFormer *former = galley_claim_get_former (claim);

  if (former == NULL)
    return;
  galley_copy_add_text (copy, " – ", /* marks= */ 0);
  galley_copy_add_text (copy, _ ("Former words"), GALLEY_COPY_EMPHASIS);
  galley_copy_add_text (copy, ": ", /* marks= */ 0);
  add_excerpt (copy, former->quote, GALLEY_COPY_OF_ARTICLE);
}

/* The words of a point, which are those of its claim if it has one. How that stands now is nothing
 * that people said then. */
static void
add_point (Minutes *self, GalleyPoint *point)
{
  GalleyCopy *copy = self->copy;
  GalleyReport *report = galley_copy_get_report (copy);
  const char *id = point->claim_id;
  guint number = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->claims, id)) : 0;
  GalleyClaim *lost = id != NULL ? g_hash_table_lookup (self->waiting, id) : NULL;

  galley_copy_add_item (copy, /* level= */ 1, GALLEY_COPY_PLAIN);
  if (number > 0)
    {
      g_autofree char *quote = galley_report_dup_claim_excerpt (report, number - 1);

      add_excerpt (copy, quote, GALLEY_COPY_OF_ARTICLE);
      add_former_words (copy, g_ptr_array_index (galley_report_get_claims (report), number - 1));
    }
  else if (id == NULL)
    add_excerpt (copy, point->quote, GALLEY_COPY_OF_ARTICLE);
  else
    galley_copy_add_text (copy, _ ("A claim that has no words in the article any more"),
                          GALLEY_COPY_EMPHASIS);
  if (lost != NULL)
    add_former_words (copy, lost);
}

static void
add_parked_point (Minutes *self, GalleyPoint *point)
{
  GalleyCopy *copy = self->copy;

  add_point (self, point);
  galley_copy_add_text (copy, " – ", /* marks= */ 0);
  galley_copy_add_time (copy, point->parked_at);
  if (point->why_parked != NULL)
    {
      galley_copy_add_text (copy, ": ", /* marks= */ 0);
      galley_copy_add_text (copy, point->why_parked, GALLEY_COPY_FOREIGN);
    }
}

/* What was not decided of the agenda and was parked, or was not. */
static void
add_open_points (Minutes *self, const char *heading, gboolean parked)
{
  GalleySession *session = self->session;

  if (count_open (self, parked) == 0)
    return;

  galley_layout_begin_section (self->copy, heading);
  for (guint i = 0; i < session->points->len; i++)
    {
      GalleyPoint *point = g_ptr_array_index (session->points, i);

      if (g_hash_table_contains (self->decided, point->key) || point->is_parked != parked)
        continue;
      if (parked)
        add_parked_point (self, point);
      else
        add_point (self, point);
    }
  galley_copy_end (self->copy);
}

/**
 * galley_layout_set_minutes:
 *
 * What was decided in a review session, on which words, by whom and when; what somebody has to be
 * asked; and what was left open.
 */
void
galley_layout_set_minutes (GalleyCopy *copy)
{
  GalleySession *session = galley_report_get_session (galley_copy_get_report (copy));
  g_auto (Minutes) minutes = { NULL };

  galley_layout_add_title (copy, _ ("Minutes of a review session"));
  if (session == NULL)
    {
      galley_copy_begin (copy, GALLEY_COPY_SUMMARY);
      galley_layout_add_facts (copy);
      galley_copy_end (copy);
      galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_NOTHING,
                       _ ("There has been no review session about this article."));
      return;
    }

  minutes_init (&minutes, copy, session);
  add_summary (&minutes);
  add_decisions (copy, session);
  add_instructions (copy, session);
  add_open_points (&minutes, _ ("Parked"), /* parked= */ TRUE);
  add_open_points (&minutes, _ ("Not Reached"), /* parked= */ FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-fixture.h"

#include "galley-document-builder.h"

#include <stdlib.h>
#include <string.h>

/* 2025-09-04T09:30:00Z */
#define EXPORTED_AT (G_GINT64_CONSTANT (1756978200) * 1000)

void
fixture_init (Fixture *self)
{
  *self = (Fixture){ NULL };
  self->text = g_string_new (NULL);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (GalleyBlock));
  self->links = g_array_new (FALSE, FALSE, sizeof (GalleyLink));
  self->claims = g_ptr_array_new_with_free_func (g_object_unref);
  self->sign_offs = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_sign_off_unref);
  self->dismissals = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_dismissal_unref);
  self->title = "A title";
  self->options.exported_at = EXPORTED_AT;
  self->options.publisher_name = "The desk";
  self->options.publisher_address = "https://example.org/checks";
}

void
fixture_clear (Fixture *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->blocks);
  g_array_unref (self->links);
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->sign_offs);
  g_ptr_array_unref (self->dismissals);
}

static void
fixture_append (Fixture *self, const char *words)
{
  g_string_append (self->text, words);
  self->length += g_utf8_strlen (words, -1);
}

/* Blocks are one blank line apart. */
GalleyRange
fixture_add_block (Fixture *self, GalleyBlockRole role, guint level, const char *words)
{
  GalleyBlock block = { .role = role, .level = level };

  if (self->length > 0)
    fixture_append (self, "\n\n");
  block.range.start = self->length;
  fixture_append (self, words);
  block.range.end = self->length;
  g_array_append_val (self->blocks, block);

  return block.range;
}

void
fixture_add_blocks (Fixture *self, const FixtureBlock *blocks, guint n_blocks)
{
  for (guint i = 0; i < n_blocks; i++)
    fixture_add_block (self, blocks[i].role, blocks[i].level, blocks[i].words);
}

static char *
make_id (guint kind, guint number)
{
  return g_strdup_printf ("%08x-0000-4000-8000-%012x", kind, number);
}

void
fixture_add_claim (Fixture *self, const GalleyClaimFields *fields)
{
  g_autofree char *id = make_id (1, self->claims->len + 1);

  g_ptr_array_add (self->claims, galley_claim_new (id, fields));
}

void
fixture_add_plain_claim (Fixture *self, guint start, guint end, GalleyStatus status)
{
  GalleyClaimFields fields = { .range = { start, end }, .status = status };

  fixture_add_claim (self, &fields);
}

void
fixture_add_dismissal (Fixture *self, GalleyRange range, GalleyDismissalKind kind)
{
  g_autofree char *id = make_id (2, self->dismissals->len + 1);

  g_ptr_array_add (self->dismissals, galley_dismissal_new (id, range, kind));
}

/* Where @words stand for the @occurrence-th time, from 1. They have to. */
GalleyRange
fixture_find (Fixture *self, const char *words, guint occurrence)
{
  const char *p = self->text->str;
  guint start;

  for (guint i = 1; (p = strstr (p, words)) != NULL && i < occurrence; i++)
    p++;
  if (p == NULL)
    g_error ("The words “%s” are not in the article", words);
  start = g_utf8_strlen (self->text->str, p - self->text->str);

  return (GalleyRange){ start, start + g_utf8_strlen (words, -1) };
}

static GalleyDocument *
make_document (Fixture *self)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new (self->text->str, self->text->len);

  galley_document_builder_append (builder, self->text->str);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      GalleyBlock *block = &g_array_index (self->blocks, GalleyBlock, i);

      galley_document_builder_add_block (builder, block->role, block->level, block->range);
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      GalleyLink *link = &g_array_index (self->links, GalleyLink, i);

      galley_document_builder_add_link (builder, link->range, link->target);
    }
  for (guint i = 0; i < GALLEY_N_METADATA_FIELDS; i++)
    galley_document_builder_set_metadata (builder, i, self->metadata[i]);

  return galley_document_builder_finish (builder, original, "text/plain");
}

#define SESSION_BEGINS G_GINT64_CONSTANT (1757000000000)

static void
attend (GalleySession *session, const char *name, gint64 since, gint64 until)
{
  GalleyAttendance *attendance = g_new0 (GalleyAttendance, 1);

  attendance->name = g_strdup (name);
  attendance->since = since;
  attendance->until = until;
  g_ptr_array_add (session->attendance, attendance);
}

/* The n-th decision is of the n-th kind; what it says is what the claim says. */
static void
decide (GalleySession *session, GalleyReport *report, guint claim)
{
  GalleyDecision *decision = g_new0 (GalleyDecision, 1);
  GalleyClaim *about = g_ptr_array_index (galley_report_get_claims (report), claim);

  decision->key = g_strdup (galley_claim_get_id (about));
  decision->ruling = claim % GALLEY_N_RULINGS;
  decision->decider = g_strdup (claim % 2 ? "Ana <Ruiz>" : "Eve");
  decision->noted_by = g_strdup ("Eve");
  decision->quote = galley_report_dup_claim_excerpt (report, claim);
  decision->words = g_strdup (galley_claim_get_sentence (about));
  decision->has_status = decision->ruling != GALLEY_RULING_DISMISS;
  decision->status = galley_claim_get_status (about);
  decision->reason = g_strdup (galley_claim_get_reason (about));
  decision->correction = g_strdup (galley_claim_get_correction (about));
  decision->had_status = claim % 3 > 0;
  decision->old_status = claim % GALLEY_N_STATUSES;
  decision->old_by = g_strdup ("Ben & Zoë");
  decision->addressee = claim % 2;
  if (decision->ruling == GALLEY_RULING_ASK)
    decision->question = g_strdup_printf ("Who says “%.40s”?", galley_claim_get_id (about));
  decision->decided_at = SESSION_BEGINS + claim * 60000;
  g_ptr_array_add (session->decisions, decision);
}

/* A session in which half of the claims were decided, and one was put off. */
static GalleySession *
make_session (GalleyReport *report)
{
  GalleySession *session = galley_session_new ("00000000-0000-4000-8000-00000000000e");
  GPtrArray *claims = galley_report_get_claims (report);
  GalleySitting *sitting = g_new0 (GalleySitting, 1);

  session->draft = 2;
  session->chair = g_strdup ("Eve");
  session->heading = g_strdup ("What the <second> reader says");
  session->started_at = SESSION_BEGINS;
  session->ended_at = SESSION_BEGINS + 4320000;
  session->state = GALLEY_SESSION_ENDED;
  sitting->started_at = SESSION_BEGINS;
  sitting->last_at = session->ended_at;
  sitting->is_closed = TRUE;
  g_ptr_array_add (session->sittings, sitting);
  attend (session, "Eve", SESSION_BEGINS, 0);
  attend (session, "Ana <Ruiz>", SESSION_BEGINS, SESSION_BEGINS + 1800000);
  attend (session, "Ben & Zoë", SESSION_BEGINS + 600000, 0);
  for (guint i = 0; i < claims->len; i++)
    {
      GalleyPoint *point = galley_point_new_claim (
          GALLEY_TOPIC_PENDING, galley_claim_get_id (g_ptr_array_index (claims, i)));

      g_ptr_array_add (session->points, point);
      if (i <= claims->len / 2)
        decide (session, report, i);
      else if (i + 1 == claims->len)
        {
          point->is_parked = TRUE;
          point->parked_at = SESSION_BEGINS + 120000;
          point->why_parked = g_strdup ("until the lawyer is <here>");
        }
    }

  return session;
}

GalleyReport *
fixture_make_report (Fixture *self)
{
  g_autoptr (GalleyDocument) document = make_document (self);
  g_autoptr (GalleyClaimList) claims = galley_claim_list_new (self->claims);
  GalleyArticleFields fields = { .title = self->title };
  g_autoptr (GalleyArticle) article =
      galley_article_new ("00000000-0000-4000-8000-000000000000", &fields);
  GalleyReport *report =
      galley_report_new (article, document, claims, self->dismissals, &self->options);

  galley_report_set_sign_offs (report, self->sign_offs);
  if (self->options.layout == GALLEY_LAYOUT_MINUTES)
    {
      g_autoptr (GalleySession) session = make_session (report);

      galley_report_set_session (report, session);
    }

  return report;
}

/*
 * The folder's check.ini. [article] has "title", "roles" with one role for each line of article.txt
 * that is not blank, such as "list-item:2", and the metadata by their names. [claim NAME],
 * [evidence NAME/CLAIM], [dismissal NAME] and [link NAME] have "words", "occurrence" and fields;
 * [sign-off NAME] has fields.
 */

static char *
get_value (GKeyFile *file, const char *group, const char *key)
{
  return g_key_file_get_string (file, group, key, /* error= */ NULL);
}

/* Milliseconds since 1970; 0 if there is no such key. */
static gint64
get_time (GKeyFile *file, const char *group, const char *key)
{
  g_autofree char *value = get_value (file, group, key);
  g_autoptr (GDateTime) time =
      value != NULL ? g_date_time_new_from_iso8601 (value, /* default_tz= */ NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) * 1000 : 0;
}

static GalleyRange
get_range (Fixture *self, GKeyFile *file, const char *group)
{
  g_autofree char *words = get_value (file, group, "words");
  gint occurrence = g_key_file_get_integer (file, group, "occurrence", /* error= */ NULL);

  g_assert_nonnull (words);
  return fixture_find (self, words, MAX (occurrence, 1));
}

static void
read_blocks (Fixture *self, char **roles)
{
  g_auto (GStrv) lines = g_strsplit (self->text->str, "\n", -1);
  guint start = 0, n_blocks = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *words = lines[i];
      GalleyBlock block = { .range.start = start };

      start += g_utf8_strlen (lines[i], -1) + 1;
      for (; *words == ' ' || g_str_has_prefix (words, "•"); words = g_utf8_next_char (words))
        block.range.start++;
      block.range.end = start - 1;
      if (block.range.start == block.range.end)
        continue;

      g_assert_nonnull (roles[n_blocks]);
      if (strchr (roles[n_blocks], ':') != NULL)
        {
          block.level = atoi (strchr (roles[n_blocks], ':') + 1);
          *strchr (roles[n_blocks], ':') = '\0';
        }
      g_assert_true (galley_block_role_from_nick (roles[n_blocks], &block.role));
      g_array_append_val (self->blocks, block);
      n_blocks++;
    }
  g_assert_null (roles[n_blocks]);
}

/* A value that lives as long as the program. */
static const char *
intern_value (GKeyFile *file, const char *group, const char *key)
{
  g_autofree char *value = get_value (file, group, key);

  return g_intern_string (value);
}

/* The source that @group describes. */
static GalleySource *
read_source (GKeyFile *file, const char *group)
{
  const char *kind = intern_value (file, group, "kind");
  const char *terms = intern_value (file, group, "terms");
  GalleySourceFields fields = { 0 };

  g_assert_true (kind == NULL || galley_source_kind_from_nick (kind, &fields.kind));
  g_assert_true (terms == NULL || galley_terms_from_nick (terms, &fields.terms));
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    fields.texts[i] = intern_value (file, group, galley_source_text_to_nick (i));

  return galley_source_new (group, &fields);
}

/* Whether @group is one of @kind of @claim: "KIND NAME/CLAIM". */
static gboolean
is_part (const char *group, const char *kind, const char *claim)
{
  g_autofree char *suffix = g_strconcat ("/", claim, NULL);

  return g_str_has_prefix (group, kind) && g_str_has_suffix (group, suffix);
}

static GPtrArray *
read_evidence (GKeyFile *file, char **groups, const char *claim)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autoptr (GalleySource) source = NULL;
      GalleyEvidenceFields fields = { .stance = GALLEY_STANCE_SUPPORTS };
      const char *stance;

      if (!is_part (groups[i], "evidence ", claim))
        continue;

      source = read_source (file, groups[i]);
      stance = intern_value (file, groups[i], "stance");
      g_assert_true (stance == NULL || galley_stance_from_nick (stance, &fields.stance));
      fields.is_secondary = g_key_file_get_boolean (file, groups[i], "secondary", NULL);
      fields.passage = intern_value (file, groups[i], "passage");
      fields.locator = intern_value (file, groups[i], "locator");
      fields.consulted_at = get_time (file, groups[i], "consulted_at");
      g_ptr_array_add (all, galley_evidence_new (groups[i], source, &fields));
    }

  return all;
}

static GPtrArray *
read_queries (GKeyFile *file, char **groups, const char *claim)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_query_unref);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autoptr (GalleySource) source = NULL;
      GalleyQueryFields fields = { 0 };

      if (!is_part (groups[i], "query ", claim))
        continue;

      g_assert_true (
          galley_addressee_from_nick (intern_value (file, groups[i], "to"), &fields.addressee));
      if (fields.addressee == GALLEY_ADDRESSEE_SOURCE)
        source = read_source (file, groups[i]);
      fields.source = source;
      fields.question = intern_value (file, groups[i], "question");
      fields.due_at = get_time (file, groups[i], "due_at");
      fields.answer = intern_value (file, groups[i], "answer");
      fields.decision = intern_value (file, groups[i], "decision");
      g_ptr_array_add (all, galley_query_new (groups[i], claim, &fields));
    }

  return all;
}

static void
read_claim (Fixture *self, GKeyFile *file, char **groups, const char *group)
{
  g_autofree char *status = get_value (file, group, "status");
  g_autofree char *reason = get_value (file, group, "reason");
  g_autofree char *note = get_value (file, group, "note");
  g_autofree char *correction = get_value (file, group, "correction");
  g_autofree char *checked_by = get_value (file, group, "checked_by");
  const char *priority = intern_value (file, group, "priority");
  g_autoptr (GPtrArray) evidence = read_evidence (file, groups, group + strlen ("claim "));
  g_autoptr (GPtrArray) queries = read_queries (file, groups, group + strlen ("claim "));
  GalleyClaimFields fields = {
    .range = get_range (self, file, group),
    .reason = reason,
    .note = note,
    .correction = correction,
    .checked_by = checked_by,
    .checked_at = get_time (file, group, "checked_at"),
    .category = intern_value (file, group, "category"),
    .speaker = intern_value (file, group, "speaker"),
    .sentence = intern_value (file, group, "sentence"),
    .assignee = intern_value (file, group, "assignee"),
    .is_starred = g_key_file_get_boolean (file, group, "starred", NULL),
    .is_publishable = g_key_file_get_boolean (file, group, "publishable", NULL),
    .evidence = evidence,
    .queries = queries,
  };

  g_assert_true (priority == NULL || galley_priority_from_nick (priority, &fields.priority));
  g_assert_true (galley_status_from_nick (status, &fields.status));
  fixture_add_claim (self, &fields);
}

static void
read_sign_off (Fixture *self, GKeyFile *file, const char *group)
{
  GalleySignOff fields = {
    .id = (char *) group,
    .article_id = (char *) "article",
    .draft_id = (char *) "draft",
    .name = (char *) intern_value (file, group, "name"),
    .exception = (char *) intern_value (file, group, "exception"),
    .signed_at = get_time (file, group, "signed_at"),
    .reopened_by = (char *) intern_value (file, group, "reopened_by"),
    .reopened_at = get_time (file, group, "reopened_at"),
    .reason = (char *) intern_value (file, group, "reason"),
    .article_changed_at = g_key_file_get_integer (file, group, "article_changed_at", NULL),
    .n_changes = g_key_file_get_integer (file, group, "changes", NULL),
  };

  g_assert_true (galley_role_from_nick (intern_value (file, group, "role"), &fields.role));
  g_ptr_array_add (self->sign_offs, galley_sign_off_new (&fields));
}

static void
read_group (Fixture *self, GKeyFile *file, char **groups, const char *group)
{
  if (g_str_has_prefix (group, "claim "))
    read_claim (self, file, groups, group);
  if (g_str_has_prefix (group, "sign-off "))
    read_sign_off (self, file, group);
  if (g_str_has_prefix (group, "dismissal "))
    {
      g_autofree char *nick = get_value (file, group, "kind");
      GalleyDismissalKind kind;

      g_assert_true (galley_dismissal_kind_from_nick (nick, &kind));
      fixture_add_dismissal (self, get_range (self, file, group), kind);
    }
  if (g_str_has_prefix (group, "link "))
    {
      g_autofree char *target = get_value (file, group, "target");
      GalleyLink link = { .range = get_range (self, file, group),
                          .target = (char *) g_intern_string (target) };

      g_array_append_val (self->links, link);
    }
}

/* Aborts if the folder is not as it should be. */
GalleyReport *
fixture_load (const char *folder, GalleyLayout layout)
{
  g_autofree char *text_path = g_build_filename (folder, "article.txt", NULL);
  g_autofree char *file_path = g_build_filename (folder, "check.ini", NULL);
  g_autofree char *text = NULL, *title = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL, roles = NULL;
  g_auto (Fixture) fixture;

  fixture_init (&fixture);
  g_assert_true (g_file_get_contents (text_path, &text, NULL, /* error= */ NULL));
  g_assert_true (g_key_file_load_from_file (file, file_path, G_KEY_FILE_NONE, /* error= */ NULL));
  groups = g_key_file_get_groups (file, NULL);
  roles = g_key_file_get_string_list (file, "article", "roles", NULL, /* error= */ NULL);
  title = get_value (file, "article", "title");

  fixture_append (&fixture, text);
  fixture.title = title;
  fixture.options.layout = layout;
  fixture.options.include_boilerplate =
      g_key_file_get_boolean (file, "article", "include_boilerplate", /* error= */ NULL);
  fixture.options.csv_bom = g_key_file_get_boolean (file, "article", "csv_bom", /* error= */ NULL);
  for (guint i = 0; i < GALLEY_N_METADATA_FIELDS; i++)
    {
      g_autofree char *value = get_value (file, "article", galley_metadata_field_to_nick (i));

      fixture.metadata[i] = g_intern_string (value);
    }
  read_blocks (&fixture, roles);
  for (guint i = 0; groups[i] != NULL; i++)
    read_group (&fixture, file, groups, groups[i]);

  return fixture_make_report (&fixture);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-annotations-private.h"
#include "galley-claim-table.h"
#include "galley-escape.h"
#include "galley-json-writer.h"
#include "galley-quote-context.h"
#include "galley-words.h"
#include "galley-writers.h"

#include <string.h>

/*
 * The claims as a collection of the W3C's Web Annotation Data Model, JSON-LD. Each claim is an
 * annotation of the article with the claim's own id: assessing, and also questioning while it is
 * pending and editing if it proposes a correction. Queries and the answers to them are annotations
 * of the claim. Positions count code points.
 *
 * Where the article is told by its address on the web, which may lead to another text tomorrow, the
 * digest of the text is told beside it, as the copy that was annotated.
 *
 * A claim that has no words in the draft is an annotation of the draft that it had them in, which
 * nobody finds under the article's address: no program puts it on other words. What was decided on
 * former words is told in words, as an assessment, and is no status.
 *
 * What a source is called has the terms of Dublin Core, and how it bears on the claim is its style
 * class, for which the model has no term.
 */

#define CONTEXT "http://www.w3.org/ns/anno.jsonld"

/* The namespace of the ids of answers: a UUID of version 5 is made of it and the query's id. */
#define ANSWER_SUFFIX "answer"

typedef struct
{
  GalleyJsonWriter json;
  GalleyReport *report;
  GArray *contexts; /* (element-type GalleyQuoteContext), by claim */
  char *target;     /* where the article is */
  char *text_iri;   /* the very text that was checked */
  char *as_of;      /* when that was so */
  char *generated;
} Writer;

/* An IRI for @id, which is a UUID unless a file has been made by hand. */
static char *
make_iri (const char *id)
{
  g_autofree char *escaped = g_uri_escape_string (id, NULL, /* allow_utf8= */ FALSE);

  return g_strconcat (GALLEY_ANNOTATIONS_UUID_IRI, escaped, NULL);
}

/* The id of what answers a query, RFC 4122, section 4.3, with the query's id as the name space. */
char *
galley_annotations_make_answer_iri (const char *query_id)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize n = sizeof digest;

  g_checksum_update (checksum, (const guchar *) query_id, -1);
  g_checksum_update (checksum, (const guchar *) ANSWER_SUFFIX, -1);
  g_checksum_get_digest (checksum, digest, &n);
  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;

  return g_strdup_printf (GALLEY_ANNOTATIONS_UUID_IRI "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-"
                                                      "%02x%02x%02x%02x%02x%02x",
                          digest[0], digest[1], digest[2], digest[3], digest[4], digest[5],
                          digest[6], digest[7], digest[8], digest[9], digest[10], digest[11],
                          digest[12], digest[13], digest[14], digest[15]);
}

static void
append_time (Writer *self, const char *name, gint64 time)
{
  g_autofree char *iso = galley_words_format_time (time);

  galley_json_member (&self->json, name, iso);
}

static void
append_person (Writer *self, const char *name)
{
  if (name == NULL || *name == '\0')
    return;

  galley_json_name (&self->json, "creator");
  galley_json_begin (&self->json, '{');
  galley_json_member (&self->json, "type", "Person");
  galley_json_member (&self->json, "name", name);
  galley_json_end (&self->json, '}');
}

static void
append_generator (Writer *self)
{
  galley_json_name (&self->json, "generator");
  galley_json_begin (&self->json, '{');
  galley_json_member (&self->json, "type", "Software");
  galley_json_member (&self->json, "name", GALLEY_ANNOTATIONS_GENERATOR);
  galley_json_end (&self->json, '}');
  galley_json_member (&self->json, "generated", self->generated);
}

/* A correction may be "", which strikes the words. */
static void
append_text_body (Writer *self, const char *purpose, const char *text)
{
  galley_json_begin (&self->json, '{');
  galley_json_member (&self->json, "type", "TextualBody");
  galley_json_member (&self->json, "purpose", purpose);
  galley_json_name (&self->json, "value");
  galley_json_string (&self->json, text, -1);
  galley_json_member (&self->json, "format", "text/plain");
  galley_json_end (&self->json, '}');
}

static void
append_words_body (Writer *self, const char *purpose, const char *text)
{
  if (text != NULL && *text != '\0')
    append_text_body (self, purpose, text);
}

static gboolean
is_web_address (const char *href)
{
  return href != NULL && (g_str_has_prefix (href, "http:") || g_str_has_prefix (href, "https:"));
}

static void
append_source (Writer *self, GalleySource *source)
{
  const char *address = source->texts[GALLEY_SOURCE_ADDRESS];
  g_autofree char *href = address != NULL ? galley_escape_href (address) : NULL;
  g_autofree char *iri = is_web_address (href) ? g_strdup (href) : make_iri (source->id);

  galley_json_begin (&self->json, '{');
  galley_json_member (&self->json, "id", iri);
  galley_json_member (&self->json, "dc:title", source->texts[GALLEY_SOURCE_TITLE]);
  galley_json_member (&self->json, "dc:creator", source->texts[GALLEY_SOURCE_AUTHOR]);
  galley_json_member (&self->json, "dc:publisher", source->texts[GALLEY_SOURCE_PUBLISHER]);
  galley_json_member (&self->json, "dc:date", source->texts[GALLEY_SOURCE_PUBLISHED]);
  galley_json_end (&self->json, '}');
}

static void
append_evidence (Writer *self, GalleyEvidence *evidence)
{
  galley_json_begin (&self->json, '{');
  galley_json_member (&self->json, "type", "SpecificResource");
  galley_json_member (&self->json, "purpose", "linking");
  galley_json_member (&self->json, "styleClass", galley_stance_to_nick (evidence->stance));
  galley_json_name (&self->json, "source");
  append_source (self, evidence->source);
  if (evidence->passage != NULL && *evidence->passage != '\0')
    {
      galley_json_name (&self->json, "selector");
      galley_json_begin (&self->json, '{');
      galley_json_member (&self->json, "type", "TextQuoteSelector");
      galley_json_member (&self->json, "exact", evidence->passage);
      galley_json_end (&self->json, '}');
    }
  if (evidence->consulted_at != 0)
    {
      galley_json_name (&self->json, "state");
      galley_json_begin (&self->json, '{');
      galley_json_member (&self->json, "type", "TimeState");
      append_time (self, "sourceDate", evidence->consulted_at);
      galley_json_end (&self->json, '}');
    }
  galley_json_end (&self->json, '}');
}

static void
append_former (Writer *self, GalleyFormer *former)
{
  g_autoptr (GString) words = g_string_new (NULL);

  galley_claim_table_append_former (words, former);
  append_text_body (self, "assessing", words->str);
}

static void
append_bodies (Writer *self, GalleyClaim *claim)
{
  GPtrArray *evidence = galley_claim_get_evidence (claim);
  const char *correction = galley_claim_get_correction (claim);

  galley_json_name (&self->json, "body");
  galley_json_begin (&self->json, '[');
  append_text_body (self, "classifying", galley_status_to_nick (galley_claim_get_status (claim)));
  append_words_body (self, "tagging", galley_claim_get_category (claim));
  append_words_body (self, "describing", galley_claim_get_reason (claim));
  append_words_body (self, "commenting", galley_claim_get_note (claim));
  if (correction != NULL)
    append_text_body (self, "editing", correction);
  if (galley_claim_get_former (claim) != NULL)
    append_former (self, galley_claim_get_former (claim));
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    append_evidence (self, g_ptr_array_index (evidence, i));
  galley_json_end (&self->json, ']');
}

/* A member with part of the text of the article; none if that is empty. */
static void
append_part (Writer *self, const char *name, gsize start_bytes, gsize end_bytes)
{
  GalleyText *text = galley_document_get_text (galley_report_get_document (self->report));

  if (start_bytes >= end_bytes)
    return;

  galley_json_name (&self->json, name);
  galley_json_string (&self->json, galley_text_peek_utf8 (text, NULL) + start_bytes,
                      end_bytes - start_bytes);
}

static void
append_position (Writer *self, GalleyRange range)
{
  galley_json_begin (&self->json, '{');
  galley_json_member (&self->json, "type", "TextPositionSelector");
  galley_json_name (&self->json, "start");
  galley_json_number (&self->json, range.start);
  galley_json_name (&self->json, "end");
  galley_json_number (&self->json, range.end);
  galley_json_end (&self->json, '}');
}

static void
append_selectors (Writer *self, guint position)
{
  GalleyText *text = galley_document_get_text (galley_report_get_document (self->report));
  GalleyClaim *claim = g_ptr_array_index (galley_report_get_claims (self->report), position);
  GalleyQuoteContext *context = &g_array_index (self->contexts, GalleyQuoteContext, position);
  GalleyRange range = galley_claim_get_range (claim);
  gsize start_bytes = galley_text_to_bytes (text, range.start);
  gsize end_bytes = galley_text_to_bytes (text, range.end);

  galley_json_name (&self->json, "selector");
  galley_json_begin (&self->json, '[');
  galley_json_begin (&self->json, '{');
  galley_json_member (&self->json, "type", "TextQuoteSelector");
  append_part (self, "exact", start_bytes, end_bytes);
  append_part (self, "prefix", context->start_bytes, start_bytes);
  append_part (self, "suffix", end_bytes, context->end_bytes);
  galley_json_end (&self->json, '}');
  append_position (self, range);
  galley_json_end (&self->json, ']');
}

static void
append_target (Writer *self, guint position)
{
  galley_json_name (&self->json, "target");
  galley_json_begin (&self->json, '{');
  galley_json_member (&self->json, "type", "SpecificResource");
  galley_json_member (&self->json, "source", self->target);
  append_selectors (self, position);
  galley_json_name (&self->json, "state");
  galley_json_begin (&self->json, '{');
  galley_json_member (&self->json, "type", "TimeState");
  galley_json_member (&self->json, "sourceDate", self->as_of);
  if (!g_str_equal (self->text_iri, self->target))
    galley_json_member (&self->json, "cached", self->text_iri);
  galley_json_end (&self->json, '}');
  galley_json_end (&self->json, '}');
}

/* A claim that has no words in the draft: those that it had, in the draft that had them when they
 * were judged. */
static void
append_former_target (Writer *self, GalleyFormer *former)
{
  g_autofree char *iri = make_iri (former->draft_id);
  g_autofree char *judged_at = galley_words_format_time (former->checked_at);

  galley_json_name (&self->json, "target");
  galley_json_begin (&self->json, '{');
  galley_json_member (&self->json, "type", "SpecificResource");
  galley_json_member (&self->json, "source", iri);
  galley_json_name (&self->json, "selector");
  galley_json_begin (&self->json, '[');
  galley_json_begin (&self->json, '{');
  galley_json_member (&self->json, "type", "TextQuoteSelector");
  galley_json_member (&self->json, "exact", former->quote);
  galley_json_end (&self->json, '}');
  append_position (self, former->range);
  galley_json_end (&self->json, ']');
  galley_json_name (&self->json, "state");
  galley_json_begin (&self->json, '{');
  galley_json_member (&self->json, "type", "TimeState");
  galley_json_member (&self->json, "sourceDate", judged_at != NULL ? judged_at : self->as_of);
  galley_json_end (&self->json, '}');
  galley_json_end (&self->json, '}');
}

static void
begin_annotation (Writer *self, const char *iri)
{
  galley_json_line (&self->json);
  galley_json_begin (&self->json, '{');
  galley_json_member (&self->json, "@context", CONTEXT);
  galley_json_member (&self->json, "id", iri);
  galley_json_member (&self->json, "type", "Annotation");
}

/* All of a claim but what it is about. */
static void
begin_claim (Writer *self, GalleyClaim *claim)
{
  g_autofree char *iri = make_iri (galley_claim_get_id (claim));

  begin_annotation (self, iri);
  galley_json_name (&self->json, "motivation");
  galley_json_begin (&self->json, '[');
  galley_json_string (&self->json, "assessing", -1);
  if (galley_claim_get_status (claim) == GALLEY_STATUS_PENDING)
    galley_json_string (&self->json, "questioning", -1);
  if (galley_claim_get_correction (claim) != NULL)
    galley_json_string (&self->json, "editing", -1);
  galley_json_end (&self->json, ']');
  append_person (self, galley_claim_get_checked_by (claim));
  append_time (self, "modified", galley_claim_get_checked_at (claim));
  append_generator (self);
  append_bodies (self, claim);
}

static void
append_claim (Writer *self, guint position)
{
  begin_claim (self, g_ptr_array_index (galley_report_get_claims (self->report), position));
  append_target (self, position);
  galley_json_end (&self->json, '}');
}

static void
append_lost_claim (Writer *self, GalleyClaim *claim)
{
  begin_claim (self, claim);
  append_former_target (self, galley_claim_get_former (claim));
  galley_json_end (&self->json, '}');
}

static gboolean
has_answer (GalleyQuery *query)
{
  return (query->answer != NULL && *query->answer != '\0') ||
         (query->decision != NULL && *query->decision != '\0');
}

static void
append_query (Writer *self, GalleyQuery *query, const char *claim_iri)
{
  g_autofree char *iri = make_iri (query->id);

  begin_annotation (self, iri);
  galley_json_member (&self->json, "motivation", "questioning");
  append_person (self, query->asked_by);
  append_time (self, "created", query->asked_at);
  append_generator (self);
  galley_json_name (&self->json, "body");
  galley_json_begin (&self->json, '[');
  append_text_body (self, "questioning", query->question);
  galley_json_end (&self->json, ']');
  galley_json_member (&self->json, "target", claim_iri);
  galley_json_end (&self->json, '}');
}

static void
append_answer (Writer *self, GalleyQuery *query, const char *claim_iri)
{
  g_autofree char *iri = galley_annotations_make_answer_iri (query->id);

  begin_annotation (self, iri);
  galley_json_member (&self->json, "motivation", "replying");
  append_time (self, "created", query->answered_at);
  append_generator (self);
  galley_json_name (&self->json, "body");
  galley_json_begin (&self->json, '[');
  append_words_body (self, "replying", query->answer);
  append_words_body (self, "assessing", query->decision);
  galley_json_end (&self->json, ']');
  galley_json_member (&self->json, "target", claim_iri);
  galley_json_end (&self->json, '}');
}

static void
append_queries (Writer *self, GalleyClaim *claim)
{
  GPtrArray *queries = galley_claim_get_queries (claim);
  g_autofree char *claim_iri = make_iri (galley_claim_get_id (claim));

  for (guint i = 0; queries != NULL && i < queries->len; i++)
    {
      GalleyQuery *query = g_ptr_array_index (queries, i);

      append_query (self, query, claim_iri);
      if (has_answer (query))
        append_answer (self, query, claim_iri);
    }
}

/* @claims: (nullable) */
static guint
count_annotations (GPtrArray *claims)
{
  guint n = claims != NULL ? claims->len : 0;

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      GPtrArray *queries = galley_claim_get_queries (g_ptr_array_index (claims, i));

      for (guint j = 0; queries != NULL && j < queries->len; j++)
        n += has_answer (g_ptr_array_index (queries, j)) ? 2 : 1;
    }

  return n;
}

/* The article where it was published, or the very text that was checked. */
static char *
find_target (GalleyDocument *document, const char *text_iri)
{
  const char *address = galley_document_get_metadata (document, GALLEY_METADATA_SOURCE_ADDRESS);
  g_autofree char *href = address != NULL ? galley_escape_href (address) : NULL;

  return is_web_address (href) ? g_steal_pointer (&href) : g_strdup (text_iri);
}

/* When the article was fetched, or imported; or, where nobody knows, that it was there when it was
 * exported. */
static char *
find_time (GalleyReport *report)
{
  const GalleyRetrieval *retrieval =
      galley_document_get_retrieval (galley_report_get_document (report));
  gint64 imported_at = galley_article_get_imported_at (galley_report_get_article (report));

  if (retrieval != NULL && retrieval->time != NULL && g_str_has_suffix (retrieval->time, "Z"))
    return g_strdup (retrieval->time);
  return galley_words_format_time (
      imported_at != 0 ? imported_at : galley_report_get_options (report)->exported_at);
}

static void
append_page (Writer *self, const char *article_iri)
{
  GPtrArray *claims = galley_report_get_claims (self->report);
  GPtrArray *waiting = galley_report_get_waiting (self->report);
  g_autofree char *iri = g_strconcat (article_iri, "#page-1", NULL);

  galley_json_name (&self->json, "first");
  galley_json_begin (&self->json, '{');
  galley_json_member (&self->json, "id", iri);
  galley_json_member (&self->json, "type", "AnnotationPage");
  galley_json_name (&self->json, "startIndex");
  galley_json_number (&self->json, 0);
  galley_json_name (&self->json, "items");
  galley_json_begin (&self->json, '[');
  for (guint i = 0; i < claims->len; i++)
    {
      append_claim (self, i);
      append_queries (self, g_ptr_array_index (claims, i));
    }
  for (guint i = 0; waiting != NULL && i < waiting->len; i++)
    {
      append_lost_claim (self, g_ptr_array_index (waiting, i));
      append_queries (self, g_ptr_array_index (waiting, i));
    }
  galley_json_end (&self->json, ']');
  galley_json_end (&self->json, '}');
}

static void
writer_init (Writer *self, GalleyReport *report)
{
  GalleyDocument *document = galley_report_get_document (report);

  *self = (Writer){ .json = { .out = g_string_new (NULL) }, .report = report };
  self->contexts = galley_quote_context_find_all (galley_document_get_text (document),
                                                  galley_report_get_claims (report));
  self->text_iri =
      g_strconcat (GALLEY_ANNOTATIONS_TEXT_IRI, galley_document_get_text_sha256 (document), NULL);
  self->target = find_target (document, self->text_iri);
  self->as_of = find_time (report);
  self->generated = galley_words_format_time (galley_report_get_options (report)->exported_at);
}

/* (transfer full) */
static GString *
writer_finish (Writer *self)
{
  g_string_append_c (self->json.out, '\n');
  g_array_unref (self->contexts);
  g_free (self->target);
  g_free (self->text_iri);
  g_free (self->as_of);
  g_free (self->generated);

  return self->json.out;
}

/**
 * galley_annotations_write:
 *
 * Returns: (transfer full): the claims as Web Annotations
 */
GString *
galley_annotations_write (GalleyReport *report)
{
  Writer self;
  guint n = count_annotations (galley_report_get_claims (report)) +
            count_annotations (galley_report_get_waiting (report));
  g_autofree char *article_iri =
      make_iri (galley_article_get_id (galley_report_get_article (report)));
  g_autofree char *iri = g_strconcat (article_iri, "#annotations", NULL);

  writer_init (&self, report);
  galley_json_begin (&self.json, '{');
  galley_json_member (&self.json, "@context", CONTEXT);
  galley_json_member (&self.json, "id", iri);
  galley_json_member (&self.json, "type", "AnnotationCollection");
  galley_json_member (&self.json, "label", galley_report_get_title (report));
  galley_json_name (&self.json, "total");
  galley_json_number (&self.json, n);
  if (n > 0)
    append_page (&self, article_iri);
  galley_json_end (&self.json, '}');

  return writer_finish (&self);
}

/**
 * galley_annotations_write_claim:
 * @claim: position of a claim
 *
 * Returns: (transfer full): the claim as a Web Annotation; if anybody was asked about it, as a page
 *   with that, too
 */
GString *
galley_annotations_write_claim (GalleyReport *report, guint claim)
{
  GalleyClaim *one = g_ptr_array_index (galley_report_get_claims (report), claim);
  GPtrArray *queries = galley_claim_get_queries (one);
  g_autofree char *claim_iri = make_iri (galley_claim_get_id (one));
  g_autofree char *iri = g_strconcat (claim_iri, "#page-1", NULL);
  Writer self;
  GString *out;

  writer_init (&self, report);
  if (queries == NULL || queries->len == 0)
    append_claim (&self, claim);
  else
    {
      galley_json_begin (&self.json, '{');
      galley_json_member (&self.json, "@context", CONTEXT);
      galley_json_member (&self.json, "id", iri);
      galley_json_member (&self.json, "type", "AnnotationPage");
      galley_json_name (&self.json, "items");
      galley_json_begin (&self.json, '[');
      append_claim (&self, claim);
      append_queries (&self, one);
      galley_json_end (&self.json, ']');
      galley_json_end (&self.json, '}');
    }
  out = writer_finish (&self);
  if (out->str[0] == '\n')
    g_string_erase (out, 0, 1);

  return out;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-escape.h"
#include "galley-json-writer.h"
#include "galley-publication.h"
#include "galley-words.h"
#include "galley-writers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The claims that the desk publishes as fact checks, as schema.org's ClaimReview in JSON-LD. A
 * pending claim is no fact check. The verdict is that of the desk in a word; it has no number, as
 * nobody gave it one. As in a publication, of the reasons only those that everybody has are given,
 * and nobody is named who is a source that readers may not know. Notes and the desk's own words for
 * a reason stay at the desk.
 */

#define CONTEXT "https://schema.org"

typedef struct
{
  GalleyJsonWriter json;
  GalleyReport *report;
  char *publisher; /* address */
  char *page;      /* address of the page that has the fact checks */
  char *article;   /* (nullable): address of the article */
} Writer;

/* Returns (transfer full) (nullable) @address as a web address. */
static char *
make_web_address (const char *address)
{
  g_autofree char *href = address != NULL ? galley_escape_href (address) : NULL;

  return href != NULL && g_str_has_prefix (href, "http") ? g_steal_pointer (&href) : NULL;
}

/* Returns (transfer full) @words in one line. */
static char *
make_line (const char *words)
{
  GString *line = g_string_new (NULL);
  gboolean is_space = TRUE;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (line, c);
      else if (!is_space)
        g_string_append_c (line, ' ');
      is_space = g_unichar_isspace (c);
    }
  if (is_space && line->len > 0)
    g_string_truncate (line, line->len - 1);

  return g_string_free (line, FALSE);
}

static void
begin_thing (Writer *self, const char *name, const char *type)
{
  if (name != NULL)
    galley_json_name (&self->json, name);
  galley_json_begin (&self->json, '{');
  galley_json_member (&self->json, "@type", type);
}

static void
append_publisher (Writer *self)
{
  begin_thing (self, "author", "Organization");
  galley_json_member (&self->json, "name",
                      galley_report_get_options (self->report)->publisher_name);
  galley_json_member (&self->json, "url", self->publisher);
  galley_json_end (&self->json, '}');
}

/* Returns (transfer full) (nullable) why the claim is disputed, and what would be right. */
static char *
explain (GalleyClaim *claim)
{
  const char *reason = galley_publication_get_reason (claim);
  const char *correction = galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED
                               ? galley_claim_get_correction (claim)
                               : NULL;

  if (correction == NULL || *correction == '\0')
    return g_strdup (reason);
  if (reason == NULL)
    return g_strdup_printf ("%s: %s", _ ("Correction"), correction);
  /* Translators: why a statement is disputed, as in "not what was said", and what would be right.
   */
  return g_strdup_printf (_ ("%s; correction: %s"), reason, correction);
}

static void
append_rating (Writer *self, GalleyClaim *claim)
{
  g_autofree char *explanation = explain (claim);

  begin_thing (self, "reviewRating", "Rating");
  galley_json_member (&self->json, "alternateName",
                      galley_status_get_label (galley_claim_get_status (claim)));
  galley_json_member (&self->json, "ratingExplanation", explanation);
  galley_json_end (&self->json, '}');
}

static void
append_article (Writer *self)
{
  begin_thing (self, "appearance", "CreativeWork");
  galley_json_member (&self->json, "url", self->article);
  galley_json_member (&self->json, "headline", galley_report_get_title (self->report));
  galley_json_end (&self->json, '}');
}

static void
append_item (Writer *self, GalleyClaim *claim, gboolean names_speaker)
{
  const char *speaker = names_speaker ? galley_claim_get_speaker (claim) : NULL;

  begin_thing (self, "itemReviewed", "Claim");
  if (speaker != NULL && *speaker != '\0')
    {
      begin_thing (self, "author", "Person");
      galley_json_member (&self->json, "name", speaker);
      galley_json_end (&self->json, '}');
    }
  append_article (self);
  galley_json_end (&self->json, '}');
}

/* Words that are nothing but white space claim nothing. */
static void
append_claim (Writer *self, guint position)
{
  GalleyClaim *claim = g_ptr_array_index (galley_report_get_claims (self->report), position);
  const char *sentence = galley_claim_get_judged_sentence (claim);
  g_autofree char *quote = galley_report_dup_claim_excerpt (self->report, position);
  g_autofree char *line = make_line (sentence != NULL ? sentence : quote);
  g_autofree char *url = g_strdup_printf ("%s#claim-%u", self->page, position + 1);
  gint64 checked_at = galley_claim_get_checked_at (claim);
  g_autofree char *time = galley_words_format_time (
      checked_at != 0 ? checked_at : galley_report_get_options (self->report)->exported_at);

  if (*line == '\0')
    return;

  galley_json_line (&self->json);
  begin_thing (self, /* name= */ NULL, "ClaimReview");
  galley_json_member (&self->json, "url", url);
  galley_json_member (&self->json, "claimReviewed", line);
  galley_json_member (&self->json, "datePublished", time);
  append_publisher (self);
  append_item (self, claim, galley_report_get_unnamed_speaker (self->report, position) == NULL);
  append_rating (self, claim);
  galley_json_end (&self->json, '}');
}

static gboolean
is_published (GalleyClaim *claim)
{
  return galley_claim_is_publishable (claim) &&
         galley_claim_get_status (claim) != GALLEY_STATUS_PENDING;
}

/* The host of @address, or "". */
static char *
get_host (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, /* error= */ NULL);

  return g_ascii_strdown (uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : "",
                          -1);
}

/* The page that was named, or that of the article if the publisher has it. Without its fragment. */
static char *
find_page (Writer *self)
{
  g_autofree char *named =
      make_web_address (galley_report_get_options (self->report)->page_address);
  g_autofree char *own = get_host (self->publisher);
  g_autofree char *host = get_host (self->article != NULL ? self->article : "");
  const char *page = named != NULL                             ? named
                     : *own != '\0' && g_str_equal (own, host) ? self->article
                                                               : self->publisher;

  return g_strndup (page, strcspn (page, "#"));
}

static gboolean
find_publisher (Writer *self, GError **error)
{
  const GalleyReportOptions *options = galley_report_get_options (self->report);

  if (options->publisher_name == NULL || *options->publisher_name == '\0')
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 _ ("The name of the publisher of fact checks is missing: it is the setting “%s”"),
                 "publisher.name");
  else if ((self->publisher = make_web_address (options->publisher_address)) == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 _ ("The publisher of fact checks has no web address: it is the setting “%s”"),
                 "publisher.address");
  else
    return TRUE;

  return FALSE;
}

static GBytes *
write_all (Writer *self)
{
  GPtrArray *claims = galley_report_get_claims (self->report);

  self->json.out = g_string_new (NULL);
  galley_json_begin (&self->json, '{');
  galley_json_member (&self->json, "@context", CONTEXT);
  galley_json_name (&self->json, "@graph");
  galley_json_begin (&self->json, '[');
  for (guint i = 0; i < claims->len; i++)
    if (is_published (g_ptr_array_index (claims, i)))
      append_claim (self, i);
  galley_json_end (&self->json, ']');
  galley_json_end (&self->json, '}');
  g_string_append_c (self->json.out, '\n');

  return g_string_free_to_bytes (self->json.out);
}

/**
 * galley_claimreview_write:
 * @error: (out) (optional): %G_IO_ERROR_INVALID_ARGUMENT if nothing tells who publishes
 *
 * Returns: (transfer full): the fact checks that are to be published; %NULL on error
 */
GBytes *
galley_claimreview_write (GalleyReport *report, GError **error)
{
  const char *address = galley_document_get_metadata (galley_report_get_document (report),
                                                      GALLEY_METADATA_SOURCE_ADDRESS);
  Writer self = { .report = report };
  GBytes *bytes = NULL;

  if (find_publisher (&self, error))
    {
      self.article = make_web_address (address);
      self.page = find_page (&self);
      bytes = write_all (&self);
    }
  g_free (self.publisher);
  g_free (self.page);
  g_free (self.article);

  return bytes;
}

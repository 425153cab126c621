/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-validation-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What schema.org's ClaimReview has to be for those who read it: fact-check indexes and search
 * engines.
 */

#define MAX_CLAIM_CHARACTERS 75

static const char *const shorteners[] = {
  "bit.ly",     "buff.ly", "cutt.ly", "goo.gl",      "is.gd",   "ow.ly", "rb.gy",
  "rebrand.ly", "t.co",    "t.ly",    "tinyurl.com", "tiny.cc", NULL,
};

/* Words that tell the verdict, or that a label of one is made of. */
static const char *const truths[] = {
  "true", "correct", "accurate", "confirmed", "verdadero", NULL
};
static const char *const falsehoods[] = { "false",      "fake",  "hoax",     "wrong", "incorrect",
                                          "misleading", "falso", "debunked", NULL };

static gboolean
has_word (const char *text, const char *const *list)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, /* translit_locale= */ NULL, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (list, words[i]))
      return TRUE;

  return FALSE;
}

/* Whether @host is @domain or below it. */
static gboolean
is_within (const char *host, const char *domain)
{
  gsize n = strlen (host), n_domain = strlen (domain);

  return g_str_equal (host, domain) ||
         (n > n_domain && host[n - n_domain - 1] == '.' && g_str_has_suffix (host, domain));
}

/* The object that a member is, or the first of them; one that is something else is noted. */
static JsonObject *
get_object (GalleyValidation *self, JsonObject *parent, const char *name)
{
  JsonNode *node;

  if (galley_validation_count (parent, name) == 0)
    return NULL;

  node = galley_validation_get_nth (parent, name, 0);
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  galley_validation_fail (self, _ ("“%s” is no object"), name);
  return NULL;
}

static void
check_date (GalleyValidation *self, JsonObject *object, const char *name)
{
  const char *date;
  g_autofree char *day = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (!json_object_has_member (object, name))
    return;
  date = galley_validation_need_string (self, object, name);
  if (date == NULL)
    return;

  day = strchr (date, 'T') != NULL ? g_strdup (date)
        : strlen (date) == 4       ? g_strconcat (date, "-01-01T00:00:00", NULL)
        : strlen (date) == 7       ? g_strconcat (date, "-01T00:00:00", NULL)
                                   : g_strconcat (date, "T00:00:00", NULL);
  {
    g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

    time = g_date_time_new_from_iso8601 (day, utc);
  }
  if (time == NULL)
    galley_validation_fail (self, _ ("“%s” is no date: “%s”"), name, date);
}

/* The host that the review has to be on: that of the page if it is known, else of the publisher. */
static char *
find_home (GalleyValidation *self, JsonObject *review)
{
  JsonNode *author = json_object_get_member (review, "author");
  const char *url = NULL;

  if (self->page_host != NULL)
    return g_strdup (self->page_host);
  if (author != NULL && JSON_NODE_HOLDS_OBJECT (author))
    url = galley_validation_get_string (json_node_get_object (author), "url");

  return url != NULL ? galley_validation_dup_host (url) : NULL;
}

static void
check_url (GalleyValidation *self, JsonObject *review)
{
  const char *url = galley_validation_need_string (self, review, "url");
  g_autofree char *host = url != NULL ? galley_validation_dup_host (url) : NULL;
  g_autofree char *home = find_home (self, review);
  g_autofree char *page = NULL;

  if (url == NULL)
    return;
  if (host == NULL)
    {
      galley_validation_fail (self, _ ("“%s” is no absolute web address: “%s”"), "url", url);
      return;
    }

  page = g_strndup (url, strcspn (url, "#"));
  if (g_strv_contains (shorteners, host))
    galley_validation_fail (self, _ ("“url” is one of a link shortener: “%s”"), host);
  else if (home != NULL && !is_within (host, home))
    galley_validation_fail (self, _ ("“url” is on another host than “%s”: “%s”"), home, host);
  if (!g_hash_table_add (self->seen, g_steal_pointer (&page)))
    galley_validation_warn (self, _ ("There are several reviews for one page"));
}

static void
check_claim (GalleyValidation *self, JsonObject *review)
{
  const char *claim = galley_validation_need_string (self, review, "claimReviewed");

  if (claim == NULL)
    return;
  if (g_utf8_strlen (claim, -1) >= MAX_CLAIM_CHARACTERS)
    galley_validation_warn (self, _ ("“claimReviewed” has %d characters or more"),
                            MAX_CLAIM_CHARACTERS);
  if (has_word (claim, truths) || has_word (claim, falsehoods))
    galley_validation_warn (self, _ ("“claimReviewed” seems to tell the verdict"));
}

/* Numbers may be texts. Returns whether there is one. */
static gboolean
get_number (GalleyValidation *self, JsonObject *rating, const char *name, double *out_number)
{
  JsonNode *node = json_object_get_member (rating, name);
  const char *text = galley_validation_get_text (node);
  char *end = NULL;

  if (node == NULL)
    return FALSE;
  if (text != NULL && *text != '\0')
    {
      *out_number = g_ascii_strtod (text, &end);
      if (*end == '\0')
        return TRUE;
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) != G_TYPE_BOOLEAN &&
           text == NULL)
    {
      *out_number = json_node_get_double (node);
      return TRUE;
    }

  galley_validation_fail (self, _ ("“%s” is no number"), name);
  return FALSE;
}

static void
check_numbers (GalleyValidation *self, JsonObject *rating, const char *label)
{
  double worst = 1, value = 0, best = 5;
  gboolean has_value = get_number (self, rating, "ratingValue", &value);
  gboolean has_best = get_number (self, rating, "bestRating", &best);
  gboolean has_worst = get_number (self, rating, "worstRating", &worst);

  if (!has_value && !has_best && !has_worst)
    return;
  if (!json_object_has_member (rating, "ratingValue"))
    galley_validation_fail (self, _ ("“%s” is missing"), "ratingValue");
  if (!has_value)
    return;

  if (!(worst >= 1 && worst < best && worst <= value && value <= best))
    galley_validation_fail (self, _ ("The numbers of the rating are out of order"));
  else if (label != NULL && has_word (label, truths) && !has_word (label, falsehoods) &&
           value - worst < best - value)
    galley_validation_warn (self, _ ("“alternateName” contradicts the number"));
  else if (label != NULL && has_word (label, falsehoods) && value - worst > best - value)
    galley_validation_warn (self, _ ("“alternateName” contradicts the number"));
}

static void
check_rating (GalleyValidation *self, JsonObject *review)
{
  JsonObject *rating = get_object (self, review, "reviewRating");
  const char *label;
  gsize mark;

  if (!json_object_has_member (review, "reviewRating"))
    galley_validation_fail (self, _ ("“%s” is missing"), "reviewRating");
  if (rating == NULL)
    return;

  mark = galley_validation_enter (self, "reviewRating");
  label = galley_validation_need_string (self, rating, "alternateName");
  check_numbers (self, rating, label);
  if (galley_validation_get_string (rating, "ratingExplanation") == NULL)
    galley_validation_warn (self, _ ("“%s” is missing"), "ratingExplanation");
  galley_validation_leave (self, mark);
}

static void
check_author (GalleyValidation *self, JsonObject *review)
{
  JsonObject *author = get_object (self, review, "author");
  gsize mark;

  if (author == NULL)
    return;

  mark = galley_validation_enter (self, "author");
  if (galley_validation_get_string (author, "name") == NULL &&
      galley_validation_get_string (author, "url") == NULL)
    galley_validation_fail (self, _ ("The author has neither “name” nor “url”"));
  galley_validation_leave (self, mark);
}

static void
check_item (GalleyValidation *self, JsonObject *review)
{
  JsonObject *item = get_object (self, review, "itemReviewed"), *author;
  gsize mark;

  if (item == NULL)
    {
      galley_validation_warn (self, _ ("Neither “appearance” nor “firstAppearance” is there"));
      return;
    }

  mark = galley_validation_enter (self, "itemReviewed");
  if (!galley_validation_has_value (item, "@type", "Claim"))
    galley_validation_fail (self, _ ("“@type” is not “%s”"), "Claim");
  check_date (self, item, "datePublished");
  author = get_object (self, item, "author");
  if (author != NULL && galley_validation_get_string (author, "name") == NULL)
    galley_validation_fail (self, _ ("The author of the claim has no “name”"));
  if (!json_object_has_member (item, "appearance") &&
      !json_object_has_member (item, "firstAppearance"))
    galley_validation_warn (self, _ ("Neither “appearance” nor “firstAppearance” is there"));
  galley_validation_leave (self, mark);
}

static gboolean
has_context (JsonObject *object)
{
  static const char *const contexts[] = { "https://schema.org", "https://schema.org/",
                                          "http://schema.org", "http://schema.org/" };

  for (guint i = 0; i < G_N_ELEMENTS (contexts); i++)
    if (galley_validation_has_value (object, "@context", contexts[i]))
      return TRUE;

  return FALSE;
}

static void
check_review (GalleyValidation *self, JsonNode *node, gboolean is_embedded)
{
  JsonObject *review;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      galley_validation_fail (self, _ ("The review is no object"));
      return;
    }

  review = json_node_get_object (node);
  if (!has_context (review) && (!is_embedded || json_object_has_member (review, "@context")))
    galley_validation_fail (self, _ ("“@context” is not “%s”"), "https://schema.org");
  if (!galley_validation_has_value (review, "@type", "ClaimReview"))
    galley_validation_fail (self, _ ("“@type” is not “%s”"), "ClaimReview");
  check_claim (self, review);
  check_rating (self, review);
  check_url (self, review);
  check_author (self, review);
  check_item (self, review);
  check_date (self, review, "datePublished");
}

static void
check_list (GalleyValidation *self, JsonNode *node, gboolean is_embedded)
{
  JsonArray *list;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      check_review (self, node, is_embedded);
      return;
    }

  list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      gsize mark = galley_validation_enter_index (self, i);

      check_review (self, json_array_get_element (list, i), is_embedded);
      galley_validation_leave (self, mark);
    }
}

/**
 * galley_validation_check_claim_reviews:
 * @root: a review, several, or a graph of them
 */
void
galley_validation_check_claim_reviews (GalleyValidation *self, JsonNode *root)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  gsize mark;

  if (object == NULL || !json_object_has_member (object, "@graph"))
    {
      check_list (self, root, /* is_embedded= */ FALSE);
      return;
    }

  if (!has_context (object))
    galley_validation_fail (self, _ ("“@context” is not “%s”"), "https://schema.org");
  mark = galley_validation_enter (self, "@graph");
  check_list (self, json_object_get_member (object, "@graph"), /* is_embedded= */ TRUE);
  galley_validation_leave (self, mark);
}

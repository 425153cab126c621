/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-annotation.h"
#include "galley-annotations-reader.h"

#include <string.h>

/* Web Annotations as they are read, before anybody looks for their words. */

static GPtrArray *
read_text (const char *json, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return galley_annotations_read (bytes, error);
}

static GPtrArray *
read_well (const char *json)
{
  GError *error = NULL;
  GPtrArray *annotations = read_text (json, &error);

  g_assert_no_error (error);
  return annotations;
}

#define GENERATOR "\"generator\": {\"type\": \"Software\", \"name\": \"Galley\"}"
#define QUERY_ID "11111111-2222-4333-8444-555555555555"

static const char ours[] =
    "[{\"id\": \"urn:uuid:0000\", \"motivation\": [\"assessing\"], " GENERATOR ","
    " \"creator\": {\"name\": \"Ada\"}, \"modified\": \"2025-09-03T10:00:00Z\", \"body\": ["
    "{\"purpose\": \"classifying\", \"value\": \"disputed\"},"
    "{\"purpose\": \"describing\", \"value\": \"contradicted\"},"
    "{\"purpose\": \"tagging\", \"value\": \"number\"},"
    "{\"purpose\": \"editing\", \"value\": \"\"},"
    "{\"purpose\": \"linking\", \"styleClass\": \"contradicts\", \"type\": \"SpecificResource\","
    " \"source\": {\"id\": \"https://example.org/\", \"dc:title\": \"Gauge\"},"
    " \"selector\": {\"type\": \"TextQuoteSelector\", \"exact\": \"72 h\"},"
    " \"state\": {\"type\": \"TimeState\", \"sourceDate\": \"1970-01-01T00:00:01Z\"}}],"
    " \"target\": {\"source\": \"https://example.org/x\", \"selector\": ["
    "{\"type\": \"TextQuoteSelector\", \"exact\": \"3 days\", \"prefix\": \"for \"},"
    "{\"type\": \"TextPositionSelector\", \"start\": 4, \"end\": 10}],"
    " \"state\": {\"cached\": \"urn:sha256:"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}}},"
    "{\"id\": \"urn:uuid:" QUERY_ID "\", \"motivation\": \"questioning\", " GENERATOR ","
    " \"body\": [{\"purpose\": \"questioning\", \"value\": \"Who?\"}], \"target\": "
    "\"urn:uuid:0000\"},"
    "{\"motivation\": \"replying\", " GENERATOR ", \"body\": ["
    "{\"purpose\": \"replying\", \"value\": \"She.\"},"
    "{\"purpose\": \"assessing\", \"value\": \"Fine.\"}], \"target\": \"urn:uuid:0000\"}]";

static void
test_ours (void)
{
  g_autoptr (GPtrArray) annotations = read_well (ours);
  GalleyAnnotation *one = g_ptr_array_index (annotations, 0);
  GalleyAnnotationTarget *target = &g_array_index (one->targets, GalleyAnnotationTarget, 0);
  GalleyEvidence *evidence;
  GalleyQuery *query;

  g_assert_cmpuint (annotations->len, ==, 1);
  g_assert_true (one->is_ours);
  g_assert_true (galley_annotation_is_id (one, "0000"));
  g_assert_cmpint (one->status, ==, GALLEY_STATUS_DISPUTED);
  g_assert_cmpstr (one->reason, ==, "contradicted");
  g_assert_cmpstr (one->category, ==, "number");
  g_assert_cmpstr (one->correction, ==, "");
  g_assert_cmpstr (one->creator, ==, "Ada");
  g_assert_cmpint (one->time, ==, G_GINT64_CONSTANT (1756893600000));
  g_assert_cmpstr (target->exact, ==, "3 days");
  g_assert_cmpstr (target->prefix, ==, "for ");
  g_assert_cmpstr (target->suffix, ==, "");
  g_assert_true (target->has_position);
  g_assert_cmpuint (target->position.end, ==, 10);
  g_assert_cmpuint (strspn (target->text_sha256, "a"), ==, 64);

  g_assert_cmpuint (one->evidence->len, ==, 1);
  evidence = g_ptr_array_index (one->evidence, 0);
  g_assert_cmpint (evidence->stance, ==, GALLEY_STANCE_CONTRADICTS);
  g_assert_cmpstr (evidence->passage, ==, "72 h");
  g_assert_cmpint (evidence->consulted_at, ==, 1000);
  g_assert_cmpstr (evidence->source->texts[GALLEY_SOURCE_ADDRESS], ==, "https://example.org/");

  g_assert_cmpuint (one->queries->len, ==, 1);
  query = g_ptr_array_index (one->queries, 0);
  g_assert_cmpstr (query->question, ==, "Who?");
  g_assert_cmpstr (query->answer, ==, "She.");
  g_assert_cmpstr (query->decision, ==, "Fine.");
}

/* The same without the name of Galley is nothing but words. */
static void
test_others (void)
{
  g_auto (GStrv) parts = g_strsplit (ours, "\"Galley\"", -1);
  g_autofree char *json = g_strjoinv ("\"Gallery\"", parts);
  g_autoptr (GPtrArray) annotations = read_well (json);
  GalleyAnnotation *one = g_ptr_array_index (annotations, 0);

  g_assert_cmpuint (annotations->len, ==, 1);
  g_assert_false (one->is_ours);
  g_assert_cmpint (one->status, ==, GALLEY_STATUS_PENDING);
  g_assert_null (one->reason);
  g_assert_null (one->category);
  g_assert_null (one->correction);
  g_assert_cmpuint (one->evidence->len, ==, 0);
  g_assert_cmpuint (one->queries->len, ==, 0);
  g_assert_true (g_ptr_array_find_with_equal_func (one->remarks, "Classified as: disputed",
                                                   g_str_equal, NULL));
}

/* What is written in two halves comes together, and half a character is told to be one. */
static void
test_halves (void)
{
  g_autoptr (GPtrArray) annotations =
      read_well ("[{\"target\": \"urn:x:y\", \"bodyValue\": "
                 "\"\\ud83d\\ude00 \\\\ud83d \\ud83d \\ude00\\u00e9\"}]");
  GalleyAnnotation *one = g_ptr_array_index (annotations, 0);

  g_assert_cmpstr (one->note, ==, "\xf0\x9f\x98\x80 \\ud83d \xef\xbf\xbd \xef\xbf\xbd\xc3\xa9");
}

static void
refuse (const char *json)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%.60s", json);
  g_assert_null (read_text (json, &error));
  g_assert_nonnull (error);
  g_assert_false (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
}

static char *
repeat (const char *before, const char *part, guint n, const char *behind)
{
  GString *all = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (all, part);
  g_string_append (all, behind);

  return g_string_free (all, FALSE);
}

/* What would cost more than it may. */
static void
test_limits (void)
{
  g_autofree char *deep = repeat ("", "[", 100000, "");
  g_autofree char *many = repeat ("[", "0,", 1500000, "0]");
  g_autofree char *objects = repeat ("[", "{},", 500000, "{}]");
  g_autofree char *long_text = repeat ("[{\"bodyValue\": \"", "xxxxxxxx", 4 * 1024 * 1024, "\"}]");

  refuse (deep);
  refuse (many);
  refuse (objects);
  refuse (long_text);
  refuse ("");
  refuse ("[{\"target\": \"urn:x:y\"}, {\"target\": 1}]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/annotations-reader/ours", test_ours);
  g_test_add_func ("/annotations-reader/others", test_others);
  g_test_add_func ("/annotations-reader/halves", test_halves);
  g_test_add_func ("/annotations-reader/limits", test_limits);

  return g_test_run ();
}

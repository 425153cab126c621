/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-document-builder.h"
#include "galley-intake-private.h"

#include <string.h>

/* Where annotations stand in a draft, and which verdicts are taken over. */

#define LONG                                                                                       \
  "Nobody who was there on any of these days could honestly say that the dam broke at 3 o'clock."
#define RAIN "It rained for 3 days in Riverton, officials said."
#define TEXT "\xf0\x9f\x8c\x8a Dam\n" LONG "\n" RAIN "\nClosed. Closed.\n"

static GalleyCheck *
make_check (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, strlen (TEXT));
  g_auto (GStrv) lines = g_strsplit (TEXT, "\n", -1);
  g_autoptr (GalleyDocument) document = NULL;
  g_autoptr (GalleyArticle) article =
      galley_article_new ("article", &(GalleyArticleFields){ .title = "Dam" });
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      guint start = galley_document_builder_append (builder, lines[i]);

      galley_document_builder_add_block (
          builder, GALLEY_BLOCK_PARAGRAPH, 0,
          (GalleyRange){ start, galley_document_builder_get_length (builder) });
      galley_document_builder_append (builder, "\n");
    }
  document = galley_document_builder_finish (builder, bytes, "text/plain");

  return galley_check_new (article, document, nothing, nothing);
}

/* An annotation by Galley that says that words are confirmed. */
static GalleyAnnotation *
annotate (const char *exact, const char *prefix, const char *suffix, GalleyRange position)
{
  GalleyAnnotation *annotation = galley_annotation_new ();
  GalleyAnnotationTarget target = { .exact = g_strdup (exact),
                                    .prefix = g_strdup (prefix),
                                    .suffix = g_strdup (suffix),
                                    .has_position = position.start < position.end,
                                    .position = position };

  annotation->is_ours = TRUE;
  annotation->status = GALLEY_STATUS_CONFIRMED;
  g_array_append_val (annotation->targets, target);
  return annotation;
}

/* Places one annotation; says what became of it. */
static GalleyIntakeEntry
place (GalleyAnnotation *annotation, gboolean of_this_text, gboolean *out_keeps)
{
  g_autoptr (GalleyCheck) check = make_check ();
  g_autoptr (GPtrArray) annotations =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_annotation_unref);
  g_autoptr (GalleyIntake) intake = NULL;
  GalleyIntakeEntry entry;

  if (of_this_text)
    g_array_index (annotation->targets, GalleyAnnotationTarget, 0).text_sha256 =
        g_strdup (galley_document_get_text_sha256 (galley_check_get_document (check)));
  g_ptr_array_add (annotations, annotation);
  intake = galley_intake_new (check, annotations);
  galley_intake_place_present (intake);
  galley_intake_place_unknown (intake);
  entry = *galley_intake_peek (intake, 0);
  *out_keeps = galley_intake_keeps_verdict (&entry);

  return entry;
}

static void
expect (GalleyAnnotation *annotation,
        gboolean of_this_text,
        GalleyPlacementClass placement,
        gboolean keeps)
{
  gboolean does_keep;
  GalleyIntakeEntry entry = place (annotation, of_this_text, &does_keep);

  g_assert_cmpint (entry.placement.placement, ==, placement);
  g_assert_cmpint (does_keep, ==, keeps);
}

static const GalleyRange nowhere = { 0, 0 };

static guint
find (const char *words)
{
  return g_utf8_pointer_to_offset (TEXT, strstr (TEXT, words));
}

static void
test_verdicts (void)
{
  expect (annotate (RAIN, "", "", nowhere), FALSE, GALLEY_PLACEMENT_EXACT, TRUE);
  expect (annotate (LONG, "", "", nowhere), FALSE, GALLEY_PLACEMENT_EXACT, TRUE);
  /* What comes before could make something else of it. */
  expect (annotate ("the dam broke", "say that ", " at 3 o'clock.", nowhere), FALSE,
          GALLEY_PLACEMENT_EXACT, FALSE);
  expect (annotate ("the dam broke", "", "", nowhere), TRUE, GALLEY_PLACEMENT_EXACT, TRUE);
  expect (annotate ("Closed.", "", "", nowhere), FALSE, GALLEY_PLACEMENT_AMBIGUOUS, FALSE);
  expect (annotate ("Closed.", "", "", nowhere), TRUE, GALLEY_PLACEMENT_AMBIGUOUS, FALSE);
  expect (annotate ("It rained for 4 days in Riverton, officials said.", "", "", nowhere), FALSE,
          GALLEY_PLACEMENT_CHANGED, FALSE);
  expect (annotate (RAIN, "", "", nowhere), TRUE, GALLEY_PLACEMENT_EXACT, TRUE);
}

static void
test_positions (void)
{
  guint last = find ("Closed. Closed.") + strlen ("Closed. ");
  GalleyRange second = { last, last + strlen ("Closed.") };
  GalleyRange wide = { second.start + 1, second.end + 1 };
  gboolean keeps;
  GalleyIntakeEntry entry = place (annotate ("Closed.", "", "", second), TRUE, &keeps);

  g_assert_true (galley_range_equal (entry.placement.range, second));
  g_assert_true (keeps);
  /* The wave is two units of UTF-16. */
  entry = place (annotate ("Closed.", "", "", wide), TRUE, &keeps);
  g_assert_true (galley_range_equal (entry.placement.range, second));
  g_assert_true (keeps);
  /* A position says nothing about another text, and alone it is nobody's words. */
  expect (annotate ("Closed.", "", "", second), FALSE, GALLEY_PLACEMENT_AMBIGUOUS, FALSE);
  expect (annotate (NULL, "", "", second), FALSE, GALLEY_PLACEMENT_LOST, FALSE);
  expect (annotate (NULL, "", "", second), TRUE, GALLEY_PLACEMENT_EXACT, FALSE);
  expect (annotate (NULL, "", "", (GalleyRange){ 5000, 5004 }), TRUE, GALLEY_PLACEMENT_LOST, FALSE);
}

static void
test_quotes (void)
{
  static const char *const quotes[] = { "a",         "ab",  "abc", "abcabcabcabc",
                                        "bcabcabca", "cab", "x",   "abcabcabcabcd",
                                        "d" };
  static const guint counts[] = { 2, 2, 2, 1, 1, 2, 0, 1, 1 };
  g_autoptr (GalleyText) text = galley_text_new ("abcabcabcabcd", -1);
  g_autoptr (GArray) patterns = g_array_new (FALSE, FALSE, sizeof (GalleyQuotePattern));

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      GalleyQuotePattern pattern = { quotes[i], strlen (quotes[i]), 0, 0 };

      g_array_append_val (patterns, pattern);
    }
  galley_intake_find_quotes (text, patterns);
  for (guint i = 0; i < patterns->len; i++)
    {
      const GalleyQuotePattern *pattern = &g_array_index (patterns, GalleyQuotePattern, i);

      g_test_message ("%s", pattern->utf8);
      g_assert_cmpuint (pattern->n_found, ==, counts[i]);
      if (pattern->n_found > 0)
        g_assert_cmpuint (pattern->at_bytes, ==,
                          strstr ("abcabcabcabcd", pattern->utf8) - "abcabcabcabcd");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/intake/verdicts", test_verdicts);
  g_test_add_func ("/intake/positions", test_positions);
  g_test_add_func ("/intake/quotes", test_quotes);

  return g_test_run ();
}

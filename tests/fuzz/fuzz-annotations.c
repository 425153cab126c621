/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "galley-annotations-reader.h"
#include "galley-document-builder.h"
#include "galley-intake-private.h"

#include <string.h>

/* What the annotations are looked for in. */
#define TEXT                                                                                       \
  "River \xf0\x9f\x8c\x8a rises\n\nIt rained for 3 days in Riverton, officials said. The river "   \
  "rose by 2 meters on Tuesday.\n\nThe bridge is closed. The bridge is closed.\n"

static void
check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

/* What the reader gives: valid text, and a verdict only in Galley's name. */
static void
check_annotation (GalleyAnnotation *annotation)
{
  check_text (annotation->iri);
  check_text (annotation->note);
  check_text (annotation->reason);
  check_text (annotation->category);
  check_text (annotation->correction);
  check_text (annotation->creator);
  g_assert_cmpint (annotation->status, <, GALLEY_N_STATUSES);
  g_assert_true (annotation->is_ours || annotation->status == GALLEY_STATUS_PENDING);
  g_assert_true (annotation->is_ours || annotation->evidence->len + annotation->queries->len == 0);
  for (guint i = 0; i < annotation->remarks->len; i++)
    check_text (g_ptr_array_index (annotation->remarks, i));
  for (guint i = 0; i < annotation->targets->len; i++)
    {
      GalleyAnnotationTarget *target =
          &g_array_index (annotation->targets, GalleyAnnotationTarget, i);

      check_text (target->exact);
      check_text (target->prefix);
      check_text (target->suffix);
      g_assert_true (!target->has_position || target->position.start < target->position.end);
    }
}

static GalleyCheck *
make_check (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyText) text = galley_text_new (TEXT, -1);
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, strlen (TEXT));
  g_autoptr (GalleyDocument) document = NULL;
  g_autoptr (GalleyArticle) article =
      galley_article_new ("article", &(GalleyArticleFields){ .title = "River" });
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  galley_document_builder_set_text (builder, text);
  galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0,
                                     (GalleyRange){ 0, galley_text_get_length (text) });
  document = galley_document_builder_finish (builder, bytes, "text/plain");

  return galley_check_new (article, document, nothing, nothing);
}

/* Where a verdict is kept the words are the very words that are quoted. */
static void
check_entry (GalleyIntake *intake, const GalleyIntakeEntry *entry)
{
  GalleyText *text = galley_document_get_text (galley_intake_get_document (intake));
  g_autofree char *words = NULL;

  g_assert_true (galley_text_has_range (text, entry->placement.range));
  if (!galley_intake_keeps_verdict (entry))
    return;

  words = galley_text_slice (text, entry->placement.range);
  g_assert_cmpstr (words, ==, entry->target->exact);
}

/* Reads annotations and looks for their words. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) annotations = galley_annotations_read (bytes, &error);
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GalleyIntake) intake = NULL;

  g_assert_true ((annotations == NULL) == (error != NULL));
  if (annotations == NULL)
    return 0;

  for (guint i = 0; i < annotations->len; i++)
    check_annotation (g_ptr_array_index (annotations, i));
  check = make_check ();
  intake = galley_intake_new (check, annotations);
  galley_intake_place_present (intake);
  galley_intake_place_unknown (intake);
  for (guint i = 0; i < galley_intake_get_n_entries (intake); i++)
    check_entry (intake, galley_intake_peek (intake, i));

  return 0;
}

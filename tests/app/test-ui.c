/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "galley-agreement-window.h"
#include "galley-article-picker.h"
#include "galley-article-row.h"
#include "galley-article-view.h"
#include "galley-changes.h"
#include "galley-claim-batch.h"
#include "galley-attachment-row.h"
#include "galley-claim-field.h"
#include "galley-claim-history.h"
#include "galley-claim-page.h"
#include "galley-claim-panel.h"
#include "galley-claim-record.h"
#include "galley-claim-row.h"
#include "galley-claim-thread.h"
#include "galley-details-dialog.h"
#include "galley-evidence-form.h"
#include "galley-evidence-list.h"
#include "galley-evidence-row.h"
#include "galley-claims-pane.h"
#include "galley-batch-dialog.h"
#include "galley-export-dialog.h"
#include "galley-export-form.h"
#include "galley-export-report.h"
#include "galley-first-claim.h"
#include "galley-draft-dialog.h"
#include "galley-draft-sides.h"
#include "galley-form-dialog.h"
#include "galley-disagreement-bar.h"
#include "galley-former-bar.h"
#include "galley-tray-dialog.h"
#include "galley-import-report.h"
#include "galley-intake-dialog.h"
#include "galley-key-dialog.h"
#include "galley-key-row.h"
#include "galley-left-out-dialog.h"
#include "galley-removed-dialog.h"
#include "galley-library-page.h"
#include "galley-no-claim.h"
#include "galley-note-list.h"
#include "galley-note-row.h"
#include "galley-open-queries.h"
#include "galley-preferences.h"
#include "galley-progress-window.h"
#include "galley-query-form.h"
#include "galley-query-list.h"
#include "galley-reading-form.h"
#include "galley-repeat-list.h"
#include "galley-repeat-row.h"
#include "galley-reference-report.h"
#include "galley-row-words.h"
#include "galley-review-row.h"
#include "galley-review-window-private.h"
#include "galley-session-choice.h"
#include "galley-session-dialog.h"
#include "galley-shortcuts.h"
#include "galley-status-filter.h"
#include "galley-traits-button.h"
#include "galley-sign-off-dialog.h"
#include "galley-source-form.h"
#include "galley-source-log.h"
#include "galley-source-pane.h"
#include "galley-suggest-entry.h"
#include "galley-text-sheet.h"
#include "galley-window.h"

#include <string.h>

/* The class that a .ui file is the template of, or NULL. */
static char *
find_template_class (const char *xml)
{
  const char *at = strstr (xml, "<template class=\"");

  if (at == NULL)
    return NULL;
  at += strlen ("<template class=\"");
  return g_strndup (at, strcspn (at, "\""));
}

/* Every template is instantiated, so that a wrong property or a missing child in it cannot hide:
 * GTK's warnings are fatal here. */
/* A word may be longer than a pane is wide: a name, an address, a reason that somebody pasted. */
static void
assert_wraps (const char *name, const char *xml)
{
  static const char wrap[] = "<property name=\"wrap\">1</property>";

  for (const char *p = strstr (xml, wrap); p != NULL; p = strstr (p, wrap))
    {
      p += strlen (wrap);
      while (g_ascii_isspace (*p))
        p++;
      if (!g_str_has_prefix (p, "<property name=\"wrap-mode\">word-char<"))
        g_error ("%s: a label that long words widen", name);
    }
}

static void
test_templates (void)
{
  g_auto (GStrv) names = g_resources_enumerate_children ("/org/galleydesk/Galley", 0, NULL);
  guint n_templates = 0;

  g_assert_nonnull (names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/org/galleydesk/Galley/", names[i], NULL);
      g_autoptr (GBytes) xml = NULL;
      g_autofree char *class_name = NULL;
      GtkWidget *widget;

      if (!g_str_has_suffix (names[i], ".ui"))
        continue;
      xml = g_resources_lookup_data (path, 0, NULL);
      class_name = find_template_class (g_bytes_get_data (xml, NULL));
      assert_wraps (names[i], g_bytes_get_data (xml, NULL));
      if (class_name == NULL)
        continue;

      g_test_message ("%s", class_name);
      g_assert_cmpuint (g_type_from_name (class_name), !=, G_TYPE_INVALID);
      widget = g_object_new (g_type_from_name (class_name), NULL);
      if (GTK_IS_WINDOW (widget) && !GALLEY_IS_WINDOW (widget) &&
          !gtk_window_get_destroy_with_parent (GTK_WINDOW (widget)))
        g_error ("%s stays without the window that it is over", class_name);
      if (GTK_IS_WINDOW (widget))
        gtk_window_destroy (GTK_WINDOW (widget));
      else
        g_object_unref (g_object_ref_sink (widget));
      n_templates++;
    }

  g_assert_cmpuint (n_templates, >, 0);
}

/* GTK asks for the height of any width and of none, and the answers have to agree. */
static void
test_row_words (void)
{
  static const struct
  {
    const char *text;
    int n_lines; /* at 200 pixels */
  } cases[] = {
    { "Short", 1 },
    { "Words that are somewhat longer than one line of a list is", 2 },
    { "Words that are so long that nobody measures them, for they surely take two lines in any "
      "pane "
      "that fits on a screen",
      2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GalleyRowWords) words =
          g_object_ref_sink (g_object_new (GALLEY_TYPE_ROW_WORDS, NULL));
      GtkWidget *widget = GTK_WIDGET (words);
      int line, least, narrow, wide;

      galley_row_words_set_text (words, "x");
      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &line, NULL, NULL, NULL);
      galley_row_words_set_text (words, cases[i].text);
      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 200, &narrow, NULL, NULL, NULL);
      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 1 << 20, &wide, NULL, NULL, NULL);
      g_assert_cmpint (narrow, ==, cases[i].n_lines * line);
      g_assert_cmpint (wide, ==, least);
    }
}

static void
ensure_more_types (void)
{
  g_type_ensure (GALLEY_TYPE_AGREEMENT_WINDOW);
  g_type_ensure (GALLEY_TYPE_PROGRESS_WINDOW);
  g_type_ensure (GALLEY_TYPE_READING_FORM);
  g_type_ensure (GALLEY_TYPE_REVIEW_AGENDA);
  g_type_ensure (GALLEY_TYPE_REVIEW_ROW);
  g_type_ensure (GALLEY_TYPE_REVIEW_STAGE);
  g_type_ensure (GALLEY_TYPE_REVIEW_WINDOW);
  g_type_ensure (GALLEY_TYPE_SESSION_CHOICE);
  g_type_ensure (GALLEY_TYPE_SESSION_DIALOG);
  g_type_ensure (GALLEY_TYPE_SIGN_OFF_DIALOG);
}

static void
ensure_types (void)
{
  ensure_more_types ();
  g_type_ensure (GALLEY_TYPE_ARTICLE_VIEW);
  g_type_ensure (GALLEY_TYPE_CLAIM_BATCH);
  g_type_ensure (GALLEY_TYPE_ATTACHMENT_ROW);
  g_type_ensure (GALLEY_TYPE_CLAIM_FIELD);
  g_type_ensure (GALLEY_TYPE_FORM_DIALOG);
  g_type_ensure (GALLEY_TYPE_SOURCE_FORM);
  g_type_ensure (GALLEY_TYPE_SOURCE_LOG);
  g_type_ensure (GALLEY_TYPE_SOURCE_PANE);
  g_type_ensure (GALLEY_TYPE_SUGGEST_ENTRY);
  g_type_ensure (GALLEY_TYPE_OPEN_QUERIES);
  g_type_ensure (GALLEY_TYPE_QUERY_FORM);
  g_type_ensure (GALLEY_TYPE_QUERY_LIST);
  g_type_ensure (GALLEY_TYPE_REPEAT_LIST);
  g_type_ensure (GALLEY_TYPE_REPEAT_ROW);
  g_type_ensure (GALLEY_TYPE_TEXT_SHEET);
  g_type_ensure (GALLEY_TYPE_CLAIM_HISTORY);
  g_type_ensure (GALLEY_TYPE_CLAIM_PAGE);
  g_type_ensure (GALLEY_TYPE_CLAIM_PANEL);
  g_type_ensure (GALLEY_TYPE_CLAIM_RECORD);
  g_type_ensure (GALLEY_TYPE_CLAIM_ROW);
  g_type_ensure (GALLEY_TYPE_CLAIM_THREAD);
  g_type_ensure (GALLEY_TYPE_EVIDENCE_FORM);
  g_type_ensure (GALLEY_TYPE_EVIDENCE_LIST);
  g_type_ensure (GALLEY_TYPE_EVIDENCE_ROW);
  g_type_ensure (GALLEY_TYPE_NO_CLAIM);
  g_type_ensure (GALLEY_TYPE_NOTE_LIST);
  g_type_ensure (GALLEY_TYPE_NOTE_ROW);
  g_type_ensure (GALLEY_TYPE_CLAIMS_PANE);
  g_type_ensure (GALLEY_TYPE_DETAILS_DIALOG);
  g_type_ensure (GALLEY_TYPE_ARTICLE_PICKER);
  g_type_ensure (GALLEY_TYPE_BATCH_DIALOG);
  g_type_ensure (GALLEY_TYPE_EXPORT_DIALOG);
  g_type_ensure (GALLEY_TYPE_EXPORT_FORM);
  g_type_ensure (GALLEY_TYPE_EXPORT_REPORT);
  g_type_ensure (GALLEY_TYPE_FIRST_CLAIM);
  g_type_ensure (GALLEY_TYPE_IMPORT_REPORT);
  g_type_ensure (GALLEY_TYPE_INTAKE_DIALOG);
  g_type_ensure (GALLEY_TYPE_KEY_DIALOG);
  g_type_ensure (GALLEY_TYPE_KEY_ROW);
  g_type_ensure (GALLEY_TYPE_DRAFT_DIALOG);
  g_type_ensure (GALLEY_TYPE_DRAFT_SIDES);
  g_type_ensure (GALLEY_TYPE_DISAGREEMENT_BAR);
  g_type_ensure (GALLEY_TYPE_FORMER_BAR);
  g_type_ensure (GALLEY_TYPE_LEFT_OUT_DIALOG);
  g_type_ensure (GALLEY_TYPE_REMOVED_DIALOG);
  g_type_ensure (GALLEY_TYPE_TRAY_DIALOG);
  g_type_ensure (GALLEY_TYPE_CHANGES);
  g_type_ensure (GALLEY_TYPE_REFERENCE_REPORT);
  g_type_ensure (GALLEY_TYPE_LIBRARY_PAGE);
  g_type_ensure (GALLEY_TYPE_PREFERENCES);
  g_type_ensure (GALLEY_TYPE_ROW_WORDS);
  g_type_ensure (GALLEY_TYPE_SHORTCUTS);
  g_type_ensure (GALLEY_TYPE_ARTICLE_ROW);
  g_type_ensure (GALLEY_TYPE_STATUS_FILTER);
  g_type_ensure (GALLEY_TYPE_TRAITS_BUTTON);
  g_type_ensure (GALLEY_TYPE_WINDOW);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  ensure_types ();
  g_type_class_unref (g_type_class_ref (GALLEY_TYPE_WINDOW));

  g_test_add_func ("/ui/templates", test_templates);
  g_test_add_func ("/ui/row-words", test_row_words);

  return g_test_run ();
}

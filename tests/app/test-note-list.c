/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture-check.h"
#include "fixture.h"

#include "galley-body.h"
#include "galley-claim-panel.h"
#include "galley-document-builder.h"
#include "galley-evidence-form.h"
#include "galley-note-list.h"
#include "galley-note-row.h"

/* What the writer noted, in the panel of a claim. */

typedef struct
{
  GtkWindow *window;
  GalleyClaimPanel *panel;
  GalleyCheck *check;
  GPtrArray *actions; /* (element-type GalleyAction), what the panel wanted to be done */
} Fixture;

static void
perform_cb (Fixture *fixture, GalleyAction *action)
{
  g_ptr_array_add (fixture->actions, galley_action_ref (action));
}

static GalleyClaim *
peek (Fixture *fixture, const char *id)
{
  return galley_claim_list_find (galley_check_get_claims (fixture->check), id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  FixtureDraft draft;

  fixture_draft_open (&draft, "ferry.docx");
  fixture_draft_claim (&draft, "paid", "4.2 million euros", GALLEY_STATUS_PENDING);
  fixture_draft_claim (&draft, "signed", "signed", GALLEY_STATUS_PENDING);
  fixture_draft_claim (&draft, "register", "the register says", GALLEY_STATUS_PENDING);
  fixture_draft_claim (&draft, "began", "How it began", GALLEY_STATUS_PENDING);
  fixture->check = fixture_draft_finish (&draft);
  fixture->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_action_unref);

  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->panel = g_object_new (GALLEY_TYPE_CLAIM_PANEL, NULL);
  gtk_window_set_default_size (fixture->window, 400, 500);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->panel));
  g_signal_connect_swapped (fixture->panel, "perform", G_CALLBACK (perform_cb), fixture);
  galley_claim_panel_set_check (fixture->panel, fixture->check);
  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "paid"));
  gtk_window_present (fixture->window);
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (fixture->panel)) > 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window, panel = fixture->panel;

  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (panel, &panel);
  gtk_window_destroy (fixture->window);
  WAIT_UNTIL (window == NULL && panel == NULL);
  g_assert_finalize_object (fixture->check);
  g_ptr_array_unref (fixture->actions);
}

static GtkWidget *
find_label (Fixture *fixture, const char *text)
{
  return fixture_find_by_label (GTK_WIDGET (fixture->panel), text);
}

static gboolean
is_mapped_list (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_NOTE_LIST (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_row (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_NOTE_ROW (widget);
}

static guint
count_rows (GtkWidget *widget)
{
  guint count = GALLEY_IS_NOTE_ROW (widget) && gtk_widget_get_mapped (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_rows (child);

  return count;
}

static gboolean
is_button_for (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static GtkWidget *
find_use_button (Fixture *fixture)
{
  return fixture_find (GTK_WIDGET (fixture->panel), is_button_for, "Use as Source");
}

static void
test_notes_of_a_claim (Fixture *fixture, gconstpointer data)
{
  WAIT_UNTIL (find_label (fixture, "Writer’s Notes") != NULL);
  g_assert_cmpuint (count_rows (GTK_WIDGET (fixture->panel)), ==, 2);
  g_assert_nonnull (find_label (fixture, "Comment by Ada Lund"));
  g_assert_nonnull (find_label (fixture, "1 Nov 2024, 10:00"));
  g_assert_nonnull (find_label (fixture, "Invoice 17"));
  g_assert_nonnull (find_label (fixture, "Aberlow paid 4.2 million"));
  g_assert_nonnull (find_label (fixture, "Comment by Bo"));

  /* Of its sentence as well; the words are not said again where they are the whole claim. */
  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "signed"));
  WAIT_UNTIL (find_label (fixture, "Footnote") != NULL);
  g_assert_cmpuint (count_rows (GTK_WIDGET (fixture->panel)), ==, 1);
  g_assert_null (find_label (fixture, "Nobody signed."));

  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "register"));
  WAIT_UNTIL (find_label (fixture, "https://a.example/") != NULL);
  g_assert_nonnull (find_label (fixture, "the register"));
  g_assert_nonnull (find_label (fixture, "https://b.example/?q=1"));

  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "began"));
  g_assert_null (fixture_find (GTK_WIDGET (fixture->panel), is_mapped_list, NULL));
}

static void
test_moved_claim (Fixture *fixture, gconstpointer data)
{
  GalleyClaimFields fields = { .range = galley_claim_get_range (peek (fixture, "signed")) };

  fixture_check_put (fixture->check, "paid", &fields);
  WAIT_UNTIL (find_label (fixture, "Footnote") != NULL);
  g_assert_null (find_label (fixture, "Comment by Bo"));
}

static gboolean
is_form (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_EVIDENCE_FORM (widget);
}

static gboolean
is_entry (GtkWidget *widget, gconstpointer placeholder)
{
  return GTK_IS_ENTRY (widget) &&
         g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), placeholder) == 0;
}

static GtkWidget *
find_entry (Fixture *fixture, const char *placeholder)
{
  return fixture_find (GTK_WIDGET (fixture->panel), is_entry, placeholder);
}

static GtkEditable *
find_title (Fixture *fixture)
{
  return GTK_EDITABLE (find_entry (fixture, "What it is: a document, a person, an agency"));
}

static GtkEditable *
find_address (Fixture *fixture)
{
  return GTK_EDITABLE (find_entry (fixture, "Where it is: a web address, a phone number"));
}

static gboolean
is_form_shown (Fixture *fixture)
{
  return gtk_widget_get_mapped (fixture_find (GTK_WIDGET (fixture->panel), is_form, NULL));
}

static void
close_form (Fixture *fixture)
{
  GtkWidget *form = fixture_find (GTK_WIDGET (fixture->panel), is_form, NULL);

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (form, GTK_TYPE_POPOVER)));
  WAIT_UNTIL (!is_form_shown (fixture));
}

static void
use_note (Fixture *fixture)
{
  WAIT_UNTIL (find_use_button (fixture) != NULL);
  g_signal_emit_by_name (find_use_button (fixture), "clicked");
  WAIT_UNTIL (is_form_shown (fixture));
}

static void
test_use_as_source (Fixture *fixture, gconstpointer data)
{
  GalleyAction *action;
  g_autofree char *title = NULL, *address = NULL;

  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "signed"));
  use_note (fixture);
  g_assert_cmpstr (gtk_editable_get_text (find_title (fixture)), ==, "Minutes, page 3");
  g_assert_cmpstr (gtk_editable_get_text (find_address (fixture)), ==, "https://c.example/minutes");

  /* It is a proposal, and the person decides. */
  g_assert_cmpuint (fixture->actions->len, ==, 0);
  g_signal_emit_by_name (find_title (fixture), "activate");
  g_assert_cmpuint (fixture->actions->len, ==, 1);
  action = g_ptr_array_index (fixture->actions, 0);
  g_assert_cmpstr (action->verb, ==, "add-evidence");
  title = galley_body_find_text (((GalleyChange *) g_ptr_array_index (action->changes, 0))->body,
                                 "title");
  address = galley_body_find_text (((GalleyChange *) g_ptr_array_index (action->changes, 0))->body,
                                   "address");
  g_assert_cmpstr (title, ==, "Minutes, page 3");
  g_assert_cmpstr (address, ==, "https://c.example/minutes");

  /* What could not be saved is not taken for a proposal. */
  galley_claim_panel_set_failed (fixture->panel, action, TRUE);
  WAIT_UNTIL (is_form_shown (fixture));
  g_assert_cmpstr (gtk_editable_get_text (find_title (fixture)), ==, "Minutes, page 3");
}

static void
test_proposal_is_no_typing (Fixture *fixture, gconstpointer data)
{
  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "signed"));
  use_note (fixture);
  close_form (fixture);

  /* What nobody touched goes. */
  galley_claim_panel_add_source (fixture->panel);
  WAIT_UNTIL (is_form_shown (fixture));
  g_assert_cmpstr (gtk_editable_get_text (find_title (fixture)), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (find_address (fixture)), ==, "");

  /* What somebody typed stays, and the form says why. */
  gtk_editable_set_text (find_title (fixture), "The harbour master");
  close_form (fixture);
  use_note (fixture);
  g_assert_cmpstr (gtk_editable_get_text (find_title (fixture)), ==, "The harbour master");
  g_assert_cmpstr (gtk_editable_get_text (find_address (fixture)), ==, "");
  WAIT_UNTIL (find_label (fixture, "You began with this source before. Add it or empty the form, "
                                   "then use the note.") != NULL);
  close_form (fixture);
}

/* Before words are marked, their notes can be read. */
static void
test_no_claim (Fixture *fixture, gconstpointer data)
{
  GalleyRange range = galley_claim_get_range (peek (fixture, "signed"));
  GalleyRange heading = galley_claim_get_range (peek (fixture, "began"));

  galley_claim_panel_set_claim (fixture->panel, NULL);
  WAIT_UNTIL (find_label (fixture, "No Claim Chosen") != NULL);
  galley_claim_panel_set_words (fixture->panel, range);
  WAIT_UNTIL (find_label (fixture, "Footnote") != NULL);
  g_assert_null (find_use_button (fixture));
  g_assert_nonnull (find_label (fixture, "signed"));

  galley_claim_panel_set_words (fixture->panel, heading);
  WAIT_UNTIL (find_label (fixture, "No Claim Chosen") != NULL);
  galley_claim_panel_set_words (fixture->panel, (GalleyRange){ 0, 0 });
  galley_claim_panel_set_check (fixture->panel, NULL);
  g_assert_nonnull (find_label (fixture, "No Claim Chosen"));
}

static void
test_names_for_a_screen_reader (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  WAIT_UNTIL (find_use_button (fixture) != NULL);
  gtk_test_accessible_assert_property (find_use_button (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Use “Invoice 17” as a source");
  row = gtk_widget_get_parent (fixture_find (GTK_WIDGET (fixture->panel), is_row, NULL));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Comment by Ada Lund");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Invoice 17");
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Writer’s Notes");
}

/* A hostile file may note more than anybody reads. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);
  FixtureDraft draft;
  GalleyCheck *before = fixture->check;

  fixture_draft_init (&draft, "");
  galley_document_builder_append (builder, "It is so.");
  galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0, (GalleyRange){ 0, 9 });
  for (guint i = 0; i < 20000; i++)
    galley_document_builder_add_source_note (builder, (GalleyRange){ 0, 2 },
                                             GALLEY_SOURCE_NOTE_COMMENT, "<b>", NULL, "<i> & Co");
  g_object_unref (draft.document);
  draft.document = galley_document_builder_finish (builder, original, "text/plain");
  fixture_draft_claim (&draft, "a", "It is so.", GALLEY_STATUS_PENDING);
  fixture->check = fixture_draft_finish (&draft);
  galley_claim_panel_set_check (fixture->panel, fixture->check);
  g_assert_finalize_object (before);
  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "a"));

  WAIT_UNTIL (find_label (fixture, "<i> & Co") != NULL);
  g_assert_nonnull (find_label (fixture, "Comment by <b>"));
  g_assert_cmpuint (count_rows (GTK_WIDGET (fixture->panel)), ==, 50);
  g_assert_nonnull (find_label (fixture, "and 19950 more"));
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  fixture_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/note-list/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("notes-of-a-claim", test_notes_of_a_claim);
  ADD ("moved-claim", test_moved_claim);
  ADD ("use-as-source", test_use_as_source);
  ADD ("proposal-is-no-typing", test_proposal_is_no_typing);
  ADD ("no-claim", test_no_claim);
  ADD ("names-for-a-screen-reader", test_names_for_a_screen_reader);
  ADD ("many", test_many);
#undef ADD

  return g_test_run ();
}

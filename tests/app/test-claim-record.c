/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture-check.h"
#include "fixture.h"

#include "galley-body.h"
#include "galley-claim-page.h"
#include "galley-claim-batch.h"
#include "galley-claim-field.h"
#include "galley-claim-meanwhile.h"
#include "galley-claim-panel.h"
#include "galley-settings.h"

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

  fixture_draft_init (&draft, "Ships left port on Monday. Nobody knows why.");
  fixture_draft_claim (&draft, "a", "port on Monday", GALLEY_STATUS_DISPUTED);
  fixture_draft_claim (&draft, "b", "Nobody", GALLEY_STATUS_PENDING);
  fixture->check = fixture_draft_finish (&draft);
  fixture->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_action_unref);

  galley_settings_set_boolean ("is-detail-shown", TRUE);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->panel = g_object_new (GALLEY_TYPE_CLAIM_PANEL, NULL);
  gtk_window_set_default_size (fixture->window, 400, 800);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->panel));
  g_signal_connect_swapped (fixture->panel, "perform", G_CALLBACK (perform_cb), fixture);
  galley_claim_panel_set_check (fixture->panel, fixture->check);
  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "a"));
  gtk_window_present (fixture->window);
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->panel)));
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

static void
put (Fixture *fixture, const char *id, GalleyClaimFields fields)
{
  fields.range = galley_claim_get_range (peek (fixture, id));
  fixture_check_put (fixture->check, id, &fields);
}

static gboolean
is_field (GtkWidget *widget, gconstpointer title)
{
  g_autofree char *found = NULL;

  if (!GALLEY_IS_CLAIM_FIELD (widget))
    return FALSE;
  g_object_get (widget, "title", &found, NULL);
  return g_strcmp0 (found, title) == 0;
}

static gboolean
is_batch (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_CLAIM_BATCH (widget);
}

/* Of the one claim: fields for several have the same titles. */
static gboolean
is_single_field (GtkWidget *widget, gconstpointer title)
{
  return is_field (widget, title) &&
         gtk_widget_get_ancestor (widget, GALLEY_TYPE_CLAIM_BATCH) == NULL;
}

static GalleyClaimField *
find_field (Fixture *fixture, const char *title)
{
  return GALLEY_CLAIM_FIELD (fixture_find (GTK_WIDGET (fixture->panel), is_single_field, title));
}

static GtkTextBuffer *
find_buffer (GalleyClaimField *field)
{
  return gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (fixture_find (GTK_WIDGET (field), fixture_is_text_view, NULL)));
}

static void
type (Fixture *fixture, const char *title, const char *text)
{
  gtk_text_buffer_set_text (find_buffer (find_field (fixture, title)), text, -1);
}

static void
assert_text (Fixture *fixture, const char *title, const char *expected)
{
  g_autofree char *text = galley_claim_field_get_text (find_field (fixture, title));

  g_assert_cmpstr (text, ==, expected);
}

static GalleyAction *
get_action (Fixture *fixture, guint n_actions)
{
  g_assert_cmpuint (fixture->actions->len, ==, n_actions);
  return g_ptr_array_index (fixture->actions, n_actions - 1);
}

static void
assert_change (Fixture *fixture,
               guint n_actions,
               const char *verb,
               const char *name,
               const char *value)
{
  GalleyAction *action = get_action (fixture, n_actions);
  GalleyChange *change = g_ptr_array_index (action->changes, 0);
  g_autofree char *found = galley_body_find_text (change->body, name);

  g_assert_cmpstr (action->verb, ==, verb);
  g_assert_cmpstr (found, ==, value);
}

/* What comes from the list is stored by its name, what does not as it is; both are shown in words.
 */
static void
test_reason (Fixture *fixture, gconstpointer data)
{
  type (fixture, "Reason", "Contradicted");
  galley_claim_panel_flush (fixture->panel);
  assert_change (fixture, 1, "set-status", "reason", "contradicted");
  put (fixture, "a",
       (GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED, .reason = "contradicted" });
  assert_text (fixture, "Reason", "Contradicted");
  g_assert_false (galley_claim_panel_has_unsaved (fixture->panel));

  type (fixture, "Reason", "contradicted by two people");
  galley_claim_panel_flush (fixture->panel);
  assert_change (fixture, 2, "set-status", "reason", "contradicted by two people");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_field (fixture, "Reason")),
                                             "field.pick", "s", "Misleading"));
  assert_change (fixture, 3, "set-status", "reason", "misleading");
}

static void
test_details (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *title;
    const char *text;
    const char *verb;
    const char *name;
    const char *value;
  } cases[] = {
    { "Category", "Web address or phone number", "set-category", "category", "contact" },
    { "Category", "Weather", "set-category", "category", "Weather" },
    { "Speaker", "The mayor", "set-speaker", "speaker", "The mayor" },
    { "Assigned To", "Ben Okafor", "set-assignee", "assignee", "Ben Okafor" },
    { "Claim in One Sentence", "Ships left.", "set-sentence", "sentence", "Ships left." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (fixture, cases[i].title, cases[i].text);
      galley_claim_panel_flush (fixture->panel);
      assert_change (fixture, i + 1, cases[i].verb, cases[i].name, cases[i].value);
      type (fixture, cases[i].title, "");
    }
  put (fixture, "a",
       (GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED, .category = "contact" });
  assert_text (fixture, "Category", "Web address or phone number");
}

static void
test_flags (Fixture *fixture, gconstpointer data)
{
  GtkWidget *field = GTK_WIDGET (find_field (fixture, "Reason"));

  g_assert_true (gtk_widget_activate_action (field, "record.starred", NULL));
  g_assert_cmpstr (get_action (fixture, 1)->verb, ==, "set-starred");
  g_assert_true (gtk_widget_activate_action (field, "record.publishable", NULL));
  g_assert_cmpstr (get_action (fixture, 2)->verb, ==, "set-publishable");
  g_assert_true (gtk_widget_activate_action (field, "record.priority", "s", "high"));
  assert_change (fixture, 3, "set-priority", "priority", "high");
  g_assert_nonnull (fixture_find_by_label (GTK_WIDGET (fixture->panel), "Normal"));

  /* Shown only once it is so. */
  put (fixture, "a",
       (GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED, .priority = GALLEY_PRIORITY_HIGH });
  g_assert_nonnull (fixture_find_by_label (GTK_WIDGET (fixture->panel), "High"));
  g_assert_true (gtk_widget_activate_action (field, "record.priority", "s", "high"));
  g_assert_cmpuint (fixture->actions->len, ==, 3);
}

/* Types as a person does, letter by letter. */
static void
test_completes_names (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = find_buffer (find_field (fixture, "Speaker"));

  put (fixture, "b",
       (GalleyClaimFields){ .status = GALLEY_STATUS_PENDING, .speaker = "The Mayor" });
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "the m", -1, TRUE);
  assert_text (fixture, "Speaker", "the mayor");
  g_assert_true (gtk_text_buffer_get_has_selection (buffer));
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  assert_text (fixture, "Speaker", "the m");
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "inister", -1, TRUE);
  assert_text (fixture, "Speaker", "the minister");
}

static GtkWidget *
find_preview (Fixture *fixture, const char *text)
{
  return fixture_find_by_label (GTK_WIDGET (fixture->panel), text);
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label;

  g_assert_null (find_preview (fixture, "Ships left port on Monday."));
  type (fixture, "Correction", "port on Tuesday");
  label = find_preview (fixture, "Ships left port on Monday Tuesday.");
  g_assert_nonnull (label);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), "strikethrough"));
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "With the correction: Ships left port on Tuesday.");

  type (fixture, "Correction", "a < b & on Monday");
  g_assert_nonnull (find_preview (fixture, "Ships left port a < b & on Monday."));
  type (fixture, "Correction", "");
  put (fixture, "a", (GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED, .correction = "" });
  g_assert_nonnull (find_preview (fixture, "Ships left port on Monday."));
}

static GalleyNote *
put_note (Fixture *fixture, const char *id, const char *author, const char *text)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_note_unref);

  g_ptr_array_add (notes, galley_note_new (id, text, author, 1756900000000));
  put (fixture, "a", (GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED, .notes = notes });

  return g_ptr_array_index (galley_claim_get_notes (peek (fixture, "a")), 0);
}

static const char *
get_subject (GalleyAction *action)
{
  return ((GalleyChange *) g_ptr_array_index (action->changes, 0))->subject_id;
}

#define ENTRY "Add to the Discussion"

static void
test_notes (Fixture *fixture, gconstpointer data)
{
  GalleyAction *action;

  /* Not on leaving: a note is said to others. With its claim it goes all the same. */
  type (fixture, ENTRY, "Called them.");
  g_assert_cmpuint (fixture->actions->len, ==, 0);
  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "b"));
  assert_change (fixture, 1, "add-note", "text", "Called them.");
  assert_text (fixture, ENTRY, "");

  /* It is there again if it could not be saved, and is not sent twice. */
  action = get_action (fixture, 1);
  galley_claim_panel_set_failed (fixture->panel, action, TRUE);
  g_assert_true (galley_claim_panel_has_unsaved (fixture->panel));
  assert_text (fixture, ENTRY, "");
  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "a"));
  assert_text (fixture, ENTRY, "Called them.");
  galley_claim_panel_flush (fixture->panel);
  g_assert_cmpuint (fixture->actions->len, ==, 1);

  put_note (fixture, get_subject (action), "Ben Okafor", "Called them.");
  galley_claim_panel_set_failed (fixture->panel, action, FALSE);
  assert_text (fixture, ENTRY, "");
  g_assert_false (galley_claim_panel_has_unsaved (fixture->panel));
  g_assert_nonnull (fixture_find_by_label (GTK_WIDGET (fixture->panel), "Called them."));
}

static void
test_own_notes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *own_name = galley_settings_get_checker_name ();
  GtkWidget *panel = GTK_WIDGET (fixture->panel), *button;
  GalleyAction *action;

  put_note (fixture, "n", "Somebody Else", "Mine?");
  g_assert_null (fixture_find_by_action (panel, "thread.edit"));
  put_note (fixture, "n", own_name, "Mine.");
  button = fixture_find_by_action (panel, "thread.remove");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (get_action (fixture, 1)->verb, ==, "remove-note");
  g_assert_cmpstr (get_subject (get_action (fixture, 1)), ==, "n");

  /* A change is not lost when others change the thread or it cannot be saved. */
  g_signal_emit_by_name (fixture_find_by_action (panel, "thread.edit"), "clicked");
  gtk_text_buffer_set_text (
      find_buffer (GALLEY_CLAIM_FIELD (gtk_widget_get_ancestor (
          fixture_find (gtk_widget_get_ancestor (fixture_find_by_action (panel, "thread.edit"),
                                                 GTK_TYPE_LIST_BOX_ROW),
                        fixture_is_text_view, NULL),
          GALLEY_TYPE_CLAIM_FIELD))),
      "Mine, and longer.", -1);
  put_note (fixture, "n", own_name, "Mine!");
  galley_claim_panel_flush (fixture->panel);
  assert_change (fixture, 2, "change-note", "text", "Mine, and longer.");
  action = get_action (fixture, 2);
  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "b"));
  galley_claim_panel_set_failed (fixture->panel, action, TRUE);
  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "a"));
  g_assert_true (galley_claim_panel_has_unsaved (fixture->panel));
  galley_claim_panel_flush (fixture->panel);
  assert_change (fixture, 3, "change-note", "text", "Mine, and longer.");

  put_note (fixture, "n", own_name, "Mine, and longer.");
  galley_claim_panel_set_failed (fixture->panel, action, FALSE);
  g_assert_false (galley_claim_panel_has_unsaved (fixture->panel));
}

static void
test_independence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) evidence =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);
  GalleyEvidenceFields fields = { .stance = GALLEY_STANCE_SUPPORTS };

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      GalleySourceFields source_fields = {
        .texts = { [GALLEY_SOURCE_TITLE] = id, [GALLEY_SOURCE_GROUP] = i < 2 ? "agency" : "else" }
      };
      g_autoptr (GalleySource) source = galley_source_new (id, &source_fields);

      g_ptr_array_add (evidence, galley_evidence_new (id, source, &fields));
    }
  put (fixture, "a", (GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED, .evidence = evidence });
  g_assert_nonnull (fixture_find_by_label (GTK_WIDGET (fixture->panel), "2 independent of 3"));
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  GtkWidget *batch;
  GalleyClaimField *category;
  GalleyAction *action;

  g_ptr_array_add (claims, peek (fixture, "a"));
  g_ptr_array_add (claims, peek (fixture, "b"));
  type (fixture, "Note", "half");
  galley_claim_panel_set_selected (fixture->panel, claims);
  batch = fixture_find (GTK_WIDGET (fixture->panel), is_batch, NULL);
  category = GALLEY_CLAIM_FIELD (fixture_find (batch, is_field, "Category"));
  assert_change (fixture, 1, "set-note", "note", "half");
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->panel), "2 claims selected") != NULL);

  gtk_text_buffer_set_text (find_buffer (category), "Date", -1);
  galley_claim_panel_flush (fixture->panel);
  assert_change (fixture, 2, "set-category", "category", "date");
  action = get_action (fixture, 2);
  g_assert_cmpuint (action->changes->len, ==, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (category), "batch.priority", "s", "low"));
  g_assert_cmpuint (get_action (fixture, 3)->changes->len, ==, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (category), "batch.starred", NULL));
  g_assert_cmpuint (get_action (fixture, 4)->changes->len, ==, 2);

  galley_claim_panel_set_selected (fixture->panel, NULL);
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->panel), "2 claims selected") == NULL);
}

/* A reason for many is written once, and each claim stays where it stands. */
static void
test_reason_of_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  GtkWidget *batch;
  GalleyClaimField *reason, *category;
  GalleyAction *action;

  put (fixture, "b", (GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED });
  g_ptr_array_add (claims, peek (fixture, "a"));
  g_ptr_array_add (claims, peek (fixture, "b"));
  galley_claim_panel_set_selected (fixture->panel, claims);
  batch = fixture_find (GTK_WIDGET (fixture->panel), is_batch, NULL);
  reason = GALLEY_CLAIM_FIELD (fixture_find (batch, is_field, "Reason"));
  category = GALLEY_CLAIM_FIELD (fixture_find (batch, is_field, "Category"));
  gtk_text_buffer_set_text (find_buffer (reason), "the agency corrected it", -1);
  gtk_text_buffer_set_text (find_buffer (category), "Date", -1);
  galley_claim_panel_flush (fixture->panel);
  action = get_action (fixture, 2);
  g_assert_cmpstr (action->verb, ==, "set-category");
  action = g_ptr_array_index (fixture->actions, 0);
  g_assert_cmpstr (action->verb, ==, "set-status");
  g_assert_cmpuint (action->changes->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      GalleyChange *change = g_ptr_array_index (action->changes, i);
      g_autofree char *status = galley_body_find_text (change->body, "status");
      g_autofree char *words = galley_body_find_text (change->body, "reason");

      g_assert_cmpstr (status, ==,
                       galley_status_to_nick (galley_claim_get_status (claims->pdata[i])));
      g_assert_cmpstr (words, ==, "the agency corrected it");
    }

  /* Each field says by itself that it could not be saved. */
  galley_claim_panel_set_failed (fixture->panel, action, TRUE);
  g_assert_true (gtk_widget_has_css_class (
      gtk_widget_get_ancestor (fixture_find (GTK_WIDGET (reason), fixture_is_text_view, NULL),
                               GTK_TYPE_OVERLAY),
      "error"));
  g_assert_false (gtk_widget_has_css_class (
      gtk_widget_get_ancestor (fixture_find (GTK_WIDGET (category), fixture_is_text_view, NULL),
                               GTK_TYPE_OVERLAY),
      "error"));
  galley_claim_panel_set_failed (fixture->panel, action, FALSE);
}

static gboolean
is_details (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_EXPANDER (widget) &&
         g_strcmp0 (gtk_expander_get_label (GTK_EXPANDER (widget)), "Details") == 0;
}

/* Whoever opened the details finds them open on the next page. */
static void
test_remembers_details (Fixture *fixture, gconstpointer data)
{
  GtkExpander *details =
      GTK_EXPANDER (fixture_find (GTK_WIDGET (fixture->panel), is_details, NULL));

  for (guint i = 0; i < 2; i++)
    {
      gboolean is_open = i == 0;
      GtkWidget *other;

      gtk_expander_set_expanded (details, is_open);
      other = g_object_ref_sink (g_object_new (GALLEY_TYPE_CLAIM_PAGE, NULL));
      g_assert_cmpint (
          gtk_expander_get_expanded (GTK_EXPANDER (fixture_find (other, is_details, NULL))), ==,
          is_open);
      g_object_unref (other);
    }
}

/* Nothing that either wrote is left out, and nothing stands there twice. */
static void
test_merge (void)
{
  static const struct
  {
    const char *before, *theirs, *mine, *both;
  } cases[] = {
    { "", "theirs", "mine", "theirs\n\nmine" },
    { "old", "old and theirs", "old and mine", "old and theirs\n\nand mine" },
    { "old", "theirs", "mine", "theirs\n\nmine" },
    { "old", "theirs", "", "theirs" },
    { "", "the same words", "same", "the same words" },
    { "", "same", "the same words", "the same words" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *both =
          galley_claim_meanwhile_merge (cases[i].before, cases[i].theirs, cases[i].mine);

      g_assert_cmpstr (both, ==, cases[i].both);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/claim-record/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("reason", test_reason);
  ADD ("details", test_details);
  ADD ("flags", test_flags);
  ADD ("completes-names", test_completes_names);
  ADD ("preview", test_preview);
  ADD ("notes", test_notes);
  ADD ("own-notes", test_own_notes);
  ADD ("independence", test_independence);
  ADD ("several", test_several);
  ADD ("reason-of-several", test_reason_of_several);
  ADD ("remembers-details", test_remembers_details);
#undef ADD
  g_test_add_func ("/claim-record/merge", test_merge);

  return g_test_run ();
}

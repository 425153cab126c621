/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "galley-import.h"
#include "galley-record-verbs.h"
#include "galley-report-maker.h"
#include "galley-sign-off-verbs.h"
#include "galley-verbs.h"

#include <glib/gstdio.h>

/* What goes out is of one moment, whatever another program does to the library meanwhile. */

static const char text[] = "Rain\n\nIt rained for 3 days.\n";

/* Has @desk do @action (transfer full); the id of what it is about. */
static char *
perform (GalleyDesk *desk, GalleyAction *action)
{
  g_autofree char *id =
      g_strdup (((GalleyChange *) g_ptr_array_index (action->changes, 0))->subject_id);
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_perform (desk, action, NULL, &error);

  g_assert_no_error (error);
  galley_action_unref (action);
  return g_steal_pointer (&id);
}

static GalleyDesk *
open_desk (const char *folder, const char *actor)
{
  g_autofree char *path = g_build_filename (folder, "test.galleydb", NULL);
  GError *error = NULL;
  GalleyDesk *desk = galley_desk_open (path, actor, /* cancellable= */ NULL, &error);

  g_assert_no_error (error);
  return desk;
}

/* An article with a claim that rests on a source. */
static GalleyCheck *
make_check (GalleyDesk *desk)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  GError *error = NULL;
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "rain.txt", &error);
  g_autoptr (GalleyOutcome) outcome = NULL;
  GalleyMark mark = { .range = { 6, 28 }, .status = GALLEY_STATUS_CONFIRMED };
  GalleyCitation citation = { .source.texts[GALLEY_SOURCE_TITLE] = "A rumour" };
  g_autofree char *claim = NULL;
  g_autofree char *evidence = NULL;
  GalleyCheck *check;

  g_assert_no_error (error);
  outcome = galley_desk_import (desk, document, NULL, &error);
  g_assert_no_error (error);
  claim = perform (desk, galley_verb_mark (outcome->article_id, document, &mark, 1));
  evidence = perform (desk, galley_verb_add_evidence (claim, &citation));
  check = galley_desk_load (desk, outcome->article_id, NULL, &error);
  g_assert_no_error (error);

  return check;
}

static const char *
get_source (GalleyClaim *claim, const char **out_id)
{
  GalleyEvidence *evidence = g_ptr_array_index (galley_claim_get_evidence (claim), 0);

  if (out_id != NULL)
    *out_id = evidence->source->id;
  return evidence->source->texts[GALLEY_SOURCE_TITLE];
}

/* Another program names the source, and somebody signs what they see there. */
static void
sign_something_else (GalleyDesk *other, GalleyCheck *check)
{
  GalleySourceFields fields = { .texts[GALLEY_SOURCE_TITLE] = "The weather service" };
  const char *source = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *sign_off = NULL;

  get_source (galley_claim_list_peek (galley_check_get_claims (check), 0), &source);
  changed = perform (other, galley_verb_change_source (source, &fields, /* attachment= */ NULL));
  sign_off = perform (
      other, galley_verb_sign_off (galley_article_get_id (galley_check_get_article (check)),
                                   GALLEY_ROLE_CHECKER, "Ben", /* exception= */ NULL, NULL));
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GalleyReport **out_report = user_data;
  GError *error = NULL;

  *out_report = galley_report_maker_make_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_signature_of_what_is_printed (void)
{
  g_autofree char *folder = g_dir_make_tmp ("galley-report-XXXXXX", NULL);
  g_autofree char *command = g_strdup_printf ("rm -r %s", folder);
  GalleyDesk *desk = open_desk (folder, "Ana"), *other = open_desk (folder, "Ben");
  GalleyCheck *check = make_check (desk);
  GalleyReportOptions options = { .layout = GALLEY_LAYOUT_MEMO };
  GalleyReport *report = NULL;
  GPtrArray *sign_offs;

  sign_something_else (other, check);
  galley_report_maker_make_async (desk, check, &options, /* session_id= */ NULL,
                                  /* cancellable= */ NULL, made_cb, &report);
  WAIT_UNTIL (report != NULL);

  g_assert_cmpstr (get_source (g_ptr_array_index (galley_report_get_claims (report), 0), NULL), ==,
                   "The weather service");
  sign_offs = galley_report_get_sign_offs (report);
  g_assert_cmpuint (sign_offs->len, ==, 1);
  g_assert_true (galley_report_is_covered (report, g_ptr_array_index (sign_offs, 0)));

  g_object_unref (report);
  g_object_unref (check);
  g_object_unref (desk);
  g_object_unref (other);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/report-maker/signature-of-what-is-printed", test_signature_of_what_is_printed);

  return g_test_run ();
}

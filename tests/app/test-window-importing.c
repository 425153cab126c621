/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-server.h"
#include "window-fixture.h"

#include "galley-article-text.h"
#include "galley-desk-package.h"
#include "galley-dropping.h"
#include "galley-verbs.h"

#include <glib/gstdio.h>

static const char *const page =
    "<!DOCTYPE html><title>Flood</title><nav><a href=\"/\">Home</a></nav><article><h1>Flood</h1>"
    "<p>It rained for 3 days in May, the weather service said on Friday in a long report.</p>"
    "<aside class=\"related\"><a href=\"/x\">Related: the last flood was worse</a></aside>"
    "<p>The river rose by 2 meters near the old bridge, and nobody was hurt, the mayor said.</p>"
    "</article>";

static void
test_known_file (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *uri = NULL;
  g_autofree char *action = NULL;
  g_autoptr (GFile) file = NULL;

  window_fixture_import_and_open (fixture);
  window_fixture_import (fixture, "again.txt", window_fixture_text);
  g_assert_cmpuint (window_fixture_count_articles (fixture), ==, 1);

  file = window_fixture_create_file (fixture, "again.txt", window_fixture_text);
  uri = g_file_get_uri (file);
  action = g_strconcat ("import-again::", uri, NULL);
  window_fixture_act (fixture, action);
  WAIT_UNTIL (window_fixture_count_articles (fixture) == 2);
}

static gboolean
mentions (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

/* What came of each of several files is listed, those first that could not be read. */
static void
test_several (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) empty = window_fixture_create_file (fixture, "empty.txt", "");
  g_autoptr (GFile) missing = g_file_new_build_filename (fixture->folder, "missing.txt", NULL);
  g_autoptr (GFile) good = window_fixture_create_file (fixture, "good.txt", window_fixture_text);
  GtkWidget *dialog, *name;

  galley_window_import (fixture->window, empty);
  galley_window_import (fixture->window, good);
  galley_window_import (fixture->window, missing);
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  g_assert_nonnull (fixture_find_by_label (dialog, "1 article imported · 2 not imported"));
  WAIT_UNTIL ((name = fixture_find_by_label (dialog, "missing.txt")) != NULL);
  g_assert_nonnull (fixture_find (dialog, mentions, "holds no words"));
  g_assert_nonnull (fixture_find_by_label (dialog, "Imported"));
  g_assert_cmpuint (window_fixture_count_articles (fixture), ==, 1);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (window_fixture_shows (fixture->window->article_stack, "article"));
}

static void
write_into (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* A folder stands for what is in it. Where all goes well, a word is enough. */
static void
test_folder (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("galley-XXXXXX", NULL);
  g_autofree char *inner = g_build_filename (folder, "inner", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  const char *const names[] = { "a.txt", "inner/b.txt", "inner" };

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  write_into (folder, "a.txt", "The bridge was closed.\n");
  write_into (inner, "b.txt", "The bridge was opened.\n");
  galley_window_import (fixture->window, file);
  WAIT_UNTIL (window_fixture_count_articles (fixture) == 2);
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->window->toasts), "2 articles imported") !=
              NULL);
  g_assert_null (window_fixture_find_dialog (fixture));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Several folders can be chosen as well as several files. */
static void
test_choosing (WindowFixture *fixture, gconstpointer data)
{
  const char *const actions[] = { "import", "import-folder" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *dialog;
      gboolean is_multiple = FALSE;

      window_fixture_act (fixture, actions[i]);
      WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
      g_object_get (dialog, "select-multiple", &is_multiple, NULL);
      g_assert_true (is_multiple);
      gtk_window_close (GTK_WINDOW (dialog));
      WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);
    }
}

/* The one thing of @widget that takes what is dropped, or NULL. */
static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GtkDropTarget *target = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      g_assert_null (target);
      target = GTK_DROP_TARGET (controller);
    }

  return target;
}

static void
drop (WindowFixture *fixture, GType type, gpointer what)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, type);
  if (g_type_is_a (type, G_TYPE_OBJECT) || G_TYPE_IS_INTERFACE (type))
    g_value_set_object (&value, what);
  else
    g_value_set_boxed (&value, what);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (fixture->window)), "drop", &value, 10.0,
                         10.0, &is_taken);
  g_assert_true (is_taken);
}

static void
test_paste_and_drop (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->window);
  g_autoptr (GFile) file =
      window_fixture_create_file (fixture, "dropped.txt", "A file was dropped here.\n");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), window_fixture_text);
  window_fixture_act (fixture, "paste");
  WAIT_UNTIL (window_fixture_count_articles (fixture) == 1);

  drop (fixture, G_TYPE_FILE, file);
  WAIT_UNTIL (window_fixture_count_articles (fixture) == 2);
}

static gboolean
is_article (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_ARTICLE_TEXT (widget);
}

/* Words that are dropped on an article, which would lose them, come to the window. */
static void
test_drop_on_article (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *text = fixture_find (GTK_WIDGET (fixture->window), is_article, NULL);

  g_assert_nonnull (text);
  g_assert_null (find_drop_target (text));
}

static const char *
get_title (WindowFixture *fixture)
{
  return galley_article_get_title (galley_check_get_article (fixture->window->check));
}

/* What was copied where it has headings and lists keeps them. */
static void
test_paste_markup (WindowFixture *fixture, gconstpointer data)
{
  static const char *const markup =
      "<meta charset='utf-8'><h2>Flood’s end</h2><p>The river fell.</p><ul><li>Roads</li></ul>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (markup, strlen (markup));
  GdkContentProvider *both[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, "Flood’s end\nThe river fell.\nRoads"),
  };
  g_autoptr (GdkContentProvider) provider =
      gdk_content_provider_new_union (both, G_N_ELEMENTS (both));
  const GalleyBlock *blocks;
  guint n_blocks;

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), provider);
  window_fixture_act (fixture, "paste");
  WAIT_UNTIL (fixture->window->check != NULL);
  blocks =
      galley_document_get_blocks (galley_check_get_document (fixture->window->check), &n_blocks);
  g_assert_cmpuint (n_blocks, ==, 3);
  g_assert_cmpint (blocks[0].role, ==, GALLEY_BLOCK_HEADING);
  g_assert_cmpint (blocks[2].role, ==, GALLEY_BLOCK_LIST_ITEM);
  g_assert_cmpstr (get_title (fixture), ==, "Flood’s end");
}

/* What is dropped keeps them, too, though it is there as words without markup as well. */
static void
test_drop_markup (WindowFixture *fixture, gconstpointer data)
{
  static const char *const markup = "<h2>Flood’s end</h2><p>The river fell by 3 cm.</p>";
  static const char *const offered[] = { "text/plain;charset=utf-8", "text/html" };
  g_autoptr (GBytes) bytes = g_bytes_new_static (markup, strlen (markup));
  GtkDropTarget *target = find_drop_target (GTK_WIDGET (fixture->window));
  GdkContentFormats *formats = gdk_content_formats_new ((const char **) offered, 2);

  formats = gdk_content_formats_union_deserialize_gtypes (formats);
  g_assert_cmpuint (gdk_content_formats_match_gtype (gtk_drop_target_get_formats (target), formats),
                    ==, GALLEY_TYPE_MARKUP);
  gdk_content_formats_unref (formats);

  drop (fixture, GALLEY_TYPE_MARKUP, bytes);
  WAIT_UNTIL (fixture->window->check != NULL);
  g_assert_cmpstr (get_title (fixture), ==, "Flood’s end");
}

/* A link that is dragged out of a browser is a list with one file. */
static void
test_drop_link (WindowFixture *fixture, gconstpointer data)
{
  FetchServer *server = fetch_server_new ();
  g_autofree char *address = fetch_server_dup_address (server, "/page?id=3");
  g_autofree char *found = g_strdup_printf (
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %zu\r\n\r\n%s", strlen (page),
      page);
  g_autoptr (GFile) file = g_file_new_for_uri (address);
  g_autoptr (GSList) files = g_slist_append (NULL, file);
  const GalleyRetrieval *retrieval;

  fetch_server_answer (server, "/page?id=3", found);
  drop (fixture, GDK_TYPE_FILE_LIST, files);
  WAIT_UNTIL (fixture->window->check != NULL);
  retrieval = galley_document_get_retrieval (galley_check_get_document (fixture->window->check));
  g_assert_nonnull (retrieval);
  g_assert_cmpstr (retrieval->addresses[0], ==, address);
  fetch_server_free (server);
}

/* An address that is pasted is fetched; where it led to is said, and kept. */
static void
test_paste_address (WindowFixture *fixture, gconstpointer data)
{
  FetchServer *server = fetch_server_new ();
  g_autofree char *old = fetch_server_dup_address (server, "/old");
  g_autofree char *new = fetch_server_dup_address (server, "/new");
  g_autofree char *moved = g_strdup_printf (
      "HTTP/1.1 301 Moved Permanently\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n", new);
  g_autofree char *found =
      g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Mark: here\r\n"
                       "Content-Length: %zu\r\n\r\n%s",
                       strlen (page), page);
  g_autofree char *said = g_strdup_printf ("The address led to “%s”", new);
  const GalleyRetrieval *retrieval;
  GtkWidget *dialog;

  fetch_server_answer (server, "/old", moved);
  fetch_server_answer (server, "/new", found);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), old);
  window_fixture_act (fixture, "paste");
  WAIT_UNTIL (fixture->window->check != NULL);
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->window->toasts), said) != NULL);

  retrieval = galley_document_get_retrieval (galley_check_get_document (fixture->window->check));
  g_assert_nonnull (retrieval);
  g_assert_cmpstr (retrieval->addresses[0], ==, old);
  g_assert_cmpstr (retrieval->addresses[1], ==, new);
  g_assert_cmpuint (retrieval->status, ==, 200);
  g_assert_nonnull (strstr (retrieval->headers, "X-Mark: here"));

  window_fixture_act (fixture, "details");
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  g_assert_nonnull (fixture_find (dialog, mentions, "X-Mark: here"));
  g_assert_nonnull (fixture_find (dialog, mentions, old));
  g_assert_nonnull (fixture_find_by_label (
      dialog,
      galley_document_get_original_sha256 (galley_check_get_document (fixture->window->check))));
  gtk_window_close (GTK_WINDOW (dialog));
  fetch_server_free (server);
}

static char *
get_shown (WindowFixture *fixture)
{
  gsize length_bytes;
  GalleyText *text = galley_document_get_text (galley_check_get_document (fixture->window->check));

  return g_strdup (galley_text_peek_utf8 (text, &length_bytes));
}

static gboolean
is_shown (WindowFixture *fixture, const char *words)
{
  g_autofree char *text = get_shown (fixture);

  return strstr (text, words) != NULL;
}

/* What was left out is one action away, and one more takes it back again. */
static void
test_left_out (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GtkWidget *dialog;
  GalleyClaim *claim;

  window_fixture_import (fixture, "page.html", page);
  WAIT_UNTIL (window->check != NULL);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (window->left_out_button)), ==, "2 left out");
  window_fixture_act (fixture, "mark-all");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 3);

  window_fixture_act (fixture, "left-out");
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  g_assert_nonnull (fixture_find_by_label (dialog, "Left out: 2 blocks"));
  WAIT_UNTIL (fixture_find_by_label (dialog, "Home") != NULL);
  window_fixture_press (dialog, "Bring Back");
  WAIT_UNTIL (is_shown (fixture, "Home"));
  g_assert_nonnull (fixture_find_by_label (dialog, "Left out: 1 block"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (window->left_out_button)), ==, "1 left out");
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 3);
  claim = galley_claim_list_peek (galley_check_get_claims (window->check), 0);
  g_assert_cmpuint (galley_claim_get_range (claim).start, ==, strlen ("Home\n\n"));
  gtk_window_close (GTK_WINDOW (dialog));

  window_fixture_act (fixture, "undo");
  WAIT_UNTIL (!is_shown (fixture, "Home"));
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 3);
}

/* Ben marks something in a copy of the library and sends that back under the name of a text. */
static GFile *
make_package_of_ben (WindowFixture *fixture)
{
  g_autofree char *path = window_fixture_get_path (fixture, "ben.galleydb");
  g_autoptr (GFile) file = window_fixture_create_file (fixture, "ben.txt", "");
  g_autoptr (GBytes) package = NULL;
  g_autoptr (GalleyMergeResult) merged = NULL;
  g_autoptr (GalleyAction) mark = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;
  GError *error = NULL;
  g_autoptr (GalleyDesk) desk = galley_desk_open (path, "Ben", NULL, &error);
  GalleyMark words = { { 0, 5 }, GALLEY_STATUS_DISPUTED, "It was not", NULL };

  g_assert_no_error (error);
  g_assert_true (galley_desk_write_package (fixture->window->desk, NULL, file, NULL, &error));
  package = galley_desk_read_package (file, NULL, NULL);
  merged = galley_desk_merge_package (desk, package, NULL, &error);
  g_assert_no_error (error);
  mark =
      galley_verb_mark (galley_article_get_id (galley_check_get_article (fixture->window->check)),
                        galley_check_get_document (fixture->window->check), &words, 1);
  outcome = galley_desk_perform (desk, mark, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (galley_desk_write_package (desk, NULL, file, NULL, &error));

  return g_steal_pointer (&file);
}

/* A colleague's copy is merged, the open article shows what came, and it is said. */
static void
test_package (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;

  window_fixture_import_and_open (fixture);
  file = make_package_of_ben (fixture);
  galley_window_import (fixture->window, file);
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->window->toasts),
                                     "1 event of Ben was added") != NULL);
  g_assert_cmpuint (window_fixture_count_articles (fixture), ==, 1);
}

static void
give_verdict (GalleyDesk *desk, const char *const *claim_ids, GalleyStatus status)
{
  g_autoptr (GalleyAction) action = galley_verb_set_status (claim_ids, status, NULL);
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_perform (desk, action, NULL, &error);

  g_assert_no_error (error);
}

/* Chooses the claim until its page says @words: after a merge the article may be loaded again at
 * any time, and then nothing is chosen any more. */
static gboolean
says (WindowFixture *fixture, const char *words)
{
  GalleyClaimList *claims = galley_check_get_claims (fixture->window->check);

  if (fixture_find (GTK_WIDGET (fixture->window), mentions, words) != NULL)
    return TRUE;

  if (galley_claim_list_get_n_claims (claims) > 0)
    galley_article_view_set_current_claim (fixture->window->article_view,
                                           galley_claim_list_peek (claims, 0));
  return FALSE;
}

/* Both give a verdict on one claim, each without knowing the other's. */
static void
test_disagreement (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = window_fixture_get_path (fixture, "ben.galleydb");
  g_autoptr (GalleyDesk) desk = NULL;
  GError *error = NULL;
  const char *ids[] = { NULL, NULL };

  window_fixture_import_and_open (fixture);
  file = make_package_of_ben (fixture);
  galley_window_import (fixture->window, file);
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);

  ids[0] = galley_claim_get_id (
      galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0));
  desk = galley_desk_open (path, "Ben", NULL, &error);
  g_assert_no_error (error);
  give_verdict (desk, ids, GALLEY_STATUS_PENDING);
  give_verdict (fixture->window->desk, ids, GALLEY_STATUS_CONFIRMED);
  g_assert_true (galley_desk_write_package (desk, NULL, file, NULL, &error));
  galley_window_import (fixture->window, file);
  WAIT_UNTIL (says (fixture, "Ben says pending"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define TEST(name, function)                                                                       \
  g_test_add ("/window-importing/" name, WindowFixture, NULL, window_fixture_set_up, function,     \
              window_fixture_tear_down)
  TEST ("known-file", test_known_file);
  TEST ("several", test_several);
  TEST ("folder", test_folder);
  TEST ("paste-and-drop", test_paste_and_drop);
  TEST ("drop-on-article", test_drop_on_article);
  TEST ("drop-markup", test_drop_markup);
  TEST ("drop-link", test_drop_link);
  TEST ("paste-markup", test_paste_markup);
  TEST ("paste-address", test_paste_address);
  TEST ("left-out", test_left_out);
  TEST ("package", test_package);
  TEST ("disagreement", test_disagreement);
  /* The last, since GTK 4.8 goes on listening to the display for dialogs that are gone. */
  TEST ("choosing", test_choosing);
#undef TEST

  return g_test_run ();
}

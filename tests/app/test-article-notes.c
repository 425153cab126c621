/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture-check.h"
#include "fixture.h"

#include "galley-article-text.h"
#include "galley-article-view.h"
#include "galley-claim-words.h"
#include "galley-document-builder.h"
#include "galley-look.h"
#include "galley-note-words.h"

#include <math.h>

/* What the writer noted, shown in the article. */

typedef struct
{
  GtkWindow *window;
  GalleyArticleView *view;
  GalleyArticleText *text;
  GtkTextBuffer *buffer;
  GalleyCheck *check;
  const char *utf8; /* of the document of @check */
} Fixture;

static gboolean
is_article_text (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_ARTICLE_TEXT (widget);
}

static void
show (Fixture *fixture, GalleyCheck *check)
{
  fixture->check = check;
  fixture->utf8 =
      galley_text_peek_utf8 (galley_document_get_text (galley_check_get_document (check)), NULL);
  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  FixtureDraft draft;

  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->view = g_object_new (GALLEY_TYPE_ARTICLE_VIEW, NULL);
  gtk_window_set_default_size (fixture->window, 900, 600);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  fixture->text = GALLEY_ARTICLE_TEXT (
      fixture_find (GTK_WIDGET (fixture->view), is_article_text, /* data= */ NULL));
  fixture->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));

  fixture_draft_open (&draft, "ferry.docx");
  fixture_draft_claim (&draft, "a", "Nobody signed.", GALLEY_STATUS_PENDING);
  show (fixture, fixture_draft_finish (&draft));
  gtk_window_present (fixture->window);
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (fixture->text)) > 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (fixture->window);
  WAIT_UNTIL (window == NULL);
  g_assert_finalize_object (fixture->check);
}

/* The offset at which @words stand. */
static guint
find_words (Fixture *fixture, const char *words)
{
  const char *at = strstr (fixture->utf8, words);

  g_assert_nonnull (at);
  return g_utf8_strlen (fixture->utf8, at - fixture->utf8);
}

static GdkRectangle
find_place (Fixture *fixture, const char *words)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->text);
  GdkRectangle place;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, find_words (fixture, words));
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x,
                                         &place.y);

  return place;
}

static double
get_sign_x (Fixture *fixture)
{
  return gtk_widget_get_width (GTK_WIDGET (fixture->text)) - 44;
}

/* The notes whose sign stands on the line of @words. */
static GPtrArray *
find_sign (Fixture *fixture, const char *words)
{
  GdkRectangle place = find_place (fixture, words);

  return galley_article_text_find_note_sign (fixture->text, get_sign_x (fixture),
                                             place.y + place.height / 2);
}

static void
test_signs (Fixture *fixture, gconstpointer data)
{
  GdkRectangle place = find_place (fixture, "Aberlow paid");
  g_autoptr (GPtrArray) notes = find_sign (fixture, "Aberlow paid");
  g_autoptr (GPtrArray) none = find_sign (fixture, "How it began");
  const GalleyRemark *first;

  g_assert_nonnull (notes);
  first = g_ptr_array_index (notes, 0);
  g_assert_cmpstr (first->note->text, ==, "Invoice 17");
  g_assert_cmpuint (notes->len, >=, 2);
  for (guint i = 0; i < notes->len; i++)
    g_assert_nonnull (((const GalleyRemark *) g_ptr_array_index (notes, i))->note);
  g_assert_null (none);
  g_assert_null (galley_article_text_find_note_sign (fixture->text, 30, place.y + 5));
  g_assert_null (galley_article_text_find_note_sign (fixture->text, get_sign_x (fixture), 3000));
}

/* GTK makes no events in C: the gestures' own signal runs their handlers. */
static void
press (Fixture *fixture, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->text));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE &&
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
        g_signal_emit_by_name (controller, "pressed", 1, x, y);
    }
}

static void
test_press (Fixture *fixture, gconstpointer data)
{
  GdkRectangle place = find_place (fixture, "Aberlow paid");
  guint first = find_words (fixture, "Aberlow paid"), second = find_words (fixture, "4.2 million");

  press (fixture, get_sign_x (fixture), place.y + 5);
  g_assert_cmpuint (galley_article_view_get_caret (fixture->view), ==, first);
  press (fixture, get_sign_x (fixture), place.y + 5);
  g_assert_cmpuint (galley_article_view_get_caret (fixture->view), ==, second);

  /* The claim there is chosen, as wherever the caret is. */
  galley_article_view_set_caret (fixture->view, find_words (fixture, "Nobody signed."));
  g_assert_cmpstr (galley_claim_get_id (galley_article_view_get_current_claim (fixture->view)), ==,
                   "a");
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  guint paid = find_words (fixture, "4.2 million"), signed_ = find_words (fixture, "Nobody signed");
  g_autofree char *notes = galley_claim_words_describe_place (fixture->check, paid);
  g_autofree char *claim = galley_claim_words_describe_place (fixture->check, signed_);
  g_autofree char *link =
      galley_claim_words_describe_place (fixture->check, find_words (fixture, "the register"));
  g_autofree char *nothing = galley_claim_words_describe_place (fixture->check, 0);

  g_assert_cmpstr (
      notes, ==, "Comment by Ada Lund · 1 Nov 2024, 10:00\nInvoice 17\n\nComment by Bo\nDollars?");
  g_assert_true (g_str_has_prefix (claim, "Pending\n"));
  g_assert_true (g_str_has_suffix (
      claim, "\n\nFootnote\nMinutes, page 3 <https://c.example/minutes>\nSecond line"));
  g_assert_cmpstr (link, ==, "Link\nhttps://a.example/");
  g_assert_null (nothing);
}

static void
test_many_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (1000, 'x');
  char date[] = "2024";
  GalleySourceNote note = { .kind = GALLEY_SOURCE_NOTE_ENDNOTE, .date = date, .text = text };
  GalleyRemark remark = { .range = { 0, 1 }, .note = &note };
  g_autoptr (GPtrArray) remarks = g_ptr_array_new ();
  g_autofree char *words = NULL;

  for (guint i = 0; i < 7; i++)
    g_ptr_array_add (remarks, &remark);
  words = galley_note_words_describe (remarks);
  g_assert_cmpuint (strlen (words), <, 4 * 320);
  g_assert_true (g_str_has_prefix (words, "Endnote · 2024\nxxx"));
  g_assert_true (g_str_has_suffix (words, "x…\n\nand 3 more"));
}

static void
test_markup (void)
{
  char text[] = "A & B <https://a.example/?b=1&c=2>, or www.b.example.";
  char targets[][40] = { "https://a.example/\"onclick", "file:///<x>" };
  GalleySourceNote note = { .text = text };
  GalleyLink web = { .target = targets[0] }, other = { .target = targets[1] };
  GalleyRemark remarks[] = { { .note = &note }, { .link = &web }, { .link = &other } };
  static const char *expected[] = {
    "A &amp; B &lt;<a href=\"https://a.example/?b=1&amp;c=2\">https://a.example/?b=1&amp;c=2</a>"
    "&gt;, or <a href=\"https://www.b.example\">www.b.example</a>.",
    "<a href=\"https://a.example/&quot;onclick\">https://a.example/&quot;onclick</a>",
    "file:///&lt;x&gt;",
  };

  for (guint i = 0; i < G_N_ELEMENTS (remarks); i++)
    {
      g_autofree char *markup = galley_note_words_format_markup (&remarks[i]);

      g_assert_cmpstr (markup, ==, expected[i]);
    }
}

static void
assert_description (Fixture *fixture, const char *words, const char *expected)
{
  galley_article_view_set_caret (fixture->view, find_words (fixture, words));
  gtk_test_accessible_assert_property (fixture->text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       expected);
}

/* Signs in the margin are nothing that a screen reader can come to: it is told at the words. */
static void
test_description (Fixture *fixture, gconstpointer data)
{
  assert_description (fixture, "Aberlow paid",
                      "Comment by Ada Lund · 1 Nov 2024, 10:00\nInvoice 17");
  assert_description (fixture, "The new mayor", "Endnote\nInterview, 3 May");
  assert_description (fixture, "so does the bank", "Link\nhttps://b.example/?q=1");
  galley_article_view_set_caret (fixture->view, 0);
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (fixture->text),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

/* What is on the screen; nothing while it is to be drawn anew. */
static GdkTexture *
draw (Fixture *fixture)
{
  GtkWidget *widget = GTK_WIDGET (fixture->text);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  gtk_snapshot_append_color (snapshot, &galley_look_get_current ()->paper,
                             &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);

  return gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                      node, &GRAPHENE_RECT_INIT (0, 0, width, height));
}

static gboolean
is_near (guint32 pixel, guint shift, float channel)
{
  return fabs ((double) (pixel >> shift & 0xff) - channel * 255) < 3;
}

/* How many pixels of @area have this colour now. */
static guint
count_pixels (Fixture *fixture, GdkRectangle area, const GdkRGBA *colour)
{
  g_autoptr (GdkTexture) texture = draw (fixture);
  int width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * height);
  guint count = 0;

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (int y = MAX (area.y, 0); y < MIN (area.y + area.height, height); y++)
    for (int x = MAX (area.x, 0); x < MIN (area.x + area.width, width); x++)
      {
        guint32 pixel = pixels[(gsize) y * width + x];

        count += is_near (pixel, 16, colour->red) && is_near (pixel, 8, colour->green) &&
                 is_near (pixel, 0, colour->blue);
      }

  return count;
}

static GdkRectangle
get_margin (Fixture *fixture, const char *words)
{
  GdkRectangle place = find_place (fixture, words);

  return (GdkRectangle){ gtk_widget_get_width (GTK_WIDGET (fixture->text)) - 60, place.y, 60,
                         place.height };
}

static GdkRGBA
get_veiled_paper (void)
{
  const GalleyLook *look = galley_look_get_current ();
  float rest = 1 - look->note_veil.alpha;

  return (GdkRGBA){ look->note_veil.red * look->note_veil.alpha + look->paper.red * rest,
                    look->note_veil.green * look->note_veil.alpha + look->paper.green * rest,
                    look->note_veil.blue * look->note_veil.alpha + look->paper.blue * rest, 1 };
}

static void
point_to (Fixture *fixture, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->text));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

static void
test_drawing (Fixture *fixture, gconstpointer data)
{
  const GalleyLook *look = galley_look_get_current ();
  GdkRGBA veiled = get_veiled_paper ();
  GdkRectangle words = find_place (fixture, "Aberlow paid");
  GdkRectangle sign = get_margin (fixture, "Aberlow paid");

  galley_article_view_set_caret (fixture->view, 0);
  words.width = 100;
  WAIT_UNTIL (count_pixels (fixture, sign, &look->note) > 8);
  g_assert_cmpuint (count_pixels (fixture, get_margin (fixture, "How it began"), &look->note), ==,
                    0);
  g_assert_cmpuint (count_pixels (fixture, words, &veiled), <, 100); /* edges of letters */

  /* The words stand out while the caret is in them, or the pointer on their sign. */
  galley_article_view_set_caret (fixture->view, find_words (fixture, "Aberlow paid"));
  WAIT_UNTIL (count_pixels (fixture, words, &veiled) > 500);
  galley_article_view_set_caret (fixture->view, 0);
  WAIT_UNTIL (count_pixels (fixture, sign, &look->note) > 8);
  g_assert_cmpuint (count_pixels (fixture, words, &veiled), <, 100);
  point_to (fixture, get_sign_x (fixture), words.y + 5);
  WAIT_UNTIL (count_pixels (fixture, words, &veiled) > 500);
  g_assert_cmpuint (count_pixels (fixture, sign, &look->ink), >, 8);
}

static gboolean
has_foreground (Fixture *fixture, guint offset, const GdkRGBA *colour)
{
  GtkTextIter iter;
  gboolean found = FALSE;
  GSList *tags;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, offset);
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      g_autoptr (GdkRGBA) foreground = NULL;

      g_object_get (l->data, "foreground-rgba", &foreground, NULL);
      found |= foreground != NULL && gdk_rgba_equal (foreground, colour);
    }
  g_slist_free (tags);

  return found;
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  const GdkRGBA *colour = &galley_look_get_current ()->link;
  guint link = find_words (fixture, "the register");

  g_assert_true (has_foreground (fixture, link, colour));
  g_assert_true (has_foreground (fixture, link + 11, colour));
  g_assert_false (has_foreground (fixture, link + 12, colour));
  g_assert_false (has_foreground (fixture, link - 1, colour));
}

#define N_LINES 4000
#define N_NOTES 5

/* A long article full of notes, and one word with as many as all the others together. */
static GalleyCheck *
make_many (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);
  FixtureDraft draft;

  fixture_draft_init (&draft, "");
  for (guint i = 0; i < N_LINES; i++)
    {
      guint start = galley_document_builder_append (builder, "Nobody knew what it was\n");

      for (guint k = 0; k < (i == 2 ? N_LINES * N_NOTES : N_NOTES); k++)
        galley_document_builder_add_source_note (
            builder, (GalleyRange){ start + k % 20, start + k % 20 + 2 },
            GALLEY_SOURCE_NOTE_COMMENT, NULL, NULL, "A note");
      galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0,
                                         (GalleyRange){ start, start + 23 });
    }
  g_object_unref (draft.document);
  draft.document = galley_document_builder_finish (builder, original, "text/plain");

  return fixture_draft_finish (&draft);
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->text);
  g_autoptr (GPtrArray) first = NULL, third = NULL;
  GalleyCheck *before = fixture->check;
  GdkRectangle place;
  GtkTextIter iter;

  show (fixture, make_many ());
  g_assert_finalize_object (before);
  WAIT_UNTIL (count_pixels (fixture, get_margin (fixture, "Nobody"),
                            &galley_look_get_current ()->note) > 8);
  first = find_sign (fixture, "Nobody");
  g_assert_cmpuint (first->len, ==, N_NOTES);

  gtk_text_buffer_get_iter_at_line (fixture->buffer, &iter, 2);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, place.y + 5, NULL,
                                         &place.y);
  third = galley_article_text_find_note_sign (fixture->text, get_sign_x (fixture), place.y);
  g_assert_cmpuint (third->len, ==, N_LINES * N_NOTES);
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  fixture_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/article-notes/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("signs", test_signs);
  ADD ("press", test_press);
  ADD ("words", test_words);
  ADD ("many-words", test_many_words);
  ADD ("description", test_description);
  ADD ("drawing", test_drawing);
  ADD ("links", test_links);
  ADD ("many", test_many);
#undef ADD
  g_test_add_func ("/article-notes/markup", test_markup);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-draft-sides.h"

#include "galley-article-folds.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/**
 * GalleyDraftSides:
 *
 * An old draft and a new one side by side. What is only in the old one is struck out there, what is
 * only in the new one underlined here, and what moved is in italics on both sides.
 */
struct _GalleyDraftSides
{
  AdwBin parent_instance;

  guint settle_id;  /* shows the chosen claim once the views have their sizes */
  guint n_settling; /* in how many frames, if no size changes */
  double height;    /* of both texts, in the last frame */
  guint n_frames;   /* since it was chosen */

  /* from the template */
  GtkTextView *old_view;
  GtkTextView *new_view;
};

#define N_SETTLING 4
/* A long text gets its lines little by little, for which nobody has to wait. */
#define MAX_FRAMES 30

G_DEFINE_FINAL_TYPE (GalleyDraftSides, galley_draft_sides, ADW_TYPE_BIN)

static void
galley_draft_sides_dispose (GObject *object)
{
  GalleyDraftSides *self = GALLEY_DRAFT_SIDES (object);

  if (self->settle_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->settle_id);
  self->settle_id = 0;
  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_DRAFT_SIDES);

  G_OBJECT_CLASS (galley_draft_sides_parent_class)->dispose (object);
}

static void
galley_draft_sides_class_init (GalleyDraftSidesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_draft_sides_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/draft-sides.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyDraftSides, old_view);
  gtk_widget_class_bind_template_child (widget_class, GalleyDraftSides, new_view);
}

/* The claim that is chosen. It is no selection: that is for a person to make, and the two views
 * would take it from each other. */
#define CHOSEN "chosen"

/* By the nicks of kinds of pieces. What differs is told by no colour. */
static void
add_tags (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  const GdkRGBA shade = { 0.5, 0.5, 0.5, 0.3 };

  gtk_text_buffer_create_tag (buffer, CHOSEN, "background-rgba", &shade, NULL);
  gtk_text_buffer_create_tag (buffer, galley_diff_kind_to_nick (GALLEY_DIFF_DELETED),
                              "strikethrough", TRUE, NULL);
  gtk_text_buffer_create_tag (buffer, galley_diff_kind_to_nick (GALLEY_DIFF_INSERTED), "underline",
                              PANGO_UNDERLINE_SINGLE, "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, galley_diff_kind_to_nick (GALLEY_DIFF_MOVED_AWAY), "style",
                              PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, galley_diff_kind_to_nick (GALLEY_DIFF_MOVED_HERE), "style",
                              PANGO_STYLE_ITALIC, NULL);
}

static void
galley_draft_sides_init (GalleyDraftSides *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_wrapping_set_up_all (GTK_WIDGET (self));
  add_tags (self->old_view);
  add_tags (self->new_view);
}

static void
set_text (GtkTextView *view, GalleyDocument *document)
{
  gsize length_bytes;
  const char *utf8 = galley_text_peek_utf8 (galley_document_get_text (document), &length_bytes);
  g_autofree char *folded = galley_article_fold (utf8, length_bytes, /* folds_words= */ FALSE);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), folded != NULL ? folded : utf8,
                            length_bytes);
}

static void
tag (GtkTextView *view, GalleyDiffKind kind, GalleyRange range)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  if (range.start >= range.end)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, range.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, range.end);
  gtk_text_buffer_apply_tag_by_name (buffer, galley_diff_kind_to_nick (kind), &start, &end);
}

/**
 * galley_draft_sides_show:
 * @redraft: a new draft that was compared
 */
void
galley_draft_sides_show (GalleyDraftSides *self, GalleyRedraft *redraft)
{
  g_autoptr (GArray) pieces = NULL;

  g_return_if_fail (GALLEY_IS_DRAFT_SIDES (self) && GALLEY_IS_REDRAFT (redraft));

  pieces = galley_redraft_list_pieces (redraft);
  set_text (self->old_view, galley_redraft_get_old (redraft));
  set_text (self->new_view, galley_redraft_get_new (redraft));
  for (guint i = 0; i < pieces->len; i++)
    {
      const GalleyDiffPiece *piece = &g_array_index (pieces, GalleyDiffPiece, i);

      if (piece->kind == GALLEY_DIFF_DELETED || piece->kind == GALLEY_DIFF_MOVED_AWAY)
        tag (self->old_view, piece->kind, piece->old);
      else if (piece->kind != GALLEY_DIFF_SAME)
        tag (self->new_view, piece->kind, piece->new);
    }
}

static void
show_cursor (GtkTextView *view)
{
  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view)),
                                /* within_margin= */ 0.1, /* use_align= */ FALSE, 0, 0);
}

static void
choose_words (GtkTextView *view, GalleyRange range)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, CHOSEN, &start, &end);
  if (range.start >= range.end)
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, range.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, range.end);
  gtk_text_buffer_apply_tag_by_name (buffer, CHOSEN, &start, &end);
  gtk_text_buffer_place_cursor (buffer, &start);
}

static double
get_height (GtkTextView *view)
{
  return gtk_adjustment_get_upper (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)));
}

static gboolean
settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  GalleyDraftSides *self = GALLEY_DRAFT_SIDES (widget);

  double height = get_height (self->old_view) + get_height (self->new_view);

  self->n_settling = height == self->height ? self->n_settling - 1 : N_SETTLING;
  self->height = height;
  if (self->n_settling > 0 && ++self->n_frames < MAX_FRAMES)
    return G_SOURCE_CONTINUE;

  show_cursor (self->old_view);
  show_cursor (self->new_view);
  self->settle_id = 0;
  return G_SOURCE_REMOVE;
}

/**
 * galley_draft_sides_choose:
 * @old: words of the old draft
 * @new: words of the new draft; empty if there are none
 *
 * Shows a claim on both sides.
 */
void
galley_draft_sides_choose (GalleyDraftSides *self, GalleyRange old, GalleyRange new)
{
  g_return_if_fail (GALLEY_IS_DRAFT_SIDES (self));

  choose_words (self->old_view, old);
  choose_words (self->new_view, new);
  /* Views that were not shown yet have the text in lines of another width. They would scroll to
   * where the words are in those, and stay there though all of a short text fits in. */
  self->n_settling = N_SETTLING;
  self->n_frames = 0;
  if (self->settle_id == 0)
    self->settle_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, NULL, NULL);
}

/**
 * galley_draft_sides_get_selection:
 * @out_range: (out): what is selected in the new draft
 *
 * Returns: whether anything is
 */
gboolean
galley_draft_sides_get_selection (GalleyDraftSides *self, GalleyRange *out_range)
{
  GtkTextIter start, end;

  g_return_val_if_fail (GALLEY_IS_DRAFT_SIDES (self), FALSE);

  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (self->new_view), &start,
                                             &end))
    return FALSE;
  *out_range = (GalleyRange){ gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end) };
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

/* What becomes of the panes where the window is narrow. First the library goes: it is shown in the
 * place of the article then, when somebody wants to see it. Where that is not enough, the claims
 * stand below the article. */

/* What a GtkPaned puts between its children, at most, in pixels. */
#define HANDLE 8

static int
get_min_width (gpointer widget)
{
  int minimum, requested;

  gtk_widget_get_size_request (widget, &requested, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, /* for_size= */ -1, &minimum, NULL, NULL,
                      NULL);

  /* What is not visible measures nothing. */
  return MAX (minimum, requested);
}

static int
get_claims_width (GalleyWindow *self)
{
  int requested;

  /* For both, beside each other or not. */
  gtk_widget_get_size_request (GTK_WIDGET (self->claims_paned), &requested, NULL);

  return MAX (requested,
              MAX (get_min_width (self->claims_pane), get_min_width (self->claim_panel)));
}

static GalleyFolding
find_folding (GalleyWindow *self)
{
  int article = get_min_width (gtk_paned_get_start_child (self->article_paned));
  int both = article + HANDLE + get_claims_width (self);

  if (self->room >= get_min_width (self->library_pane) + HANDLE + both)
    return GALLEY_FOLDING_NONE;

  return self->room >= both ? GALLEY_FOLDING_LIBRARY : GALLEY_FOLDING_CLAIMS;
}

static void
show_library (GalleyWindow *self, gboolean is_shown)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-library",
                                      g_variant_new_boolean (is_shown));
}

/* Whether the claims and the chosen claim have room beside each other, below the article. */
static gboolean
is_low (GalleyWindow *self)
{
  return self->room >=
         get_min_width (self->claims_pane) + HANDLE + get_min_width (self->claim_panel);
}

static void
stack_panes (GalleyWindow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->article_paned), GTK_ORIENTATION_VERTICAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->claims_paned),
                                  is_low (self) ? GTK_ORIENTATION_HORIZONTAL
                                                : GTK_ORIENTATION_VERTICAL);
  galley_window_place_panes (self);
}

static void
set_panes_side_by_side (GalleyWindow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->article_paned), GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->claims_paned), GTK_ORIENTATION_VERTICAL);
  galley_window_place_panes (self);
}

static gboolean
are_claims_low (GalleyWindow *self)
{
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (self->claims_paned)) ==
         GTK_ORIENTATION_HORIZONTAL;
}

static int
get_natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, /* for_size= */ -1, NULL, &natural, NULL,
                      NULL);

  return natural;
}

/* Buttons whose keys and menus do the same give way to the progress, which is told nowhere else. */
static void
fold_footer (GalleyWindow *self)
{
  GtkWidget *const boxes[] = { GTK_WIDGET (self->moving_box), GTK_WIDGET (self->dismiss_box),
                               gtk_widget_get_parent (self->left_out_button) };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    gtk_widget_set_visible (boxes[i], TRUE);
  for (guint i = G_N_ELEMENTS (boxes); i-- > 0 && get_natural_width (self->footer) > self->room;)
    gtk_widget_set_visible (boxes[i], FALSE);
}

/**
 * galley_window_fold:
 *
 * Arranges the panes for the room that there is, and for what is in them.
 */
void
galley_window_fold (GalleyWindow *self)
{
  GalleyFolding folding, before = self->folding;

  /* The window has no size yet. */
  if (self->room == 0)
    return;

  folding = find_folding (self);
  fold_footer (self);
  if (folding == before)
    {
      if (folding == GALLEY_FOLDING_CLAIMS && is_low (self) != are_claims_low (self))
        stack_panes (self);
      return;
    }

  if (before == GALLEY_FOLDING_NONE)
    {
      galley_window_save_panes (self);
      self->wants_library = gtk_widget_get_visible (GTK_WIDGET (self->library_pane));
    }
  self->folding = folding;

  if (folding == GALLEY_FOLDING_CLAIMS)
    stack_panes (self);
  else if (before == GALLEY_FOLDING_CLAIMS)
    set_panes_side_by_side (self);
  if (folding == GALLEY_FOLDING_NONE)
    show_library (self, self->wants_library);
  else if (before == GALLEY_FOLDING_NONE)
    show_library (self, self->article_id == NULL);
}

/**
 * galley_window_set_room:
 * @width: how much room there is for the panes, in pixels
 *
 * Arranges the panes for a width.
 */
void
galley_window_set_room (GalleyWindow *self, int width)
{
  self->room = width;
  galley_window_fold (self);
}

/**
 * galley_window_show_footer:
 *
 * Shows the footer with the article that it is about: a verdict is for words that can be read, and
 * not for those that the library hides.
 */
void
galley_window_show_footer (GalleyWindow *self)
{
  gboolean has_article =
      self->check != NULL && gtk_widget_get_visible (GTK_WIDGET (self->article_stack));

  gtk_widget_set_visible (self->footer, has_article);
  /* What is hidden has no width. */
  if (has_article && self->room > 0)
    fold_footer (self);
}

/**
 * galley_window_show_library:
 * @is_shown: whether the library is to be seen
 *
 * Shows the library beside the article, or in its place if there is no room for both.
 */
void
galley_window_show_library (GalleyWindow *self, gboolean is_shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self->library_pane), is_shown);
  gtk_widget_set_visible (GTK_WIDGET (self->article_stack),
                          !is_shown || self->folding == GALLEY_FOLDING_NONE);
  galley_window_show_footer (self);
}

/**
 * galley_window_is_behind_library:
 * @pane: one of the panes
 *
 * Returns: whether @pane is not seen only because the library is in its place
 */
gboolean
galley_window_is_behind_library (GalleyWindow *self, GtkWidget *pane)
{
  return self->check != NULL && self->folding != GALLEY_FOLDING_NONE &&
         gtk_widget_get_mapped (GTK_WIDGET (self->library_pane)) &&
         pane != GTK_WIDGET (self->library_pane) && gtk_widget_get_visible (pane);
}

/**
 * galley_window_leave_library:
 *
 * Goes from the library to the article that was chosen in it, if they are in one place.
 */
void
galley_window_leave_library (GalleyWindow *self)
{
  if (self->folding != GALLEY_FOLDING_NONE)
    show_library (self, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-find-bar.h"

#include "galley-fold.h"
#include "galley-key-map.h"

#include <glib/gi18n.h>

/**
 * GalleyFindBar:
 *
 * Finds words in the article, written in whatever case and with whatever quotation marks, from
 * where the caret is. A hit is selected, not coloured: it cannot be taken for a mark.
 */
struct _GalleyFindBar
{
  AdwBin parent_instance;

  GalleyCheck *check;  /* (nullable) */
  char *folded;        /* (nullable) its text as it is searched, once it is */
  GArray *starts;      /* (element-type guint), where each of its characters begins in @folded, in
                          bytes, and where the last one ends */
  GArray *hits;        /* (element-type GalleyRange), sorted */
  guint current;       /* index of the hit that is shown, or would be */
  guint origin;        /* where somebody has put the caret, in code points */
  gboolean is_at_hit;  /* the caret has not been elsewhere since the hit was shown */
  gboolean is_showing; /* it is the bar that moves the caret */

  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkWidget *previous_button;
  GtkWidget *next_button;
};

enum
{
  FOUND,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyFindBar, galley_find_bar, ADW_TYPE_BIN)

static void
fold_text (GalleyFindBar *self)
{
  const char *text = galley_text_peek_utf8 (
      galley_document_get_text (galley_check_get_document (self->check)), NULL);
  GString *folded = g_string_new (NULL);
  guint end;

  g_array_set_size (self->starts, 0);
  for (const char *next; *text != '\0'; text = next)
    {
      guint start = folded->len;

      next = g_utf8_next_char (text);
      g_array_append_val (self->starts, start);
      galley_fold_append (folded, text, next - text);
    }
  end = folded->len;
  g_array_append_val (self->starts, end);
  self->folded = g_string_free (folded, FALSE);
}

static void
forget_text (GalleyFindBar *self)
{
  g_clear_pointer (&self->folded, g_free);
  g_array_set_size (self->starts, 0);
}

static guint
get_start (GalleyFindBar *self, guint character)
{
  return g_array_index (self->starts, guint, character);
}

static void
find_all (GalleyFindBar *self)
{
  g_autofree char *needle = galley_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  guint length_bytes = strlen (needle), n_characters, at = 0;

  g_array_set_size (self->hits, 0);
  if (self->check == NULL || length_bytes == 0)
    return;
  if (self->folded == NULL)
    fold_text (self);

  n_characters = self->starts->len - 1;
  for (const char *p = self->folded; (p = strstr (p, needle)) != NULL; p = g_utf8_next_char (p))
    {
      guint start_bytes = p - self->folded;
      GalleyRange hit;

      while (get_start (self, at + 1) <= start_bytes)
        at++;
      /* Signs that belong to the last letter, such as accents, are nothing in the folded text. */
      for (hit = (GalleyRange){ at, at + 1 };
           hit.end < n_characters && get_start (self, hit.end + 1) <= start_bytes + length_bytes;)
        hit.end++;
      g_array_append_val (self->hits, hit);
    }
}

/* Index of the first hit that does not begin before @offset; of none if all do. */
static guint
find_hit (GalleyFindBar *self, guint offset)
{
  guint i = 0;

  while (i < self->hits->len && g_array_index (self->hits, GalleyRange, i).start < offset)
    i++;

  return i;
}

static void
update (GalleyFindBar *self)
{
  g_autofree char *count = NULL;
  gboolean has_words = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';

  if (self->hits->len > 0)
    /* Translators: which one of how many places where the words were found. */
    count = g_strdup_printf (_ ("%u of %u"), self->current + 1, self->hits->len);
  else if (has_words)
    count = g_strdup (_ ("Not found"));
  gtk_label_set_label (self->count, count != NULL ? count : "");
  gtk_widget_set_sensitive (self->previous_button, self->hits->len > 0);
  gtk_widget_set_sensitive (self->next_button, self->hits->len > 0);
}

static void
show_current (GalleyFindBar *self)
{
  update (self);
  if (self->current < self->hits->len)
    {
      GalleyRange hit = g_array_index (self->hits, GalleyRange, self->current);

      self->is_at_hit = TRUE;
      self->is_showing = TRUE;
      g_signal_emit (self, signals[FOUND], 0, hit.start, hit.end);
      self->is_showing = FALSE;
    }
}

static void
search_changed_cb (GalleyFindBar *self)
{
  find_all (self);
  self->current = find_hit (self, self->origin) % MAX (self->hits->len, 1);
  show_current (self);
}

static void
step (GalleyFindBar *self, gboolean is_forward)
{
  guint next;

  if (self->hits->len == 0)
    return;

  if (self->is_at_hit)
    next = self->current + (is_forward ? 1 : self->hits->len - 1);
  else
    next = find_hit (self, self->origin) + (is_forward ? 0 : self->hits->len - 1);
  self->current = next % self->hits->len;
  show_current (self);
}

static void
next_cb (GalleyFindBar *self)
{
  step (self, /* is_forward= */ TRUE);
}

static void
previous_cb (GalleyFindBar *self)
{
  step (self, /* is_forward= */ FALSE);
}

static void
update_tooltips (GalleyFindBar *self)
{
  g_autofree char *previous = galley_keys_describe ("win.find-previous");
  g_autofree char *next = galley_keys_describe ("win.find-next");

  gtk_widget_set_tooltip_text (self->previous_button, previous);
  gtk_widget_set_tooltip_text (self->next_button, next);
}

static void
mode_changed_cb (GalleyFindBar *self)
{
  if (!gtk_search_bar_get_search_mode (self->bar))
    g_signal_emit (self, signals[CLOSED], 0);
}

static void
galley_find_bar_dispose (GObject *object)
{
  GalleyFindBar *self = GALLEY_FIND_BAR (object);

  g_clear_object (&self->check);

  G_OBJECT_CLASS (galley_find_bar_parent_class)->dispose (object);
}

static void
galley_find_bar_finalize (GObject *object)
{
  GalleyFindBar *self = GALLEY_FIND_BAR (object);

  forget_text (self);
  g_array_unref (self->starts);
  g_array_unref (self->hits);

  G_OBJECT_CLASS (galley_find_bar_parent_class)->finalize (object);
}

static void
galley_find_bar_class_init (GalleyFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_find_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_find_bar_finalize;

  /**
   * GalleyFindBar::found:
   * @start: first character
   * @end: one past the last one
   *
   * These words are to be shown.
   */
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  /**
   * GalleyFindBar::closed:
   *
   * The bar went away.
   */
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/galleydesk/Galley/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, GalleyFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, GalleyFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, GalleyFindBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyFindBar, next_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
}

static void
galley_find_bar_init (GalleyFindBar *self)
{
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->hits = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  update (self);
  update_tooltips (self);
  g_signal_connect_object (galley_key_map_get_default (), "changed", G_CALLBACK (update_tooltips),
                           self, G_CONNECT_SWAPPED);
}

/**
 * galley_find_bar_set_check:
 * @check: (nullable): the article to search
 */
void
galley_find_bar_set_check (GalleyFindBar *self, GalleyCheck *check)
{
  g_return_if_fail (GALLEY_IS_FIND_BAR (self));

  g_set_object (&self->check, check);
  forget_text (self);
  self->current = 0;
  self->is_at_hit = FALSE;
  find_all (self);
  update (self);
}

/**
 * galley_find_bar_set_caret:
 * @offset: in code points
 *
 * Says where the caret is: what is looked for is looked for from there, unless the bar itself has
 * put it there.
 */
void
galley_find_bar_set_caret (GalleyFindBar *self, guint offset)
{
  g_return_if_fail (GALLEY_IS_FIND_BAR (self));

  if (self->is_showing || self->origin == offset)
    return;

  self->origin = offset;
  self->is_at_hit = FALSE;
}

/**
 * galley_find_bar_open:
 *
 * Shows the bar and lets a person type.
 */
void
galley_find_bar_open (GalleyFindBar *self)
{
  g_return_if_fail (GALLEY_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * galley_find_bar_go:
 * @is_forward: whether to go on, not back
 *
 * Shows the next place where the words are, or asks for words if there are none.
 */
void
galley_find_bar_go (GalleyFindBar *self, gboolean is_forward)
{
  g_return_if_fail (GALLEY_IS_FIND_BAR (self));

  if (gtk_search_bar_get_search_mode (self->bar))
    step (self, is_forward);
  else
    galley_find_bar_open (self);
}

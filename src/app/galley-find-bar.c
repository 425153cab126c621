/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-find-bar.h"

#include "galley-key-map.h"

#include <glib/gi18n.h>

/**
 * GalleyFindBar:
 *
 * Finds words in the article, whatever their case. A hit is selected, not coloured: it cannot be
 * taken for a mark.
 */
struct _GalleyFindBar
{
  AdwBin parent_instance;

  GalleyCheck *check; /* (nullable) */
  GArray *hits;       /* (element-type GalleyRange), sorted */
  guint current;      /* index of the hit that is shown */

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

/* How many characters of @text, from its start, match @needle, characters compared one by one
 * without their case; 0 if it does not. */
static guint
match_here (const char *text, const gunichar *needle, guint n_needle)
{
  for (guint i = 0; i < n_needle; i++, text = g_utf8_next_char (text))
    if (*text == '\0' || g_unichar_tolower (g_utf8_get_char (text)) != needle[i])
      return 0;

  return n_needle;
}

static void
find_all (GalleyFindBar *self)
{
  g_autofree gunichar *needle = NULL;
  const char *text;
  glong n_needle;

  g_array_set_size (self->hits, 0);
  needle = g_utf8_to_ucs4_fast (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1, &n_needle);
  if (self->check == NULL || n_needle == 0)
    return;

  for (glong i = 0; i < n_needle; i++)
    needle[i] = g_unichar_tolower (needle[i]);
  text = galley_text_peek_utf8 (galley_document_get_text (galley_check_get_document (self->check)),
                                NULL);
  for (guint at = 0; *text != '\0'; at++, text = g_utf8_next_char (text))
    if (match_here (text, needle, n_needle) > 0)
      g_array_append_val (self->hits, ((GalleyRange){ at, at + n_needle }));
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

      g_signal_emit (self, signals[FOUND], 0, hit.start, hit.end);
    }
}

static void
search_changed_cb (GalleyFindBar *self)
{
  find_all (self);
  self->current = 0;
  show_current (self);
}

static void
step (GalleyFindBar *self, gboolean is_forward)
{
  if (self->hits->len == 0)
    return;

  self->current = (self->current + (is_forward ? 1 : self->hits->len - 1)) % self->hits->len;
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
  g_array_unref (GALLEY_FIND_BAR (object)->hits);

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
  self->current = 0;
  find_all (self);
  update (self);
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

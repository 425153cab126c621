/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-note-row.h"

#include "galley-claim-words.h"
#include "galley-note-words.h"
#include "galley-remark-source.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/* Longer words are cut; in code points. */
#define MAX_QUOTE 200

/**
 * GalleyNoteRow:
 *
 * A note of the writer, or a link, and the words that it is about.
 */
struct _GalleyNoteRow
{
  AdwBin parent_instance;

  char *title; /* of the source that it proposes */
  char *address;

  /* from the template */
  GtkImage *icon;
  GtkLabel *origin;
  GtkLabel *date;
  GtkLabel *quote;
  GtkLabel *text;
  GtkWidget *use_button;
};

enum
{
  USE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyNoteRow, galley_note_row, ADW_TYPE_BIN)

static void
use_cb (GalleyNoteRow *self)
{
  g_signal_emit (self, signals[USE], 0, self->title, self->address);
}

static void
galley_note_row_dispose (GObject *object)
{
  GalleyNoteRow *self = GALLEY_NOTE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_NOTE_ROW);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->address, g_free);

  G_OBJECT_CLASS (galley_note_row_parent_class)->dispose (object);
}

static void
galley_note_row_class_init (GalleyNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_note_row_dispose;

  /**
   * GalleyNoteRow::use:
   * @title: what the source could be called
   * @address: (nullable): where it is
   *
   * Somebody wants to use this as a source.
   */
  signals[USE] = g_signal_new ("use", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/galleydesk/Galley/note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyNoteRow, icon);
  gtk_widget_class_bind_template_child (widget_class, GalleyNoteRow, origin);
  gtk_widget_class_bind_template_child (widget_class, GalleyNoteRow, date);
  gtk_widget_class_bind_template_child (widget_class, GalleyNoteRow, quote);
  gtk_widget_class_bind_template_child (widget_class, GalleyNoteRow, text);
  gtk_widget_class_bind_template_child (widget_class, GalleyNoteRow, use_button);
  gtk_widget_class_bind_template_callback (widget_class, use_cb);
}

static void
galley_note_row_init (GalleyNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_wrapping_set_up_all (GTK_WIDGET (self));
}

static void
show_quote (GalleyNoteRow *self, GalleyCheck *check, GalleyRange range, GalleyRange words)
{
  g_autofree char *quote = NULL;
  gboolean is_known = galley_range_contains (range, words);

  range.end = MIN (range.end, range.start + MAX_QUOTE);
  quote = galley_claim_words_get_quote (check, range);
  gtk_label_set_text (self->quote, quote);
  gtk_widget_set_visible (GTK_WIDGET (self->quote), !is_known && *quote != '\0');
}

/**
 * galley_note_row_new:
 * @check: the article
 * @remark: a note or a link of it
 * @words: the words that are looked at, which are not said again if it is about them all
 * @is_usable: whether it can be used as a source
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
galley_note_row_new (GalleyCheck *check,
                     const GalleyRemark *remark,
                     GalleyRange words,
                     gboolean is_usable)
{
  GalleyNoteRow *self = g_object_new (GALLEY_TYPE_NOTE_ROW, NULL);
  g_autofree char *origin = galley_note_words_format_origin (remark);
  g_autofree char *date = galley_note_words_format_date (remark);
  g_autofree char *markup = galley_note_words_format_markup (remark);
  g_autofree char *name = NULL;

  self->title = galley_remark_get_source_title (remark, galley_check_get_document (check));
  self->address = galley_remark_get_source_address (remark);

  gtk_image_set_from_icon_name (self->icon, galley_note_words_get_icon_name (remark));
  gtk_label_set_text (self->origin, origin);
  gtk_label_set_text (self->date, date != NULL ? date : "");
  gtk_widget_set_visible (GTK_WIDGET (self->date), date != NULL);
  show_quote (self, check, remark->range, words);
  gtk_label_set_markup (self->text, markup);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *markup != '\0');

  gtk_widget_set_visible (self->use_button, is_usable);
  /* Translators: the argument is the title of a source. */
  name = g_strdup_printf (_ ("Use “%s” as a source"), self->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->use_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);

  return GTK_WIDGET (self);
}

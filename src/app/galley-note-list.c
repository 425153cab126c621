/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-note-list.h"

#include "galley-note-row.h"
#include "galley-note-words.h"

#include <glib/gi18n.h>

/* No sentence that somebody wrote by hand has more. */
#define MAX_ROWS 50

/**
 * GalleyNoteList:
 *
 * What the writer noted about some words and those of their sentences, and where they lead. Not
 * visible where there is nothing.
 */
struct _GalleyNoteList
{
  AdwBin parent_instance;

  GalleyCheck *check; /* (nullable) */
  GalleyRange range;
  GPtrArray *remarks; /* (element-type GalleyRemark), what is shown; owned by @check */
  gboolean is_usable;
  gboolean is_read_only;

  /* from the template */
  GtkListBox *rows;
  GtkLabel *more;
};

enum
{
  PROP_IS_USABLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  USE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyNoteList, galley_note_list, ADW_TYPE_BIN)

static void
use_cb (GalleyNoteList *self, const char *title, const char *address)
{
  g_signal_emit (self, signals[USE], 0, title, address);
}

static void
add_row (GalleyNoteList *self, const GalleyRemark *remark)
{
  GtkWidget *row = gtk_list_box_row_new ();
  /* A second reader enters no sources. */
  gboolean is_usable =
      self->is_usable && !self->is_read_only && galley_check_get_source (self->check) == NULL;
  GtkWidget *child = galley_note_row_new (self->check, remark, self->range, is_usable);
  g_autofree char *origin = galley_note_words_format_origin (remark);

  g_signal_connect_object (child, "use", G_CALLBACK (use_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, origin,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  galley_note_words_get_text (remark), -1);
  gtk_list_box_append (self->rows, row);
}

static void
update (GalleyNoteList *self)
{
  guint n_rows = MIN (self->remarks->len, MAX_ROWS), n_more = self->remarks->len - n_rows;
  /* Translators: how many of the writer's notes and links are not shown. */
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < n_rows; i++)
    add_row (self, g_ptr_array_index (self->remarks, i));

  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n_rows > 0);
}

static void
galley_note_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_IS_USABLE:
      g_value_set_boolean (value, GALLEY_NOTE_LIST (object)->is_usable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_note_list_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_IS_USABLE:
      GALLEY_NOTE_LIST (object)->is_usable = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_note_list_dispose (GObject *object)
{
  GalleyNoteList *self = GALLEY_NOTE_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_NOTE_LIST);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_object (&self->check);

  G_OBJECT_CLASS (galley_note_list_parent_class)->dispose (object);
}

static void
galley_note_list_class_init (GalleyNoteListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_note_list_dispose;
  object_class->get_property = galley_note_list_get_property;
  object_class->set_property = galley_note_list_set_property;

  properties[PROP_IS_USABLE] =
      g_param_spec_boolean ("is-usable", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GalleyNoteList::use:
   * @title: what the source could be called
   * @address: (nullable): where it is
   *
   * Somebody wants to use a note as a source.
   */
  signals[USE] = g_signal_new ("use", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/galleydesk/Galley/note-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyNoteList, rows);
  gtk_widget_class_bind_template_child (widget_class, GalleyNoteList, more);
}

static void
galley_note_list_init (GalleyNoteList *self)
{
  self->remarks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * galley_note_list_set_words:
 * @check: (nullable): an article; %NULL to show nothing
 * @range: words of it
 *
 * Shows what the writer noted about the words and their sentences.
 */
void
galley_note_list_set_words (GalleyNoteList *self, GalleyCheck *check, GalleyRange range)
{
  g_return_if_fail (GALLEY_IS_NOTE_LIST (self));
  g_return_if_fail (check == NULL || GALLEY_IS_CHECK (check));

  if (self->check == check && galley_range_equal (self->range, range))
    return;

  g_ptr_array_unref (self->remarks);
  self->remarks = check != NULL ? galley_check_list_remarks (check, range) : g_ptr_array_new ();
  g_set_object (&self->check, check);
  self->range = range;
  update (self);
}

/**
 * galley_note_list_set_read_only:
 * @is_read_only: whether nothing can be used as a source now
 */
void
galley_note_list_set_read_only (GalleyNoteList *self, gboolean is_read_only)
{
  g_return_if_fail (GALLEY_IS_NOTE_LIST (self));

  if (self->is_read_only == is_read_only)
    return;

  self->is_read_only = is_read_only;
  update (self);
}

/**
 * galley_note_list_get_n_notes:
 *
 * Returns: how many notes and links there are about the words
 */
guint
galley_note_list_get_n_notes (GalleyNoteList *self)
{
  g_return_val_if_fail (GALLEY_IS_NOTE_LIST (self), 0);

  return self->remarks->len;
}

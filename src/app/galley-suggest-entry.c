/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-suggest-entry.h"

/**
 * GalleySuggestEntry:
 *
 * An entry with suggestions below it while somebody types. Down and Up go through them, Enter takes
 * the one that is marked, Escape takes them away.
 *
 * Whoever uses it answers #GalleySuggestEntry::typed with galley_suggest_entry_add(). The rows stay
 * from one key press to the next: those behind the first @n_shown are hidden.
 */
struct _GalleySuggestEntry
{
  AdwBin parent_instance;

  gboolean is_quiet; /* while the text is changed by the program */
  guint n_shown;     /* suggestions for what stands in the entry */

  /* from the template */
  GtkEntry *entry;
  GtkWidget *scroller;
  GtkListBox *rows;
};

/* A suggestion knows what it stands for. */
#define GALLEY_TYPE_SUGGEST_ROW (galley_suggest_row_get_type ())
G_DECLARE_FINAL_TYPE (GalleySuggestRow, galley_suggest_row, GALLEY, SUGGEST_ROW, GtkListBoxRow)

struct _GalleySuggestRow
{
  GtkListBoxRow parent_instance;

  char *id;
  GtkWidget *title;
  GtkWidget *details;
};

G_DEFINE_FINAL_TYPE (GalleySuggestRow, galley_suggest_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_LABEL = 1,
  PROP_PLACEHOLDER,
  N_PROPS
};

enum
{
  TYPED,
  CHOSEN,
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleySuggestEntry, galley_suggest_entry, ADW_TYPE_BIN)

static void
galley_suggest_row_finalize (GObject *object)
{
  g_free (GALLEY_SUGGEST_ROW (object)->id);

  G_OBJECT_CLASS (galley_suggest_row_parent_class)->finalize (object);
}

static void
galley_suggest_row_class_init (GalleySuggestRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_suggest_row_finalize;
}

static GtkWidget *
add_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
galley_suggest_row_init (GalleySuggestRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "suggestion");
  self->title = add_label (box);
  self->details = add_label (box);
  gtk_widget_add_css_class (self->details, "caption");
  gtk_widget_add_css_class (self->details, "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/* None of the rows is marked any more. */
static void
begin (GalleySuggestEntry *self)
{
  self->n_shown = 0;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry),
                                 GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  gtk_list_box_select_row (self->rows, NULL);
}

static void
end (GalleySuggestEntry *self)
{
  GtkListBoxRow *row;

  for (guint i = self->n_shown; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
  gtk_widget_set_visible (self->scroller, self->n_shown > 0);
}

static void
changed_cb (GalleySuggestEntry *self)
{
  begin (self);
  if (!self->is_quiet)
    g_signal_emit (self, signals[TYPED], 0, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  end (self);
}

static void
row_activated_cb (GalleySuggestEntry *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (GALLEY_SUGGEST_ROW (row)->id);

  galley_suggest_entry_clear (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
activate_cb (GalleySuggestEntry *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  if (row != NULL)
    row_activated_cb (self, row);
  else
    g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
move (GalleySuggestEntry *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow *next = index >= 0 && (guint) index < self->n_shown
                            ? gtk_list_box_get_row_at_index (self->rows, index)
                            : NULL;

  if (next != NULL || index < 0)
    gtk_list_box_select_row (self->rows, next);
  if (next != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                    GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, next, -1);
}

static gboolean
key_pressed_cb (GalleySuggestEntry *self, guint key, guint code, GdkModifierType state)
{
  if (!gtk_widget_get_visible (self->scroller))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      galley_suggest_entry_clear (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
galley_suggest_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleySuggestEntry *self = GALLEY_SUGGEST_ENTRY (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, NULL);
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, gtk_entry_get_placeholder_text (self->entry));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_suggest_entry_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  GalleySuggestEntry *self = GALLEY_SUGGEST_ENTRY (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    case PROP_PLACEHOLDER:
      gtk_entry_set_placeholder_text (self->entry, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_suggest_entry_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_SUGGEST_ENTRY);

  G_OBJECT_CLASS (galley_suggest_entry_parent_class)->dispose (object);
}

static void
add_signals (GObjectClass *klass)
{
  /**
   * GalleySuggestEntry::typed:
   * @text: what stands there now
   *
   * Somebody typed: it is time for suggestions.
   */
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * GalleySuggestEntry::chosen:
   * @id: what the suggestion stands for
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * GalleySuggestEntry::activate:
   *
   * Enter was pressed while no suggestion was marked.
   */
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_suggest_entry_class_init (GalleySuggestEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = galley_suggest_entry_dispose;
  object_class->get_property = galley_suggest_entry_get_property;
  object_class->set_property = galley_suggest_entry_set_property;
  g_object_class_install_property (object_class, PROP_LABEL,
                                   g_param_spec_string ("label", NULL, NULL, "", flags));
  g_object_class_install_property (object_class, PROP_PLACEHOLDER,
                                   g_param_spec_string ("placeholder", NULL, NULL, "", flags));
  add_signals (object_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/suggest-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleySuggestEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, GalleySuggestEntry, scroller);
  gtk_widget_class_bind_template_child (widget_class, GalleySuggestEntry, rows);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
galley_suggest_entry_init (GalleySuggestEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * galley_suggest_entry_get_editable:
 *
 * Returns: (transfer none): what is typed into
 */
GtkEditable *
galley_suggest_entry_get_editable (GalleySuggestEntry *self)
{
  g_return_val_if_fail (GALLEY_IS_SUGGEST_ENTRY (self), NULL);

  return GTK_EDITABLE (self->entry);
}

/**
 * galley_suggest_entry_set_text:
 * @text: what to show
 *
 * Shows a text that needs no suggestions.
 */
void
galley_suggest_entry_set_text (GalleySuggestEntry *self, const char *text)
{
  g_return_if_fail (GALLEY_IS_SUGGEST_ENTRY (self) && text != NULL);

  self->is_quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->is_quiet = FALSE;
}

/**
 * galley_suggest_entry_clear:
 *
 * Takes the suggestions away.
 */
void
galley_suggest_entry_clear (GalleySuggestEntry *self)
{
  g_return_if_fail (GALLEY_IS_SUGGEST_ENTRY (self));

  begin (self);
  end (self);
}

/**
 * galley_suggest_entry_add:
 * @id: what it stands for
 * @title: what it is called
 * @details: (nullable): more of it
 *
 * Adds a suggestion for what stands in the entry.
 */
void
galley_suggest_entry_add (GalleySuggestEntry *self,
                          const char *id,
                          const char *title,
                          const char *details)
{
  GtkListBoxRow *found;
  GalleySuggestRow *row;

  g_return_if_fail (GALLEY_IS_SUGGEST_ENTRY (self) && id != NULL && title != NULL);

  found = gtk_list_box_get_row_at_index (self->rows, self->n_shown);
  row = found != NULL ? GALLEY_SUGGEST_ROW (found) : g_object_new (GALLEY_TYPE_SUGGEST_ROW, NULL);
  g_free (row->id);
  row->id = g_strdup (id);
  gtk_label_set_label (GTK_LABEL (row->title), title);
  gtk_label_set_label (GTK_LABEL (row->details), details != NULL ? details : "");
  gtk_widget_set_visible (row->details, details != NULL && *details != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  details != NULL ? details : "", -1);
  if (found == NULL)
    gtk_list_box_append (self->rows, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
  gtk_widget_set_visible (self->scroller, TRUE);
  self->n_shown++;
}

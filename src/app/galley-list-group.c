/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-list-group.h"

#include <glib/gi18n.h>

/**
 * GalleyListGroup:
 *
 * A list of short texts that somebody can add to, change and take from. A text that is emptied is
 * taken from the list.
 */
struct _GalleyListGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* (element-type AdwEntryRow) (unowned) one for each text */
  GStrv lines;     /* the texts as they were shown last */
  GtkEditable *add_row;
  char *item_title; /* what a text of the list is */
};

enum
{
  PROP_ITEM_TITLE = 1,
  PROP_ADD_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyListGroup, galley_list_group, ADW_TYPE_PREFERENCES_GROUP)

static void
changed_cb (GalleyListGroup *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_row (GalleyListGroup *self, GtkWidget *row)
{
  g_ptr_array_remove (self->rows, row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
}

static void
remove_cb (GalleyListGroup *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);

  gtk_widget_grab_focus (GTK_WIDGET (self->add_row));
  remove_row (self, row);
  changed_cb (self);
}

static void
add_row (GalleyListGroup *self, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), self->item_title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "apply", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
galley_list_group_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleyListGroup *self = GALLEY_LIST_GROUP (object);

  switch (prop_id)
    {
    case PROP_ITEM_TITLE:
      g_value_set_string (value, self->item_title);
      break;
    case PROP_ADD_TITLE:
      g_value_set_string (value,
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->add_row)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_list_group_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  GalleyListGroup *self = GALLEY_LIST_GROUP (object);

  switch (prop_id)
    {
    case PROP_ITEM_TITLE:
      g_free (self->item_title);
      self->item_title = g_value_dup_string (value);
      break;
    case PROP_ADD_TITLE:
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row),
                                     g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_list_group_finalize (GObject *object)
{
  GalleyListGroup *self = GALLEY_LIST_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_strfreev (self->lines);
  g_free (self->item_title);

  G_OBJECT_CLASS (galley_list_group_parent_class)->finalize (object);
}

static void
galley_list_group_class_init (GalleyListGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = galley_list_group_get_property;
  object_class->set_property = galley_list_group_set_property;
  object_class->finalize = galley_list_group_finalize;
  properties[PROP_ITEM_TITLE] = g_param_spec_string ("item-title", NULL, NULL, "",
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ADD_TITLE] =
      g_param_spec_string ("add-title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GalleyListGroup::changed:
   *
   * Somebody changed the list; galley_list_group_get_value() tells to what.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_list_group_init (GalleyListGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->lines = g_new0 (char *, 1);
  self->item_title = g_strdup ("");
  self->add_row = GTK_EDITABLE (adw_entry_row_new ());
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->add_row), TRUE);
  g_signal_connect_object (self->add_row, "apply", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->add_row));
}

/* What @lines are as the value of a setting. */
static char *
join (const char *const *lines)
{
  return lines != NULL ? g_strjoinv ("\n", (char **) lines) : g_strdup ("");
}

/* The row that somebody is writing in; NULL if in none but the last. */
static GtkEditable *
find_edited (GalleyListGroup *self, const char **out_line)
{
  for (guint i = 0; i < self->rows->len && self->lines[i] != NULL; i++)
    {
      GtkEditable *row = g_ptr_array_index (self->rows, i);

      *out_line = self->lines[i];
      if (gtk_widget_get_focus_child (GTK_WIDGET (row)) != NULL &&
          !g_str_equal (gtk_editable_get_text (row), *out_line))
        return row;
    }

  return NULL;
}

/* Goes on with what somebody was writing in the place of @line, which is behind all others if
 * somebody else has taken it from the list. */
static void
go_on_writing (GalleyListGroup *self, const char *line, const char *text)
{
  GtkEditable *row = self->add_row;

  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (self->lines[i], line))
      row = g_ptr_array_index (self->rows, i);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_editable_set_text (row, text);
  gtk_editable_set_position (row, -1);
}

/**
 * galley_list_group_set_lines:
 * @lines: (nullable) (array zero-terminated=1): the texts
 *
 * Shows other texts. What is being written into a row stays, unless it is in the list now.
 */
void
galley_list_group_set_lines (GalleyListGroup *self, const char *const *lines)
{
  g_autofree char *value = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *added = NULL;
  g_autofree char *written = NULL;
  g_autofree char *in_place_of = NULL;
  const char *line;
  GtkEditable *edited;
  gboolean is_focused;

  g_return_if_fail (GALLEY_IS_LIST_GROUP (self));

  added = g_strstrip (g_strdup (gtk_editable_get_text (self->add_row)));
  if (lines != NULL && g_strv_contains (lines, added))
    gtk_editable_set_text (self->add_row, "");
  value = join (lines);
  shown = galley_list_group_get_value (self);
  if (g_str_equal (value, shown) &&
      self->rows->len == (lines != NULL ? g_strv_length ((char **) lines) : 0))
    return;

  edited = find_edited (self, &line);
  if (edited != NULL)
    {
      written = g_strdup (gtk_editable_get_text (edited));
      in_place_of = g_strdup (line);
    }
  g_strfreev (self->lines);
  self->lines = lines != NULL ? g_strdupv ((char **) lines) : g_new0 (char *, 1);
  is_focused = gtk_widget_get_focus_child (GTK_WIDGET (self->add_row)) != NULL;
  while (self->rows->len > 0)
    remove_row (self, g_ptr_array_index (self->rows, 0));
  g_object_ref (self->add_row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->add_row));
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    add_row (self, lines[i]);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->add_row));
  g_object_unref (self->add_row);
  if (is_focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->add_row));
  if (written != NULL && (lines == NULL || !g_strv_contains (lines, written)))
    go_on_writing (self, in_place_of, written);
}

static void
append_line (GString *value, GtkEditable *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  if (*text == '\0')
    return;
  if (value->len > 0)
    g_string_append_c (value, '\n');
  g_string_append (value, text);
}

/**
 * galley_list_group_get_value:
 *
 * Returns: (transfer full): the texts, one a line, with the one that was added last
 */
char *
galley_list_group_get_value (GalleyListGroup *self)
{
  GString *value = g_string_new (NULL);

  g_return_val_if_fail (GALLEY_IS_LIST_GROUP (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    append_line (value, g_ptr_array_index (self->rows, i));
  append_line (value, self->add_row);

  return g_string_free (value, FALSE);
}

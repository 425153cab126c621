/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-field-private.h"

#include "galley-claim-meanwhile.h"
#include "galley-cursor-sight.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of the button that opens the choices; the text keeps clear of it. In pixels. */
#define BUTTON_WIDTH 38

/**
 * GalleyClaimField:
 *
 * A text that is edited in place and handed over when somebody has finished: on leaving the field,
 * unless it is told to wait, and on Ctrl+Enter or, in a field of one line, on Enter. These keys
 * then go back to reading, with the action "reading.return" of whatever it is in. It may offer
 * words to choose from, in a menu and, if it completes, behind what is typed. In a field of one
 * line the choice is the text; in one of several it is put where the cursor is, to go on from
 * there.
 *
 * @value is what the library has and the text is what somebody typed; as long as they differ the
 * field is edited, and a new value from outside never overwrites what is typed. Text that was
 * handed over is not handed over again unless it could not be saved.
 *
 * One that is only to be read says so when somebody types, with the action "panel.refuse" of
 * whatever it is in. What was typed before stays in it.
 */
enum
{
  PROP_TITLE = 1,
  PROP_PLACEHOLDER,
  PROP_SINGLE_LINE,
  PROP_TITLED,
  PROP_CHOOSING,
  PROP_COMPLETING,
  PROP_WAITING,
  PROP_MERGING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  COMMIT,
  EDITED,
  LIST_CHOICES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyClaimField, galley_claim_field, ADW_TYPE_BIN)

static void
set_text (GalleyClaimField *self, const char *text)
{
  self->is_settled = FALSE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->is_settled = TRUE;
}

static void
update (GalleyClaimField *self)
{
  gboolean is_editable = gtk_text_view_get_editable (self->view);

  gtk_widget_set_visible (GTK_WIDGET (self->placeholder),
                          is_editable && gtk_text_buffer_get_char_count (self->buffer) == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->choices), is_editable && self->is_choosing);
  gtk_widget_set_visible (GTK_WIDGET (self->unsaved), self->is_failed);
  if (self->is_failed)
    gtk_widget_add_css_class (self->frame, "error");
  else
    gtk_widget_remove_css_class (self->frame, "error");
}

static void
changed_cb (GalleyClaimField *self)
{
  if (self->is_settled)
    self->is_failed = FALSE;
  update (self);
  g_signal_emit (self, signals[EDITED], 0);
}

/* A reason has one line: what is pasted into it is joined. */
static void
insert_text_cb (GalleyClaimField *self, GtkTextIter *location, char *text, int length)
{
  g_autofree char *line = NULL;

  self->is_inserted = self->is_settled;
  if (!self->is_single_line || !self->is_settled)
    return;

  line = g_strndup (text, length);
  if (strpbrk (line, "\r\n") == NULL)
    return;
  g_strdelimit (line, "\r\n", ' ');
  g_signal_stop_emission_by_name (self->buffer, "insert-text");
  gtk_text_buffer_insert (self->buffer, location, line, -1);
}

/* Whether it would change a text; what only moves and copies does not. */
static gboolean
is_writing (guint key, GdkModifierType state)
{
  gunichar c = gdk_keyval_to_unicode (key);

  if ((state & GDK_ALT_MASK) != 0)
    return FALSE;
  if ((state & GDK_CONTROL_MASK) != 0)
    return key == GDK_KEY_v || key == GDK_KEY_x;

  return key == GDK_KEY_BackSpace || key == GDK_KEY_Delete || key == GDK_KEY_Return ||
         (c != 0 && !g_unichar_iscntrl (c));
}

static gboolean
key_pressed_cb (GalleyClaimField *self, guint key, guint code, GdkModifierType state)
{
  gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (!gtk_text_view_get_editable (self->view))
    return is_writing (key, state) &&
           gtk_widget_activate_action (GTK_WIDGET (self), "panel.refuse", NULL);
  if (galley_claim_field_open_choices (self, key, state))
    return GDK_EVENT_STOP;
  if (!is_enter || !(self->is_single_line || (state & GDK_CONTROL_MASK) != 0))
    return GDK_EVENT_PROPAGATE;

  galley_claim_field_flush (self);
  if (!self->is_waiting)
    gtk_widget_activate_action (GTK_WIDGET (self), "reading.return", NULL);
  return GDK_EVENT_STOP;
}

/**
 * galley_claim_field_list_choices:
 *
 * Returns: (transfer full) (nullable): what can be chosen now
 */
GStrv
galley_claim_field_list_choices (GalleyClaimField *self)
{
  GStrv choices = NULL;

  g_signal_emit (self, signals[LIST_CHOICES], 0, &choices);

  return choices;
}

/* The menu of choices takes the focus away for a while. */
static void
leave_cb (GalleyClaimField *self)
{
  GtkPopover *menu = gtk_menu_button_get_popover (self->choices);

  if (!self->is_waiting && (menu == NULL || !gtk_widget_get_visible (GTK_WIDGET (menu))))
    galley_claim_field_flush (self);
}

static const char *
get_failure (GalleyClaimField *self)
{
  return self->is_waiting ? _ ("Not saved. The text is kept here; press Ctrl+Enter to try again.")
                          : _ ("Not saved. The text is kept here; leave the field to try again.");
}

static void
galley_claim_field_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleyClaimField *self = GALLEY_CLAIM_FIELD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title));
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, gtk_label_get_label (self->placeholder));
      break;
    case PROP_SINGLE_LINE:
      g_value_set_boolean (value, self->is_single_line);
      break;
    case PROP_TITLED:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->title)));
      break;
    case PROP_CHOOSING:
      g_value_set_boolean (value, self->is_choosing);
      break;
    case PROP_COMPLETING:
      g_value_set_boolean (value, self->is_completing);
      break;
    case PROP_WAITING:
      g_value_set_boolean (value, self->is_waiting);
      break;
    case PROP_MERGING:
      g_value_set_boolean (value, self->is_merging);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_claim_field_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  GalleyClaimField *self = GALLEY_CLAIM_FIELD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->title, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_label (self->title), -1);
      break;
    case PROP_PLACEHOLDER:
      galley_claim_field_set_placeholder (self, g_value_get_string (value));
      break;
    case PROP_SINGLE_LINE:
      self->is_single_line = g_value_get_boolean (value);
      break;
    case PROP_TITLED:
      gtk_widget_set_visible (GTK_WIDGET (self->title), g_value_get_boolean (value));
      break;
    case PROP_CHOOSING:
      self->is_choosing = g_value_get_boolean (value);
      update (self);
      gtk_text_view_set_right_margin (self->view, g_value_get_boolean (value) ? BUTTON_WIDTH : 9);
      break;
    case PROP_COMPLETING:
      self->is_completing = g_value_get_boolean (value);
      break;
    case PROP_WAITING:
      self->is_waiting = g_value_get_boolean (value);
      gtk_label_set_label (self->unsaved, get_failure (self));
      break;
    case PROP_MERGING:
      self->is_merging = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_claim_field_dispose (GObject *object)
{
  GalleyClaimField *self = GALLEY_CLAIM_FIELD (object);

  /* Going away, it may lose the focus, which must not hand anything over any more. */
  g_clear_pointer (&self->value, g_free);
  g_clear_weak_pointer (&self->back);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_CLAIM_FIELD);
  g_clear_pointer (&self->sent, g_ptr_array_unref);

  G_OBJECT_CLASS (galley_claim_field_parent_class)->dispose (object);
}

static void
add_signals (GalleyClaimFieldClass *klass)
{
  /**
   * GalleyClaimField::commit:
   * @text: what somebody typed, without white space at the ends; may be empty
   *
   * Somebody has finished editing.
   */
  signals[COMMIT] = g_signal_new ("commit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * GalleyClaimField::edited:
   *
   * The text is another one, whoever changed it.
   */
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  /**
   * GalleyClaimField::list-choices:
   *
   * Returns: (transfer full) (nullable): what can be chosen now
   */
  signals[LIST_CHOICES] = g_signal_new ("list-choices", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_STRV, 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/claim-field.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimField, title);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimField, view);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimField, buffer);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimField, placeholder);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimField, frame);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimField, unsaved);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimField, meanwhile);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimField, choices);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, galley_claim_field_complete);
  gtk_widget_class_install_action (widget_class, "field.pick", "s", galley_claim_field_pick);
}

static void
galley_claim_field_class_init (GalleyClaimFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = galley_claim_field_dispose;
  object_class->get_property = galley_claim_field_get_property;
  object_class->set_property = galley_claim_field_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, "", flags);
  properties[PROP_SINGLE_LINE] = g_param_spec_boolean ("single-line", NULL, NULL, FALSE, flags);
  properties[PROP_TITLED] = g_param_spec_boolean ("titled", NULL, NULL, TRUE, flags);
  properties[PROP_CHOOSING] = g_param_spec_boolean ("choosing", NULL, NULL, FALSE, flags);
  properties[PROP_COMPLETING] = g_param_spec_boolean ("completing", NULL, NULL, FALSE, flags);
  properties[PROP_WAITING] = g_param_spec_boolean ("waiting", NULL, NULL, FALSE, flags);
  properties[PROP_MERGING] = g_param_spec_boolean ("merging", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  add_signals (klass);
  bind_template (widget_class);
}

static void
galley_claim_field_init (GalleyClaimField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_wrapping_set_up_all (GTK_WIDGET (self));
  galley_cursor_sight_keep (self->view);

  self->value = g_strdup ("");
  self->sent = g_ptr_array_new_with_free_func (g_free);
  self->is_settled = TRUE;
  galley_claim_field_set_up_choices (self);
  gtk_label_set_label (self->unsaved, get_failure (self));
  update (self);
}

static void
forget_sent (GalleyClaimField *self)
{
  g_ptr_array_set_size (self->sent, 0);
  self->n_sent = 0;
}

/**
 * galley_claim_field_reset:
 * @value: (nullable): what the library has
 *
 * Shows the text of something else: what was typed before is forgotten.
 */
void
galley_claim_field_reset (GalleyClaimField *self, const char *value)
{
  g_return_if_fail (GALLEY_IS_CLAIM_FIELD (self));

  g_free (self->value);
  self->value = g_strdup (value != NULL ? value : "");
  forget_sent (self);
  self->is_failed = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->meanwhile), FALSE);
  set_text (self, self->value);
  update (self);
}

/* Shows @text, with the cursor before the same letters as it was, which stand at the end of both.
 */
static void
set_text_before_cursor (GalleyClaimField *self, const char *text)
{
  GtkTextIter cursor, end;
  int n_behind;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  n_behind = gtk_text_buffer_get_char_count (self->buffer) - gtk_text_iter_get_offset (&cursor);
  set_text (self, text);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_iter_backward_chars (&end, n_behind);
  gtk_text_buffer_place_cursor (self->buffer, &end);
}

/**
 * galley_claim_field_meet:
 * @before: (nullable): what the library had when somebody began to type; %NULL if that is not known
 *
 * Somebody typed, and another program has put another text there meanwhile. Of a note both stay;
 * where only one can stand, whoever types is told of the other.
 */
void
galley_claim_field_meet (GalleyClaimField *self, const char *before)
{
  g_autofree char *mine = galley_claim_field_get_text (self);
  gboolean is_merged = self->is_merging && *self->value != '\0';
  g_autofree char *sentence = galley_claim_meanwhile_describe (self->value, is_merged);

  if (before == NULL || g_str_equal (before, self->value))
    return;

  gtk_label_set_label (self->meanwhile, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->meanwhile), TRUE);
  if (is_merged)
    {
      g_autofree char *both = galley_claim_meanwhile_merge (before, self->value, mine);

      set_text_before_cursor (self, both);
    }
}

/* Whether @value is something that was handed over here, which is saved now, like all before it. */
static gboolean
take_sent (GalleyClaimField *self, const char *value)
{
  guint i;

  if (!g_ptr_array_find_with_equal_func (self->sent, value, g_str_equal, &i))
    return FALSE;

  g_ptr_array_remove_range (self->sent, 0, i + 1);
  return TRUE;
}

/**
 * galley_claim_field_set_value:
 * @value: (nullable): what the library has now
 *
 * Shows @value, unless somebody is typing something else: then says so, and has both if it merges.
 */
void
galley_claim_field_set_value (GalleyClaimField *self, const char *value)
{
  g_autofree char *before = NULL;
  gboolean is_edited, is_mine;

  g_return_if_fail (GALLEY_IS_CLAIM_FIELD (self));
  value = value != NULL ? value : "";
  if (g_strcmp0 (self->value, value) == 0)
    return;

  is_edited = galley_claim_field_is_edited (self);
  is_mine = take_sent (self, value);
  before = g_steal_pointer (&self->value);
  self->value = g_strdup (value);
  if (!is_edited)
    set_text (self, self->value);
  else if (!galley_claim_field_is_edited (self))
    self->is_failed = FALSE;
  else if (!is_mine)
    galley_claim_field_meet (self, before);
  update (self);
  /* What was handed over already lacks theirs. */
  if (self->is_merging && is_edited && !is_mine && !gtk_widget_is_focus (GTK_WIDGET (self->view)))
    galley_claim_field_flush (self);
}

/**
 * galley_claim_field_restore:
 * @text: what somebody typed before and could not be saved
 *
 * Shows that text again, as not saved.
 */
void
galley_claim_field_restore (GalleyClaimField *self, const char *text)
{
  g_return_if_fail (GALLEY_IS_CLAIM_FIELD (self));

  set_text (self, text);
  self->is_failed = TRUE;
  update (self);
}

/**
 * galley_claim_field_set_failed:
 * @is_failed: whether what was handed over could not be saved
 */
void
galley_claim_field_set_failed (GalleyClaimField *self, gboolean is_failed)
{
  g_return_if_fail (GALLEY_IS_CLAIM_FIELD (self));

  if (self->n_sent > 0)
    self->n_sent--;
  if (self->n_sent == 0)
    forget_sent (self);
  self->is_failed = is_failed && galley_claim_field_is_edited (self);
  update (self);
}

/**
 * galley_claim_field_set_placeholder:
 * @placeholder: (nullable): what to say while there is no text
 */
void
galley_claim_field_set_placeholder (GalleyClaimField *self, const char *placeholder)
{
  g_return_if_fail (GALLEY_IS_CLAIM_FIELD (self));

  gtk_label_set_label (self->placeholder, placeholder != NULL ? placeholder : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  gtk_label_get_label (self->placeholder), -1);
}

/**
 * galley_claim_field_set_read_only:
 * @is_read_only: whether its text can only be read, selected and copied
 */
void
galley_claim_field_set_read_only (GalleyClaimField *self, gboolean is_read_only)
{
  g_return_if_fail (GALLEY_IS_CLAIM_FIELD (self));

  gtk_text_view_set_editable (self->view, !is_read_only);
  if (is_read_only)
    gtk_widget_add_css_class (self->frame, "read-only");
  else
    gtk_widget_remove_css_class (self->frame, "read-only");
  update (self);
}

/**
 * galley_claim_field_get_text:
 *
 * Returns: (transfer full): what stands in the field, without white space at the ends
 */
char *
galley_claim_field_get_text (GalleyClaimField *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (GALLEY_IS_CLAIM_FIELD (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE));
}

/**
 * galley_claim_field_is_edited:
 *
 * Returns: whether somebody typed something that the library does not have
 */
gboolean
galley_claim_field_is_edited (GalleyClaimField *self)
{
  g_autofree char *text = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (GALLEY_IS_CLAIM_FIELD (self), FALSE);

  text = galley_claim_field_get_text (self);
  value = g_strstrip (g_strdup (self->value != NULL ? self->value : ""));
  return !g_str_equal (text, value);
}

/**
 * galley_claim_field_flush:
 *
 * Hands over what was typed, if anything was.
 */
void
galley_claim_field_flush (GalleyClaimField *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GALLEY_IS_CLAIM_FIELD (self));

  if (self->value == NULL || !galley_claim_field_is_edited (self))
    return;
  text = galley_claim_field_get_text (self);
  if (self->sent->len > 0 &&
      g_str_equal (text, g_ptr_array_index (self->sent, self->sent->len - 1)))
    return;

  g_ptr_array_add (self->sent, g_strdup (text));
  self->n_sent++;
  g_signal_emit (self, signals[COMMIT], 0, text);
}

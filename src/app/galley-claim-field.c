/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-field.h"

#include <string.h>

/**
 * GalleyClaimField:
 *
 * A text that is edited in place and handed over when somebody has finished: on leaving the field,
 * and on Ctrl+Enter or, in a field of one line, on Enter.
 *
 * @value is what the library has and the text is what somebody typed; as long as they differ the
 * field is edited, and a new value from outside never overwrites what is typed. Text that was
 * handed over is not handed over again unless it could not be saved.
 */
struct _GalleyClaimField
{
  AdwBin parent_instance;

  char *value; /* never NULL: no text and an empty one are the same here */
  char *sent;  /* nullable: what was handed over and is not the value yet */
  gboolean is_failed;
  gboolean is_single_line;
  gboolean is_settled; /* FALSE while this object changes the text itself */

  /* from the template */
  GtkLabel *title;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *placeholder;
  GtkWidget *frame;
  GtkWidget *unsaved;
};

enum
{
  PROP_TITLE = 1,
  PROP_PLACEHOLDER,
  PROP_SINGLE_LINE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  COMMIT,
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
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder),
                          gtk_text_buffer_get_char_count (self->buffer) == 0);
  gtk_widget_set_visible (self->unsaved, self->is_failed);
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
}

/* A reason has one line: what is pasted into it is joined. */
static void
insert_text_cb (GalleyClaimField *self, GtkTextIter *location, char *text, int length)
{
  g_autofree char *line = NULL;

  if (!self->is_single_line || !self->is_settled)
    return;

  line = g_strndup (text, length);
  if (strpbrk (line, "\r\n") == NULL)
    return;
  g_strdelimit (line, "\r\n", ' ');
  g_signal_stop_emission_by_name (self->buffer, "insert-text");
  gtk_text_buffer_insert (self->buffer, location, line, -1);
}

static gboolean
key_pressed_cb (GalleyClaimField *self, guint key, guint code, GdkModifierType state)
{
  gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (!is_enter || !(self->is_single_line || (state & GDK_CONTROL_MASK) != 0))
    return GDK_EVENT_PROPAGATE;

  galley_claim_field_flush (self);
  return GDK_EVENT_STOP;
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
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_CLAIM_FIELD);
  g_clear_pointer (&self->sent, g_free);

  G_OBJECT_CLASS (galley_claim_field_parent_class)->dispose (object);
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
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GalleyClaimField::commit:
   * @text: what somebody typed, without white space at the ends; may be empty
   *
   * Somebody has finished editing.
   */
  signals[COMMIT] = g_signal_new ("commit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/claim-field.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimField, title);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimField, view);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimField, buffer);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimField, placeholder);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimField, frame);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimField, unsaved);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, galley_claim_field_flush);
}

static void
galley_claim_field_init (GalleyClaimField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->value = g_strdup ("");
  self->is_settled = TRUE;
  update (self);
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
  g_clear_pointer (&self->sent, g_free);
  self->is_failed = FALSE;
  set_text (self, self->value);
  update (self);
}

/**
 * galley_claim_field_set_value:
 * @value: (nullable): what the library has now
 *
 * Shows @value, unless somebody is typing something else.
 */
void
galley_claim_field_set_value (GalleyClaimField *self, const char *value)
{
  gboolean is_edited;

  g_return_if_fail (GALLEY_IS_CLAIM_FIELD (self));

  if (g_strcmp0 (self->value, value != NULL ? value : "") == 0)
    return;

  is_edited = galley_claim_field_is_edited (self);
  g_free (self->value);
  self->value = g_strdup (value != NULL ? value : "");
  if (g_strcmp0 (self->sent, self->value) == 0)
    g_clear_pointer (&self->sent, g_free);
  if (!is_edited)
    set_text (self, self->value);
  else if (!galley_claim_field_is_edited (self))
    self->is_failed = FALSE;
  update (self);
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

  g_clear_pointer (&self->sent, g_free);
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
  if (g_strcmp0 (text, self->sent) == 0)
    return;

  g_free (self->sent);
  self->sent = g_strdup (text);
  g_signal_emit (self, signals[COMMIT], 0, text);
}

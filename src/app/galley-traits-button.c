/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-traits-button.h"

/* By the names of their actions. */
static const struct
{
  const char *name;
  GalleyClaimTraits trait;
} traits[] = {
  { "starred", GALLEY_CLAIM_TRAIT_STARRED },   { "high", GALLEY_CLAIM_TRAIT_HIGH },
  { "assigned", GALLEY_CLAIM_TRAIT_ASSIGNED }, { "changed", GALLEY_CLAIM_TRAIT_CHANGED },
  { "apart", GALLEY_CLAIM_TRAIT_APART },
};

/**
 * GalleyTraitsButton:
 *
 * A button with a menu of what claims are to be to be listed, besides their status.
 */
struct _GalleyTraitsButton
{
  AdwBin parent_instance;

  GSimpleActionGroup *actions; /* "traits" */

  /* from the template */
  GtkMenuButton *button;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyTraitsButton, galley_traits_button, ADW_TYPE_BIN)

static void
announce (GalleyTraitsButton *self)
{
  if (galley_traits_button_get_traits (self) != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "accent");
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
change_state_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  g_simple_action_set_state (action, value);
  announce (user_data);
}

static void
galley_traits_button_dispose (GObject *object)
{
  GalleyTraitsButton *self = GALLEY_TRAITS_BUTTON (object);

  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_TRAITS_BUTTON);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (galley_traits_button_parent_class)->dispose (object);
}

static void
galley_traits_button_class_init (GalleyTraitsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_traits_button_dispose;

  /**
   * GalleyTraitsButton::changed:
   *
   * Other traits are wanted.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/traits-button.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyTraitsButton, button);
}

static void
galley_traits_button_init (GalleyTraitsButton *self)
{
  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (traits); i++)
    {
      GActionEntry entry = { .name = traits[i].name,
                             .state = "false",
                             .change_state = change_state_cb };

      g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &entry, 1, self);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "traits", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * galley_traits_button_get_traits:
 *
 * Returns: what claims have to be
 */
GalleyClaimTraits
galley_traits_button_get_traits (GalleyTraitsButton *self)
{
  GalleyClaimTraits result = 0;

  g_return_val_if_fail (GALLEY_IS_TRAITS_BUTTON (self), 0);

  for (guint i = 0; i < G_N_ELEMENTS (traits); i++)
    {
      g_autoptr (GVariant) state =
          g_action_group_get_action_state (G_ACTION_GROUP (self->actions), traits[i].name);

      if (g_variant_get_boolean (state))
        result |= traits[i].trait;
    }

  return result;
}

/**
 * galley_traits_button_clear:
 *
 * Wants no traits any more.
 */
void
galley_traits_button_clear (GalleyTraitsButton *self)
{
  g_return_if_fail (GALLEY_IS_TRAITS_BUTTON (self));

  if (galley_traits_button_get_traits (self) == 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (traits); i++)
    g_simple_action_set_state (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), traits[i].name)),
        g_variant_new_boolean (FALSE));
  announce (self);
}

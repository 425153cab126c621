/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-panel.h"

#include "galley-article-rest.h"
#include "galley-claim-batch.h"
#include "galley-claim-page.h"
#include "galley-no-claim.h"
#include "galley-wrapping.h"

/**
 * GalleyClaimPanel:
 *
 * Everything about the chosen claim, or about several that are selected, to read and to edit in
 * place.
 *
 * It changes nothing by itself: it makes actions and hands them to the window with
 * #GalleyClaimPanel::perform, and shows what became of the claim when it hears so from the claim.
 * Text that could not be saved is kept, for claims that are not shown any more as well, until the
 * window says that it was saved.
 */
struct _GalleyClaimPanel
{
  AdwBin parent_instance;

  GalleyDesk *desk;                 /* nullable */
  GalleyCheck *check;               /* nullable */
  GalleyClaim *claim;               /* nullable */
  GalleyRequirements *requirements; /* (nullable) what the desk wants, as far as it is known */
  GCancellable *cancellable;        /* of the question what it wants */
  gboolean has_several;             /* whether several claims are selected */
  gboolean is_patient;
  guint later_id;

  /* They are large, and not made before there is something to show on them. */
  GalleyClaimPage *page;   /* (nullable) until there is a claim to show */
  GalleyClaimBatch *batch; /* (nullable) until several claims are selected */

  /* from the template */
  GtkRevealer *frozen_bar;
  GtkStack *stack;
  GalleyNoClaim *no_claim;
  AdwBin *claim_bin;
  GtkScrolledWindow *several_bin;
};

enum
{
  PROP_CLAIM = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  PERFORM,
  REFUSED,
  GROWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyClaimPanel, galley_claim_panel, ADW_TYPE_BIN)

static void
perform (GalleyClaimPanel *self, GalleyAction *action)
{
  g_signal_emit (self, signals[PERFORM], 0, action);
}

static void
refuse_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[REFUSED], 0);
}

static gboolean
is_frozen (GalleyClaimPanel *self)
{
  return gtk_revealer_get_reveal_child (self->frozen_bar);
}

static GalleyClaimPage *
make_page (GalleyClaimPanel *self)
{
  GalleyClaimPage *page = g_object_new (GALLEY_TYPE_CLAIM_PAGE, NULL);

  g_signal_connect_swapped (page, "perform", G_CALLBACK (perform), self);
  galley_claim_page_set_desk (page, self->desk);
  galley_claim_page_set_requirements (page, self->requirements);
  galley_claim_page_set_read_only (page, is_frozen (self));
  galley_claim_page_set_check (page, self->check, self->claim);
  adw_bin_set_child (self->claim_bin, GTK_WIDGET (page));

  return page;
}

static GalleyClaimPage *
get_page (GalleyClaimPanel *self)
{
  g_clear_handle_id (&self->later_id, g_source_remove);
  if (self->page == NULL)
    {
      self->page = make_page (self);
      /* It is the widest page: the panel is as wide for the others, and never jumps. */
      gtk_stack_set_hhomogeneous (self->stack, TRUE);
      g_signal_emit (self, signals[GROWN], 0);
    }

  return self->page;
}

static gboolean
make_page_cb (gpointer user_data)
{
  get_page (user_data);
  return G_SOURCE_REMOVE;
}

/* A page that is not there yet shows the claim once it is. */
static void
show_claim (GalleyClaimPanel *self)
{
  if (self->page != NULL)
    galley_claim_page_set_claim (self->page, self->claim);
  else if (self->claim == NULL)
    g_clear_handle_id (&self->later_id, g_source_remove);
  else if (!self->is_patient)
    get_page (self);
  else if (self->later_id == 0)
    self->later_id = g_idle_add_full (GALLEY_PRIORITY_AFTER_FRAME, make_page_cb, self, NULL);
}

static GalleyClaimBatch *
get_batch (GalleyClaimPanel *self)
{
  if (self->batch != NULL)
    return self->batch;

  self->batch = g_object_new (GALLEY_TYPE_CLAIM_BATCH, "margin-start", 12, "margin-end", 12,
                              "margin-top", 12, "margin-bottom", 18, NULL);
  g_signal_connect_swapped (self->batch, "perform", G_CALLBACK (perform), self);
  galley_claim_batch_set_requirements (self->batch, self->requirements);
  galley_claim_batch_set_read_only (self->batch, is_frozen (self));
  gtk_scrolled_window_set_child (self->several_bin, GTK_WIDGET (self->batch));

  return self->batch;
}

static void
show_selected (GalleyClaimPanel *self, GPtrArray *claims)
{
  if (self->batch != NULL || claims != NULL)
    galley_claim_batch_set_claims (get_batch (self), self->check, claims);
}

static void
show_page (GalleyClaimPanel *self)
{
  const char *page = "nothing";

  if (self->has_several)
    page = "several";
  else if (self->claim != NULL)
    page = "claim";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
requirements_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyClaimPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  GalleyRequirements *requirements =
      galley_desk_load_requirements_finish (GALLEY_DESK (source), result, &error);

  /* Whoever cannot read the library hears of it elsewhere: nothing is said to be missing then. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (self->page != NULL)
    galley_claim_page_set_requirements (self->page, requirements);
  if (self->batch != NULL)
    galley_claim_batch_set_requirements (self->batch, requirements);
  g_clear_pointer (&self->requirements, galley_requirements_free);
  self->requirements = requirements;
}

static void
forget_question (GalleyClaimPanel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/**
 * galley_claim_panel_load_requirements:
 *
 * Finds out what the desk wants of claims, which may be something else by now.
 */
void
galley_claim_panel_load_requirements (GalleyClaimPanel *self)
{
  forget_question (self);
  if (self->desk == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  galley_desk_load_requirements_async (self->desk, self->cancellable, requirements_loaded_cb,
                                       g_object_ref (self));
}

/* Whoever comes by keyboard finds something there. */
static gboolean
galley_claim_panel_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GalleyClaimPanel *self = GALLEY_CLAIM_PANEL (widget);

  if (self->later_id != 0)
    get_page (self);

  return GTK_WIDGET_CLASS (galley_claim_panel_parent_class)->focus (widget, direction);
}

static void
galley_claim_panel_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CLAIM:
      galley_claim_panel_set_claim (GALLEY_CLAIM_PANEL (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_claim_panel_dispose (GObject *object)
{
  GalleyClaimPanel *self = GALLEY_CLAIM_PANEL (object);

  forget_question (self);
  g_clear_handle_id (&self->later_id, g_source_remove);
  self->page = NULL;
  self->batch = NULL;
  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_CLAIM_PANEL);
  g_clear_object (&self->claim);
  g_clear_object (&self->check);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->requirements, galley_requirements_free);

  G_OBJECT_CLASS (galley_claim_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (GALLEY_TYPE_NO_CLAIM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/claim-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, frozen_bar);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, no_claim);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, claim_bin);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, several_bin);
  gtk_widget_class_install_action (widget_class, "panel.refuse", NULL, refuse_action);
}

static void
add_signals (GalleyClaimPanelClass *klass)
{
  /**
   * GalleyClaimPanel::perform:
   * @action: a #GalleyAction
   *
   * Somebody wants this to be done. The window does it and tells with
   * galley_claim_panel_set_failed() what came of it.
   */
  signals[PERFORM] = g_signal_new ("perform", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, GALLEY_TYPE_ACTION);

  /**
   * GalleyClaimPanel::refused:
   *
   * Somebody typed into what can only be read now.
   */
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * GalleyClaimPanel::grown:
   *
   * There is a page more, which may need more room.
   */
  signals[GROWN] = g_signal_new ("grown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_claim_panel_class_init (GalleyClaimPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = galley_claim_panel_dispose;
  object_class->set_property = galley_claim_panel_set_property;
  GTK_WIDGET_CLASS (klass)->focus = galley_claim_panel_focus;
  bind_template (GTK_WIDGET_CLASS (klass));

  properties[PROP_CLAIM] = g_param_spec_object ("claim", NULL, NULL, GALLEY_TYPE_CLAIM,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  add_signals (klass);
}

static void
galley_claim_panel_init (GalleyClaimPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_wrapping_set_up_all (GTK_WIDGET (self));
}

/**
 * galley_claim_panel_set_patient:
 * @is_patient: whether a page that is not there yet is made after the next frame only, so that the
 *   article need not wait for it
 */
void
galley_claim_panel_set_patient (GalleyClaimPanel *self, gboolean is_patient)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  self->is_patient = is_patient;
}

/**
 * galley_claim_panel_set_desk:
 * @desk: (nullable): who knows the history of claims
 */
void
galley_claim_panel_set_desk (GalleyClaimPanel *self, GalleyDesk *desk)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  g_set_object (&self->desk, desk);
  if (self->page != NULL)
    galley_claim_page_set_desk (self->page, desk);
  galley_claim_panel_load_requirements (self);
}

/* The claim that is shown, as it is in the same article, or second reading, loaded again. */
static GalleyClaim *
find_same (GalleyClaimPanel *self, GalleyCheck *check)
{
  if (self->claim == NULL || self->has_several || check == NULL ||
      !g_str_equal (galley_check_get_undo_scope (check), galley_check_get_undo_scope (self->check)))
    return NULL;

  return galley_claim_list_find (galley_check_get_claims (check),
                                 galley_claim_get_id (self->claim));
}

/**
 * galley_claim_panel_set_check:
 * @check: (nullable): the article whose claims are shown
 *
 * Shows no claim until one of @check is set. What is typed is handed over first. If it is the same
 * article, loaded again, and the claim that is shown stands in it still, that goes on, with what
 * somebody is typing about it.
 */
void
galley_claim_panel_set_check (GalleyClaimPanel *self, GalleyCheck *check)
{
  GalleyClaim *same;

  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self) && (check == NULL || GALLEY_IS_CHECK (check)));

  if (self->check == check)
    return;

  same = find_same (self, check);
  if (same == NULL)
    galley_claim_panel_set_claim (self, NULL);
  galley_claim_panel_set_selected (self, NULL);
  g_set_object (&self->check, check);
  g_set_object (&self->claim, same);
  if (self->page != NULL)
    galley_claim_page_set_check (self->page, check, same);
  show_page (self);
  show_selected (self, /* claims= */ NULL);
  galley_claim_panel_set_words (self, (GalleyRange){ 0, 0 });
  if (check != NULL)
    galley_claim_panel_load_requirements (self);
}

/**
 * galley_claim_panel_set_frozen:
 * @is_frozen: whether the article is signed off, and its claims can only be read
 *
 * Says so, too. What somebody is typing stays in its field.
 */
void
galley_claim_panel_set_frozen (GalleyClaimPanel *self, gboolean will_be_frozen)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  if (is_frozen (self) == will_be_frozen)
    return;

  gtk_revealer_set_reveal_child (self->frozen_bar, will_be_frozen);
  if (self->page != NULL)
    galley_claim_page_set_read_only (self->page, will_be_frozen);
  if (self->batch != NULL)
    galley_claim_batch_set_read_only (self->batch, will_be_frozen);
}

/**
 * galley_claim_panel_set_claim:
 * @claim: (nullable): a claim of the check
 *
 * Shows a claim. What is typed about the one before is handed over first.
 */
void
galley_claim_panel_set_claim (GalleyClaimPanel *self, GalleyClaim *claim)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self) && (claim == NULL || self->check != NULL));

  if (self->claim == claim)
    return;

  galley_claim_panel_flush (self);
  g_set_object (&self->claim, claim);
  show_claim (self);
  show_page (self);
}

/**
 * galley_claim_panel_set_selected:
 * @claims: (nullable) (element-type GalleyClaim): several claims of the check
 *
 * Shows what can be done to several claims at once, until there are none. What is typed about the
 * one that is chosen is handed over first.
 */
void
galley_claim_panel_set_selected (GalleyClaimPanel *self, GPtrArray *claims)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  if (!self->has_several && claims != NULL)
    galley_claim_panel_flush (self);
  self->has_several = claims != NULL;
  show_selected (self, claims);
  show_page (self);
}

/**
 * galley_claim_panel_get_claim:
 *
 * Returns: (transfer none) (nullable): the claim that is shown
 */
GalleyClaim *
galley_claim_panel_get_claim (GalleyClaimPanel *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_PANEL (self), NULL);

  return self->claim;
}

/**
 * galley_claim_panel_set_words:
 * @range: the words at the caret; may be empty
 *
 * Shows what the writer noted about these words while no claim is chosen.
 */
void
galley_claim_panel_set_words (GalleyClaimPanel *self, GalleyRange range)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  galley_no_claim_set_words (self->no_claim, self->check, range);
}

/**
 * galley_claim_panel_flush:
 *
 * Hands over everything that was typed, as before the window closes.
 */
void
galley_claim_panel_flush (GalleyClaimPanel *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  if (self->page != NULL)
    galley_claim_page_flush (self->page);
  if (self->batch != NULL)
    galley_claim_batch_flush (self->batch);
}

/**
 * galley_claim_panel_set_failed:
 * @action: what #GalleyClaimPanel::perform handed over
 * @is_failed: whether it could not be saved
 *
 * Says what came of an action. What could not be saved stays in its field, marked, also if the
 * claim is not shown any more and is shown again later.
 */
void
galley_claim_panel_set_failed (GalleyClaimPanel *self, GalleyAction *action, gboolean is_failed)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self) && action != NULL);

  if (self->page != NULL)
    galley_claim_page_set_failed (self->page, action, is_failed);
  if (self->batch != NULL)
    galley_claim_batch_set_failed (self->batch, action, is_failed);
}

/**
 * galley_claim_panel_has_unsaved:
 *
 * Returns: whether there is text that the library does not have, here or about another claim
 */
gboolean
galley_claim_panel_has_unsaved (GalleyClaimPanel *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_PANEL (self), FALSE);

  return (self->page != NULL && galley_claim_page_has_unsaved (self->page)) ||
         (self->batch != NULL && galley_claim_batch_has_unsaved (self->batch));
}

/**
 * galley_claim_panel_count_unfinished:
 *
 * Returns: for how many claims somebody began to fill in a source and did not add it
 */
guint
galley_claim_panel_count_unfinished (GalleyClaimPanel *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_PANEL (self), 0);

  return self->page != NULL ? galley_claim_page_count_unfinished (self->page) : 0;
}

/**
 * galley_claim_panel_edit:
 * @field: a field
 *
 * Puts the keyboard into a field of the claim, or of all that are selected.
 */
void
galley_claim_panel_edit (GalleyClaimPanel *self, GalleyRecordField field)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  if (self->has_several)
    galley_claim_batch_edit (get_batch (self), field);
  else
    galley_claim_page_edit (get_page (self), field);
}

/**
 * galley_claim_panel_write_note:
 *
 * Puts the keyboard into the field for a note in the discussion.
 */
void
galley_claim_panel_write_note (GalleyClaimPanel *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  galley_claim_page_write_note (get_page (self));
}

/**
 * galley_claim_panel_add_source:
 *
 * Opens the form to use a source for the claim.
 */
void
galley_claim_panel_add_source (GalleyClaimPanel *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  galley_claim_page_add_source (get_page (self));
}

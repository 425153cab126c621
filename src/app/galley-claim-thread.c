/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-thread.h"

#include "galley-claim-choices.h"
#include "galley-claim-field.h"
#include "galley-claim-words.h"
#include "galley-mnemonics.h"
#include "galley-names.h"
#include "galley-record-verbs.h"
#include "galley-settings.h"
#include "galley-unsaved.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/* So many of the latest notes are shown at first; the panel is to open at once. */
#define N_LATEST 5

/* Names of our own: of the text of a note that is written, and of one that is changed. */
#define NEW_NOTE "new-note"
#define NOTE_TEXT "text"

/**
 * GalleyClaimThread:
 *
 * The notes that people wrote about a claim, and a field to write another one. Who wrote a note can
 * change it and take it back.
 *
 * It makes actions and hands them over with #GalleyClaimThread::perform. What is written stays in
 * its field until the claim has it; text that could not be saved is kept with its claim or note.
 */
struct _GalleyClaimThread
{
  AdwBin parent_instance;

  const GalleyRequirements *requirements; /* (nullable) owned by the panel */
  GalleyCheck *check;                     /* nullable */

  GalleyClaim *claim;     /* (nullable) of @check */
  GalleyUnsaved *unsaved; /* by claim NEW_NOTE, by note NOTE_TEXT */
  GHashTable *awaited;    /* id of a note that was handed over → id of its claim */
  GalleyClaimField *edit; /* (nullable) in the row of the note that is changed */
  char *edited_id;        /* (nullable) the note that is changed */
  gboolean is_all_shown;
  gboolean is_read_only;

  /* from the template */
  GtkButton *earlier;
  GtkListBox *rows;
  GalleyClaimField *entry;
  GtkWidget *add_button;
};

enum
{
  PERFORM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyClaimThread, galley_claim_thread, ADW_TYPE_BIN)

static void
perform (GalleyClaimThread *self, GalleyAction *action)
{
  g_signal_emit (self, signals[PERFORM], 0, action);
}

static GalleyNote *
find_note (GalleyClaimThread *self, const char *id)
{
  GPtrArray *notes = self->claim != NULL ? galley_claim_get_notes (self->claim) : NULL;

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      GalleyNote *note = g_ptr_array_index (notes, i);

      if (g_str_equal (note->id, id))
        return note;
    }

  return NULL;
}

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *css_class)
{
  g_autofree char *tame = galley_names_tame (text);
  GtkWidget *label = gtk_label_new (tame);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  galley_wrapping_set_up (GTK_LABEL (label));
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return label;
}

static void
add_button (GtkBox *box,
            const char *icon_name,
            const char *tooltip,
            const char *action,
            const char *id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_box_append (box, button);
}

static GtkWidget *
create_row (GalleyClaimThread *self, GalleyNote *note, const char *own_name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *when = galley_claim_words_format_time (note->written_at);
  g_autofree char *author = galley_names_shorten (note->author);
  g_autofree char *who = g_strdup_printf ("%s · %s", author, when);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (box, "claim-note");
  gtk_widget_add_css_class (add_label (GTK_BOX (head), who, "caption"), "dim-label");
  if (g_strcmp0 (note->author, own_name) == 0)
    {
      add_button (GTK_BOX (head), "document-edit-symbolic", _ ("Edit this note"), "thread.edit",
                  note->id);
      add_button (GTK_BOX (head), "user-trash-symbolic", _ ("Remove this note"), "thread.remove",
                  note->id);
    }
  gtk_box_append (GTK_BOX (box), head);
  if (g_strcmp0 (note->id, self->edited_id) == 0)
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->edit));
  else
    add_label (GTK_BOX (box), note->text, NULL);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, who,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note->text, -1);

  return row;
}

static void
clear_rows (GalleyClaimThread *self)
{
  GtkListBoxRow *row;

  if (self->edit != NULL && gtk_widget_get_parent (GTK_WIDGET (self->edit)) != NULL)
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->edit))),
                    GTK_WIDGET (self->edit));
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
}

static void
fill (GalleyClaimThread *self)
{
  GPtrArray *notes = self->claim != NULL ? galley_claim_get_notes (self->claim) : NULL;
  guint n_notes = notes != NULL ? notes->len : 0;
  guint first = self->is_all_shown || n_notes <= N_LATEST ? 0 : n_notes - N_LATEST;
  g_autofree char *own_name = galley_settings_get_checker_name ();
  g_autofree char *label =
      g_strdup_printf (ngettext ("Show %u Earlier Note", "Show %u Earlier Notes", first), first);

  clear_rows (self);
  for (guint i = first; i < n_notes; i++)
    gtk_list_box_append (self->rows, create_row (self, g_ptr_array_index (notes, i), own_name));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n_notes > 0);
  gtk_button_set_label (self->earlier, label);
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), first > 0);
}

static void
stop_editing (GalleyClaimThread *self)
{
  if (self->edit == NULL)
    return;

  clear_rows (self);
  g_clear_object (&self->edit);
  g_clear_pointer (&self->edited_id, g_free);
}

static void
edit_commit_cb (GalleyClaimThread *self, const char *text)
{
  g_autoptr (GalleyAction) action = NULL;

  /* A note is taken back with its button, not by emptying it. */
  if (*text == '\0')
    return;

  action = galley_verb_change_note (self->edited_id, text);
  galley_unsaved_send (self->unsaved, self->edited_id, NOTE_TEXT, text, /* before= */ NULL);
  perform (self, action);
}

static void
start_editing (GalleyClaimThread *self, GalleyNote *note)
{
  galley_claim_thread_flush (self);
  stop_editing (self);
  self->edited_id = g_strdup (note->id);
  self->edit = g_object_ref_sink (
      g_object_new (GALLEY_TYPE_CLAIM_FIELD, "title", _ ("Note"), "titled", FALSE, NULL));
  galley_claim_field_reset (self->edit, note->text);
  galley_claim_field_set_read_only (self->edit, self->is_read_only);
  g_signal_connect_object (self->edit, "commit", G_CALLBACK (edit_commit_cb), self,
                           G_CONNECT_SWAPPED);
  fill (self);
}

static void
edit_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyClaimThread *self = GALLEY_CLAIM_THREAD (widget);
  GalleyNote *note = find_note (self, g_variant_get_string (parameter, NULL));

  if (note == NULL)
    return;

  start_editing (self, note);
  gtk_widget_child_focus (GTK_WIDGET (self->edit), GTK_DIR_TAB_FORWARD);
}

static void
remove_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GalleyAction) action =
      galley_verb_remove_note (g_variant_get_string (parameter, NULL));

  perform (GALLEY_CLAIM_THREAD (widget), action);
}

static void
show_earlier_cb (GalleyClaimThread *self)
{
  self->is_all_shown = TRUE;
  fill (self);
}

static void
entry_edited_cb (GalleyClaimThread *self)
{
  gboolean is_edited = galley_claim_field_is_edited (self->entry);

  gtk_widget_set_visible (self->add_button, is_edited && !self->is_read_only);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), is_edited || !self->is_read_only);
}

static GStrv
list_choices_cb (GalleyClaimThread *self)
{
  return galley_claim_choices_list_notes (self->requirements, self->check, self->claim);
}

/* What could not be saved waits for the next try already: another one would save it twice. */
static void
entry_commit_cb (GalleyClaimThread *self, const char *text)
{
  const char *id = galley_claim_get_id (self->claim);
  g_autoptr (GalleyAction) action = NULL;
  GalleyChange *change;

  if (g_strcmp0 (galley_unsaved_find_failed (self->unsaved, id, NEW_NOTE), text) == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.retry-save", NULL);
      return;
    }

  action = galley_verb_add_note (id, text);
  change = g_ptr_array_index (action->changes, 0);
  g_hash_table_insert (self->awaited, g_strdup (change->subject_id), g_strdup (id));
  galley_unsaved_send (self->unsaved, id, NEW_NOTE, text, /* before= */ NULL);
  perform (self, action);
}

/* Empties the field if what stands in it is @note by now. */
static void
take_note (GalleyClaimThread *self, GalleyNote *note)
{
  g_autofree char *text = galley_claim_field_get_text (self->entry);

  if (g_hash_table_contains (self->awaited, note->id) && g_str_equal (text, note->text))
    galley_claim_field_reset (self->entry, "");
}

static void
notes_changed_cb (GalleyClaimThread *self)
{
  GPtrArray *notes = galley_claim_get_notes (self->claim);
  GalleyNote *edited = self->edited_id != NULL ? find_note (self, self->edited_id) : NULL;

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    take_note (self, g_ptr_array_index (notes, i));
  if (edited != NULL)
    {
      galley_claim_field_set_value (self->edit, edited->text);
      galley_unsaved_see (self->unsaved, edited->id, NOTE_TEXT, edited->text);
    }
  if (edited == NULL || !galley_claim_field_is_edited (self->edit))
    stop_editing (self);
  fill (self);
}

/* Texts of this claim that could not be saved before are there again. */
static void
restore (GalleyClaimThread *self)
{
  GPtrArray *notes = galley_claim_get_notes (self->claim);
  const char *text =
      galley_unsaved_find_failed (self->unsaved, galley_claim_get_id (self->claim), NEW_NOTE);

  if (text != NULL)
    galley_claim_field_restore (self->entry, text);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      GalleyNote *note = g_ptr_array_index (notes, i);

      text = galley_unsaved_find_failed (self->unsaved, note->id, NOTE_TEXT);
      if (text == NULL)
        continue;
      self->is_all_shown = TRUE;
      start_editing (self, note);
      galley_claim_field_restore (self->edit, text);
      return;
    }
}

static void
galley_claim_thread_dispose (GObject *object)
{
  GalleyClaimThread *self = GALLEY_CLAIM_THREAD (object);

  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_data (self->claim, self);
  if (self->edit != NULL)
    stop_editing (self);
  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_CLAIM_THREAD);
  g_clear_object (&self->claim);
  g_clear_object (&self->check);
  g_clear_pointer (&self->unsaved, galley_unsaved_free);
  g_clear_pointer (&self->awaited, g_hash_table_unref);

  G_OBJECT_CLASS (galley_claim_thread_parent_class)->dispose (object);
}

static void
galley_claim_thread_class_init (GalleyClaimThreadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_claim_thread_dispose;

  /**
   * GalleyClaimThread::perform:
   * @action: a #GalleyAction
   *
   * Somebody wants this to be done. galley_claim_thread_set_failed() is to be told what came of it.
   */
  signals[PERFORM] = g_signal_new ("perform", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, GALLEY_TYPE_ACTION);

  g_type_ensure (GALLEY_TYPE_CLAIM_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/claim-thread.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimThread, earlier);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimThread, rows);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimThread, entry);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimThread, add_button);
  gtk_widget_class_bind_template_callback (widget_class, show_earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_choices_cb);
  gtk_widget_class_bind_template_callback (widget_class, galley_claim_field_flush);
  gtk_widget_class_install_action (widget_class, "thread.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "thread.remove", "s", remove_cb);
}

static void
galley_claim_thread_init (GalleyClaimThread *self)
{
  self->unsaved = galley_unsaved_new ();
  self->awaited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
}

/**
 * galley_claim_thread_set_requirements:
 * @requirements: (nullable): what the desk wants, whose texts for notes are offered; has to stay
 *   until others are set
 */
void
galley_claim_thread_set_requirements (GalleyClaimThread *self,
                                      const GalleyRequirements *requirements)
{
  g_return_if_fail (GALLEY_IS_CLAIM_THREAD (self));

  self->requirements = requirements;
  g_object_set (self->entry, "choosing", requirements != NULL && requirements->templates[0] != NULL,
                NULL);
}

static void
show_claim (GalleyClaimThread *self)
{
  stop_editing (self);
  self->is_all_shown = FALSE;
  galley_claim_field_reset (self->entry, "");
  if (self->claim != NULL)
    restore (self);
  fill (self);
}

/**
 * galley_claim_thread_set_claim:
 * @check: (nullable): the article
 * @claim: (nullable): a claim of @check, whose notes to show
 *
 * Shows the notes of a claim. What was written about the one before has to be flushed first; if it
 * is the same one in another check, it stays.
 */
void
galley_claim_thread_set_claim (GalleyClaimThread *self, GalleyCheck *check, GalleyClaim *claim)
{
  gboolean is_same;

  g_return_if_fail (GALLEY_IS_CLAIM_THREAD (self));

  if (self->claim == claim)
    return;

  is_same = galley_claim_is_same (claim, self->claim);
  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_data (self->claim, self);
  g_clear_object (&self->check);
  if (claim != NULL)
    self->check = g_object_ref (check);
  g_set_object (&self->claim, claim);
  if (claim != NULL)
    g_signal_connect_swapped (claim, "notify::notes", G_CALLBACK (notes_changed_cb), self);
  if (is_same)
    notes_changed_cb (self);
  else
    show_claim (self);
}

/**
 * galley_claim_thread_set_read_only:
 * @is_read_only: whether the notes can only be read
 *
 * What is being written stays where it is.
 */
void
galley_claim_thread_set_read_only (GalleyClaimThread *self, gboolean is_read_only)
{
  g_return_if_fail (GALLEY_IS_CLAIM_THREAD (self));

  self->is_read_only = is_read_only;
  galley_claim_field_set_read_only (self->entry, is_read_only);
  if (self->edit != NULL)
    galley_claim_field_set_read_only (self->edit, is_read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "thread.edit", !is_read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "thread.remove", !is_read_only);
  entry_edited_cb (self);
}

/**
 * galley_claim_thread_flush:
 *
 * Hands over what was written.
 */
void
galley_claim_thread_flush (GalleyClaimThread *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_THREAD (self));

  if (self->claim == NULL)
    return;

  galley_claim_field_flush (self->entry);
  if (self->edit != NULL)
    galley_claim_field_flush (self->edit);
}

/* Another claim may have been shown in between: then the text is not in its field any more. */
static void
show_settled (GalleyClaimThread *self, gboolean is_failed)
{
  const char *text =
      galley_unsaved_find_failed (self->unsaved, galley_claim_get_id (self->claim), NEW_NOTE);

  if (is_failed && text != NULL && !galley_claim_field_is_edited (self->entry))
    galley_claim_field_restore (self->entry, text);
  else
    galley_claim_field_set_failed (self->entry, is_failed);
}

static void
settle_new (GalleyClaimThread *self, GalleyChange *change, gboolean is_failed)
{
  const char *claim_id = g_hash_table_lookup (self->awaited, change->subject_id);

  if (claim_id == NULL)
    return;

  galley_unsaved_settle (self->unsaved, claim_id, NEW_NOTE, is_failed);
  if (self->claim != NULL && g_str_equal (galley_claim_get_id (self->claim), claim_id))
    show_settled (self, is_failed);
  if (!is_failed)
    g_hash_table_remove (self->awaited, change->subject_id);
}

/**
 * galley_claim_thread_set_failed:
 * @verb: what was done
 * @change: a change of it
 * @is_failed: whether it could not be saved
 *
 * Says what came of something that was handed over, or that others did.
 */
void
galley_claim_thread_set_failed (GalleyClaimThread *self,
                                const char *verb,
                                GalleyChange *change,
                                gboolean is_failed)
{
  g_return_if_fail (GALLEY_IS_CLAIM_THREAD (self) && change != NULL);

  if (g_strcmp0 (verb, "add-note") == 0)
    settle_new (self, change, is_failed);
  else if (g_strcmp0 (verb, "change-note") == 0)
    {
      galley_unsaved_settle (self->unsaved, change->subject_id, NOTE_TEXT, is_failed);
      if (g_strcmp0 (change->subject_id, self->edited_id) == 0)
        galley_claim_field_set_failed (self->edit, is_failed);
    }
}

/**
 * galley_claim_thread_has_unsaved:
 *
 * Returns: whether there is text that the library does not have, here or about another claim
 */
gboolean
galley_claim_thread_has_unsaved (GalleyClaimThread *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_THREAD (self), FALSE);

  return galley_unsaved_has_failed (self->unsaved) || galley_claim_field_is_edited (self->entry) ||
         (self->edit != NULL && galley_claim_field_is_edited (self->edit));
}

/**
 * galley_claim_thread_write:
 *
 * Puts the keyboard into the field for another note.
 */
void
galley_claim_thread_write (GalleyClaimThread *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_THREAD (self));

  gtk_widget_child_focus (GTK_WIDGET (self->entry), GTK_DIR_TAB_FORWARD);
}

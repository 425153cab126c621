/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-no-claim.h"

#include "galley-claim-words.h"
#include "galley-note-list.h"

/* A longer quote is cut; in code points. */
#define MAX_QUOTE 600

/**
 * GalleyNoClaim:
 *
 * What stands in the place of a claim while none is chosen: what the writer noted about the words
 * at the caret, to read before they are marked; where there is nothing, how to choose a claim.
 */
struct _GalleyNoClaim
{
  AdwBin parent_instance;

  /* from the template */
  GtkStack *stack;
  GtkLabel *quote;
  GalleyNoteList *notes;
};

G_DEFINE_FINAL_TYPE (GalleyNoClaim, galley_no_claim, ADW_TYPE_BIN)

static void
galley_no_claim_dispose (GObject *object)
{
  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_NO_CLAIM);

  G_OBJECT_CLASS (galley_no_claim_parent_class)->dispose (object);
}

static void
galley_no_claim_class_init (GalleyNoClaimClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_no_claim_dispose;

  g_type_ensure (GALLEY_TYPE_NOTE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/galleydesk/Galley/no-claim.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyNoClaim, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleyNoClaim, quote);
  gtk_widget_class_bind_template_child (widget_class, GalleyNoClaim, notes);
}

static void
galley_no_claim_init (GalleyNoClaim *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * galley_no_claim_set_words:
 * @check: (nullable): an article; %NULL for none
 * @range: the words at the caret; may be empty
 */
void
galley_no_claim_set_words (GalleyNoClaim *self, GalleyCheck *check, GalleyRange range)
{
  g_autofree char *quote = NULL;

  g_return_if_fail (GALLEY_IS_NO_CLAIM (self));

  galley_note_list_set_words (self->notes, range.start < range.end ? check : NULL, range);
  if (galley_note_list_get_n_notes (self->notes) == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      return;
    }

  range.end = MIN (range.end, range.start + MAX_QUOTE);
  quote = galley_claim_words_get_quote (check, range);
  gtk_label_set_text (self->quote, quote);
  gtk_stack_set_visible_child_name (self->stack, "words");
}

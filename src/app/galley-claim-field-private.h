/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim-field.h"

G_BEGIN_DECLS

struct _GalleyClaimField
{
  AdwBin parent_instance;

  char *value; /* never NULL: no text and an empty one are the same here */
  GPtrArray
      *sent;    /* (element-type utf8): what was handed over and is not the value yet, in order */
  guint n_sent; /* of how much that was handed over nobody has said what came of it */
  gboolean is_failed;
  gboolean is_single_line;
  gboolean is_completing;
  gboolean is_waiting;  /* does not hand over on leaving */
  gboolean is_merging;  /* keeps what others write meanwhile beside what is typed */
  gboolean is_choosing; /* offers words to choose from */
  gboolean is_settled;  /* FALSE while this object changes the text itself */
  gboolean is_inserted; /* somebody typed more, within the user action that goes on */
  GtkWidget *back;      /* (weak) (nullable): gets the focus when the list of choices goes away */

  /* from the template */
  GtkLabel *title;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *placeholder;
  GtkWidget *frame;
  GtkLabel *unsaved;
  GtkLabel *meanwhile;
  GtkMenuButton *choices;
};

/* galley-claim-field.c */
GStrv galley_claim_field_list_choices (GalleyClaimField *self) G_GNUC_WARN_UNUSED_RESULT;

/* galley-claim-field-choosing.c */
void galley_claim_field_complete (GalleyClaimField *self);
void galley_claim_field_set_up_choices (GalleyClaimField *self);
gboolean galley_claim_field_open_choices (GalleyClaimField *self, guint key, GdkModifierType state);
void galley_claim_field_pick (GtkWidget *widget, const char *action_name, GVariant *choice);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-review-agenda.h"
#include "galley-review-stage.h"
#include "galley-review-window.h"
#include "galley-session-verbs.h"
#include "galley-wrap-box.h"

G_BEGIN_DECLS

#define GALLEY_REVIEW_MAX_DECIDERS 9

struct _GalleyReviewWindow
{
  AdwWindow parent_instance;

  GalleyDesk *desk; /* (nullable) only in tests of the template, as what follows */
  GalleySaver *saver;
  GalleyReview *review;
  GCancellable *cancellable; /* dies with the window */
  char *decider;             /* who decides unless somebody else is chosen */
  guint scale;
  guint clock_source;
  gboolean is_finished;     /* nothing was left when somebody went on */
  GalleyReviewPoint *moved; /* (nullable) what somebody moves with keys, until it is there */
  guint moved_from;         /* where it stood */
  guint moved_to;           /* G_MAXUINT if it is taken off the agenda */
  GHashTable *typed;        /* key of a point → what was typed about it and not decided */
  char *typed_for;          /* (nullable) key of the point that the fields are about */
  gpointer sent;            /* (nullable) what was typed and waits to be saved; owned by the job */
  const char *wanted;       /* (nullable) the action that waits for words */
  gboolean may_lose_typed;  /* somebody said so */

  /* from the template */
  AdwWindowTitle *title;
  GtkWidget *undo_button;
  GtkToggleButton *agenda_button;
  GtkRevealer *failure_revealer;
  GtkLabel *failure_label;
  GtkWidget *retry_button;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GalleyReviewStage *stage;
  AdwStatusPage *done_page;
  AdwStatusPage *ended_page;
  GtkWidget *end_button;
  GtkWidget *minutes_button;
  GalleyReviewAgenda *agenda;
  GtkWidget *footer;
  GalleyWrapBox *deciders;
  GtkLabel *progress;
  GtkEditable *words;
  GtkEditable *correction;
  GalleyWrapBox *verdicts;
  GalleyWrapBox *others;
  GalleyWrapBox *moving;
};

/* galley-review-window.c */
void galley_review_window_perform (GalleyReviewWindow *self, GalleyAction *action);
void galley_review_window_perform_full (GalleyReviewWindow *self,
                                        GalleyAction *action,
                                        GalleySavedFunc saved,
                                        gpointer user_data,
                                        GDestroyNotify destroy);
gboolean galley_review_window_is_saving (GalleyReviewWindow *self);
void galley_review_window_say (GalleyReviewWindow *self, const char *sentence);
void galley_review_window_show (GalleyReviewWindow *self);
void galley_review_window_update_actions (GalleyReviewWindow *self);

/* galley-review-typing.c */
void galley_review_window_start_typing (GalleyReviewWindow *self);
void galley_review_window_follow_typing (GalleyReviewWindow *self);
void galley_review_window_perform_typed (GalleyReviewWindow *self,
                                         GalleyAction *action,
                                         gboolean has_correction);
void galley_review_window_want_words (GalleyReviewWindow *self,
                                      GtkEditable *field,
                                      const char *action,
                                      const char *sentence);
gboolean galley_review_window_ask_for_typed (GalleyReviewWindow *self);

/* galley-review-deciding.c */
void galley_review_window_install_deciding (GtkWidgetClass *widget_class);
void galley_review_window_add_buttons (GalleyReviewWindow *self);
void galley_review_window_show_deciders (GalleyReviewWindow *self);
void galley_review_window_update_deciding (GalleyReviewWindow *self);

/* galley-review-going.c */
void galley_review_window_install_going (GtkWidgetClass *widget_class);
void galley_review_window_move (GalleyReviewWindow *self, GalleyReviewPoint *point, guint to);
void galley_review_window_restore_row (GalleyReviewWindow *self);
void galley_review_window_update_going (GalleyReviewWindow *self);

G_END_DECLS

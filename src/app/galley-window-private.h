/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-article-view.h"
#include "galley-claim-panel.h"
#include "galley-claims-pane.h"
#include "galley-find-bar.h"
#include "galley-importer.h"
#include "galley-intake-dialog.h"
#include "galley-keys.h"
#include "galley-left-out-dialog.h"
#include "galley-library-pane.h"
#include "galley-log-book.h"
#include "galley-moments.h"
#include "galley-origin-watch.h"
#include "galley-pane-size.h"
#include "galley-removed-dialog.h"
#include "galley-review-window.h"
#include "galley-saver.h"
#include "galley-toasts.h"
#include "galley-tray-dialog.h"
#include "galley-twins-keeper.h"
#include "galley-window.h"

G_BEGIN_DECLS

/**
 * GalleyFolding:
 * @GALLEY_FOLDING_NONE: library, article and claims stand side by side
 * @GALLEY_FOLDING_LIBRARY: the library is shown in the place of the article
 * @GALLEY_FOLDING_CLAIMS: and the claims stand below the article
 *
 * How the panes are arranged, by how wide the window is.
 */
typedef enum
{
  GALLEY_FOLDING_NONE,
  GALLEY_FOLDING_LIBRARY,
  GALLEY_FOLDING_CLAIMS,
} GalleyFolding;

struct _GalleyWindow
{
  AdwApplicationWindow parent_instance;

  char *library_path;
  GCancellable *cancellable; /* dies with the window */

  /* The library; all NULL until it is open. */
  GalleyDesk *desk;
  GalleySaver *saver;
  GalleyImporter *importer;
  GalleyLogBook *log_book;
  GtkWindow *open_queries;           /* (nullable) (unowned) */
  GtkWindow *changes;                /* (nullable) (unowned) */
  GtkWindow *source_log;             /* (nullable) (unowned) */
  GtkWindow *sign_off;               /* (nullable) (unowned) */
  GtkWindow *progress;               /* (nullable) (unowned) */
  GalleyReviewWindow *review_window; /* (nullable) (unowned) */

  GtkPrintSettings *print_settings; /* (nullable) how it was printed last */
  GtkPageSetup *page_setup;         /* (nullable) on which paper */

  /* The article. */
  char *article_id;          /* (nullable) the one that is open or being opened */
  GalleyCheck *check;        /* (nullable) NULL while it is being opened */
  GHashTable *blind_actions; /* what a second reader does → what it was asked for as */
  GtkWindow *agreement;      /* (nullable) (unowned) */
  GHashTable *not_mine;      /* ids of second readings of namesakes */
  gboolean had_library;      /* whether the library is to be shown again after a second reading */
  GCancellable *load;        /* (nullable) what is opening it */
  GCancellable *list_sign_offs; /* (nullable) what finds out who has signed it */
  GPtrArray *to_import;         /* (element-type GFile): waits for the library */
  GFile *annotations; /* (nullable): of the article that is being opened, and waits for it */
  guint progress_source;
  GalleyLeftOutDialog *left_out;   /* (nullable) (unowned) open over the window */
  GalleyRemovedDialog *removed;    /* (nullable) (unowned) likewise */
  GalleyTrayDialog *tray;          /* (nullable) (unowned) likewise */
  GalleyIntakeDialog *intake;      /* (nullable) (unowned) likewise */
  GalleySession *unfinished;       /* (nullable) a review session to go on with */
  GalleyOriginWatch *origin_watch; /* (nullable) over the file that it came from */
  guint wanted_caret; /* where the caret goes when the article is loaded again; G_MAXUINT if it
                         stays */

  GtkEventController *keys;        /* (unowned) what makes the keys act */
  GalleyKeyScope last_scope;       /* the reading pane that had the focus last */
  GalleyToasts *sayings;           /* what is said in @toasts */
  AdwToast *offer;                 /* (nullable) (unowned) offers to undo something */
  char *offer_scope;               /* (nullable) where undo would find that */
  char *removed_id;                /* (nullable) the article that was removed last */
  char *removed_unit;              /* (nullable) the step that removed it */
  AdwToast *hint;                  /* (nullable) (unowned) what is suggested to do next */
  AdwToast *news;                  /* (nullable) (unowned) says what another program did */
  char *hint_claim_id;             /* (nullable) the claim that the hint is about */
  gboolean is_hint_due;            /* whether it is to be shown once its claim is saved */
  char *wanted_claim_id;           /* (nullable) the claim to choose when its article is loaded */
  GalleyTwinsKeeper *twins_keeper; /* (nullable) of @check */
  char *repeated_id;               /* (nullable) the claim of which the verdict is to carry over */
  GalleyStatus repeated_status;    /* that verdict, as whoever asked for it knew it */
  char *told_id;                   /* (nullable) the claim of which the mentions are gone through */
  char *marked_id;       /* (nullable) the claim that was marked last, until it is chosen */
  GHashTable *unsettled; /* words that are being marked → id of their claim, "" if dismissed */
  GalleyRange touched;   /* the words of which the marks were different last */
  guint undone_caret;    /* where the caret was when undo was asked for, or was put by it */
  gboolean was_in_list;  /* whether the list of claims had the focus after the article */
  GalleyFolding folding;
  GalleyPaneSize *library_size;
  GalleyPaneSize *claims_size;
  GalleyPaneSize *detail_size; /* of the chosen claim */
  int room;                    /* how much room there is for the panes, in pixels */
  gboolean wants_library;      /* whether the library is to be shown again when there is room */
  gboolean is_closing;         /* a person wants to close; saving goes on */
  gboolean may_close;          /* nothing is left to save or to ask */

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *library_button;
  AdwSplitButton *import_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *export_button;
  GtkMenuButton *menu_button;
  GtkRevealer *failure_revealer;
  GtkLabel *failure_label;
  GtkRevealer *origin_revealer;
  GtkRevealer *sign_off_revealer;
  GtkLabel *sign_off_label;
  GtkRevealer *reading_revealer;
  GtkLabel *reading_label;
  GtkRevealer *session_revealer;
  GtkWidget *session_button;
  GtkWidget *discard_button;
  GtkWidget *retry_button;
  GtkStack *stack;
  GtkSpinner *loading_spinner;
  AdwStatusPage *failed_page;
  GtkPaned *library_paned;
  GalleyLibraryPane *library_pane;
  GtkStack *article_stack;
  GtkSpinner *article_spinner;
  AdwStatusPage *article_failed_page;
  GtkPaned *article_paned;
  GalleyArticleView *article_view;
  GalleyFindBar *find_bar;
  GtkPaned *claims_paned;
  GalleyClaimsPane *claims_pane;
  GalleyClaimPanel *claim_panel;
  GtkWidget *footer;
  GtkBox *verdict_box;
  GtkBox *dismiss_box;
  GtkBox *moving_box;
  GtkWidget *left_out_button;
  GtkWidget *changed_button;
  GtkWidget *new_button;
  GtkWidget *tray_button;
  GtkInscription *progress_label;
  GtkRevealer *import_revealer;
  GtkSpinner *import_spinner;
  GtkLabel *import_label;
  GtkWidget *cancel_import_button;
};

/* galley-window.c */
void galley_window_open_library (GalleyWindow *self);
void galley_window_set_check (GalleyWindow *self, GalleyCheck *check, guint caret);
void galley_window_open_article (GalleyWindow *self, const char *article_id);
void galley_window_reload_article (GalleyWindow *self);
void galley_window_close_article (GalleyWindow *self);
void galley_window_show_page (GalleyWindow *self, const char *name);
void galley_window_update_pages (GalleyWindow *self);
void galley_window_show_toast (GalleyWindow *self, AdwToast *toast);
void galley_window_dismiss_toast (GalleyWindow *self);
void galley_window_say (GalleyWindow *self, const char *sentence);

/* galley-window-actions.c */
void galley_window_add_actions (GalleyWindow *self);
void galley_window_update_actions (GalleyWindow *self);

/* galley-window-checking.c */
gboolean galley_window_get_target (GalleyWindow *self, GalleyTarget *out_target);
GalleyClaim *galley_window_get_claim (GalleyWindow *self);
void galley_window_set_status (GalleyWindow *self, GalleyStatus status);
void galley_window_mark (GalleyWindow *self);
void galley_window_choose_marked (GalleyWindow *self);
void galley_window_forget_hint (GalleyWindow *self);
void galley_window_show_hint (GalleyWindow *self);
void galley_window_mark_all (GalleyWindow *self);
void galley_window_dismiss (GalleyWindow *self, GalleyDismissalKind kind);
void galley_window_delete_claim (GalleyWindow *self);
void galley_window_fit_claim (GalleyWindow *self);
void galley_window_move_end (GalleyWindow *self, gboolean is_start, gboolean is_forward);
void galley_window_go_to_open (GalleyWindow *self, gboolean is_forward);
void galley_window_go_to_uncovered (GalleyWindow *self);
void galley_window_go_to_note (GalleyWindow *self, gboolean is_forward);

/* galley-window-sign-off.c */
gboolean galley_window_is_frozen (GalleyWindow *self);
gboolean galley_window_refuse_signed (GalleyWindow *self);
gboolean galley_window_freezes (GalleyWindow *self, const char *action);
gboolean galley_window_keep_signed (GalleyWindow *self, GalleyArticle *article);
void galley_window_show_sign_offs (GalleyWindow *self);
void galley_window_add_sign_off_actions (GalleyWindow *self);

/* galley-window-refusing.c */
gboolean galley_window_refuse_key (GtkWidget *window, const char *action);

/* galley-window-record.c */
GPtrArray *galley_window_list_selected (GalleyWindow *self) G_GNUC_WARN_UNUSED_RESULT;
void galley_window_set_statuses (GalleyWindow *self, GPtrArray *claims, GalleyStatus status);
void galley_window_delete_claims (GalleyWindow *self, GPtrArray *claims);
void galley_window_add_record_actions (GalleyWindow *self);

/* galley-window-repeats.c */
void galley_window_start_repeating (GalleyWindow *self);
void galley_window_follow_repeats (GalleyWindow *self);
void galley_window_add_repeat_actions (GalleyWindow *self);

/* galley-window-folding.c */
void galley_window_fold (GalleyWindow *self);
void galley_window_set_room (GalleyWindow *self, int width);
void galley_window_show_library (GalleyWindow *self, gboolean is_shown);
void galley_window_leave_library (GalleyWindow *self);
gboolean galley_window_is_behind_library (GalleyWindow *self, GtkWidget *pane);
void galley_window_show_footer (GalleyWindow *self);

/* galley-window-reading.c */
GalleyCheck *galley_window_wrap_check (GalleyWindow *self, GalleyCheck *check)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_window_is_blind (GalleyWindow *self);
gboolean galley_window_refuse_blind (GalleyWindow *self);
gboolean galley_window_is_undecided (GalleyWindow *self, GalleyClaim *claim);
void galley_window_follow_reading (GalleyWindow *self);
void galley_window_show_reading (GalleyWindow *self);
void galley_window_add_reading_actions (GalleyWindow *self);
GalleyAction *galley_window_translate (GalleyWindow *self, GalleyAction *action)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_window_find_asked (GalleyWindow *self, GalleyAction *action, gboolean forget)
    G_GNUC_WARN_UNUSED_RESULT;

/* galley-window-importing.c */
void galley_window_update_import_menu (GalleyWindow *self);
void galley_window_watch_recent (GalleyWindow *self);
void galley_window_start_importing (GalleyWindow *self);
gboolean galley_window_has_articles_to_import (GalleyWindow *self);
void galley_window_add_copying_actions (GalleyWindow *self);
void galley_window_add_import_actions (GalleyWindow *self);

/* galley-window-exporting.c */
void galley_window_add_export_actions (GalleyWindow *self);

/* galley-window-pasting.c */
void galley_window_add_pasting_actions (GalleyWindow *self);
void galley_window_add_drop_targets (GalleyWindow *self);

/* galley-window-source.c */
void galley_window_add_source_actions (GalleyWindow *self);
void galley_window_show_source (GalleyWindow *self);

/* galley-window-drafts.c */
void galley_window_add_draft_actions (GalleyWindow *self);
void galley_window_import_draft (GalleyWindow *self, GFile *file);
gboolean galley_window_has_former (GalleyWindow *self);
void galley_window_show_tray (GalleyWindow *self);
void galley_window_renew_tray (GalleyWindow *self);

/* galley-window-annotations.c */
void galley_window_add_annotation_actions (GalleyWindow *self);
void galley_window_import_annotations (GalleyWindow *self, GFile *file);
void galley_window_take_annotations (GalleyWindow *self, GFile *file);
void galley_window_take_waiting_annotations (GalleyWindow *self);
void galley_window_close_intake (GalleyWindow *self);

/* galley-window-origin.c */
void galley_window_add_origin_actions (GalleyWindow *self);
void galley_window_note_origin (const char *article_id, const char *uri, const char *sha256);
void galley_window_watch_origin (GalleyWindow *self);

/* galley-window-footer.c */
void galley_window_queue_progress (GalleyWindow *self);

/* galley-window-sessions.c */
void galley_window_add_session_actions (GalleyWindow *self);
void galley_window_look_for_session (GalleyWindow *self);
void galley_window_take_sessions (GalleyWindow *self, GalleyOutcome *outcome);
gboolean galley_window_can_add_to_agenda (GalleyWindow *self);
void galley_window_close_session (GalleyWindow *self);

/* galley-window-progress.c */
void galley_window_add_progress_actions (GalleyWindow *self);

/* galley-window-log.c */
void galley_window_add_log_actions (GalleyWindow *self);
void galley_window_start_log (GalleyWindow *self);
void galley_window_choose_wanted (GalleyWindow *self);
void galley_window_note_moment (GalleyWindow *self, GalleyMoment moment);

/* galley-window-following.c */
void galley_window_start_following (GalleyWindow *self);

/* galley-window-saving.c */
void galley_window_undo (GalleyWindow *self, const char *scope_id, const char *unit_id);
void galley_window_start_saving (GalleyWindow *self);
void galley_window_add_saving_actions (GalleyWindow *self);
void galley_window_show_failure (GalleyWindow *self);
void galley_window_save (GalleyWindow *self, GalleyAction *action, const char *toast);
void galley_window_perform (GalleyWindow *self, GalleyAction *action, const char *toast);
gboolean galley_window_try_close (GalleyWindow *self);

/* galley-window-keys.c */
void galley_window_set_up_keys (GalleyWindow *self);

/* galley-window-articles.c */
void galley_window_show_removed (GalleyWindow *self);
void galley_window_add_article_actions (GalleyWindow *self);
GalleyArticle *galley_window_find_article (GalleyWindow *self, GVariant *parameter);

/* galley-window-panes.c */
void galley_window_set_up_panes (GalleyWindow *self);
void galley_window_save_panes (GalleyWindow *self);
void galley_window_place_panes (GalleyWindow *self);
void galley_window_show_check (GalleyWindow *self, guint caret);
void galley_window_show_words (GalleyWindow *self);
void galley_window_focus_pane (GalleyWindow *self, const char *name);
GtkWidget *galley_window_find_typing (GalleyWindow *self);
void galley_window_focus_next_pane (GalleyWindow *self, gboolean is_forward);
void galley_window_start_saving_panes (GalleyWindow *self);
void galley_window_edit_reason (GalleyWindow *self);
void galley_window_edit_note (GalleyWindow *self);
void galley_window_add_source (GalleyWindow *self);
void galley_window_search_claims (GalleyWindow *self);
void galley_window_flush (GalleyWindow *self);
void galley_window_save_state (GalleyWindow *self);
void galley_window_restore_state (GalleyWindow *self);

G_END_DECLS

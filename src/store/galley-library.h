/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-document.h"
#include "galley-draft-entry.h"
#include "galley-figures-builder.h"
#include "galley-history-entry.h"
#include "galley-merge-result.h"
#include "galley-outcome.h"
#include "galley-package.h"
#include "galley-search-hit.h"
#include "galley-source-use.h"
#include "galley-store-error.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_LIBRARY (galley_library_get_type ())
G_DECLARE_FINAL_TYPE (GalleyLibrary, galley_library, GALLEY, LIBRARY, GObject)

/* Every function blocks and may be called from any thread: writers wait for writers and readers
 * for readers, never one for the other. */

GalleyLibrary *galley_library_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GalleyLibrary *galley_library_open_to_read (const char *path, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
const char *galley_library_get_path (GalleyLibrary *self);

/* Writing: each is one transaction and durable when it returns. */
GalleyOutcome *galley_library_perform (GalleyLibrary *self,
                                       const char *actor,
                                       GalleyAction *action,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
GalleyOutcome *galley_library_undo (GalleyLibrary *self,
                                    const char *actor,
                                    const char *scope_id,
                                    const char *unit_id,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
GalleyOutcome *
galley_library_redo (GalleyLibrary *self, const char *actor, const char *scope_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyOutcome *galley_library_purge_article (GalleyLibrary *self,
                                             const char *actor,
                                             const char *article_id,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * GalleyStoredArticle:
 * @article: how the library's list shows it
 * @document: its draft
 * @claims: (element-type GalleyClaim): those that stand on words of it
 * @tray: (element-type GalleyClaim): those that do not: they wait, or were retired
 * @dismissals: (element-type GalleyDismissal)
 * @readings: (element-type GalleyReading): its second readings
 * @sign_offs: (nullable) (element-type GalleySignOff): its sign-offs, those that ended too, in the
 *   order of time; read where a whole article is loaded
 * @undo_verb: (nullable): nick of what undo would undo
 * @redo_verb: (nullable): nick of what redo would do again
 * @moment: how far the journal had come; see galley_action_expect_moment()
 *
 * All that the library holds of an article, read at one moment.
 */
typedef struct
{
  GalleyArticle *article;
  GalleyDocument *document;
  GPtrArray *claims;
  GPtrArray *tray;
  GPtrArray *dismissals;
  GPtrArray *readings;
  GPtrArray *sign_offs;
  char *undo_verb;
  char *redo_verb;
  char *moment;
} GalleyStoredArticle;

void galley_stored_article_free (GalleyStoredArticle *stored);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyStoredArticle, galley_stored_article_free)

/* Reading. */
GPtrArray *galley_library_list_articles (GalleyLibrary *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_library_list_removals (GalleyLibrary *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyStoredArticle *galley_library_load_article (GalleyLibrary *self,
                                                  const char *article_id,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_library_list_drafts (GalleyLibrary *self, const char *article_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyStoredArticle *galley_library_load_draft (GalleyLibrary *self,
                                                const char *article_id,
                                                guint number,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
GalleyDocument *galley_library_load_draft_document (GalleyLibrary *self,
                                                    const char *article_id,
                                                    guint number,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_library_find_original (GalleyLibrary *self,
                                       const char *sha256,
                                       char **out_article_id,
                                       GError **error);
gboolean galley_library_find_claim (GalleyLibrary *self,
                                    const char *prefix,
                                    char **out_claim_id,
                                    char **out_article_id,
                                    GError **error);
GPtrArray *galley_library_list_history (GalleyLibrary *self,
                                        const char *article_id,
                                        const char *subject_id,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_library_list_sign_offs (GalleyLibrary *self,
                                          const char *article_id,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_library_list_changes (GalleyLibrary *self,
                                        const char *sign_off_id,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_library_list_sources (GalleyLibrary *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_library_list_queries (GalleyLibrary *self, gboolean open_only, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_library_list_uses (GalleyLibrary *self, const char *source_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GHashTable *galley_library_list_settings (GalleyLibrary *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GBytes *galley_library_read_attachment (GalleyLibrary *self, const char *sha256, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyFigures *galley_library_read_figures (GalleyLibrary *self,
                                            const GalleyFiguresScope *scope,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_library_search (GalleyLibrary *self, const char *words, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *galley_library_list_disagreements (GalleyLibrary *self,
                                              const char *article_id,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Review sessions. */
GPtrArray *galley_library_list_sessions (GalleyLibrary *self,
                                         const char *article_id,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
GalleySession *galley_library_find_session (GalleyLibrary *self, const char *prefix, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GStrv galley_library_list_people (GalleyLibrary *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Other programs. */
char *galley_library_get_log_path (GalleyLibrary *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_library_follow (GalleyLibrary *self, GPtrArray **out_outcomes, GError **error);

/* Packages. */
gboolean galley_library_write_package (GalleyLibrary *self,
                                       const char *const *article_ids,
                                       GOutputStream *stream,
                                       GCancellable *cancellable,
                                       GError **error);
GalleyMergeResult *galley_library_merge_package (GalleyLibrary *self,
                                                 const char *actor,
                                                 GBytes *package,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *galley_library_list_seals (GalleyLibrary *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Keeping it safe. */
GPtrArray *galley_library_verify (GalleyLibrary *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_library_renew_index (GalleyLibrary *self, GError **error);
gboolean galley_library_replay (GalleyLibrary *self, guint *out_n_events, GError **error);
gboolean galley_library_backup (GalleyLibrary *self, const char *path, GError **error);
GPtrArray *galley_library_list_set_aside (GalleyLibrary *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_library_rotate_backups (GalleyLibrary *self, GError **error);
gboolean galley_library_restore (const char *backup_path, const char *path, GError **error);

G_END_DECLS

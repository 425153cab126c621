/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-desk.h"

#include "galley-desk-private.h"
#include "galley-name.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

G_DEFINE_FINAL_TYPE (GalleyDesk, galley_desk, G_TYPE_OBJECT)

static void
forget_check_cb (gpointer data, GObject *check)
{
  g_ptr_array_remove_fast (GALLEY_DESK (data)->checks, check);
}

static void
galley_desk_finalize (GObject *object)
{
  GalleyDesk *self = GALLEY_DESK (object);

  galley_desk_stop_following (self);
  for (guint i = 0; i < self->checks->len; i++)
    g_object_weak_unref (g_ptr_array_index (self->checks, i), forget_check_cb, self);
  g_ptr_array_unref (self->checks);
  galley_desk_stop_workers (self);
  g_clear_object (&self->articles);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (galley_desk_parent_class)->finalize (object);
}

static void
galley_desk_class_init (GalleyDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_desk_finalize;
  galley_desk_add_signals (klass);
}

static void
galley_desk_init (GalleyDesk *self)
{
  self->articles = g_list_store_new (GALLEY_TYPE_ARTICLE);
  self->checks = g_ptr_array_new ();
}

/**
 * galley_desk_get_default_path:
 *
 * Returns: (transfer full): where a person's library lies unless they say otherwise
 */
char *
galley_desk_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "galley", "library.galleydb", NULL);
}

/* Only the folder of the default library is Galley's own to make. */
static void
make_default_folder (const char *path)
{
  g_autofree char *default_path = galley_desk_get_default_path ();
  g_autofree char *folder = g_path_get_dirname (default_path);

  if (g_str_equal (path, default_path))
    g_mkdir_with_parents (folder, 0700);
}

/* @library: (transfer full) (nullable): %NULL if @error is set */
static GalleyDesk *
sit_down (GalleyLibrary *library, const char *actor, GError **error)
{
  g_autoptr (GalleyLibrary) owned = library;
  g_autoptr (GPtrArray) articles =
      library != NULL ? galley_library_list_articles (library, error) : NULL;
  GalleyDesk *self;

  if (articles == NULL)
    return NULL;

  self = g_object_new (GALLEY_TYPE_DESK, NULL);
  self->library = g_steal_pointer (&owned);
  galley_desk_set_actor (self, actor);
  g_list_store_splice (self->articles, 0, 0, articles->pdata, articles->len);

  return self;
}

/**
 * galley_desk_open:
 * @path: the library's file; made if there is none
 * @actor: who works at the desk; stands in the history
 * @cancellable: (nullable): looked at before it begins
 * @error: (out) (optional): what is wrong with the library or its disk
 *
 * Opens a library.
 *
 * Returns: (transfer full): a desk, or %NULL
 */
GalleyDesk *
galley_desk_open (const char *path, const char *actor, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL && actor != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  make_default_folder (path);
  return sit_down (galley_library_open (path, error), actor, error);
}

/**
 * galley_desk_open_to_read:
 * @path: the library's file
 * @actor: who sits at the desk
 * @cancellable: (nullable): looked at before it begins
 * @error: (out) (optional): what is wrong with the library or its disk
 *
 * Opens a library that can't be written to. Every attempt to change something in it fails with
 * %G_IO_ERROR_READ_ONLY.
 *
 * Returns: (transfer full): a desk, or %NULL
 */
GalleyDesk *
galley_desk_open_to_read (const char *path,
                          const char *actor,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (path != NULL && actor != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return sit_down (galley_library_open_to_read (path, error), actor, error);
}

/**
 * galley_desk_get_path:
 *
 * Returns: (transfer none): the library's file
 */
const char *
galley_desk_get_path (GalleyDesk *self)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), NULL);

  return galley_library_get_path (self->library);
}

/**
 * galley_desk_get_actor:
 *
 * Returns: (transfer none): who works at the desk
 */
const char *
galley_desk_get_actor (GalleyDesk *self)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), NULL);

  return g_atomic_pointer_get (&self->actor);
}

/**
 * galley_desk_set_actor:
 * @actor: who works at the desk from now on; however it was typed, it is written in one way
 *
 * Steps that were handed over before may still be signed with the old name.
 */
void
galley_desk_set_actor (GalleyDesk *self, const char *actor)
{
  g_autofree char *name = NULL;

  g_return_if_fail (GALLEY_IS_DESK (self) && actor != NULL);

  name = galley_name_clean (actor);
  g_atomic_pointer_set (&self->actor,
                        (char *) g_intern_string (*name != '\0' ? name : _ ("Unnamed checker")));
}

/**
 * galley_desk_get_articles:
 *
 * Returns: (transfer none): the articles (#GalleyArticle), the archived ones too; when the desk was
 *   opened the last changed came first, and what was imported since comes before them
 */
GListModel *
galley_desk_get_articles (GalleyDesk *self)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), NULL);

  return G_LIST_MODEL (self->articles);
}

static gboolean
find_position (GalleyDesk *self, const char *article_id, guint *out_position)
{
  guint n_articles = g_list_model_get_n_items (G_LIST_MODEL (self->articles));

  for (guint i = 0; i < n_articles; i++)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (G_LIST_MODEL (self->articles), i);

      if (g_str_equal (galley_article_get_id (article), article_id))
        {
          *out_position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * galley_desk_find_article:
 *
 * Returns: (transfer none) (nullable): the article of that id, if it is in the list
 */
GalleyArticle *
galley_desk_find_article (GalleyDesk *self, const char *article_id)
{
  g_autoptr (GalleyArticle) article = NULL;
  guint position;

  g_return_val_if_fail (GALLEY_IS_DESK (self) && article_id != NULL, NULL);

  if (!find_position (self, article_id, &position))
    return NULL;

  /* The list keeps it alive. */
  article = g_list_model_get_item (G_LIST_MODEL (self->articles), position);
  return article;
}

/**
 * galley_desk_get_n_unsaved:
 *
 * Returns: how many steps were handed over and are not durable yet
 */
guint
galley_desk_get_n_unsaved (GalleyDesk *self)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), 0);

  return self->n_unsaved;
}

/* The object that stands for an article, in the list or in a check that is still open although the
 * article was taken out. */
static GalleyArticle *
find_known_article (GalleyDesk *self, const char *article_id)
{
  GalleyArticle *known = galley_desk_find_article (self, article_id);

  for (guint i = 0; known == NULL && i < self->checks->len; i++)
    {
      GalleyArticle *article = galley_check_get_article (g_ptr_array_index (self->checks, i));

      if (g_str_equal (galley_article_get_id (article), article_id))
        known = article;
    }

  return known;
}

static void
apply_article (GalleyDesk *self, GalleyArticle *fresh)
{
  GalleyArticle *known = find_known_article (self, galley_article_get_id (fresh));
  guint position;

  if (known != NULL)
    galley_article_assign (known, fresh);
  if (!find_position (self, galley_article_get_id (fresh), &position))
    g_list_store_insert (self->articles, 0, known != NULL ? known : fresh);
}

/* What is in the list and not among all the articles that there are is gone. */
static void
find_gone (GalleyDesk *self, GalleyOutcome *outcome)
{
  guint n_articles = g_list_model_get_n_items (G_LIST_MODEL (self->articles));
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < outcome->articles->len; i++)
    g_hash_table_add (there, (gpointer) galley_article_get_id (outcome->articles->pdata[i]));
  for (guint i = 0; i < n_articles; i++)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (G_LIST_MODEL (self->articles), i);

      if (!g_hash_table_contains (there, galley_article_get_id (article)))
        g_ptr_array_add (outcome->gone_articles, g_strdup (galley_article_get_id (article)));
    }
}

/* Brings the list of articles and the open checks in line with what is durable now. */
void
galley_desk_apply (GalleyDesk *self, GalleyOutcome *outcome)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func (g_object_unref);

  if (outcome->is_whole)
    find_gone (self, outcome);
  for (guint i = 0; i < outcome->articles->len; i++)
    apply_article (self, g_ptr_array_index (outcome->articles, i));
  for (guint i = 0; i < outcome->gone_articles->len; i++)
    {
      guint position;

      if (find_position (self, g_ptr_array_index (outcome->gone_articles, i), &position))
        g_list_store_remove (self->articles, position);
    }

  /* Whoever listens to a check may open or drop others. */
  for (guint i = 0; i < self->checks->len; i++)
    g_ptr_array_add (checks, g_object_ref (g_ptr_array_index (self->checks, i)));
  for (guint i = 0; i < checks->len; i++)
    galley_check_apply (g_ptr_array_index (checks, i), outcome);
}

/* Keeps @check up to date for as long as somebody uses it. */
void
galley_desk_register (GalleyDesk *self, GalleyCheck *check)
{
  g_ptr_array_add (self->checks, check);
  g_object_weak_ref (G_OBJECT (check), forget_check_cb, self);
}

/* Makes a check of what the library holds; @known is the list's own object for the article. */
GalleyCheck *
galley_desk_read_check (GalleyDesk *self,
                        const char *article_id,
                        GalleyArticle *known,
                        GError **error)
{
  g_autoptr (GalleyStoredArticle) stored =
      galley_library_load_article (self->library, article_id, error);
  GalleyCheck *check;

  if (stored == NULL)
    return NULL;

  check = galley_check_new (known != NULL ? known : stored->article, stored->document,
                            stored->claims, stored->dismissals);
  galley_check_set_tray (check, stored->tray);
  galley_check_set_readings (check, stored->readings);
  galley_check_set_sign_offs (check, stored->sign_offs);
  galley_check_set_undo_redo (check, stored->undo_verb, stored->redo_verb);
  return check;
}

static GalleyOutcome *
apply_and_return (GalleyDesk *self, GalleyOutcome *outcome)
{
  if (outcome != NULL)
    galley_desk_apply (self, outcome);
  return outcome;
}

/**
 * galley_desk_import:
 * @document: what a reader made
 *
 * Takes an article into the library.
 *
 * Returns: (transfer full): the outcome, whose article is the new one; or %NULL
 */
GalleyOutcome *
galley_desk_import (GalleyDesk *self,
                    GalleyDocument *document,
                    GCancellable *cancellable,
                    GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self) && GALLEY_IS_DOCUMENT (document), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return apply_and_return (self, galley_desk_write_import (self, document, error));
}

/**
 * galley_desk_load:
 *
 * Opens an article for checking. The check follows whatever is done at this desk from then on.
 *
 * Returns: (transfer full): the check, or %NULL
 */
GalleyCheck *
galley_desk_load (GalleyDesk *self,
                  const char *article_id,
                  GCancellable *cancellable,
                  GError **error)
{
  GalleyCheck *check;

  g_return_val_if_fail (GALLEY_IS_DESK (self) && article_id != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  check =
      galley_desk_read_check (self, article_id, galley_desk_find_article (self, article_id), error);
  if (check != NULL)
    galley_desk_register (self, check);

  return check;
}

/**
 * galley_desk_load_snapshot:
 *
 * Reads an article to be printed. All of it is of one moment, and stays. Blocks; may be called from
 * any thread.
 *
 * Returns: (transfer full): a check that follows nothing; or %NULL
 */
GalleyCheck *
galley_desk_load_snapshot (GalleyDesk *self, const char *article_id, GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self) && article_id != NULL, NULL);

  return galley_desk_read_check (self, article_id, /* known= */ NULL, error);
}

/**
 * galley_desk_perform:
 * @action: made by one of the verbs
 *
 * Carries out a verb. When it returns, all of it is durable, or nothing of it happened.
 *
 * Returns: (transfer full): the outcome, which the open checks show already; or %NULL
 */
GalleyOutcome *
galley_desk_perform (GalleyDesk *self,
                     GalleyAction *action,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self) && action != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return apply_and_return (self,
                           galley_library_perform (self->library, self->actor, action, error));
}

/**
 * galley_desk_undo:
 * @scope_id: (nullable): the article whose last step is meant, or the second reading whose last
 *   judgement is; %NULL for the library's last step
 * @unit_id: (nullable): a certain step instead, by the unit of its outcome
 *
 * Undoes a step.
 *
 * Returns: (transfer full): the outcome; or %NULL
 */
GalleyOutcome *
galley_desk_undo (GalleyDesk *self,
                  const char *scope_id,
                  const char *unit_id,
                  GCancellable *cancellable,
                  GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return apply_and_return (
      self, galley_library_undo (self->library, self->actor, scope_id, unit_id, error));
}

/**
 * galley_desk_redo:
 * @scope_id: (nullable): the article or second reading of which the last undone step is meant;
 * %NULL for the library's
 *
 * Does again what was undone last.
 *
 * Returns: (transfer full): the outcome; or %NULL
 */
GalleyOutcome *
galley_desk_redo (GalleyDesk *self, const char *scope_id, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return apply_and_return (self, galley_library_redo (self->library, self->actor, scope_id, error));
}

/**
 * galley_desk_purge_article:
 *
 * Destroys an article and everything in it. Nothing undoes this.
 *
 * Returns: (transfer full): the outcome; or %NULL
 */
GalleyOutcome *
galley_desk_purge_article (GalleyDesk *self,
                           const char *article_id,
                           GCancellable *cancellable,
                           GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self) && article_id != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return apply_and_return (
      self, galley_library_purge_article (self->library, self->actor, article_id, error));
}

/**
 * galley_desk_list_history:
 * @article_id: (nullable): only what concerns this article
 * @subject_id: (nullable): only what concerns this claim
 *
 * Returns: (transfer full) (element-type GalleyHistoryEntry): oldest first; or %NULL
 */
GPtrArray *
galley_desk_list_history (GalleyDesk *self,
                          const char *article_id,
                          const char *subject_id,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), NULL);

  return galley_library_list_history (self->library, article_id, subject_id, error);
}

/**
 * galley_desk_search:
 * @words: what to look for; each word may be the beginning of one
 *
 * Returns: (transfer full) (element-type GalleySearchHit): what was found, best first; or %NULL
 */
GPtrArray *
galley_desk_search (GalleyDesk *self, const char *words, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self) && words != NULL, NULL);

  return galley_library_search (self->library, words, error);
}

/**
 * galley_desk_find_original:
 * @sha256: digest of a file's bytes
 * @out_article_id: (out) (nullable): the article that was made from such a file; %NULL if none was
 *
 * Returns: whether the library could be read
 */
gboolean
galley_desk_find_original (GalleyDesk *self,
                           const char *sha256,
                           char **out_article_id,
                           GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), FALSE);

  return galley_library_find_original (self->library, sha256, out_article_id, error);
}

/**
 * galley_desk_find_claim:
 * @prefix: a claim's id, or its beginning
 * @out_claim_id: (out) (nullable): the claim's id; %NULL if there is none or more than one
 * @out_article_id: (out) (nullable): the article's id
 *
 * Returns: whether the library could be read
 */
gboolean
galley_desk_find_claim (GalleyDesk *self,
                        const char *prefix,
                        char **out_claim_id,
                        char **out_article_id,
                        GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), FALSE);

  return galley_library_find_claim (self->library, prefix, out_claim_id, out_article_id, error);
}

/**
 * galley_desk_restore:
 * @backup_path: a backup
 * @path: the library that is to become what the backup is; what was there is kept beside it
 *
 * Returns: whether the library is what the backup was
 */
gboolean
galley_desk_restore (const char *backup_path,
                     const char *path,
                     GCancellable *cancellable,
                     GError **error)
{
  make_default_folder (path);
  return galley_library_restore (backup_path, path, error);
}

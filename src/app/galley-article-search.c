/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-search.h"

#include "galley-search-hit.h"

#include <string.h>

/**
 * GalleyArticleSearch:
 *
 * Which articles of a library are looked for: those whose title or words hold something, with or
 * without those in the archive. The library is searched on its thread; until it has answered the
 * titles alone decide.
 *
 * It only looks again when it is told to, so that whoever shows the articles knows what moves them.
 */
struct _GalleyArticleSearch
{
  GObject parent_instance;

  GalleyDesk *desk; /* (nullable) */
  GtkFilter *filter;
  char *needle;         /* (nullable) case-folded; NULL finds everything */
  GHashTable *found;    /* (nullable) (element-type utf8): ids of articles that hold the words */
  GCancellable *search; /* (nullable) the search at work */
  gboolean show_archived;
};

enum
{
  FOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyArticleSearch, galley_article_search, G_TYPE_OBJECT)

static gboolean
matches (gpointer item, gpointer user_data)
{
  GalleyArticleSearch *self = user_data;
  g_autofree char *title = NULL;

  if (galley_article_is_archived (item) && !self->show_archived)
    return FALSE;
  if (self->needle == NULL)
    return TRUE;
  if (self->found != NULL && g_hash_table_contains (self->found, galley_article_get_id (item)))
    return TRUE;

  title = g_utf8_casefold (galley_article_get_title (item), -1);
  return strstr (title, self->needle) != NULL;
}

/* Newest first. */
static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  gint64 x = galley_article_get_imported_at ((GalleyArticle *) a);
  gint64 y = galley_article_get_imported_at ((GalleyArticle *) b);

  return x != y ? (x > y ? -1 : 1)
                : strcmp (galley_article_get_id ((GalleyArticle *) a),
                          galley_article_get_id ((GalleyArticle *) b));
}

static void
forget (GalleyArticleSearch *self)
{
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->needle, g_free);
}

static void
galley_article_search_dispose (GObject *object)
{
  GalleyArticleSearch *self = GALLEY_ARTICLE_SEARCH (object);

  forget (self);
  g_clear_object (&self->filter);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (galley_article_search_parent_class)->dispose (object);
}

static void
galley_article_search_class_init (GalleyArticleSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = galley_article_search_dispose;

  /**
   * GalleyArticleSearch::found:
   *
   * The library has answered: it is worth while to refresh.
   */
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_article_search_init (GalleyArticleSearch *self)
{
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
}

/**
 * galley_article_search_new:
 *
 * Returns: (transfer full): a search that finds all that is not in the archive
 */
GalleyArticleSearch *
galley_article_search_new (void)
{
  return g_object_new (GALLEY_TYPE_ARTICLE_SEARCH, NULL);
}

/**
 * galley_article_search_set_desk:
 * @desk: where to look
 *
 * Returns: (transfer full): the articles that are found, newest first; the search has to outlive it
 */
GListModel *
galley_article_search_set_desk (GalleyArticleSearch *self, GalleyDesk *desk)
{
  GListModel *sorted;

  g_return_val_if_fail (GALLEY_IS_ARTICLE_SEARCH (self) && GALLEY_IS_DESK (desk), NULL);

  g_set_object (&self->desk, desk);
  sorted = G_LIST_MODEL (
      gtk_sort_list_model_new (g_object_ref (galley_desk_get_articles (desk)),
                               GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL))));

  return G_LIST_MODEL (gtk_filter_list_model_new (sorted, g_object_ref (self->filter)));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyArticleSearch) self = user_data;
  g_autoptr (GPtrArray) hits =
      galley_desk_search_finish (GALLEY_DESK (source), result, /* error= */ NULL);

  /* A newer search has begun; or the words cannot be looked for, and titles must do. */
  if (hits == NULL)
    return;

  g_clear_object (&self->search);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < hits->len; i++)
    {
      const GalleySearchHit *hit = g_ptr_array_index (hits, i);

      if (hit->article_id != NULL)
        g_hash_table_add (self->found, g_strdup (hit->article_id));
    }
  g_signal_emit (self, signals[FOUND], 0);
}

/**
 * galley_article_search_set_words:
 * @words: what to look for; "" for everything
 *
 * Begins another search. What the titles say of it, galley_article_search_refresh() shows at once.
 */
void
galley_article_search_set_words (GalleyArticleSearch *self, const char *words)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_SEARCH (self) && words != NULL);

  forget (self);
  if (*words == '\0')
    return;

  self->needle = g_utf8_casefold (words, -1);
  if (self->desk == NULL)
    return;
  self->search = g_cancellable_new ();
  galley_desk_search_async (self->desk, words, self->search, found_cb, g_object_ref (self));
}

/**
 * galley_article_search_has_words:
 *
 * Returns: whether something is looked for
 */
gboolean
galley_article_search_has_words (GalleyArticleSearch *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE_SEARCH (self), FALSE);

  return self->needle != NULL;
}

/**
 * galley_article_search_set_show_archived:
 * @show_archived: whether articles in the archive are found, too
 */
void
galley_article_search_set_show_archived (GalleyArticleSearch *self, gboolean show_archived)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_SEARCH (self));

  self->show_archived = show_archived;
}

gboolean
galley_article_search_get_show_archived (GalleyArticleSearch *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE_SEARCH (self), FALSE);

  return self->show_archived;
}

/**
 * galley_article_search_refresh:
 *
 * Looks again which articles are found.
 */
void
galley_article_search_refresh (GalleyArticleSearch *self)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_SEARCH (self));

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

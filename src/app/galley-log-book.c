/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-log-book.h"

#include "galley-fold.h"

/* Where more sources change at once, the log is read again. */
#define MAX_CHANGES 50

/**
 * GalleyLogBook:
 *
 * The source log of a library in memory, to be searched at every key press, and what widgets of the
 * source log and of queries need to work with it.
 *
 * It is read once, in the background, and follows what is saved from then on. What is saved while
 * it is being read may or may not be in it: it is read again then.
 */
struct _GalleyLogBook
{
  GObject parent_instance;

  GalleyDesk *desk;
  GalleySaver *saver;
  GCancellable *cancellable;
  GListStore *entries; /* (element-type GalleyLogEntry), newest first */
  gboolean is_loaded;
  gboolean is_stale; /* whether something was saved while it was being read */
};

enum
{
  CHANGED,
  SHOW_CLAIM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyLogBook, galley_log_book, G_TYPE_OBJECT)

static void read_log (GalleyLogBook *self);

static void
take_over (GalleyLogBook *self, GPtrArray *sources)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_full (sources->len, g_object_unref);

  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (entries, galley_log_entry_new (g_ptr_array_index (sources, i)));
  g_list_store_splice (self->entries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)),
                       entries->pdata, entries->len);
  self->is_loaded = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyLogBook) self = user_data;
  g_autoptr (GPtrArray) sources =
      galley_desk_list_sources_finish (GALLEY_DESK (object), result, NULL);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->is_stale)
    read_log (self);
  else if (sources != NULL)
    take_over (self, sources);
}

static void
read_log (GalleyLogBook *self)
{
  self->is_loaded = FALSE;
  self->is_stale = FALSE;
  galley_desk_list_sources_async (self->desk, self->cancellable, listed_cb, g_object_ref (self));
}

static gboolean
find_position (GalleyLogBook *self, const char *id, guint *out_position)
{
  guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (GalleyLogEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (g_str_equal (galley_log_entry_get_source (entry)->id, id))
        {
          *out_position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
put (GalleyLogBook *self, GalleySource *source)
{
  g_autoptr (GalleyLogEntry) entry = galley_log_entry_new (source);
  guint position;

  if (find_position (self, source->id, &position))
    g_list_store_splice (self->entries, position, 1, (gpointer *) &entry, 1);
  else
    g_list_store_insert (self->entries, 0, entry);
}

static void
saved_cb (GalleyLogBook *self, GalleyOutcome *outcome)
{
  guint position;

  if (!self->is_loaded)
    {
      self->is_stale = TRUE;
      return;
    }

  if (outcome->is_whole || outcome->sources->len + outcome->gone_sources->len > MAX_CHANGES)
    {
      read_log (self);
      return;
    }

  for (guint i = 0; i < outcome->sources->len; i++)
    put (self, g_ptr_array_index (outcome->sources, i));
  for (guint i = 0; i < outcome->gone_sources->len; i++)
    if (find_position (self, g_ptr_array_index (outcome->gone_sources, i), &position))
      g_list_store_remove (self->entries, position);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
galley_log_book_dispose (GObject *object)
{
  GalleyLogBook *self = GALLEY_LOG_BOOK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->saver);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (galley_log_book_parent_class)->dispose (object);
}

static void
galley_log_book_finalize (GObject *object)
{
  GalleyLogBook *self = GALLEY_LOG_BOOK (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->entries);

  G_OBJECT_CLASS (galley_log_book_parent_class)->finalize (object);
}

static void
galley_log_book_class_init (GalleyLogBookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = galley_log_book_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_log_book_finalize;

  /**
   * GalleyLogBook::changed:
   *
   * The log was read, or something was saved in its library: entries, where they are used and
   * queries may be others.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * GalleyLogBook::show-claim:
   * @article_id: an article
   * @claim_id: a claim of it
   *
   * Somebody wants to see the claim. The window does that.
   */
  signals[SHOW_CLAIM] =
      g_signal_new ("show-claim", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
galley_log_book_init (GalleyLogBook *self)
{
  self->cancellable = g_cancellable_new ();
  self->entries = g_list_store_new (GALLEY_TYPE_LOG_ENTRY);
}

/**
 * galley_log_book_new:
 * @desk: whose log
 * @saver: what is saved through it is followed
 *
 * Begins to read the log.
 *
 * Returns: (transfer full): the log, empty until it is read
 */
GalleyLogBook *
galley_log_book_new (GalleyDesk *desk, GalleySaver *saver)
{
  GalleyLogBook *self = g_object_new (GALLEY_TYPE_LOG_BOOK, NULL);

  self->desk = g_object_ref (desk);
  self->saver = g_object_ref (saver);
  g_signal_connect_object (saver, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  read_log (self);

  return self;
}

/**
 * galley_log_book_find_for:
 * @widget: any widget
 *
 * Returns: (transfer none) (nullable): the log of the window that @widget is in, which has it as
 *   its property "log-book"; %NULL while no library is open there
 */
GalleyLogBook *
galley_log_book_find_for (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GalleyLogBook) book = NULL;

  if (root != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (root), "log-book") != NULL)
    g_object_get (root, "log-book", &book, NULL);

  /* The window keeps it alive. */
  return book;
}

/**
 * galley_log_book_get_desk:
 *
 * Returns: (transfer none): whose log it is
 */
GalleyDesk *
galley_log_book_get_desk (GalleyLogBook *self)
{
  g_return_val_if_fail (GALLEY_IS_LOG_BOOK (self), NULL);

  return self->desk;
}

/**
 * galley_log_book_get_saver:
 *
 * Returns: (transfer none): what changes of the log go through
 */
GalleySaver *
galley_log_book_get_saver (GalleyLogBook *self)
{
  g_return_val_if_fail (GALLEY_IS_LOG_BOOK (self), NULL);

  return self->saver;
}

/**
 * galley_log_book_get_entries:
 *
 * Returns: (transfer none): the entries (#GalleyLogEntry), newest first
 */
GListModel *
galley_log_book_get_entries (GalleyLogBook *self)
{
  g_return_val_if_fail (GALLEY_IS_LOG_BOOK (self), NULL);

  return G_LIST_MODEL (self->entries);
}

/**
 * galley_log_book_is_loaded:
 *
 * Returns: whether the log was read
 */
gboolean
galley_log_book_is_loaded (GalleyLogBook *self)
{
  g_return_val_if_fail (GALLEY_IS_LOG_BOOK (self), FALSE);

  return self->is_loaded;
}

/* What is in the list lives as long as it is there. */
static GalleyLogEntry *
peek (GalleyLogBook *self, guint position)
{
  g_autoptr (GalleyLogEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), position);

  return entry;
}

/**
 * galley_log_book_find:
 * @id: UUID
 *
 * Returns: (transfer none) (nullable): the source of that id
 */
GalleySource *
galley_log_book_find (GalleyLogBook *self, const char *id)
{
  guint position;

  g_return_val_if_fail (GALLEY_IS_LOG_BOOK (self) && id != NULL, NULL);

  if (!find_position (self, id, &position))
    return NULL;
  return galley_log_entry_get_source (peek (self, position));
}

/**
 * galley_log_book_find_at:
 * @address: what somebody typed or pasted as the address of a source
 *
 * Returns: (transfer none) (nullable): the newest source at that address
 */
GalleySource *
galley_log_book_find_at (GalleyLogBook *self, const char *address)
{
  g_autofree char *place = galley_log_entry_fold_address (address);
  guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  for (guint i = 0; *place != '\0' && i < n_entries; i++)
    {
      GalleyLogEntry *entry = peek (self, i);

      if (galley_log_entry_is_at (entry, place))
        return galley_log_entry_get_source (entry);
    }

  return NULL;
}

/**
 * galley_log_book_complete:
 * @typed: what somebody types
 * @max: no more than so many
 *
 * Returns: (transfer full) (element-type GalleySource): sources that could be meant, the best
 *   first: those whose title begins so, then those in whose title, people and other fields words
 *   begin so, each newest first; none if nothing is typed
 */
GPtrArray *
galley_log_book_complete (GalleyLogBook *self, const char *typed, guint max)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_source_unref);
  g_autofree char *folded = g_strstrip (galley_fold (typed));
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GPtrArray *by_fit[GALLEY_N_FITS];
  guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  for (guint i = 0; i < GALLEY_N_FITS; i++)
    by_fit[i] = g_ptr_array_new ();
  for (guint i = 0; *folded != '\0' && by_fit[0]->len < max && i < n_entries; i++)
    {
      GalleyLogEntry *entry = peek (self, i);
      GalleyFit fit = galley_log_entry_fit (entry, folded, (const char *const *) words);

      if (fit != GALLEY_FIT_NONE && by_fit[fit]->len < max)
        g_ptr_array_add (by_fit[fit], galley_log_entry_get_source (entry));
    }
  for (guint fit = 0; fit < GALLEY_N_FITS; fit++)
    for (guint i = 0; i < by_fit[fit]->len && found->len < max; i++)
      g_ptr_array_add (found, galley_source_ref (g_ptr_array_index (by_fit[fit], i)));
  for (guint i = 0; i < GALLEY_N_FITS; i++)
    g_ptr_array_unref (by_fit[i]);

  return found;
}

/**
 * galley_log_book_complete_group:
 * @typed: what somebody types; may be empty
 * @max: no more than so many
 *
 * Returns: (transfer full) (element-type utf8): groups of independence that sources are in and that
 *   begin so
 */
GPtrArray *
galley_log_book_complete_group (GalleyLogBook *self, const char *typed, guint max)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *folded = g_strstrip (galley_fold (typed));
  guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  for (guint i = 0; i < n_entries && found->len < max; i++)
    {
      char *group = galley_log_entry_get_source (peek (self, i))->texts[GALLEY_SOURCE_GROUP];
      g_autofree char *folded_group = group != NULL ? galley_fold (group) : NULL;

      if (group != NULL && g_str_has_prefix (folded_group, folded) &&
          g_hash_table_add (seen, group))
        g_ptr_array_add (found, g_strdup (group));
    }

  return found;
}

/**
 * galley_log_book_show_claim:
 * @article_id: an article
 * @claim_id: a claim of it
 *
 * Asks the window to show a claim.
 */
void
galley_log_book_show_claim (GalleyLogBook *self, const char *article_id, const char *claim_id)
{
  g_return_if_fail (GALLEY_IS_LOG_BOOK (self) && article_id != NULL && claim_id != NULL);

  g_signal_emit (self, signals[SHOW_CLAIM], 0, article_id, claim_id);
}

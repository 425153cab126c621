/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article.h"

/**
 * GalleyArticle:
 *
 * A piece under check, as the library's list shows it. Changes only by galley_article_assign(),
 * with what the library has made durable; "changed" tells listeners that anything did.
 */
struct _GalleyArticle
{
  GObject parent_instance;

  char *id;
  char *title;
  char *readers; /* (nullable) one a line */
  gboolean archived;
  gboolean is_signed;
  gint64 imported_at;
  gint64 changed_at;
  guint n_with_status[GALLEY_N_STATUSES];
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyArticle, galley_article, G_TYPE_OBJECT)

static void
galley_article_finalize (GObject *object)
{
  GalleyArticle *self = GALLEY_ARTICLE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->readers);

  G_OBJECT_CLASS (galley_article_parent_class)->finalize (object);
}

static void
galley_article_class_init (GalleyArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_article_finalize;

  /**
   * GalleyArticle::changed:
   *
   * Something about the article is different now.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_article_init (GalleyArticle *self)
{
}

/**
 * galley_article_new:
 * @id: UUID
 * @fields: everything else
 *
 * Returns: (transfer full): the article
 */
GalleyArticle *
galley_article_new (const char *id, const GalleyArticleFields *fields)
{
  GalleyArticle *self;

  g_return_val_if_fail (id != NULL && fields != NULL && fields->title != NULL, NULL);

  self = g_object_new (GALLEY_TYPE_ARTICLE, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (fields->title);
  self->archived = fields->archived;
  self->is_signed = fields->is_signed;
  self->readers = g_strdup (fields->readers);
  self->imported_at = fields->imported_at;
  self->changed_at = fields->changed_at;
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    self->n_with_status[i] = fields->n_with_status[i];

  return self;
}

const char *
galley_article_get_id (GalleyArticle *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE (self), NULL);

  return self->id;
}

/**
 * galley_article_get_title:
 *
 * Returns: (transfer none): its headline, or its first words if the input states none
 */
const char *
galley_article_get_title (GalleyArticle *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE (self), NULL);

  return self->title;
}

gboolean
galley_article_is_archived (GalleyArticle *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE (self), FALSE);

  return self->archived;
}

/**
 * galley_article_is_signed:
 *
 * Returns: whether it is signed off, and nothing about it can be changed before it is reopened
 */
gboolean
galley_article_is_signed (GalleyArticle *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE (self), FALSE);

  return self->is_signed;
}

/**
 * galley_article_get_imported_at:
 *
 * Returns: milliseconds since 1970 UTC
 */
gint64
galley_article_get_imported_at (GalleyArticle *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE (self), 0);

  return self->imported_at;
}

/**
 * galley_article_get_changed_at:
 *
 * Returns: when anything about it was last done, milliseconds since 1970 UTC
 */
gint64
galley_article_get_changed_at (GalleyArticle *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE (self), 0);

  return self->changed_at;
}

guint
galley_article_get_n_claims (GalleyArticle *self)
{
  guint n = 0;

  g_return_val_if_fail (GALLEY_IS_ARTICLE (self), 0);

  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    n += self->n_with_status[i];

  return n;
}

guint
galley_article_get_n_with_status (GalleyArticle *self, GalleyStatus status)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE (self), 0);
  g_return_val_if_fail ((guint) status < GALLEY_N_STATUSES, 0);

  return self->n_with_status[status];
}

/**
 * galley_article_is_read_by:
 * @reader: a person
 *
 * Returns: whether this person has a second reading of the article under way
 */
gboolean
galley_article_is_read_by (GalleyArticle *self, const char *reader)
{
  g_auto (GStrv) readers = NULL;

  g_return_val_if_fail (GALLEY_IS_ARTICLE (self) && reader != NULL, FALSE);

  if (self->readers == NULL)
    return FALSE;
  readers = g_strsplit (self->readers, "\n", -1);
  return g_strv_contains ((const char *const *) readers, reader);
}

/**
 * galley_article_assign:
 * @other: the same article as the library has it now
 *
 * Takes over everything from @other and emits #GalleyArticle::changed if anything differs.
 *
 * Returns: whether anything differed
 */
gboolean
galley_article_assign (GalleyArticle *self, GalleyArticle *other)
{
  gboolean changed;

  g_return_val_if_fail (GALLEY_IS_ARTICLE (self) && GALLEY_IS_ARTICLE (other), FALSE);

  changed = self->archived != other->archived || self->is_signed != other->is_signed ||
            self->imported_at != other->imported_at || self->changed_at != other->changed_at ||
            !g_str_equal (self->title, other->title) ||
            g_strcmp0 (self->readers, other->readers) != 0;
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    changed |= self->n_with_status[i] != other->n_with_status[i];
  if (!changed)
    return FALSE;

  g_free (self->title);
  self->title = g_strdup (other->title);
  g_free (self->readers);
  self->readers = g_strdup (other->readers);
  self->archived = other->archived;
  self->is_signed = other->is_signed;
  self->imported_at = other->imported_at;
  self->changed_at = other->changed_at;
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    self->n_with_status[i] = other->n_with_status[i];
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

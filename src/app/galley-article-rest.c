/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-rest.h"

/* So many characters are set at a time, which takes a few milliseconds. */
#define CHUNK 50000

typedef struct
{
  GalleyRange range;
  gboolean is_new;
} Part;

struct _GalleyArticleRest
{
  GalleyArticleRestFunc func;
  gpointer data;
  GArray *parts; /* of Part, in the order to be set */
  guint idle_id;
};

/**
 * galley_article_rest_new:
 * @func: sets a part
 * @data: for @func; must outlive the result
 *
 * Returns: (transfer full): nothing to set yet
 */
GalleyArticleRest *
galley_article_rest_new (GalleyArticleRestFunc func, gpointer data)
{
  GalleyArticleRest *self = g_new0 (GalleyArticleRest, 1);

  self->func = func;
  self->data = data;
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));

  return self;
}

void
galley_article_rest_free (GalleyArticleRest *self)
{
  galley_article_rest_clear (self);
  g_array_unref (self->parts);
  g_free (self);
}

static gboolean
idle_cb (gpointer user_data)
{
  GalleyArticleRest *self = user_data;
  Part *first = &g_array_index (self->parts, Part, 0);
  GalleyRange chunk = { first->range.start, MIN (first->range.start + CHUNK, first->range.end) };
  gboolean is_new = first->is_new;

  first->range.start = chunk.end;
  if (first->range.start >= first->range.end)
    g_array_remove_index (self->parts, 0);
  self->func (chunk, is_new, self->data);
  if (self->parts->len > 0)
    return G_SOURCE_CONTINUE;

  self->idle_id = 0;
  return G_SOURCE_REMOVE;
}

/**
 * galley_article_rest_add:
 * @range: characters that cannot be seen; may be none
 * @is_new: whether they were never set
 *
 * Leaves a part for after the next frame, behind all that was left before.
 */
void
galley_article_rest_add (GalleyArticleRest *self, GalleyRange range, gboolean is_new)
{
  Part part = { range, is_new };

  if (range.start >= range.end)
    return;

  g_array_append_val (self->parts, part);
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (GALLEY_PRIORITY_AFTER_FRAME, idle_cb, self, NULL);
}

/**
 * galley_article_rest_clear:
 *
 * Leaves undone what is left: the text will be another one.
 */
void
galley_article_rest_clear (GalleyArticleRest *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_array_set_size (self->parts, 0);
}

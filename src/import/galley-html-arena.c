/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-arena.h"

/* Small blocks are cut from chunks and never freed alone: a parser's tree lives as a whole. Large
 * ones are mostly buffers that grow, so they are freed when they are let go; each has its size
 * before it. */

#define CHUNK_BYTES (256 * 1024)
#define LARGE_BYTES (16 * 1024)
#define ALIGNMENT_BYTES 16

/**
 * galley_html_arena_new:
 * @max_bytes: the most that it gives
 * @cancellable: (nullable): what ends the parser as well
 *
 * The caller has to set @escape with setjmp() before the first block is asked for.
 *
 * Returns: (transfer full): an empty arena
 */
GalleyHtmlArena *
galley_html_arena_new (gsize max_bytes, GCancellable *cancellable)
{
  GalleyHtmlArena *self = g_new0 (GalleyHtmlArena, 1);

  self->max_bytes = max_bytes;
  self->cancellable = cancellable;
  self->larges = g_hash_table_new_full (NULL, NULL, g_free, /* value_destroy= */ NULL);

  return self;
}

void
galley_html_arena_free (GalleyHtmlArena *self)
{
  g_slist_free_full (self->chunks, g_free);
  g_hash_table_unref (self->larges);
  g_free (self);
}

static void
escape_if_spent (GalleyHtmlArena *self, gsize size_bytes)
{
  if (size_bytes > self->max_bytes - self->used_bytes ||
      g_cancellable_is_cancelled (self->cancellable))
    longjmp (self->escape, 1);
}

static void *
allocate_large (GalleyHtmlArena *self, gsize size_bytes)
{
  char *block;

  escape_if_spent (self, size_bytes);
  block = g_malloc (ALIGNMENT_BYTES + size_bytes);
  *(gsize *) (void *) block = size_bytes;
  self->used_bytes += size_bytes;
  g_hash_table_add (self->larges, block);

  return block + ALIGNMENT_BYTES;
}

/**
 * galley_html_arena_allocate:
 * @arena: a #GalleyHtmlArena
 * @size_bytes: how much
 *
 * Returns: (transfer none): a block; there always is one, or it does not return
 */
void *
galley_html_arena_allocate (void *arena, size_t size_bytes)
{
  GalleyHtmlArena *self = arena;
  void *block;

  size_bytes = MAX (size_bytes, 1);
  if (size_bytes >= LARGE_BYTES)
    return allocate_large (self, size_bytes);

  size_bytes = (size_bytes + ALIGNMENT_BYTES - 1) / ALIGNMENT_BYTES * ALIGNMENT_BYTES;
  if (size_bytes > self->free_bytes)
    {
      escape_if_spent (self, CHUNK_BYTES);
      self->free = g_malloc (CHUNK_BYTES);
      self->free_bytes = CHUNK_BYTES;
      self->used_bytes += CHUNK_BYTES;
      self->chunks = g_slist_prepend (self->chunks, self->free);
    }

  block = self->free;
  self->free += size_bytes;
  self->free_bytes -= size_bytes;
  return block;
}

/**
 * galley_html_arena_release:
 * @arena: a #GalleyHtmlArena
 * @block: (nullable): what it gave
 *
 * Takes a block back, if it is a large one.
 */
void
galley_html_arena_release (void *arena, void *block)
{
  GalleyHtmlArena *self = arena;
  char *start, *chunk = self->chunks != NULL ? self->chunks->data : NULL;

  /* Most blocks are small, and given back soon after they were taken. */
  if (block == NULL ||
      (chunk != NULL && (char *) block >= chunk && (char *) block < chunk + CHUNK_BYTES))
    return;
  start = (char *) block - ALIGNMENT_BYTES;
  if (!g_hash_table_contains (self->larges, start))
    return;

  self->used_bytes -= *(gsize *) (void *) start;
  g_hash_table_remove (self->larges, start);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <setjmp.h>

G_BEGIN_DECLS

/**
 * GalleyHtmlArena:
 * @escape: where galley_html_arena_allocate() goes when it can give no more
 *
 * Memory for a parser that frees it all at once, up to a limit. The parser cannot be told that
 * there is no more, so the arena jumps out of it; nothing is lost by that, because all that the
 * parser holds is in the arena.
 */
typedef struct _GalleyHtmlArena
{
  jmp_buf escape;
  GCancellable *cancellable;
  GSList *chunks;     /* (element-type gpointer) of small blocks */
  GHashTable *larges; /* (element-type gpointer) blocks that are freed one by one */
  char *free;         /* what is left of the newest chunk */
  gsize free_bytes;
  gsize used_bytes; /* of all blocks, those that were freed included but for large ones */
  gsize max_bytes;
} GalleyHtmlArena;

GalleyHtmlArena *galley_html_arena_new (gsize max_bytes, GCancellable *cancellable)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_html_arena_free (GalleyHtmlArena *self);

void *galley_html_arena_allocate (void *arena, size_t size_bytes);
void galley_html_arena_release (void *arena, void *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyHtmlArena, galley_html_arena_free)

G_END_DECLS

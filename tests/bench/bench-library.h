/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BenchLibrary:
 * @folder: where everything is
 * @path: the library
 * @text_path: the words of its first article, as plain text
 * @article_id: its first article
 *
 * A library on disk that is there to be measured.
 */
typedef struct
{
  char *folder;
  char *path;
  char *text_path;
  char *article_id;
} BenchLibrary;

char *bench_library_make_text (guint seed, guint n_sentences) G_GNUC_WARN_UNUSED_RESULT;
BenchLibrary *bench_library_new (guint n_articles, guint n_claims) G_GNUC_WARN_UNUSED_RESULT;
char *bench_library_make_settings (BenchLibrary *self) G_GNUC_WARN_UNUSED_RESULT;
void bench_library_free (BenchLibrary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchLibrary, bench_library_free)

G_END_DECLS

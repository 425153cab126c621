/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

GPtrArray *bench_article_new (guint n_words) G_GNUC_WARN_UNUSED_RESULT;

GBytes *bench_article_make_docx (GPtrArray *paragraphs) G_GNUC_WARN_UNUSED_RESULT;
GBytes *bench_article_make_odt (GPtrArray *paragraphs) G_GNUC_WARN_UNUSED_RESULT;
GBytes *bench_article_make_epub (GPtrArray *paragraphs) G_GNUC_WARN_UNUSED_RESULT;
GBytes *bench_article_make_pdf (GPtrArray *paragraphs) G_GNUC_WARN_UNUSED_RESULT;
GBytes *bench_article_make_html (GPtrArray *paragraphs) G_GNUC_WARN_UNUSED_RESULT;

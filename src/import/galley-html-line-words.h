/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For what each is, see galley-html-line-words.c. */
extern const char *const galley_html_line_words_pointers[];
extern const char *const galley_html_line_words_requests[];
extern const char *const galley_html_line_words_objects[];
extern const char *const galley_html_line_words_labels[];
extern const char *const galley_html_line_words_adverts[];
extern const char *const galley_html_line_words_adverts_words[];
extern const char *const galley_html_line_words_pages_words[];
extern const char *const galley_html_line_words_steps[];
extern const char *const galley_html_line_words_steps_words[];
extern const char *const galley_html_line_words_shares[];
extern const char *const galley_html_line_words_shares_words[];
extern const char *const galley_html_line_words_files[];

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean galley_pdf_signs_end_sentence (const char *words);
gboolean galley_pdf_signs_end_hyphenated (const char *words);
gboolean galley_pdf_signs_is_hyphen (gunichar character);
gboolean galley_pdf_signs_is_bullet (const char *words);
gsize galley_pdf_signs_measure_bullet (const char *words);
gsize galley_pdf_signs_measure_ordinal (const char *words, char *out_stop, guint *out_value);
gboolean galley_pdf_signs_count_on (const char *words, const char *next_words);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-remarks.h"

G_BEGIN_DECLS

const char *galley_note_words_get_icon_name (const GalleyRemark *remark);
const char *galley_note_words_get_text (const GalleyRemark *remark);
char *galley_note_words_format_origin (const GalleyRemark *remark) G_GNUC_WARN_UNUSED_RESULT;
char *galley_note_words_format_date (const GalleyRemark *remark) G_GNUC_WARN_UNUSED_RESULT;
char *galley_note_words_format_markup (const GalleyRemark *remark) G_GNUC_WARN_UNUSED_RESULT;
char *galley_note_words_describe (GPtrArray *remarks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

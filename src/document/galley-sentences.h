/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document.h"

G_BEGIN_DECLS

GArray *galley_sentences_find (GalleyText *text, GalleyRange within, const char *language)
    G_GNUC_WARN_UNUSED_RESULT;
GArray *galley_document_find_sentences (GalleyDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

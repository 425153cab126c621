/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-reader.h"

G_BEGIN_DECLS

GalleyDocument *galley_html_page_read (GalleyInput *input,
                                       GBytes *page,
                                       const char *charset,
                                       const char *address,
                                       const char *media_type,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
GalleyDocument *galley_html_fragment_read (GalleyInput *input, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

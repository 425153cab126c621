/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-remarks.h"

G_BEGIN_DECLS

char *galley_remark_get_source_title (const GalleyRemark *remark, GalleyDocument *document)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_remark_get_source_address (const GalleyRemark *remark) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

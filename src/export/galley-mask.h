/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim.h"

G_BEGIN_DECLS

GPtrArray *galley_mask_evidence (GPtrArray *evidence) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_mask_queries (GPtrArray *queries) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-late.h"

#include <cmark.h>

G_BEGIN_DECLS

/* cmark, which is loaded late. */
#define GALLEY_CMARK_FUNCTIONS(F)                                                                  \
  F (cmark_iter_free)                                                                              \
  F (cmark_iter_get_node)                                                                          \
  F (cmark_iter_new)                                                                               \
  F (cmark_iter_next)                                                                              \
  F (cmark_node_free)                                                                              \
  F (cmark_node_get_heading_level)                                                                 \
  F (cmark_node_get_list_delim)                                                                    \
  F (cmark_node_get_list_start)                                                                    \
  F (cmark_node_get_list_tight)                                                                    \
  F (cmark_node_get_list_type)                                                                     \
  F (cmark_node_get_literal)                                                                       \
  F (cmark_node_get_type)                                                                          \
  F (cmark_node_get_url)                                                                           \
  F (cmark_node_get_user_data)                                                                     \
  F (cmark_node_parent)                                                                            \
  F (cmark_node_previous)                                                                          \
  F (cmark_node_set_user_data)                                                                     \
  F (cmark_parse_document)

typedef struct
{
  GALLEY_CMARK_FUNCTIONS (GALLEY_LATE_MEMBER)
} GalleyCmark;

/* Callable after galley_cmark_load(). */
extern GalleyCmark galley_cmark;

void galley_cmark_load (void);

G_END_DECLS

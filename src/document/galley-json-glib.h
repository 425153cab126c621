/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-late.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* json-glib, loaded when one of its functions is first called: it needs GIO, see galley-gio.h. */
#define GALLEY_JSON_GLIB_FUNCTIONS(F)                                                              \
  F (json_array_add_array_element)                                                                 \
  F (json_array_add_int_element)                                                                   \
  F (json_array_add_object_element)                                                                \
  F (json_array_add_string_element)                                                                \
  F (json_array_get_element)                                                                       \
  F (json_array_get_length)                                                                        \
  F (json_array_new)                                                                               \
  F (json_array_unref)                                                                             \
  F (json_builder_add_boolean_value)                                                               \
  F (json_builder_add_double_value)                                                                \
  F (json_builder_add_int_value)                                                                   \
  F (json_builder_add_null_value)                                                                  \
  F (json_builder_add_string_value)                                                                \
  F (json_builder_begin_array)                                                                     \
  F (json_builder_begin_object)                                                                    \
  F (json_builder_end_array)                                                                       \
  F (json_builder_end_object)                                                                      \
  F (json_builder_get_root)                                                                        \
  F (json_builder_new)                                                                             \
  F (json_builder_set_member_name)                                                                 \
  F (json_from_string)                                                                             \
  F (json_generator_new)                                                                           \
  F (json_generator_set_pretty)                                                                    \
  F (json_generator_set_root)                                                                      \
  F (json_generator_to_data)                                                                       \
  F (json_generator_to_gstring)                                                                    \
  F (json_node_alloc)                                                                              \
  F (json_node_get_array)                                                                          \
  F (json_node_get_boolean)                                                                        \
  F (json_node_get_double)                                                                         \
  F (json_node_get_int)                                                                            \
  F (json_node_get_node_type)                                                                      \
  F (json_node_get_object)                                                                         \
  F (json_node_get_string)                                                                         \
  F (json_node_get_value_type)                                                                     \
  F (json_node_init_array)                                                                         \
  F (json_node_new)                                                                                \
  F (json_node_take_array)                                                                         \
  F (json_node_unref)                                                                              \
  F (json_object_get_int_member_with_default)                                                      \
  F (json_object_get_member)                                                                       \
  F (json_object_get_null_member)                                                                  \
  F (json_object_get_string_member_with_default)                                                   \
  F (json_object_has_member)                                                                       \
  F (json_object_new)                                                                              \
  F (json_object_set_array_member)                                                                 \
  F (json_object_set_object_member)                                                                \
  F (json_object_set_string_member)                                                                \
  F (json_parser_get_current_line)                                                                 \
  F (json_parser_get_root)                                                                         \
  F (json_parser_load_from_data)                                                                   \
  F (json_parser_new)                                                                              \
  F (json_parser_new_immutable)                                                                    \
  F (json_to_string)

typedef struct
{
  GALLEY_JSON_GLIB_FUNCTIONS (GALLEY_LATE_MEMBER)
} GalleyJsonGlib;

const GalleyJsonGlib *galley_json_glib (void);

G_END_DECLS

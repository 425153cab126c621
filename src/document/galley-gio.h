/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-late.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* GIO, loaded when one of its functions is first called.
 *
 * With what it needs itself it takes the dynamic linker a tenth of the time in which galleyctl
 * reads a short PDF document, and most readers get on without it. The modules that galleyctl
 * consists of are compiled with galley-gio-names.h before everything else, so that they call these
 * functions by their own names. One that is called and is not listed makes galleyctl need the
 * library when it starts, which the guard of what it is linked with refuses.
 *
 * GObject is there from the start: a document is one. */
#define GALLEY_GIO_FUNCTIONS(F)                                                                    \
  F (g_async_result_is_tagged)                                                                     \
  F (g_cancellable_cancel)                                                                         \
  F (g_cancellable_connect)                                                                        \
  F (g_cancellable_disconnect)                                                                     \
  F (g_cancellable_is_cancelled)                                                                   \
  F (g_cancellable_make_pollfd)                                                                    \
  F (g_cancellable_new)                                                                            \
  F (g_cancellable_release_fd)                                                                     \
  F (g_cancellable_set_error_if_cancelled)                                                         \
  F (g_converter_convert)                                                                          \
  F (g_converter_get_type)                                                                         \
  F (g_file_create)                                                                                \
  F (g_file_delete)                                                                                \
  F (g_file_enumerate_children)                                                                    \
  F (g_file_enumerator_iterate)                                                                    \
  F (g_file_get_basename)                                                                          \
  F (g_file_get_child)                                                                             \
  F (g_file_get_parent)                                                                            \
  F (g_file_get_parse_name)                                                                        \
  F (g_file_get_type)                                                                              \
  F (g_file_info_get_attribute_uint32)                                                             \
  F (g_file_info_get_attribute_uint64)                                                             \
  F (g_file_info_get_file_type)                                                                    \
  F (g_file_info_get_is_backup)                                                                    \
  F (g_file_info_get_is_hidden)                                                                    \
  F (g_file_info_get_is_symlink)                                                                   \
  F (g_file_info_get_size)                                                                         \
  F (g_file_monitor_cancel)                                                                        \
  F (g_file_monitor_file)                                                                          \
  F (g_file_move)                                                                                  \
  F (g_file_new_for_path)                                                                          \
  F (g_file_peek_path)                                                                             \
  F (g_file_query_file_type)                                                                       \
  F (g_file_query_info)                                                                            \
  F (g_file_read)                                                                                  \
  F (g_file_replace)                                                                               \
  F (g_file_replace_contents)                                                                      \
  F (g_input_stream_get_type)                                                                      \
  F (g_input_stream_read)                                                                          \
  F (g_input_stream_read_all)                                                                      \
  F (g_io_error_from_errno)                                                                        \
  F (g_io_error_quark)                                                                             \
  F (g_list_model_get_item)                                                                        \
  F (g_list_model_get_n_items)                                                                     \
  F (g_list_model_get_type)                                                                        \
  F (g_list_model_items_changed)                                                                   \
  F (g_list_store_find)                                                                            \
  F (g_list_store_insert)                                                                          \
  F (g_list_store_new)                                                                             \
  F (g_list_store_remove)                                                                          \
  F (g_list_store_splice)                                                                          \
  F (g_output_stream_close)                                                                        \
  F (g_output_stream_get_type)                                                                     \
  F (g_output_stream_write_all)                                                                    \
  F (g_resolver_error_quark)                                                                       \
  F (g_resource_lookup_data)                                                                       \
  F (g_static_resource_fini)                                                                       \
  F (g_static_resource_get_resource)                                                               \
  F (g_static_resource_init)                                                                       \
  F (g_task_get_cancellable)                                                                       \
  F (g_task_get_context)                                                                           \
  F (g_task_get_source_object)                                                                     \
  F (g_task_get_task_data)                                                                         \
  F (g_task_get_type)                                                                              \
  F (g_task_is_valid)                                                                              \
  F (g_task_new)                                                                                   \
  F (g_task_propagate_boolean)                                                                     \
  F (g_task_propagate_pointer)                                                                     \
  F (g_task_return_boolean)                                                                        \
  F (g_task_return_error)                                                                          \
  F (g_task_return_error_if_cancelled)                                                             \
  F (g_task_return_pointer)                                                                        \
  F (g_task_run_in_thread)                                                                         \
  F (g_task_set_check_cancellable)                                                                 \
  F (g_task_set_priority)                                                                          \
  F (g_task_set_source_tag)                                                                        \
  F (g_task_set_task_data)                                                                         \
  F (g_tls_error_quark)                                                                            \
  F (g_zlib_decompressor_new)

typedef struct
{
  GALLEY_GIO_FUNCTIONS (GALLEY_LATE_MEMBER)
} GalleyGio;

const GalleyGio *galley_gio (void);

/* Where there is nothing that could be cancelled GIO is not needed. */
static inline gboolean
galley_gio_is_cancelled (GCancellable *cancellable)
{
  return cancellable != NULL && galley_gio ()->g_cancellable_is_cancelled (cancellable);
}

static inline gboolean
galley_gio_set_error_if_cancelled (GCancellable *cancellable, GError **error)
{
  return cancellable != NULL &&
         galley_gio ()->g_cancellable_set_error_if_cancelled (cancellable, error);
}

static inline gboolean
galley_gio_make_pollfd (GCancellable *cancellable, GPollFD *fd)
{
  return cancellable != NULL && galley_gio ()->g_cancellable_make_pollfd (cancellable, fd);
}

G_END_DECLS

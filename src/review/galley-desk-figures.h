/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"
#include "galley-figures-builder.h"

G_BEGIN_DECLS

GalleyFigures *galley_desk_read_figures (GalleyDesk *self,
                                         const GalleyFiguresScope *scope,
                                         GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_read_figures_async (GalleyDesk *self,
                                     const GalleyFiguresScope *scope,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GalleyFigures *galley_desk_read_figures_finish (GalleyDesk *self,
                                                GAsyncResult *result,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

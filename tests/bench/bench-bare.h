/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BenchBare BenchBare;

BenchBare *bench_bare_new (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
double bench_bare_run (BenchBare *self);
void bench_bare_free (BenchBare *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchBare, bench_bare_free)

G_END_DECLS

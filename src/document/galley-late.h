/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Libraries that are loaded when they are first needed. With what they need themselves they take
 * the dynamic linker longer than most commands of galleyctl take for all they do; and the small
 * ones together take it longer than GIO.
 *
 * Who uses such a library lists the functions that it calls:
 *
 *   #define PAPER_FUNCTIONS(F) F (paper_new) F (paper_free)
 *
 *   static struct { PAPER_FUNCTIONS (GALLEY_LATE_MEMBER) } paper;
 *
 *   #define PAPER_ENTRY(name) GALLEY_LATE_ENTRY (paper, name)
 *   static const GalleyLateFunction paper_functions[] = { PAPER_FUNCTIONS (PAPER_ENTRY) };
 *   static GalleyLate paper_late = GALLEY_LATE_INIT ("libpaper.so.1", paper_functions);
 *
 * After galley_late_load() they are called as paper.paper_new () and so on. Their types are those
 * of the library's own headers, and so are their names where a header gives others to the linker.
 */
#define GALLEY_LATE_MEMBER(name) typeof (name) *name;
#define GALLEY_LATE_ENTRY(functions, name) { G_STRINGIFY (name), (gpointer *) &functions.name },
#define GALLEY_LATE_INIT(library, functions)                                                       \
  {                                                                                                \
    library, functions, G_N_ELEMENTS (functions), FALSE                                            \
  }

typedef struct
{
  const char *name;
  gpointer *pointer; /* where its address goes */
} GalleyLateFunction;

/**
 * GalleyLate:
 * @library: its name for the dynamic linker
 * @functions: (array length=n_functions): those that are called
 * @is_loaded: whether they can be
 *
 * A library that is loaded late, and then stays.
 */
typedef struct
{
  const char *library;
  const GalleyLateFunction *functions;
  guint n_functions;
  gboolean is_loaded; /* (atomic) */
} GalleyLate;

gboolean galley_late_load (GalleyLate *self, GError **error);
void galley_late_need (GalleyLate *self);

G_END_DECLS

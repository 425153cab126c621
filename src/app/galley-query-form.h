/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-form-dialog.h"
#include "galley-log-book.h"
#include "galley-query.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_QUERY_FORM (galley_query_form_get_type ())
G_DECLARE_FINAL_TYPE (GalleyQueryForm, galley_query_form, GALLEY, QUERY_FORM, AdwBin)

/* What somebody writes down about a query. */
typedef enum
{
  GALLEY_QUERY_STEP_ASK,
  GALLEY_QUERY_STEP_ANSWER,
  GALLEY_QUERY_STEP_DECIDE,
} GalleyQueryStep;

GalleyFormDialog *galley_query_form_open (GtkWindow *parent,
                                          GalleyLogBook *log_book,
                                          const char *claim_id,
                                          GalleyQuery *query,
                                          GalleyQueryStep step);
GalleyAction *galley_query_form_make_action (GtkWidget *form) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

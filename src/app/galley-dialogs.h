/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void galley_dialogs_show_about (GtkWindow *parent);
void galley_dialogs_close_over (GtkWindow *window);
void galley_dialogs_tell (GtkWindow *parent, const char *heading, const char *body);

/**
 * GalleyQuestion:
 * @heading: the question, in header capitals
 * @body: what happens, whole sentences
 * @cancel: label of the button that changes nothing, with a mnemonic
 * @accept: label of the button that goes on, with a mnemonic
 * @other: (nullable): label of a third button, with a mnemonic
 * @is_destructive: whether @accept destroys something
 * @is_open: whether no answer is likelier than another, so that none is given by a key that was
 *   meant for something else
 *
 * Something to ask.
 */
typedef struct
{
  const char *heading;
  const char *body;
  const char *cancel;
  const char *accept;
  const char *other;
  gboolean is_destructive;
  gboolean is_open;
} GalleyQuestion;

typedef enum
{
  GALLEY_ANSWER_CANCEL,
  GALLEY_ANSWER_ACCEPT,
  GALLEY_ANSWER_OTHER,
} GalleyAnswer;

void galley_dialogs_ask (GtkWindow *parent,
                         const GalleyQuestion *question,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
GalleyAnswer galley_dialogs_ask_finish (GAsyncResult *result);

/* Whether a text can be an answer. */
typedef gboolean (*GalleyTextCheck) (const char *text);

void galley_dialogs_ask_text (GtkWindow *parent,
                              const GalleyQuestion *question,
                              const char *initial_text,
                              GalleyTextCheck is_valid,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
char *galley_dialogs_ask_text_finish (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

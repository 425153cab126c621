/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-reader.h"

#include <glib/gi18n-lib.h>

/**
 * galley_input_add_notices:
 * @builder: what the document is made with
 *
 * Says in the document's notices what was guessed and what was lost when its text was decoded.
 */
void
galley_input_add_notices (const GalleyInput *input, GalleyDocumentBuilder *builder)
{
  g_autofree char *guess = galley_decoded_describe_guess (&input->decoded);
  g_autofree char *loss = galley_decoded_describe_loss (&input->decoded);

  if (guess != NULL)
    galley_document_builder_add_notice (builder, guess);
  if (loss != NULL)
    galley_document_builder_add_notice (builder, loss);
}

/**
 * galley_reader_tell_changes:
 * @builder: what the document is made with
 * @n_changes: tracked changes that are read as accepted; at least 1
 *
 * Says so in the document's notices.
 */
void
galley_reader_tell_changes (GalleyDocumentBuilder *builder, guint n_changes)
{
  g_autofree char *notice =
      g_strdup_printf (ngettext ("%u tracked change was read as accepted",
                                 "%u tracked changes were read as accepted", n_changes),
                       n_changes);

  galley_document_builder_add_notice (builder, notice);
}

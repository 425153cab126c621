/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-remark.h"

#include <glib/gi18n-lib.h>

static void
begin_paragraph (GString *remark)
{
  if (remark->len > 0)
    g_string_append (remark, "\n\n");
}

/**
 * galley_remark_add_answer:
 * @remark: what was said so far
 * @author: (nullable): who answers
 * @text: what they say
 */
void
galley_remark_add_answer (GString *remark, const char *author, const char *text)
{
  begin_paragraph (remark);
  if (author != NULL)
    g_string_append_printf (remark, "%s: ", author);
  g_string_append (remark, text);
}

/**
 * galley_remark_resolve:
 * @remark: all that was said
 *
 * Says that its writers are done with it.
 */
void
galley_remark_resolve (GString *remark)
{
  begin_paragraph (remark);
  g_string_append (remark, _ ("(Marked as resolved)"));
}

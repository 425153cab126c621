/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-desk-private.h"

#include "galley-draft.h"

/* Takes @document into the library; blocks. */
GalleyOutcome *
galley_desk_write_import (GalleyDesk *self, GalleyDocument *document, GError **error)
{
  g_autoptr (GalleyAction) action = galley_action_new ("import");
  g_autofree char *title = galley_draft_make_title (document);
  g_autofree char *article_id = g_uuid_string_random ();
  g_autofree char *draft_id = g_uuid_string_random ();
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_draft_describe (document, title, draft_id, body, action);
  galley_action_add (action, "article.add", article_id, article_id, galley_body_end (body));

  return galley_library_perform (self->library, self->actor, action, error);
}

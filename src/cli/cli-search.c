/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-search-hit.h"

static void
add_hit (JsonBuilder *builder, GalleySearchHit *hit)
{
  json_builder_begin_object (builder);
  cli_json_add_string (builder, "article", hit->article_id);
  cli_json_add_string (builder, "claim", hit->claim_id);
  cli_json_add_string (builder, "source", hit->source_id);
  cli_json_add_string (builder, "title", hit->title);
  cli_json_add_string (builder, "excerpt", hit->excerpt);
  json_builder_end_object (builder);
}

static void
print_hit (GalleySearchHit *hit)
{
  if (hit->claim_id != NULL)
    cli_print_fields ("claim", hit->claim_id, hit->excerpt != NULL ? hit->excerpt : hit->title,
                      NULL);
  else if (hit->article_id != NULL)
    cli_print_fields ("article", hit->article_id, hit->title, NULL);
  else
    cli_print_fields ("source", hit->source_id, hit->title, NULL);
}

/* galleyctl search WORD… */
gboolean
cli_search (CliCall *call, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *words = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error) || cli_get_desk (call, error) == NULL)
    return FALSE;
  words = g_strjoinv (" ", call->arguments);
  hits = galley_desk_search (call->desk, words, /* cancellable= */ NULL, error);
  if (hits == NULL)
    return FALSE;

  json_builder_begin_array (builder);
  for (guint i = 0; i < hits->len; i++)
    if (call->json)
      add_hit (builder, g_ptr_array_index (hits, i));
    else
      print_hit (g_ptr_array_index (hits, i));
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
  return TRUE;
}

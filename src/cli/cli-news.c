/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

/* What is new or changed in a draft and unchecked. */

/* Into an object: how many sentences there are of each kind, and which. */
void
cli_json_add_news (JsonBuilder *builder, GArray *news, GalleyText *text)
{
  for (GalleyNewsKind i = 0; i < GALLEY_N_NEWS_KINDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s_sentences", galley_news_kind_to_nick (i));

      cli_json_add_integer (builder, name, galley_news_count (news, i));
    }

  json_builder_set_member_name (builder, "unchecked");
  json_builder_begin_array (builder);
  for (guint i = 0; i < news->len; i++)
    {
      const GalleyNews *one = &g_array_index (news, GalleyNews, i);

      json_builder_begin_object (builder);
      cli_json_add_string (builder, "kind", galley_news_kind_to_nick (one->kind));
      cli_json_add_range (builder, text, one->range);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
cli_print_news_counts (GArray *news)
{
  for (GalleyNewsKind i = 0; i < GALLEY_N_NEWS_KINDS; i++)
    cli_print ("%s-sentences\t%u\n", galley_news_kind_to_nick (i), galley_news_count (news, i));
}

void
cli_print_news (GArray *news, GalleyText *text)
{
  for (guint i = 0; i < news->len; i++)
    {
      const GalleyNews *one = &g_array_index (news, GalleyNews, i);
      g_autofree char *kind = g_strdup_printf ("%s-sentence", galley_news_kind_to_nick (one->kind));
      g_autofree char *words = cli_quote_range (text, one->range);

      cli_print ("%s\t%u-%u\t%s\n", kind, one->range.start, one->range.end, words);
    }
}

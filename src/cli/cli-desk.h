/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"

#include "galley-desk.h"
#include "galley-news.h"
#include "galley-record-verbs.h"
#include "galley-verbs.h"

G_BEGIN_DECLS

/* What the commands that need a library have in common. */
#define CLI_NOT_TYPED G_MININT /* what the number of an option is before it is read */
#define CLI_DRAFT_OPTION(number)                                                                   \
  {                                                                                                \
    "draft", 0, 0, G_OPTION_ARG_INT, number,                                                       \
        N_ ("Read it as it was when that draft was under check"), N_ ("NUMBER")                    \
  }
char *cli_find_library (CliCall *call) G_GNUC_WARN_UNUSED_RESULT;
GalleyDesk *cli_get_desk (CliCall *call, GError **error);
GalleyArticle *cli_find_article (CliCall *call, const char *typed, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
char *cli_find_article_id (CliCall *call, const char *typed, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean cli_check_shown (CliCall *call, const char *article_id, GError **error);
GHashTable *cli_list_hidden (CliCall *call) G_GNUC_WARN_UNUSED_RESULT;
char *cli_find_claim (CliCall *call, const char *typed, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char **cli_find_claims (CliCall *call, guint n_claims, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GalleySource *cli_load_source (CliCall *call, const char *typed, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
char *cli_find_source (CliCall *call, const char *typed, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GalleyCheck *cli_load (CliCall *call, const char *typed, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GalleyCheck *cli_load_at (CliCall *call, const char *typed, int number, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyCheck *cli_load_as_seen (CliCall *call, const char *typed, int number, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyCheck *
cli_load_claim_article (CliCall *call, const char *typed, char **out_claim_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyCheck *
cli_load_with_claim (CliCall *call, const char *typed, GalleyClaim **out_claim, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean cli_perform (CliCall *call, GalleyAction *action, GError **error);
gboolean
cli_perform_and_print (CliCall *call, GalleyAction *action, guint n_printed, GError **error);

/* Data as JSON and as lines. */
char *cli_format_time (gint64 time_ms) G_GNUC_WARN_UNUSED_RESULT;
void cli_json_add_time (JsonBuilder *builder, const char *name, gint64 time_ms);
void cli_json_add_range (JsonBuilder *builder, GalleyText *text, GalleyRange range);
void cli_json_add_structure (JsonBuilder *builder, GalleyDocument *document);
void cli_json_add_article (JsonBuilder *builder, GalleyArticle *article, const char *asker);
void cli_json_add_claim (JsonBuilder *builder, GalleyText *text, GalleyClaim *claim);
void cli_json_add_lost_claim (JsonBuilder *builder,
                              GalleyText *text,
                              GalleyClaim *claim,
                              GalleyRange back,
                              GArray *places);
void cli_json_add_query (JsonBuilder *builder, GalleyQuery *query);
void cli_json_add_source (JsonBuilder *builder, GalleySource *source);
void cli_json_add_news (JsonBuilder *builder, GArray *news, GalleyText *text);
void cli_print_news_counts (GArray *news);
void cli_print_news (GArray *news, GalleyText *text);
char *cli_quote_range (GalleyText *text, GalleyRange range) G_GNUC_WARN_UNUSED_RESULT;

/* The source log as other programs have it. */

/**
 * CliBibliography:
 * @format: (nullable): nick of a format; %NULL for none
 * @path: (nullable): where it goes
 * @is_full: whether confidential sources are there, masked
 *
 * What was typed about the form in which the source log is to go out.
 */
typedef struct
{
  char *format;
  char *path;
  gboolean is_full;
} CliBibliography;

void cli_bibliography_clear (CliBibliography *typed);
gboolean cli_bibliography_check (CliCall *call, const CliBibliography *typed, GError **error);
gboolean cli_bibliography_write (const CliBibliography *typed, GPtrArray *sources, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliBibliography, cli_bibliography_clear)

/* What is typed. */
gboolean cli_parse_offset (const char *typed, guint *out_offset, GError **error);
gboolean cli_parse_number (const char *typed, int *out_number, GError **error);
gboolean cli_clean_name (char **name, GError **error);
gboolean
cli_parse_range (char **arguments, GalleyText *text, GalleyRange *out_range, GError **error);
gboolean cli_parse_status (const char *nick, GalleyStatus *out_status, GError **error);
gboolean cli_parse_time (const char *typed, gint64 *out_time_ms, GError **error);

G_END_DECLS

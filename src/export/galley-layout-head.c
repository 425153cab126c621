/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-layout-private.h"

#include <glib/gi18n-lib.h>

static gboolean
begins_with_title (GalleyCopy *copy, const GalleyPiece *pieces, guint n_pieces)
{
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (
      galley_report_get_document (galley_copy_get_report (copy)), &n_blocks);

  return n_pieces > 0 && blocks[pieces[0].block].role == GALLEY_BLOCK_TITLE;
}

/**
 * galley_layout_add_title:
 * @kicker: what the whole is
 *
 * Adds the title of the article without its claims.
 */
void
galley_layout_add_title (GalleyCopy *copy, const char *kicker)
{
  galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_KICKER, kicker);
  galley_copy_add (copy, GALLEY_COPY_TITLE, GALLEY_COPY_PLAIN);
  galley_copy_add_text (copy, galley_report_get_title (galley_copy_get_report (copy)),
                        GALLEY_COPY_OF_ARTICLE);
}

/**
 * galley_layout_add_headline:
 * @kicker: what the whole is
 * @out_n_pieces: (out): how many pieces of the article were written
 *
 * Adds the article's own title, with its claims, where the article begins with it; else the title
 * that it goes by.
 */
void
galley_layout_add_headline (GalleyCopy *copy, const char *kicker, guint *out_n_pieces)
{
  guint n_pieces;
  const GalleyPiece *pieces = galley_spans_get_pieces (galley_copy_get_spans (copy), &n_pieces);

  *out_n_pieces = 0;
  if (!begins_with_title (copy, pieces, n_pieces))
    {
      galley_layout_add_title (copy, kicker);
      return;
    }

  galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_KICKER, kicker);
  galley_copy_add (copy, GALLEY_COPY_TITLE, GALLEY_COPY_PLAIN);
  galley_copy_set_block (copy, pieces[0].block);
  galley_copy_add_piece (copy, &pieces[0]);
  *out_n_pieces = 1;
}

/**
 * galley_layout_add_facts:
 *
 * Adds what the article says about itself, and when the copy was made.
 */
void
galley_layout_add_facts (GalleyCopy *copy)
{
  static const struct
  {
    GalleyMetadataField field;
    const char *nick;
  } fields[] = {
    { GALLEY_METADATA_BYLINE, "byline" },
    { GALLEY_METADATA_PUBLICATION, "publication" },
    { GALLEY_METADATA_DATE, "published" },
  };
  GalleyReport *report = galley_copy_get_report (copy);
  const GalleyReportOptions *options = galley_report_get_options (report);
  GalleyDocument *document = galley_report_get_document (report);
  const char *address = galley_document_get_metadata (document, GALLEY_METADATA_SOURCE_ADDRESS);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    galley_copy_say_fact (copy, galley_words_get_field_label (fields[i].field), fields[i].nick,
                          galley_document_get_metadata (document, fields[i].field));
  if (address != NULL && *address != '\0')
    {
      galley_copy_add_fact (copy, galley_words_get_field_label (GALLEY_METADATA_SOURCE_ADDRESS),
                            "address");
      galley_copy_add_address (copy, address);
    }
  /* Translators: when a publication for readers was made, before a day and a time. */
  galley_copy_add_fact (copy,
                        options->layout == GALLEY_LAYOUT_PUBLICATION ? _ ("As of") : _ ("Exported"),
                        "exported");
  galley_copy_add_time (copy, options->exported_at);
}

/**
 * galley_layout_add_count:
 * @count: how many there are of what
 *
 * Adds a count to the summary.
 */
void
galley_layout_add_count (GalleyCopy *copy, const char *count)
{
  galley_copy_add_item (copy, /* level= */ 1, GALLEY_COPY_COUNT);
  galley_copy_add_text (copy, count, /* marks= */ 0);
}

/**
 * galley_layout_add_sign:
 *
 * Adds the sign of a status, and room behind it.
 */
void
galley_layout_add_sign (GalleyCopy *copy, GalleyStatus status)
{
  galley_copy_add_status (copy, galley_words_get_symbol (status), GALLEY_COPY_BADGE, status);
  galley_copy_add_text (copy, " ", /* marks= */ 0);
}

/**
 * galley_layout_add_status:
 *
 * Adds a status, by its sign and its name.
 */
void
galley_layout_add_status (GalleyCopy *copy, GalleyStatus status)
{
  galley_layout_add_sign (copy, status);
  galley_copy_add_status (copy, galley_status_get_label (status), /* marks= */ 0, status);
}

/**
 * galley_layout_add_status_count:
 * @n_claims: how many claims stand at @status
 *
 * Adds to the summary how many those are.
 */
void
galley_layout_add_status_count (GalleyCopy *copy, GalleyStatus status, guint n_claims)
{
  g_autofree char *count = galley_words_count_claims (status, n_claims);

  galley_copy_add_item (copy, /* level= */ 1, GALLEY_COPY_COUNT);
  galley_layout_add_sign (copy, status);
  galley_copy_add_status (copy, count, /* marks= */ 0, status);
}

static void
add_counts (GalleyCopy *copy)
{
  static const GalleyStatus order[] = { GALLEY_STATUS_CONFIRMED, GALLEY_STATUS_DISPUTED,
                                        GALLEY_STATUS_PENDING };
  GalleyReport *report = galley_copy_get_report (copy);
  g_autofree char *coverage = galley_words_format_coverage (report);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    galley_layout_add_status_count (copy, order[i],
                                    galley_report_get_n_with_status (report, order[i]));
  galley_layout_add_count (copy, coverage);
}

/**
 * galley_layout_add_state:
 *
 * Says whether the check is finished, and counts.
 */
void
galley_layout_add_state (GalleyCopy *copy)
{
  GalleyReport *report = galley_copy_get_report (copy);
  g_autoptr (GPtrArray) clauses = galley_words_describe_state (report);
  guint n_characters, n_covered;
  gboolean is_open;

  galley_report_get_coverage (report, &n_characters, &n_covered);
  is_open = galley_report_get_n_with_status (report, GALLEY_STATUS_PENDING) > 0 ||
            n_covered < n_characters;

  galley_copy_add (copy, GALLEY_COPY_PARAGRAPH, is_open ? GALLEY_COPY_OPEN : GALLEY_COPY_DONE);
  for (guint i = 0; i < clauses->len; i++)
    {
      g_autofree char *sentence =
          g_strdup_printf ("%s%s.", i > 0 ? " " : "", (char *) g_ptr_array_index (clauses, i));

      galley_copy_add_text (copy, sentence, /* marks= */ 0);
    }
  add_counts (copy);
}

/**
 * galley_layout_begin_section:
 * @heading: what it is about
 *
 * Begins a section of the copy.
 */
void
galley_layout_begin_section (GalleyCopy *copy, const char *heading)
{
  galley_copy_begin (copy, GALLEY_COPY_SECTION);
  galley_copy_add_heading (copy, /* level= */ 2);
  galley_copy_add_text (copy, heading, /* marks= */ 0);
}

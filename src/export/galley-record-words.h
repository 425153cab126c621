/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-report.h"

G_BEGIN_DECLS

/**
 * GalleyFact:
 * @label: what it is, translated
 * @nick: likewise as one lower-case word that never changes
 * @value: what there is to say
 *
 * Something that is noted of a claim, for people. Fields are read-only.
 */
typedef struct
{
  const char *label;
  const char *nick;
  char *value;
} GalleyFact;

GPtrArray *galley_record_words_list_facts (GalleyClaim *claim) G_GNUC_WARN_UNUSED_RESULT;
char *galley_record_words_describe_decision (GalleyFormer *former) G_GNUC_WARN_UNUSED_RESULT;
const char *galley_record_words_describe_correction (const char *correction);
GPtrArray *galley_record_words_list_former (GalleyClaim *claim, gboolean with_words)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_record_words_list_queries (GalleyClaim *claim) G_GNUC_WARN_UNUSED_RESULT;
char *galley_record_words_describe_source (GalleyEvidence *evidence) G_GNUC_WARN_UNUSED_RESULT;
char *galley_record_words_count_sources (GalleyIndependence counts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

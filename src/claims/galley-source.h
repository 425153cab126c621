/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-status.h"

G_BEGIN_DECLS

/**
 * GalleySourceKind:
 * @GALLEY_SOURCE_UNSPECIFIED: nobody said what it is
 *
 * What a source is. The nicks are in journals on disk: frozen.
 */
typedef enum
{
  GALLEY_SOURCE_UNSPECIFIED,
  GALLEY_SOURCE_PERSON,
  GALLEY_SOURCE_RECORDING,
  GALLEY_SOURCE_TRANSCRIPT,
  GALLEY_SOURCE_DOCUMENT,
  GALLEY_SOURCE_DATA,
  GALLEY_SOURCE_WEB_PAGE,
  GALLEY_SOURCE_BOOK,
  GALLEY_SOURCE_PAPER,
  GALLEY_SOURCE_PRESS_RELEASE,
  GALLEY_SOURCE_PRIOR_COVERAGE,
} GalleySourceKind;
#define GALLEY_N_SOURCE_KINDS (GALLEY_SOURCE_PRIOR_COVERAGE + 1)

const char *galley_source_kind_to_nick (GalleySourceKind kind);
gboolean galley_source_kind_from_nick (const char *nick, GalleySourceKind *out_kind);
const char *galley_source_kind_get_label (GalleySourceKind kind);

/**
 * GalleyTerms:
 * @GALLEY_TERMS_ON_RECORD: may be named and quoted
 * @GALLEY_TERMS_BACKGROUND: may be used, described but not named
 * @GALLEY_TERMS_NOT_FOR_ATTRIBUTION: may be used and not attributed
 * @GALLEY_TERMS_CONFIDENTIAL: nobody but the desk may learn who it is: masked in all that goes out
 *   but the archive copy
 *
 * The terms on which a source gave what it gave. The nicks are in journals on disk: frozen.
 */
typedef enum
{
  GALLEY_TERMS_ON_RECORD,
  GALLEY_TERMS_BACKGROUND,
  GALLEY_TERMS_NOT_FOR_ATTRIBUTION,
  GALLEY_TERMS_CONFIDENTIAL,
} GalleyTerms;
#define GALLEY_N_TERMS (GALLEY_TERMS_CONFIDENTIAL + 1)

const char *galley_terms_to_nick (GalleyTerms terms);
gboolean galley_terms_from_nick (const char *nick, GalleyTerms *out_terms);
const char *galley_terms_get_label (GalleyTerms terms);

/**
 * GalleySourceText:
 * @GALLEY_SOURCE_TITLE: what it is: a document, a person, an organisation; the only one that every
 *   source has
 * @GALLEY_SOURCE_AUTHOR: who wrote, said or made it
 * @GALLEY_SOURCE_ORGANISATION: for whom they speak
 * @GALLEY_SOURCE_PUBLISHER: who published it, or the journal or book that it is a part of
 * @GALLEY_SOURCE_PUBLISHED: when, as precisely as is known: "2025", "2025-09", "2025-09-03"
 * @GALLEY_SOURCE_ADDRESS: where it is: a web address, a shelf mark
 * @GALLEY_SOURCE_ARCHIVED: web address of an archived copy
 * @GALLEY_SOURCE_CONTACT: telephone number, e-mail address
 * @GALLEY_SOURCE_PSEUDONYM: what a confidential source is called
 * @GALLEY_SOURCE_GROUP: sources of one group are one source: what repeats a wire story, or speaks
 *   for the same house
 * @GALLEY_SOURCE_RELIABILITY: how far it can be relied on
 * @GALLEY_SOURCE_ATTACHMENT: SHA-256 of a file that the library keeps, in hexadecimal
 * @GALLEY_SOURCE_ATTACHMENT_NAME: name of that file
 *
 * What is noted of a source in words. The nicks are in journals on disk: frozen.
 */
typedef enum
{
  GALLEY_SOURCE_TITLE,
  GALLEY_SOURCE_AUTHOR,
  GALLEY_SOURCE_ORGANISATION,
  GALLEY_SOURCE_PUBLISHER,
  GALLEY_SOURCE_PUBLISHED,
  GALLEY_SOURCE_ADDRESS,
  GALLEY_SOURCE_ARCHIVED,
  GALLEY_SOURCE_CONTACT,
  GALLEY_SOURCE_PSEUDONYM,
  GALLEY_SOURCE_GROUP,
  GALLEY_SOURCE_RELIABILITY,
  GALLEY_SOURCE_ATTACHMENT,
  GALLEY_SOURCE_ATTACHMENT_NAME,
} GalleySourceText;
#define GALLEY_N_SOURCE_TEXTS (GALLEY_SOURCE_ATTACHMENT_NAME + 1)

const char *galley_source_text_to_nick (GalleySourceText text);
gboolean galley_source_text_from_nick (const char *nick, GalleySourceText *out_text);
const char *galley_source_text_get_label (GalleySourceText text);

/**
 * GalleySourceFields:
 * @kind: what it is
 * @terms: on what terms
 * @texts: (nullable elements): by #GalleySourceText; "" is the same as %NULL
 *
 * What a source is made of. Strings are copied.
 */
typedef struct
{
  GalleySourceKind kind;
  GalleyTerms terms;
  const char *texts[GALLEY_N_SOURCE_TEXTS];
} GalleySourceFields;

#define GALLEY_TYPE_SOURCE (galley_source_get_type ())

/**
 * GalleySource:
 * @id: UUID
 * @kind: what it is
 * @terms: on what terms
 * @texts: (nullable elements): by #GalleySourceText; never "", and the title never %NULL
 *
 * An entry of the source log, used by many claims. Immutable; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *id;
  GalleySourceKind kind;
  GalleyTerms terms;
  char *texts[GALLEY_N_SOURCE_TEXTS];
} GalleySource;

GType galley_source_get_type (void);
GalleySource *galley_source_new (const char *id, const GalleySourceFields *fields)
    G_GNUC_WARN_UNUSED_RESULT;
GalleySource *galley_source_ref (GalleySource *self);
void galley_source_unref (GalleySource *self);

void galley_source_get_fields (GalleySource *self, GalleySourceFields *out_fields);
gboolean galley_source_equal (GalleySource *a, GalleySource *b);
GalleySource *galley_source_mask (GalleySource *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleySource, galley_source_unref)

G_END_DECLS

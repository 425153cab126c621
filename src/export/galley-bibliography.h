/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-reference.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What may be read at most; a bibliography of 50,000 entries takes a third of it. */
#define GALLEY_BIBLIOGRAPHY_MAX_BYTES (64 * 1024 * 1024)

/**
 * GalleyBibliographyFormat:
 * @GALLEY_BIBLIOGRAPHY_BIBTEX: BibTeX, with the types and fields of biblatex
 * @GALLEY_BIBLIOGRAPHY_RIS: what reference managers and databases exchange
 * @GALLEY_BIBLIOGRAPHY_CSL_JSON: what citation processors take
 *
 * Forms in which the source log goes to and comes from programs that keep references.
 */
typedef enum
{
  GALLEY_BIBLIOGRAPHY_BIBTEX,
  GALLEY_BIBLIOGRAPHY_RIS,
  GALLEY_BIBLIOGRAPHY_CSL_JSON,
} GalleyBibliographyFormat;
#define GALLEY_N_BIBLIOGRAPHY_FORMATS (GALLEY_BIBLIOGRAPHY_CSL_JSON + 1)

/**
 * GalleyBibliographyScope:
 * @GALLEY_BIBLIOGRAPHY_OPEN: confidential sources are left out
 * @GALLEY_BIBLIOGRAPHY_FULL: they are there, masked
 *
 * Which sources of the log go out.
 */
typedef enum
{
  GALLEY_BIBLIOGRAPHY_OPEN,
  GALLEY_BIBLIOGRAPHY_FULL,
} GalleyBibliographyScope;

const char *galley_bibliography_format_to_nick (GalleyBibliographyFormat format);
gboolean galley_bibliography_format_from_nick (const char *nick,
                                               GalleyBibliographyFormat *out_format);
gboolean galley_bibliography_recognise (GBytes *bytes, GalleyBibliographyFormat *out_format);

GPtrArray *galley_bibliography_read (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *galley_bibliography_write (GPtrArray *sources,
                                   GalleyBibliographyFormat format,
                                   GalleyBibliographyScope scope) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

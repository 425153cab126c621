/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-reference-kinds.h"

/* Closer descriptions that say more than the type does, in any format. */
static const struct
{
  const char *genre;
  GalleySourceKind kind;
} genres[] = {
  { "press release", GALLEY_SOURCE_PRESS_RELEASE },
  { "news release", GALLEY_SOURCE_PRESS_RELEASE },
  { "media release", GALLEY_SOURCE_PRESS_RELEASE },
  { "transcript", GALLEY_SOURCE_TRANSCRIPT },
  { "interview", GALLEY_SOURCE_PERSON },
  { "personal interview", GALLEY_SOURCE_PERSON },
  { "personal communication", GALLEY_SOURCE_PERSON },
  { "recording", GALLEY_SOURCE_RECORDING },
  { "audio recording", GALLEY_SOURCE_RECORDING },
  { "video recording", GALLEY_SOURCE_RECORDING },
  { "podcast", GALLEY_SOURCE_RECORDING },
  { "dataset", GALLEY_SOURCE_DATA },
  { "data set", GALLEY_SOURCE_DATA },
};

/**
 * galley_reference_types_find:
 * @type: (nullable): what a format calls it; case does not count
 * @genre: (nullable): a closer description
 *
 * Returns: what the log calls it; unspecified if the type is not known
 */
GalleySourceKind
galley_reference_types_find (const GalleyReferenceTypes *types, const char *type, const char *genre)
{
  for (guint i = 0; genre != NULL && i < G_N_ELEMENTS (genres); i++)
    if (g_ascii_strcasecmp (genres[i].genre, genre) == 0)
      return genres[i].kind;

  if (type == NULL)
    return GALLEY_SOURCE_UNSPECIFIED;
  for (guint i = 0; i < GALLEY_N_SOURCE_KINDS; i++)
    if (types->written[i].genre == NULL && g_ascii_strcasecmp (types->written[i].type, type) == 0)
      return types->written[i].kind;
  for (const GalleyReferenceType *read = types->read; read->type != NULL; read++)
    if (g_ascii_strcasecmp (read->type, type) == 0)
      return read->kind;

  return GALLEY_SOURCE_UNSPECIFIED;
}

/**
 * galley_reference_is_part:
 *
 * Returns: whether what publishes a source of @kind is a journal or newspaper that it is a part of
 */
gboolean
galley_reference_is_part (GalleySourceKind kind)
{
  return kind == GALLEY_SOURCE_PAPER || kind == GALLEY_SOURCE_PRIOR_COVERAGE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-raised.h"
#include "galley-xml.h"

G_BEGIN_DECLS

/* The namespaces of WordprocessingML, in the form that Word writes and in the strict one. */
enum
{
  GALLEY_DOCX_W = 1,
  GALLEY_DOCX_R,
  GALLEY_DOCX_MC,
  GALLEY_DOCX_M,
  GALLEY_DOCX_DIAGRAM,
  GALLEY_DOCX_CHART,
  GALLEY_DOCX_PACKAGE,
  GALLEY_DOCX_TYPES,
};

extern const GalleyXmlNamespace galley_docx_namespaces[];
extern const guint galley_docx_n_namespaces;

gboolean galley_docx_is_on (const GalleyXmlElement *element);
gboolean galley_docx_is_understood (const GalleyXmlElement *element);
gboolean galley_docx_choose (GArray *chosen, gboolean is_taken);
char *galley_docx_dup_value (const GalleyXmlElement *element) G_GNUC_WARN_UNUSED_RESULT;
int galley_docx_get_value (const GalleyXmlElement *element, int fallback);
GalleyPosition galley_docx_find_alignment (const GalleyXmlElement *element);
GalleyPosition galley_docx_find_height (const GalleyXmlElement *element, GalleyPosition otherwise);

G_END_DECLS

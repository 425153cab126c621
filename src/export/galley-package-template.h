/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-report.h"
#include "galley-zip-writer.h"

G_BEGIN_DECLS

/**
 * GalleyPackageTemplateValue:
 * @name: what stands between two at signs in a template, in capital letters
 * @value: what comes there instead, escaped already
 */
typedef struct
{
  const char *name;
  const char *value;
} GalleyPackageTemplateValue;

void galley_package_template_add (GalleyZipWriter *zip,
                                  const char *member,
                                  const char *resource,
                                  const GalleyPackageTemplateValue *values,
                                  guint n_values);
void galley_package_template_add_properties (GalleyZipWriter *zip,
                                             GalleyReport *report,
                                             const char *title,
                                             const char *state,
                                             const char *language);
char *galley_package_template_escape (const char *utf8) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

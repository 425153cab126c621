/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"

#include "galley-disagreement.h"

G_BEGIN_DECLS

/* Review packages, as several commands meet them. */
GBytes *cli_read_package (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean cli_import_package (CliCall *call,
                             GalleyDesk *desk,
                             GBytes *package,
                             JsonBuilder *builder,
                             GError **error);
gboolean cli_export_package (CliCall *call, char **articles, const char *path, GError **error);
gboolean cli_validate_package (CliCall *call, GBytes *package);

void cli_print_seals (GPtrArray *seals);
void cli_json_add_seals (JsonBuilder *builder, GPtrArray *seals);
void cli_json_add_disagreement (JsonBuilder *builder, GalleyDisagreement *disagreement);

G_END_DECLS

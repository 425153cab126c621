/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-export.h"

G_BEGIN_DECLS

void cli_complain_of_new_sentences (GalleyReport *report, const GalleyExportFormat *format);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document.h"

void check_document (GalleyDocument *document);
void check_storage (GalleyDocument *document);
void check_read (GalleyDocument *document, const GError *error);

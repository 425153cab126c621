/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-poppler.h"

#include <PDFDoc.h>
#include <Page.h>
#include <string>

/* What the files in C++ share. */

char *galley_poppler_dup_string (const std::string &bytes);
GalleyPopplerBox galley_poppler_place (const GalleyPopplerPage *self,
                                       Page *page,
                                       double x1,
                                       double y1,
                                       double x2,
                                       double y2);
void galley_poppler_read_notes (GalleyPopplerPage *self, Page *page);
void galley_poppler_note_free (gpointer data);

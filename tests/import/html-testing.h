/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Paragraphs for pages: those of the article begin with "In", one of all else with "Out". */

#define IN                                                                                         \
  "<p>In the morning the council met, and it voted for the plan, seven members to two, as the "    \
  "mayor had hoped.</p>"
#define IN_MORE                                                                                    \
  "<p>In the end nobody was surprised, said the mayor, who has sat in the council since the day "  \
  "on which it was founded.</p>"
#define OUT                                                                                        \
  "<p>Outside it rained, as it does each spring, and the people who waited there had no "          \
  "umbrellas with them at all.</p>"
#define OUT_4 OUT OUT OUT OUT
#define OUT_16 OUT_4 OUT_4 OUT_4 OUT_4
#define CARD "<div class=card><h3><a href=/1>Out at sea</a></h3>" OUT "</div>"
#define CARDS CARD CARD CARD CARD CARD CARD CARD CARD
#define MENU "<nav><a href=/>Out</a></nav>"
#define TITLE "<h1>Seven to Two for the Bridge</h1>"
#define PAGE(markup) "<!DOCTYPE html><title>Seven to Two for the Bridge</title>" MENU markup

void assert_html_article (const char *page, guint n_in);

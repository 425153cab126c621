/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

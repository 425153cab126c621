/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-json-shape.h"

/* Where the reader of a text is that has understood nothing but strings and brackets. */
typedef struct
{
  gboolean in_string;
  guint depth;
  gboolean is_begun; /* the value of the whole text */
  gboolean is_ended;
} State;

/* A value of the whole text is over with its last bracket or quotation mark, or with a space. */
static void
follow_whole (State *state, const char *p, GalleyJsonShape *shape)
{
  const char c = *p;
  gboolean opens = c == '{' || c == '[' || c == '"';

  if (state->depth > 0)
    return;
  if (g_ascii_isspace (c))
    {
      state->is_ended = state->is_begun;
      return;
    }

  if (shape->second == NULL && (state->is_ended || (state->is_begun && opens)))
    shape->second = p;
  state->is_begun = TRUE;
}

static void
follow (State *state, const char *p, GalleyJsonShape *shape)
{
  const char c = *p;

  follow_whole (state, p, shape);

  /* Each value but the first follows a bracket, a comma or a colon. */
  if (c == '{' || c == '[')
    {
      state->depth++;
      shape->depth = MAX (shape->depth, state->depth);
      shape->n_values += c == '{' ? 2 : 1;
    }
  else if (c == '}' || c == ']')
    {
      state->depth -= state->depth > 0 ? 1 : 0;
      state->is_ended = state->depth == 0;
    }
  else if (c == ',' || c == ':')
    shape->n_values++;
  else if (c == '"')
    state->in_string = TRUE;
}

/**
 * galley_json_shape_measure:
 * @json: a text
 * @size_bytes: its length
 * @out_shape: (out caller-allocates): what it looks like
 *
 * Looks through a text without understanding it. The parser of JSON-GLib calls itself for each
 * level, and of several values it loses all but the last.
 */
void
galley_json_shape_measure (const char *json, gsize size_bytes, GalleyJsonShape *out_shape)
{
  State state = { 0 };

  *out_shape = (GalleyJsonShape){ .n_values = 1 };
  for (const char *p = json; p < json + size_bytes; p++)
    {
      if (!state.in_string)
        follow (&state, p, out_shape);
      else if (*p == '\\')
        p++;
      else if (*p == '"')
        {
          state.in_string = FALSE;
          state.is_ended = state.depth == 0;
        }
    }
}

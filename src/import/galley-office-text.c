/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-office-text.h"

#include "galley-reader.h"

#include <string.h>

#define SOFT_HYPHEN "\xC2\xAD"

/* Whatever is written is a step. Outside of text boxes a step is done at once. In a box it is
 * remembered, and done when the paragraph ends that the box is anchored in; where that paragraph is
 * in a box itself its steps are remembered after those of the outer box. */

typedef enum
{
  STEP_WORDS,
  STEP_COLLAPSED,
  STEP_HIDDEN,
  STEP_BREAK,
  STEP_BEGIN_LINK,
  STEP_END_LINK,
  STEP_END_PARAGRAPH,
  STEP_BEGIN_TABLE,
  STEP_END_TABLE,
  STEP_BEGIN_ROW,
  STEP_END_ROW,
  STEP_BEGIN_CELL,
  STEP_BEGIN_RANGE,
  STEP_END_RANGE,
  STEP_SIGN,
} StepKind;

typedef struct
{
  StepKind kind;
  gboolean is_strong;      /* of words */
  GalleyPosition position; /* of words */
  GalleyOfficeKind style;  /* of a paragraph */
  guint number;            /* level of a paragraph, columns of a table */
  gsize length_bytes;      /* of @string */
  const char *string;      /* words, address, key or marker; owned if the step is remembered */
} Step;

/* One level of boxes within boxes; the first is the document itself. */
typedef struct
{
  GArray *steps;   /* (element-type Step), or NULL for those that are done at once */
  GArray *waiting; /* (element-type Step) of boxes in the paragraph that is open, or NULL */
} Level;

/* A note that is open. */
typedef struct
{
  GString *words;
  GalleyRaised raised;
  char *target; /* of the link that is open, or NULL */
  gsize link_start_bytes;
} Note;

struct _GalleyOfficeText
{
  GalleyDocumentBuilder *builder;
  GalleyOfficeBlocks *blocks;
  GalleyOfficeNotes *notes;
  GalleyFlow *flow;
  GArray *levels;          /* (element-type Level) */
  GArray *open;            /* (element-type Note), outermost first */
  gboolean is_strong;      /* whether words to come are */
  GalleyPosition position; /* of words to come */
  guint n_changes;
};

static void
clear_step (gpointer step)
{
  g_free ((char *) ((Step *) step)->string);
}

static void
clear_level (gpointer level)
{
  g_clear_pointer (&((Level *) level)->steps, g_array_unref);
  g_clear_pointer (&((Level *) level)->waiting, g_array_unref);
}

static void
clear_note (gpointer note)
{
  if (((Note *) note)->words != NULL)
    g_string_free (((Note *) note)->words, TRUE);
  g_free (((Note *) note)->target);
}

/**
 * galley_office_text_new:
 * @builder: what the text goes to; it has to outlive it
 *
 * Returns: (transfer full): an empty text
 */
GalleyOfficeText *
galley_office_text_new (GalleyDocumentBuilder *builder)
{
  GalleyOfficeText *self = g_new0 (GalleyOfficeText, 1);
  const Level document = { 0 };

  self->builder = builder;
  self->blocks = galley_office_blocks_new (builder);
  self->notes = galley_office_blocks_get_notes (self->blocks);
  self->flow = galley_office_blocks_get_flow (self->blocks);
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_array_set_clear_func (self->levels, clear_level);
  g_array_append_val (self->levels, document);
  self->open = g_array_new (FALSE, FALSE, sizeof (Note));
  g_array_set_clear_func (self->open, clear_note);

  return self;
}

void
galley_office_text_free (GalleyOfficeText *self)
{
  galley_office_blocks_free (self->blocks);
  g_array_unref (self->levels);
  g_array_unref (self->open);
  g_free (self);
}

GalleyOfficeBlocks *
galley_office_text_get_blocks (GalleyOfficeText *self)
{
  return self->blocks;
}

static void
perform (GalleyOfficeText *self, const Step *step)
{
  switch (step->kind)
    {
    case STEP_WORDS:
    case STEP_COLLAPSED:
      galley_office_blocks_add_words (self->blocks, step->string, step->length_bytes,
                                      step->kind == STEP_COLLAPSED, step->is_strong,
                                      step->position);
      break;
    case STEP_HIDDEN:
      galley_office_blocks_add_hidden (self->blocks, step->string, step->length_bytes);
      break;
    case STEP_BREAK:
      galley_office_blocks_add_break (self->blocks);
      break;
    case STEP_BEGIN_LINK:
      galley_flow_begin_link (self->flow, step->string);
      break;
    case STEP_END_LINK:
      galley_flow_end_link (self->flow);
      break;
    case STEP_END_PARAGRAPH:
      galley_office_blocks_end_paragraph (
          self->blocks, &(GalleyOfficeParagraph){ step->style, step->number, step->string });
      break;
    case STEP_BEGIN_TABLE:
      galley_office_blocks_begin_table (self->blocks, step->number);
      break;
    case STEP_END_TABLE:
      galley_office_blocks_end_table (self->blocks);
      break;
    case STEP_BEGIN_ROW:
      galley_office_blocks_begin_row (self->blocks);
      break;
    case STEP_END_ROW:
      galley_office_blocks_end_row (self->blocks);
      break;
    case STEP_BEGIN_CELL:
      galley_office_blocks_begin_cell (self->blocks);
      break;
    case STEP_BEGIN_RANGE:
      galley_office_notes_begin_range (self->notes, step->string);
      break;
    case STEP_END_RANGE:
      galley_office_notes_end_range (self->notes, step->string);
      break;
    case STEP_SIGN:
      galley_office_notes_add_sign (self->notes, step->string);
      break;
    default:
      g_assert_not_reached ();
    }
}

static Level *
peek_level (GalleyOfficeText *self)
{
  return &g_array_index (self->levels, Level, self->levels->len - 1);
}

/* Does a step, or remembers it. */
static void
submit (GalleyOfficeText *self, const Step *step)
{
  Level *level = peek_level (self);
  Step copy = *step;

  if (level->steps == NULL)
    {
      perform (self, step);
      return;
    }

  if (step->string != NULL)
    copy.string = g_strndup (step->string, step->length_bytes);
  g_array_append_val (level->steps, copy);
}

/* Writes to the innermost note that is open; FALSE if there is none. Marks, boxes and further notes
 * in a note leave nothing but their words. */
static gboolean
write_note (GalleyOfficeText *self, const char *utf8, gsize length_bytes)
{
  Note *note;

  if (self->open->len == 0)
    return FALSE;

  note = &g_array_index (self->open, Note, self->open->len - 1);
  galley_raised_append (&note->raised, self->position, note->words, utf8, length_bytes);
  return TRUE;
}

/**
 * galley_office_text_set_look:
 * @is_strong: whether the words to come are bold
 * @position: how high they stand
 */
void
galley_office_text_set_look (GalleyOfficeText *self, gboolean is_strong, GalleyPosition position)
{
  self->is_strong = is_strong;
  self->position = position;
}

/* Adds words without the soft hyphens in them, which are to be seen nowhere but at the end of a
 * line. */
static void
add_visible (GalleyOfficeText *self, StepKind kind, const char *utf8, gsize length_bytes)
{
  for (const char *p = utf8, *end = utf8 + length_bytes; p < end;)
    {
      const char *sign = g_strstr_len (p, end - p, SOFT_HYPHEN);
      gsize n = (sign != NULL ? sign : end) - p;

      if (n > 0 && !write_note (self, p, n))
        submit (self, &(Step){ .kind = kind,
                               .is_strong = self->is_strong,
                               .position = self->position,
                               .string = p,
                               .length_bytes = n });
      p += n + (sign != NULL ? strlen (SOFT_HYPHEN) : 0);
    }
}

/**
 * galley_office_text_add_words:
 * @utf8: valid UTF-8
 * @length_bytes: its length
 *
 * Adds words with their white space as it is.
 */
void
galley_office_text_add_words (GalleyOfficeText *self, const char *utf8, gsize length_bytes)
{
  add_visible (self, STEP_WORDS, utf8, length_bytes);
}

/**
 * galley_office_text_add_collapsed:
 * @utf8: valid UTF-8
 * @length_bytes: its length
 *
 * Adds words in which a run of white space is one space.
 */
void
galley_office_text_add_collapsed (GalleyOfficeText *self, const char *utf8, gsize length_bytes)
{
  add_visible (self, STEP_COLLAPSED, utf8, length_bytes);
}

/**
 * galley_office_text_add_hidden:
 * @utf8: valid UTF-8
 * @length_bytes: its length
 *
 * Adds words that the document does not show.
 */
void
galley_office_text_add_hidden (GalleyOfficeText *self, const char *utf8, gsize length_bytes)
{
  if (self->open->len == 0)
    submit (self, &(Step){ .kind = STEP_HIDDEN, .string = utf8, .length_bytes = length_bytes });
}

/**
 * galley_office_text_add_break:
 *
 * Ends the line, and not the paragraph.
 */
void
galley_office_text_add_break (GalleyOfficeText *self)
{
  if (!write_note (self, "\n", 1))
    submit (self, &(Step){ .kind = STEP_BREAK });
}

/**
 * galley_office_text_begin_link:
 * @target: where the words to come lead
 */
void
galley_office_text_begin_link (GalleyOfficeText *self, const char *target)
{
  Note *note;

  if (self->open->len == 0)
    {
      submit (
          self,
          &(Step){ .kind = STEP_BEGIN_LINK, .string = target, .length_bytes = strlen (target) });
      return;
    }

  note = &g_array_index (self->open, Note, self->open->len - 1);
  g_free (note->target);
  note->target = g_strdup (target);
  galley_raised_end (&note->raised, note->words);
  note->link_start_bytes = note->words->len;
}

/* A note is text alone: the address of a link goes with its words, for it is the source. */
static void
end_link_of_note (Note *note)
{
  galley_raised_end (&note->raised, note->words);
  if (note->target == NULL)
    return;

  if (note->words->len > note->link_start_bytes &&
      strstr (note->words->str + note->link_start_bytes, note->target) == NULL)
    galley_office_notes_spell_link (note->words, note->link_start_bytes, note->target);
  g_clear_pointer (&note->target, g_free);
}

void
galley_office_text_end_link (GalleyOfficeText *self)
{
  if (self->open->len > 0)
    end_link_of_note (&g_array_index (self->open, Note, self->open->len - 1));
  else
    submit (self, &(Step){ .kind = STEP_END_LINK });
}

/* The paragraph is over that boxes were anchored in: now it is their turn. */
static void
release_boxes (GalleyOfficeText *self)
{
  Level *level = peek_level (self);
  g_autoptr (GArray) waiting = g_steal_pointer (&level->waiting);

  if (waiting == NULL)
    return;

  if (level->steps != NULL)
    {
      g_array_append_vals (level->steps, waiting->data, waiting->len);
      g_array_set_clear_func (waiting, NULL);
      return;
    }
  for (guint i = 0; i < waiting->len; i++)
    perform (self, &g_array_index (waiting, Step, i));
}

/**
 * galley_office_text_end_paragraph:
 * @paragraph: what it is
 */
void
galley_office_text_end_paragraph (GalleyOfficeText *self, const GalleyOfficeParagraph *paragraph)
{
  if (write_note (self, "\n", 1))
    return;

  submit (self,
          &(Step){ .kind = STEP_END_PARAGRAPH,
                   .style = paragraph->kind,
                   .number = paragraph->level,
                   .string = paragraph->marker,
                   .length_bytes = paragraph->marker != NULL ? strlen (paragraph->marker) : 0 });
  release_boxes (self);
}

/* Tables in a note are lines of it. */
static void
submit_table (GalleyOfficeText *self, StepKind kind, guint n_columns)
{
  if (self->open->len == 0)
    submit (self, &(Step){ .kind = kind, .number = n_columns });
}

/**
 * galley_office_text_begin_table:
 * @n_columns: how many columns it has; 0 if that is not known
 */
void
galley_office_text_begin_table (GalleyOfficeText *self, guint n_columns)
{
  submit_table (self, STEP_BEGIN_TABLE, n_columns);
}

void
galley_office_text_end_table (GalleyOfficeText *self)
{
  submit_table (self, STEP_END_TABLE, 0);
}

void
galley_office_text_begin_row (GalleyOfficeText *self)
{
  submit_table (self, STEP_BEGIN_ROW, 0);
}

void
galley_office_text_end_row (GalleyOfficeText *self)
{
  submit_table (self, STEP_END_ROW, 0);
}

void
galley_office_text_begin_cell (GalleyOfficeText *self)
{
  submit_table (self, STEP_BEGIN_CELL, 0);
}

/**
 * galley_office_text_begin_box:
 *
 * Begins a text box that is anchored in the paragraph.
 */
void
galley_office_text_begin_box (GalleyOfficeText *self)
{
  Level level = { 0 };

  if (self->open->len > 0)
    return;

  level.steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (level.steps, clear_step);
  g_array_append_val (self->levels, level);
}

/**
 * galley_office_text_end_box:
 *
 * Ends the text box.
 */
void
galley_office_text_end_box (GalleyOfficeText *self)
{
  g_autoptr (GArray) steps = NULL;
  Level *anchor;

  if (self->open->len > 0 || self->levels->len < 2)
    return;

  release_boxes (self);
  steps = g_steal_pointer (&peek_level (self)->steps);
  g_array_set_size (self->levels, self->levels->len - 1);
  anchor = peek_level (self);
  if (anchor->waiting == NULL)
    {
      anchor->waiting = g_steal_pointer (&steps);
      return;
    }
  g_array_append_vals (anchor->waiting, steps->data, steps->len);
  g_array_set_clear_func (steps, NULL);
}

/**
 * galley_office_text_begin_note:
 *
 * Makes all that is written up to galley_office_text_end_note() the text of a note.
 */
void
galley_office_text_begin_note (GalleyOfficeText *self)
{
  Note note = { .words = g_string_new (NULL) };

  if (self->open->len == 0)
    galley_office_notes_begin (self->notes);
  g_array_append_val (self->open, note);
}

/* Empty paragraphs of a note, and white space at the ends of its lines, say nothing. */
static char *
tidy_lines (const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  GString *tidy = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (tidy->len > 0 && *lines[i] != '\0')
        g_string_append_c (tidy, '\n');
      g_string_append (tidy, lines[i]);
    }

  return g_string_free (tidy, FALSE);
}

/**
 * galley_office_text_end_note:
 *
 * Returns: (transfer full): what was written to the note, its paragraphs parted by "\n"
 */
char *
galley_office_text_end_note (GalleyOfficeText *self)
{
  Note *note = &g_array_index (self->open, Note, self->open->len - 1);
  char *text;

  end_link_of_note (note);
  text = galley_office_notes_keep_links (self->notes, tidy_lines (note->words->str));
  g_array_set_size (self->open, self->open->len - 1);

  return text;
}

static void
submit_key (GalleyOfficeText *self, StepKind kind, const char *key)
{
  if (self->open->len == 0)
    submit (self, &(Step){ .kind = kind, .string = key, .length_bytes = strlen (key) });
  else
    galley_office_notes_add_within (self->notes, key);
}

/**
 * galley_office_text_begin_range:
 * @key: of a comment, whose words begin here
 */
void
galley_office_text_begin_range (GalleyOfficeText *self, const char *key)
{
  submit_key (self, STEP_BEGIN_RANGE, key);
}

/**
 * galley_office_text_end_range:
 * @key: of a comment, whose words end here
 */
void
galley_office_text_end_range (GalleyOfficeText *self, const char *key)
{
  submit_key (self, STEP_END_RANGE, key);
}

/**
 * galley_office_text_add_sign:
 * @key: of a footnote or endnote, whose sign stands here
 */
void
galley_office_text_add_sign (GalleyOfficeText *self, const char *key)
{
  submit_key (self, STEP_SIGN, key);
}

/**
 * galley_office_text_count_changes:
 * @n_changes: tracked changes that are read as accepted, to be told in a notice
 */
void
galley_office_text_count_changes (GalleyOfficeText *self, guint n_changes)
{
  self->n_changes += n_changes;
}

/**
 * galley_office_text_finish:
 *
 * Ends what is still open, and adds what is told of the document as a whole.
 */
void
galley_office_text_finish (GalleyOfficeText *self)
{
  release_boxes (self);
  galley_office_blocks_finish (self->blocks);
  if (self->n_changes > 0)
    galley_reader_tell_changes (self->builder, self->n_changes);
}

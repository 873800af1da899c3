import { limits } from '../limits/limits.ts'
import type { Condition } from './condition-document.ts'
import type { Subject } from './logic-document.ts'
import { oneKindOf } from './one-shape.ts'
import { authorIdSchema, outcomeIdSchema, randomIdSchema, textSchema, type Text } from './text.ts'

/** What may be shown or not. */
interface Shown {
  /** Cosmetic: where false it is not shown, nor anything within it; evaluation never changes. */
  readonly visible?: Condition
}

/** In how many columns questions stand on a wide screen. */
export type ColumnCount = 1 | 2 | 3

/** A question of the dictionary in its place. Type, unit and list come from the dictionary, the label where the form has none. */
export interface FieldItem extends Shown {
  readonly kind: 'field'
  readonly field: string
  /** How this form asks it, where the dictionary's label will not do. */
  readonly label?: Text
  readonly help?: Text
  /** Must be answered before the form is sent, where it is shown. */
  readonly required?: boolean
  /** Taken over from the register when a submission is opened. */
  readonly prefill?: boolean
  /** Takes the whole width, whatever the columns. */
  readonly wide?: boolean
  /** A text of several lines, so many of them at first. */
  readonly lines?: number
}

/** Questions answered from the same choices, as one table: a row each. */
export interface MatrixItem extends Shown {
  readonly kind: 'matrix'
  readonly id: string
  readonly title: Text
  readonly help?: Text
  readonly items: readonly FieldItem[]
}

/** Something to read between the questions. Blank lines part its paragraphs. */
export interface TextItem extends Shown {
  readonly kind: 'text'
  readonly id: string
  readonly text: Text
}

/** A fact shown as it comes out of the answers so far. */
export interface FactItem extends Shown {
  readonly kind: 'fact'
  readonly id: string
  readonly fact: string
  /** Where the title of the fact will not do. */
  readonly label?: Text
  readonly help?: Text
}

/** What may be attached: pictures that browsers show, and documents. */
export type AttachmentKind = 'photo' | 'pdf'

/** Files that belong to the submission, of the household or of each member. No evaluation reads them. */
export interface AttachmentItem extends Shown {
  readonly kind: 'attachment'
  readonly id: string
  readonly title: Text
  readonly help?: Text
  /** One at least must be there before the form is sent, where it is shown. */
  readonly required?: boolean
  readonly accept: readonly AttachmentKind[]
  /** At most so many files. */
  readonly most: number
}

/** What stands within a group. */
export type GroupedItem = FieldItem | MatrixItem | TextItem | FactItem | AttachmentItem

/** Some items under a heading of their own. */
export interface GroupItem extends Shown {
  readonly kind: 'group'
  readonly id: string
  readonly title: Text
  readonly help?: Text
  readonly columns?: ColumnCount
  readonly items: readonly GroupedItem[]
}

/** The members of the household, as a repeating part. */
export interface RosterItem {
  readonly kind: 'roster'
  readonly id: string
  readonly items: readonly (GroupedItem | GroupItem)[]
  /** Fields shown in the row of a member. */
  readonly columns: readonly string[]
}

/** Everything that stands in a form, wherever it stands. */
export type FormItem = GroupedItem | GroupItem | RosterItem

/** Items that hold others. */
export type ContainerItem = MatrixItem | GroupItem | RosterItem

/** A page of the form, shown as a tab. */
export interface FormSection extends Shown {
  readonly id: string
  readonly title: Text
  readonly help?: Text
  readonly columns?: ColumnCount
  /** Pages of other programmes may stand behind this section: the name they call the place by. Of a whole form only. */
  readonly anchor?: string
  readonly items: readonly FormItem[]
}

/** Something that must hold. A hard check stops sending; a soft one asks for a reason. */
export interface FormCheck {
  readonly id: string
  readonly severity: 'hard' | 'soft'
  readonly of?: Subject
  /** The field the message stands at. */
  readonly field: string
  /** Must not be false. Unknown passes. */
  readonly conditions: Condition
  readonly message: Text
}

/** What a whole form and pages for the form of another programme have in common. */
interface Sections {
  readonly id: string
  readonly title: Text
  readonly sections: readonly FormSection[]
  readonly checks?: readonly FormCheck[]
}

/** A form that people fill in. */
export interface WholeForm extends Sections {
  readonly kind: 'form'
}

/** Pages that a programme contributes to the form of another one, at one of its anchors: see `formSet`. */
export interface FormPages extends Sections {
  readonly kind: 'pages'
  /** Whose form it is and which: `programme.form`. */
  readonly form: string
  readonly anchor: string
}

/** What stands among the forms of a release. */
export type FormDocument = WholeForm | FormPages

const visible = { $ref: '#/$defs/condition' } as const
const columns = { enum: [1, 2, 3] } as const

/** As many files as one item may ever take. */
const mostFiles = 10

const fieldItem = {
  type: 'object',
  properties: {
    kind: { const: 'field' },
    field: authorIdSchema,
    label: textSchema,
    help: textSchema,
    visible,
    prefill: { type: 'boolean' },
    required: { type: 'boolean' },
    wide: { type: 'boolean' },
    lines: { type: 'integer', minimum: 2, maximum: 20 },
  },
  required: ['kind', 'field'],
  additionalProperties: false,
} as const

const groupedItem = { anyOf: [{ $ref: '#/$defs/fieldItem' }, { $ref: '#/$defs/matrixItem' }, { $ref: '#/$defs/textItem' }, { $ref: '#/$defs/factItem' }, { $ref: '#/$defs/attachmentItem' }] } as const

const sectionItems = { anyOf: [...groupedItem.anyOf, { $ref: '#/$defs/groupItem' }, { $ref: '#/$defs/rosterItem' }] } as const

/** The sections of a form or of pages; `more` are properties of a section that only one of them has. */
const sectionsOf = <More extends object>(more: More) => ({
  type: 'array',
  minItems: 1,
  maxItems: limits.sections,
  items: {
    type: 'object',
    properties: { id: randomIdSchema, title: textSchema, help: textSchema, visible, columns, ...more, items: { type: 'array', maxItems: limits.form_items, items: sectionItems } },
    required: ['id', 'title', 'items'],
    additionalProperties: false,
  },
}) as const

const checks = {
  type: 'array',
  maxItems: limits.form_checks,
  items: {
    type: 'object',
    properties: {
      id: randomIdSchema,
      severity: { enum: ['hard', 'soft'] },
      of: { enum: ['household', 'members'] },
      field: authorIdSchema,
      conditions: { $ref: '#/$defs/condition' },
      message: textSchema,
    },
    required: ['id', 'severity', 'field', 'conditions', 'message'],
    additionalProperties: false,
  },
} as const

export const formDefinitions = {
  fieldItem,
  matrixItem: {
    type: 'object',
    properties: {
      kind: { const: 'matrix' },
      id: randomIdSchema,
      title: textSchema,
      help: textSchema,
      visible,
      items: { type: 'array', items: { $ref: '#/$defs/fieldItem' }, minItems: 1, maxItems: limits.form_items },
    },
    required: ['kind', 'id', 'title', 'items'],
    additionalProperties: false,
  },
  textItem: {
    type: 'object',
    properties: { kind: { const: 'text' }, id: randomIdSchema, text: textSchema, visible },
    required: ['kind', 'id', 'text'],
    additionalProperties: false,
  },
  factItem: {
    type: 'object',
    properties: { kind: { const: 'fact' }, id: randomIdSchema, fact: authorIdSchema, label: textSchema, help: textSchema, visible },
    required: ['kind', 'id', 'fact'],
    additionalProperties: false,
  },
  attachmentItem: {
    type: 'object',
    properties: {
      kind: { const: 'attachment' },
      id: randomIdSchema,
      title: textSchema,
      help: textSchema,
      visible,
      required: { type: 'boolean' },
      accept: { type: 'array', items: { enum: ['photo', 'pdf'] }, minItems: 1, maxItems: 2, uniqueItems: true },
      most: { type: 'integer', minimum: 1, maximum: mostFiles },
    },
    required: ['kind', 'id', 'title', 'accept', 'most'],
    additionalProperties: false,
  },
  groupItem: {
    type: 'object',
    properties: {
      kind: { const: 'group' },
      id: randomIdSchema,
      title: textSchema,
      help: textSchema,
      visible,
      columns,
      items: { type: 'array', items: groupedItem, maxItems: limits.form_items },
    },
    required: ['kind', 'id', 'title', 'items'],
    additionalProperties: false,
  },
  rosterItem: {
    type: 'object',
    properties: {
      kind: { const: 'roster' },
      id: randomIdSchema,
      items: { type: 'array', items: { anyOf: [...groupedItem.anyOf, { $ref: '#/$defs/groupItem' }] }, minItems: 1, maxItems: limits.form_items },
      columns: { type: 'array', items: authorIdSchema, minItems: 1, maxItems: limits.list },
    },
    required: ['kind', 'id', 'items', 'columns'],
    additionalProperties: false,
  },
  form: {
    type: 'object',
    properties: { kind: { const: 'form' }, id: authorIdSchema, title: textSchema, sections: sectionsOf({ anchor: authorIdSchema }), checks },
    required: ['kind', 'id', 'title', 'sections'],
    additionalProperties: false,
  },
  pages: {
    type: 'object',
    properties: { kind: { const: 'pages' }, id: authorIdSchema, title: textSchema, form: outcomeIdSchema, anchor: authorIdSchema, sections: sectionsOf({}), checks },
    required: ['kind', 'id', 'title', 'form', 'anchor', 'sections'],
    additionalProperties: false,
  },
  formDocument: oneKindOf([['form', { $ref: '#/$defs/form' }], ['pages', { $ref: '#/$defs/pages' }]]),
} as const

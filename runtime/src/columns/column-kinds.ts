import type { FieldKind } from '../form/field-kinds/field-kind.ts'
import { codesColumn } from './column-kinds/codes-column.ts'
import type { ColumnKind } from './column-kinds/column-kind.ts'
import { dateColumn } from './column-kinds/date-column.ts'
import { digitsColumn } from './column-kinds/digits-column.ts'
import { numberColumn } from './column-kinds/number-column.ts'
import { textColumn } from './column-kinds/text-column.ts'
import { truthColumn } from './column-kinds/truth-column.ts'

export type ColumnKindName = 'truth' | 'text' | 'codes' | 'number' | 'date' | 'digits'

/** Every kind of column. */
export const columnKinds: Readonly<Record<ColumnKindName, ColumnKind>> = {
  truth: truthColumn,
  text: textColumn,
  codes: codesColumn,
  number: numberColumn,
  date: dateColumn,
  digits: digitsColumn,
}

/** The kind of column that holds the answers of each kind of question. */
export const columnKindOf: Readonly<Record<FieldKind, ColumnKindName>> = {
  text: 'text',
  number: 'number',
  date: 'date',
  'yes-no': 'truth',
  choice: 'text',
  choices: 'codes',
  'personal-number': 'digits',
}

/** Kinds that keep texts behind their numbers. */
export const keepsTexts = (kind: ColumnKindName): boolean => kind === 'text' || kind === 'codes'

import type { Answer, Answers, CaseDocument, Literal } from '@tieuchi/runtime'
import { listSign } from './case-cells.ts'
import type { ValueColumn } from './case-columns.ts'
import type { SheetRow } from './case-sheet.ts'

/** Values by name; of members a value for each. */
export type Named = CaseDocument['expect']

/** Answers with the columns of one place written over them; a blank cell is no answer. */
export function answersOver(answers: Answers, { values }: SheetRow, of: ValueColumn['of']): Answers {
  const here = values.filter(({ column }) => column.of === of)
  const kept = Object.entries(answers).filter(([name]) => here.every(({ column }) => column.name !== name))
  const written = here.flatMap(({ column, value }) => (value === undefined ? [] : [[column.name, value] as const]))
  return Object.fromEntries([...kept, ...written])
}

const literalOf = (value: Answer): Literal => (typeof value === 'object' ? value.toSorted().join(listSign) : value)

/** Values with the columns of one place written over them. */
export const namedOver = (named: Named, { values }: SheetRow, of: 'assume' | 'expect'): Named =>
  values.filter(({ column }) => column.of === of).reduce<Named>((all, { column: { name }, value }) => {
    const { [name]: _before, ...others } = all
    return value === undefined ? others : { ...others, [name]: literalOf(value) }
  }, named)

/** The same for those of one member. */
export const namedOfMember = (named: Named, member: string, { values }: SheetRow, of: 'assumeOfMembers' | 'expectOfMembers'): Named =>
  values.filter(({ column }) => column.of === of).reduce<Named>((all, { column: { name }, value }) => {
    const { [name]: before, ...others } = all
    const { [member]: _before, ...rest } = typeof before === 'object' ? before : {}
    const next = value === undefined ? rest : { ...rest, [member]: literalOf(value) }
    return Object.keys(next).length === 0 ? others : { ...others, [name]: next }
  }, named)

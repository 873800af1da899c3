import type { CommonDocument, FieldSchema } from '@tieuchi/runtime'
import { readValue, type ReadValue } from '../../../case-files/case-cells.ts'
import { kindOfField, type CellKind } from '../../../case-files/case-columns.ts'
import type { CsvRow } from '../../../excel/csv-reading.ts'
import { csvWords } from './csv-words.ts'
import type { FileProblem } from './register-file.ts'

/** What a column of the table holds: the answers to a question, or which household, member and unit a line is about. */
export type CsvColumn =
  | { readonly of: 'row'; readonly name: 'household' | 'member' | 'unit' }
  | { readonly of: 'household' | 'unit' | 'members'; readonly name: string; readonly read: (cell: string) => ReadValue }

const isOfRow = (name: string): name is 'household' | 'member' | 'unit' => name === 'household' || name === 'member' || name === 'unit'

/** So many different cells of a column are remembered. */
const mostRemembered = 1000

/** Most cells of a column say what others of it said. */
function readerOf(kind: CellKind): (cell: string) => ReadValue {
  const known = new Map<string, ReadValue>()
  return (cell) => {
    const read = known.get(cell) ?? readValue(cell, kind)
    if (known.size < mostRemembered) known.set(cell, read)
    return read
  }
}

/** The columns that the first line names, each once. */
export function readHead({ line, cells }: CsvRow, common: CommonDocument): { readonly columns: readonly CsvColumn[]; readonly problems: readonly FileProblem[] } {
  const { lists, dictionary: { properties } } = common
  const byId = new Map(lists.map((list) => [list.id, list]))
  const fields = (of: 'household' | 'unit' | 'members', schemas: Readonly<Record<string, FieldSchema>>) => Object.entries(schemas).map(([name, schema]) => [name, { of, name, read: readerOf(kindOfField(schema, byId)) }] as const)
  const known = new Map<string, CsvColumn>([...fields('household', properties.household.properties), ...fields('unit', properties.unit.properties), ...fields('members', properties.members.items.properties)])
  const columns: CsvColumn[] = []
  const problems: FileProblem[] = []
  cells.forEach((name, index) => {
    const column = known.get(name) ?? (isOfRow(name) ? { of: 'row' as const, name } : undefined)
    if (!column) problems.push({ line, message: csvWords.unknown(name, index + 1) })
    else if (columns.some((each) => each.name === name)) problems.push({ line, message: csvWords.twice(name) })
    else columns.push(column)
  })
  return { columns, problems }
}

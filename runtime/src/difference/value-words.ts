import type { Literal, SingleOperand } from '../documents/condition-document.ts'
import type { TablePiece, TableRow } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import { describeColumn, describeReference, type Readable } from '../explain/readable.ts'
import { conditionPhrase } from '../explain/phrase.ts'
import { writeOperand } from '../explain/sentence.ts'
import { rowCondition } from '../logic/table.ts'
import type { Assembly } from '../release/assembly.ts'
import { listOfFact } from '../release/value-types.ts'
import type { Amount } from './change.ts'
import { fill, joinTexts } from './difference-words.ts'

const open: Text = { vi: 'chưa được xác định trong văn bản', en: 'not established in the law' }

/** A key of a parameter's values, by the title of its code in the list of the field it is looked up by. */
export const keyWords = (assembly: Assembly, by: string, key: string): Text => {
  const title = writeOperand(assembly, key, { title: open, list: listOfFact(assembly, { fact: by }) })
  return { vi: title.vi.toLocaleLowerCase('vi'), en: title.en.toLocaleLowerCase('en') }
}

/** A value of the law with its unit. */
export const literalWords = (assembly: Assembly, literal: Literal, like: Readable): Text => writeOperand(assembly, literal, like)

/** A parameter's value, or each of its values with what it holds for. */
export const amountWords = (assembly: Assembly, { value, by, values }: Amount, unit: string): Text => {
  const write = (literal: Literal): Text => literalWords(assembly, literal, { title: open, unit })
  if (value !== undefined) return write(value)
  if (by === undefined || values === undefined) return open
  return joinTexts(Object.entries(values).map(([key, literal]) => fill('{0} {1}', '{0} {1}', keyWords(assembly, by, key), write(literal))), ', ')
}

/** A result cell: the value a row gives. */
export const resultWords = (assembly: Assembly, table: TablePiece, output: string, value: SingleOperand): Text =>
  writeOperand(assembly, value, describeColumn(assembly, table, output))

/** `… khi …`: what a row gives, and when. */
export const rowWords = (assembly: Assembly, table: TablePiece, row: TableRow): Text => {
  const results = joinTexts(row.then.map((value, column) => resultWords(assembly, table, table.outputs[column] ?? '', value)), ', ')
  const when = rowCondition(table, row)
  if (!when) return fill('{0} trong các trường hợp còn lại', '{0} in all other cases', results)
  return fill('{0} khi {1}', '{0} when {1}', results, conditionPhrase(assembly, when))
}

/** What a table's column reads. */
export const inputTitle = (assembly: Assembly, input: string | SingleOperand): Text => {
  if (typeof input === 'object') return describeReference(assembly, input).title
  return describeReference(assembly, { fact: String(input) }).title
}

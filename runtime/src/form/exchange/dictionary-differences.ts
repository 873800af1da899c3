import type { FieldSchema, ListEntry } from '../../documents/common-document.ts'
import type { Text } from '../../documents/text.ts'
import { limits } from '../../limits/limits.ts'
import type { AssembledField } from '../../release/assembly.ts'
import { fieldKindOf } from '../field-kinds.ts'
import type { Limit } from './answer-type.ts'
import type { AskedProperty } from './asked-property.ts'
import type { Choices } from './read-choices.ts'
import type { Reading } from './reading.ts'

const names: Readonly<Record<Limit, Text>> = {
  minimum: { vi: 'giá trị nhỏ nhất', en: 'the least' },
  maximum: { vi: 'giá trị lớn nhất', en: 'the greatest' },
  minLength: { vi: 'số chữ ít nhất', en: 'the fewest letters' },
  maxLength: { vi: 'số chữ nhiều nhất', en: 'the most letters' },
}

const none: Text = { vi: 'không có', en: 'none' }

const labelled = (schema: FieldSchema, vi: string, en: string): Text => ({
  vi: `“${schema['x-label'].vi}” đã có trong từ điển, ${vi}`,
  en: `“${schema['x-label'].en}” is in the dictionary already, ${en}`,
})

const otherLimit = (schema: FieldSchema, limit: Limit, there: number | undefined, wanted: number | undefined): Text => labelled(
  schema,
  `nơi ${names[limit].vi} là ${there ?? none.vi}, không phải ${wanted ?? none.vi}; từ điển được giữ, hãy tạo câu hỏi mới nếu cần giới hạn khác.`,
  `where ${names[limit].en} is ${there ?? none.en}, not ${wanted ?? none.en}; the dictionary stays, so make a new question where another limit is needed.`,
)

/** A limit as it works: no text is longer than all texts may be. */
const inForce = (schema: FieldSchema, limit: Limit): number | undefined =>
  schema[limit] ?? (limit === 'maxLength' && fieldKindOf(schema) === 'text' ? limits.text : undefined)

const compareLimits = ({ ledger }: Reading, { schema }: AssembledField, { property, answer }: AskedProperty): void => {
  for (const limit of Object.keys(names) as Limit[]) {
    const cell = answer.limits[limit]
    const [there, wanted] = [inForce(schema, limit), cell && Number(cell.value)]
    if (there === wanted) {
      if (cell) ledger.take(cell)
    } else if (cell) ledger.leave(cell, 'differs', otherLimit(schema, limit, there, wanted))
    else if (there !== limits.text || limit !== 'maxLength') ledger.note(property.cell, 'differs', otherLimit(schema, limit, there, wanted))
  }
}

const missing = (schema: FieldSchema, code: string): Text => labelled(schema, `nhưng danh mục không có mã “${code}”; hãy bổ sung mã vào danh mục nếu cần.`, `but its list has no code “${code}”; add it to the list where it is needed.`)

const called = (schema: FieldSchema, code: string, entry: ListEntry): Text => labelled(schema, `nơi mã “${code}” được gọi là “${entry.title.vi}”; tên trong danh mục được giữ.`, `where the code “${code}” is called “${entry.title.en}”; the name in the list stays.`)

const more = (schema: FieldSchema, codes: readonly string[]): Text => labelled(schema, `và danh mục còn các mã ${codes.join(', ')}; mọi mã của danh mục đều được chọn.`, `and its list has ${codes.join(', ')} too; every code of the list can be chosen.`)

const compareChoices = ({ assembly, ledger }: Reading, { schema }: AssembledField, { cell, choices }: Choices): void => {
  const entries = new Map((assembly.lists.get(schema['x-list'] ?? '')?.entries ?? []).map((entry) => [entry.code, entry]))
  for (const choice of choices) {
    const entry = entries.get(choice.code)
    if (!entry) ledger.note(choice.cell, 'differs', missing(schema, choice.code))
    else if (choice.titleCell && choice.title !== entry.title.vi && choice.title !== entry.title.en) ledger.note(choice.titleCell, 'differs', called(schema, choice.code, entry))
  }
  const wanted = new Set(choices.map(({ code }) => code))
  const beyond = [...entries.keys()].filter((code) => !wanted.has(code))
  if (beyond.length > 0) ledger.note(cell, 'differs', more(schema, beyond.slice(0, mostCodes)))
}

/** Codes named in one message. */
const mostCodes = 20

/** What the other tool says otherwise than the dictionary of a question that both have. */
export const compareWithDictionary = { limits: compareLimits, choices: compareChoices } as const

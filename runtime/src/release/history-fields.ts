import type { FieldSchema } from '../documents/common-document.ts'
import type { Recorded } from '../documents/logic-document.ts'
import type { AssembledField, Assembly } from './assembly.ts'
import { listOfFact, typeOfFact } from './value-types.ts'
import type { ValueType } from '../values/value-type.ts'

/** What can be read of an earlier decision; no field or piece may have these names. */
export const historyFieldIds = ['value', 'from', 'to', 'decided_on', 'standard'] as const

export type HistoryFieldId = (typeof historyFieldIds)[number]

export const isHistoryFieldId = (id: string): id is HistoryFieldId => (historyFieldIds as readonly string[]).includes(id)

/** Fields of an earlier decision that are the same for every outcome. */
const fixedFields: Readonly<Record<Exclude<HistoryFieldId, 'value'>, FieldSchema>> = {
  from: { type: 'string', format: 'date', 'x-label': { vi: 'Ngày bắt đầu', en: 'First day' } },
  to: { type: 'string', format: 'date', 'x-label': { vi: 'Ngày kết thúc', en: 'Last day' } },
  decided_on: { type: 'string', format: 'date', 'x-label': { vi: 'Ngày quyết định', en: 'Day of the decision' } },
  standard: { type: 'string', 'x-label': { vi: 'Chuẩn áp dụng', en: 'Standard applied' } },
}

const jsonTypes: Readonly<Record<ValueType, Pick<FieldSchema, 'type' | 'format'>>> = {
  number: { type: 'number' },
  date: { type: 'string', format: 'date' },
  boolean: { type: 'boolean' },
  text: { type: 'string' },
  list: { type: 'array' },
}

const valueField = (assembly: Assembly, { outcome }: Recorded): AssembledField => {
  const [programme = '', fact = ''] = outcome.split('.')
  const owner = programme === assembly.programme ? assembly : assembly.dependencies.get(programme)
  const piece = owner?.pieces.get(fact)?.piece
  const [type, list] = [typeOfFact(assembly, { fact: outcome }), listOfFact(assembly, { fact: outcome })]
  const unit = piece?.kind === 'outcome' ? piece.unit : undefined
  const label = piece?.title ?? { vi: 'Kết quả', en: 'Result' }
  const schema: FieldSchema = { ...jsonTypes[type ?? 'text'], 'x-label': label, ...(list !== undefined && { 'x-list': list }), ...(unit !== undefined && { 'x-unit': unit }) }
  return { id: 'value', place: 'history', schema, ...(type === undefined && { untyped: true }) }
}

const made = new WeakMap<Assembly, Map<string, Assembly>>()

/** The assembly as it reads inside an aggregate over earlier decisions on an outcome: with the fields of such a decision. */
export const withinHistory = (assembly: Assembly, recorded: Recorded): Assembly => {
  const known = made.get(assembly) ?? new Map<string, Assembly>()
  made.set(assembly, known)
  const before = known.get(recorded.outcome)
  if (before) return before
  const fixed = Object.entries(fixedFields).map(([id, schema]): AssembledField => ({ id, place: 'history', schema }))
  const fields = new Map([...assembly.fields, ...[valueField(assembly, recorded), ...fixed].map((field) => [field.id, field] as const)])
  const within: Assembly = { ...assembly, fields }
  known.set(recorded.outcome, within)
  return within
}

import { isParameterReference } from '../conditions/condition-tree.ts'
import type { FactReference, ParameterReference } from '../documents/condition-document.ts'
import type { FieldKindUse } from '../documents/field-kind-use.ts'
import type { EntitlementResult } from '../documents/evaluation-document.ts'
import { outcomeSource, type EntitlementPiece, type TablePiece } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import type { Assembly } from '../release/assembly.ts'
import { formatDate, formatValue } from '../values/format.ts'
import { toNumber } from '../values/number.ts'
import { certainScalar, toAnswer, type Value } from '../values/value.ts'

/** How something read is called and written: its title, unit, code list and kind. */
export interface Readable {
  readonly title: Text
  readonly unit?: string | undefined
  readonly list?: string | undefined
  readonly fieldKind?: FieldKindUse | undefined
}

/** The words for a fact, field, table, outcome or parameter. */
export const describeReference = (assembly: Assembly, reference: FactReference | ParameterReference): Readable =>
  isParameterReference(reference) ? describeParameter(assembly, reference.parameter) : describeFact(assembly, reference)

const asItIs = (name: string): Text => ({ vi: name, en: name })

const describeParameter = (assembly: Assembly, id: string): Readable => {
  const parameter = assembly.parameters.get(id)?.parameter
  return parameter ? { title: parameter.title, unit: parameter.unit } : { title: asItIs(id) }
}

const describeFact = (assembly: Assembly, { fact, output }: FactReference): Readable => {
  const field = assembly.fields.get(fact)?.schema
  if (field) return { title: field['x-label'], unit: field['x-unit'], list: field['x-list'], fieldKind: field['x-kind'] }
  const piece = assembly.pieces.get(fact)?.piece
  if (!piece) return describeForeign(assembly, fact)
  if (piece.kind === 'fact' || piece.kind === 'outcome') return { title: piece.title, unit: piece.unit, list: piece.list }
  if (output === undefined) return { title: piece.title }
  if (piece.kind === 'rules') return { title: { vi: `${piece.title.vi} – danh sách`, en: `${piece.title.en} – list` } }
  return piece.kind === 'entitlement' ? describePart(piece, output) : { title: piece.title }
}

/** How the results of a table's column are written: as the outcome that takes them. */
export const describeColumn = (assembly: Assembly, table: TablePiece, output: string): Readable => {
  const taker = [...assembly.pieces.values()].map(({ piece }) => piece).filter((piece) => piece.kind === 'outcome').find((piece) => {
    const source = outcomeSource(piece)
    return source.fact === table.id && (source.output ?? table.outputs[0]) === output
  })
  return { title: taker?.title ?? table.title, unit: taker?.unit, list: taker?.list }
}

/** What the level of an entitlement is called within a sentence. */
export const levelNoun: Text = { vi: 'mức', en: 'level' }

/** What an entitlement gives, by its unit. */
export const amountNoun = ({ unit }: EntitlementPiece): Text => (unit?.startsWith('VND') === true ? { vi: 'số tiền', en: 'amount' } : { vi: 'số lượng', en: 'quantity' })

const describePart = (piece: EntitlementPiece, output: string): Readable => {
  const { title, unit, level_unit: levelUnit, level_list: levelList } = piece
  const noun = output === 'level' ? { vi: 'mức hưởng', en: 'level' } : amountNoun(piece)
  return { title: { vi: `${title.vi} – ${noun.vi}`, en: `${title.en} – ${noun.en}` }, ...(output === 'level' ? { unit: levelUnit, list: levelList } : { unit }) }
}

const describeForeign = (assembly: Assembly, name: string): Readable => {
  const [programme = '', outcome = ''] = name.split('.')
  const dependency = programme === assembly.programme ? assembly : assembly.dependencies.get(programme)
  return dependency?.pieces.has(outcome) === true ? describeFact(dependency, { fact: outcome }) : { title: asItIs(name) }
}

/** What became of an entitlement. */
export const entitlementStates: Readonly<Record<EntitlementResult['state'], Text>> = {
  granted: { vi: 'được hưởng', en: 'granted' },
  refused: { vi: 'không được hưởng', en: 'refused' },
  undetermined: { vi: 'chưa kết luận', en: 'undetermined' },
}

const both = (write: (language: 'vi' | 'en') => string): Text => ({ vi: write('vi'), en: write('en') })

/** Where an answer is wanting. */
export const notKnown: Text = { vi: 'chưa có thông tin', en: 'not known' }
/** Where the law leaves it open. */
export const notEstablished: Text = { vi: 'chưa được xác định trong văn bản', en: 'not established in the law' }
const doesNotApply: Text = { vi: 'không áp dụng', en: 'not applicable' }

/** A value as people write it; an uncertain one says what it can be. */
export const writeValue = (assembly: Assembly, value: Value, { unit, list, fieldKind }: Readable): Text => {
  const { possible } = value
  if (possible.kind === 'none') return doesNotApply
  const write = (answer: Parameters<typeof formatValue>[0]) => both((language) => formatValue(answer, { unit, list, fieldKind, lists: assembly.lists, language }))
  const scalar = certainScalar(value)
  if (scalar !== undefined) return write(toAnswer(scalar))
  if (possible.kind === 'range' && possible.from && possible.to) return fromTo(write(toNumber(possible.from)), write(toNumber(possible.to)))
  if (possible.kind === 'range' && possible.from && possible.from.compare(0) > 0) return prefixed({ vi: 'từ ', en: 'at least ' }, write(toNumber(possible.from)))
  if (possible.kind === 'days' && possible.from !== undefined && possible.to !== undefined) return fromTo(asItIs(formatDate(possible.from)), asItIs(formatDate(possible.to)))
  return value.grounds.open.length > 0 ? notEstablished : notKnown
}

const fromTo = (from: Text, to: Text): Text => ({ vi: `từ ${from.vi} đến ${to.vi}`, en: `${from.en} to ${to.en}` })

const prefixed = (prefix: Text, text: Text): Text => ({ vi: prefix.vi + text.vi, en: prefix.en + text.en })

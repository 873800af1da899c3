import { isParameterReference } from '../conditions/condition-tree.ts'
import type { FactReference, ParameterReference } from '../documents/condition-document.ts'
import type { Text } from '../documents/text.ts'
import type { Assembly } from '../release/assembly.ts'
import { formatDate, formatValue } from '../values/format.ts'
import { toNumber } from '../values/number.ts'
import { certainScalar, toAnswer, type Value } from '../values/value.ts'

/** How something read is called and written: its title, unit and code list. */
export interface Readable {
  readonly title: Text
  readonly unit?: string | undefined
  readonly list?: string | undefined
}

/** The words for a fact, field, table, outcome or parameter. */
export const describeReference = (assembly: Assembly, reference: FactReference | ParameterReference): Readable =>
  isParameterReference(reference) ? describeParameter(assembly, reference.parameter) : describeFact(assembly, reference)

const asItIs = (name: string): Text => ({ vi: name, en: name })

const describeParameter = (assembly: Assembly, id: string): Readable => {
  const parameter = assembly.parameters.get(id)?.parameter
  return parameter ? { title: parameter.title, unit: parameter.unit } : { title: asItIs(id) }
}

const describeFact = (assembly: Assembly, { fact }: FactReference): Readable => {
  const field = assembly.fields.get(fact)?.schema
  if (field) return { title: field['x-label'], unit: field['x-unit'], list: field['x-list'] }
  const piece = assembly.pieces.get(fact)?.piece
  if (!piece) return describeForeign(assembly, fact)
  if (piece.kind === 'fact' || piece.kind === 'outcome') return { title: piece.title, unit: piece.unit, list: piece.list }
  return { title: piece.title }
}

const describeForeign = (assembly: Assembly, name: string): Readable => {
  const [programme = '', outcome = ''] = name.split('.')
  const dependency = assembly.dependencies.get(programme)
  return dependency ? describeFact(dependency, { fact: outcome }) : { title: asItIs(name) }
}

const both = (write: (language: 'vi' | 'en') => string): Text => ({ vi: write('vi'), en: write('en') })

const notKnown: Text = { vi: 'chưa có thông tin', en: 'not known' }
const notEstablished: Text = { vi: 'chưa được xác định trong văn bản', en: 'not established in the law' }
const doesNotApply: Text = { vi: 'không áp dụng', en: 'not applicable' }

/** A value as people write it; an uncertain one says what it can be. */
export const writeValue = (assembly: Assembly, value: Value, { unit, list }: Readable): Text => {
  const { possible } = value
  if (possible.kind === 'none') return doesNotApply
  const write = (answer: Parameters<typeof formatValue>[0]) => both((language) => formatValue(answer, { unit, list, lists: assembly.lists, language }))
  const scalar = certainScalar(value)
  if (scalar !== undefined) return write(toAnswer(scalar))
  if (possible.kind === 'range' && possible.from && possible.to) return fromTo(write(toNumber(possible.from)), write(toNumber(possible.to)))
  if (possible.kind === 'range' && possible.from && possible.from.compare(0) > 0) return prefixed({ vi: 'từ ', en: 'at least ' }, write(toNumber(possible.from)))
  if (possible.kind === 'days' && possible.from !== undefined && possible.to !== undefined) return fromTo(asItIs(formatDate(possible.from)), asItIs(formatDate(possible.to)))
  return value.grounds.open.length > 0 ? notEstablished : notKnown
}

const fromTo = (from: Text, to: Text): Text => ({ vi: `từ ${from.vi} đến ${to.vi}`, en: `${from.en} to ${to.en}` })

const prefixed = (prefix: Text, text: Text): Text => ({ vi: prefix.vi + text.vi, en: prefix.en + text.en })

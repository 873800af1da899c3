import type { FactReference, ParameterReference } from '../documents/condition-document.ts'
import { eventProperties } from '../documents/logic-document.ts'
import type { Language } from '../documents/text.ts'
import { isParameterReference } from '../conditions/condition-tree.ts'
import { describeReference } from '../explain/readable.ts'
import type { Assembly } from '../release/assembly.ts'
import { plainWords } from './formula-names.ts'

export type NamedReference = FactReference | ParameterReference

/** What a name in brackets stands for, or why it stands for nothing. */
export type FoundReference = { readonly reference: NamedReference } | { readonly problem: 'unknown' | 'ambiguous' }

/** What formulas call things in one language. */
export interface ReferenceNames {
  readonly write: (reference: NamedReference) => string
  readonly find: (name: string) => FoundReference
  /** Everything there is a name for, in the order of the dictionary and the logic. */
  readonly all: readonly { readonly name: string; readonly reference: NamedReference }[]
}

/** The same for the same reference: `garden_area`, `verdict/licence`, `guild.rank//computed/local`, `parameter:line@area_type=rural`. */
const keyOf = (reference: NamedReference): string => {
  if (isParameterReference(reference)) {
    const at = Object.entries(reference.at ?? {}).map(([field, value]) => `${field}=${encodeURIComponent(value)}`).join(',')
    return `parameter:${reference.parameter}${at === '' ? '' : `@${at}`}`
  }
  return [reference.fact, reference.output ?? '', reference.as ?? '', reference.layer ?? ''].join('/').replace(/\/+$/, '')
}

const referenceOf = (key: string): NamedReference => {
  if (key.startsWith('parameter:')) {
    const [parameter = '', at] = key.slice('parameter:'.length).split('@')
    return { parameter, ...(at !== undefined && { at: Object.fromEntries(at.split(',').map((pair) => [pair.split('=')[0] ?? '', decodeURIComponent(pair.split('=')[1] ?? '')])) }) }
  }
  const [fact = '', output = '', as = '', layer = ''] = key.split('/')
  return { fact, ...(output !== '' && { output }), ...(as !== '' && { as: as as 'recorded' | 'computed' }), ...(layer !== '' && { layer: layer as 'national' | 'local' }) }
}

/** A shared parameter has two names; one is enough. */
const parametersIn = ({ parameters }: Assembly): readonly ParameterReference[] => {
  const seen = new Set<object>()
  return [...parameters].flatMap(([parameter, { parameter: own }]) => {
    if (seen.has(own)) return []
    seen.add(own)
    return [{ parameter }]
  })
}

const referencesIn = (assembly: Assembly): readonly NamedReference[] => {
  const pieces = [...assembly.pieces.values()].flatMap(({ piece }): readonly FactReference[] => {
    if (piece.kind === 'entitlement') return [{ fact: piece.id }, ...(piece.level === undefined ? [] : [{ fact: piece.id, output: 'level' }]), ...(piece.amount === undefined ? [] : [{ fact: piece.id, output: 'amount' }])]
    if (piece.kind === 'rules') return [{ fact: piece.id }, ...eventProperties(piece).map((output) => ({ fact: piece.id, output }))]
    return piece.kind === 'table' && piece.outputs.length > 1 ? piece.outputs.map((output) => ({ fact: piece.id, output })) : [{ fact: piece.id }]
  })
  const others = [...assembly.dependencies].flatMap(([programme, { pieces: own }]) =>
    [...own.values()].filter(({ piece, programme: owner }) => owner === programme && (piece.kind === 'outcome' || piece.kind === 'entitlement')).map(({ piece }) => ({ fact: `${programme}.${piece.id}` })))
  return [...[...assembly.fields.keys()].map((fact) => ({ fact })), ...pieces, ...others, ...parametersIn(assembly)]
}

/** Names as titles; where several things have one title, with the key of each behind it: `[Tuổi #age]`. */
export const referenceNames = (assembly: Assembly, language: Language): ReferenceNames => {
  const references = referencesIn(assembly)
  const titleOf = (reference: NamedReference): string => describeReference(assembly, reference).title[language].trim()
  const titled = Map.groupBy(references, (reference) => plainWords(titleOf(reference)))
  const known = new Set(references.map(keyOf))
  const nameOf = (reference: NamedReference): string => {
    const key = keyOf(reference)
    const title = titleOf(reference)
    const alone = known.has(key) && titled.get(plainWords(title))?.length === 1 && !title.includes(' #')
    return alone ? title : `${title} #${key}`
  }
  return {
    write: (reference) => `[${nameOf(reference).replaceAll(']', ']]')}]`,
    all: references.map((reference) => ({ name: nameOf(reference), reference })),
    find: (name) => {
      const mark = name.lastIndexOf('#')
      const key = mark === -1 ? '' : name.slice(mark + 1).trim()
      const same = titled.get(plainWords(name)) ?? []
      const [only, ...more] = same
      if (only && more.length === 0) return { reference: only }
      if (key !== '' && (mark === 0 || name[mark - 1] === ' ')) return { reference: referenceOf(key) }
      return { problem: only ? 'ambiguous' : 'unknown' }
    },
  }
}

import { canonicalJson, referencesOfPiece, type Assembly, type Condition, type LogicPiece, type Rule, type Text } from '@tieuchi/runtime'
import type { Along } from '../editor-store/commands/along.ts'
import type { Copied } from './clipboard.ts'

/** What was copied as it stands in another release, with what comes along because that lacks it, and the titles of that. */
export interface Brought {
  readonly condition: Condition
  readonly rule?: Rule
  readonly along: Along
  readonly titles: readonly Text[]
}

interface Names {
  readonly pieces: ReadonlyMap<string, string>
  readonly parameters: ReadonlyMap<string, string>
}

/** The properties that name a piece; a rule of a set is named with a dot. */
const pieceKeys = new Set(['fact', 'condition', 'countEvents', 'from', 'inputs'])

const renamedReference = (name: string, { pieces }: Names): string => {
  const [first = '', ...rest] = name.split('.')
  return [pieces.get(first) ?? first, ...rest].join('.')
}

/** A document that refers to things by other names. */
const renamed = <Document>(document: Document, names: Names): Document =>
  JSON.parse(JSON.stringify(document), (key, value: unknown): unknown => {
    if (key === 'parameter' && typeof value === 'string') return names.parameters.get(value) ?? value
    if (!pieceKeys.has(key)) return value
    if (Array.isArray(value)) return value.map((each: unknown) => (typeof each === 'string' ? renamedReference(each, names) : each))
    return typeof value === 'string' ? renamedReference(value, names) : value
  })

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)

const freeName = (id: string, isTaken: (name: string) => boolean): string => {
  for (let number = 2; ; number += 1) if (!isTaken(`${id}_${number}`)) return `${id}_${number}`
}

/** Pieces that another programme has under the same name, but saying something else, themselves or by what they read. */
const differingPieces = ({ release: { logic } }: Assembly, pieces: readonly LogicPiece[], parameters: ReadonlyMap<string, string>): ReadonlySet<string> => {
  const held = new Map(logic.map((piece) => [piece.id, piece]))
  const readsOther = (piece: LogicPiece, other: ReadonlySet<string>): boolean => referencesOfPiece(piece, []).some((reference) => {
    if (reference.kind === 'parameter') return parameters.has(reference.reference.parameter)
    const name = reference.kind === 'fact' ? reference.reference.fact : reference.kind === 'leaf' ? '' : reference.name
    return other.has(name.split('.')[0] ?? '')
  })
  let differing = new Set(pieces.filter((piece) => held.has(piece.id) && !isSame(held.get(piece.id), piece)).map(({ id }) => id))
  for (let before = -1; before < differing.size;) {
    before = differing.size
    const known = differing
    differing = new Set([...known, ...pieces.filter((piece) => held.has(piece.id) && readsOther(piece, known)).map(({ id }) => id)])
  }
  return differing
}

/** Names for what another programme means something else by; within one programme what is there is meant. */
const namesIn = (assembly: Assembly, { programme, pieces, parameters }: Copied): Names => {
  if (programme === assembly.programme) return { pieces: new Map(), parameters: new Map() }
  const own = assembly.release.parameters
  const others = Object.entries(parameters).filter(([id, parameter]) => own[id] !== undefined && !isSame(own[id], parameter))
  const newParameters = new Map(others.map(([id]) => [id, freeName(id, (name) => own[name] !== undefined || parameters[name] !== undefined)]))
  const isTaken = (name: string): boolean => assembly.pieces.has(name) || assembly.fields.has(name) || pieces.some(({ id }) => id === name)
  const newPieces = new Map([...differingPieces(assembly, pieces, newParameters)].map((id) => [id, freeName(id, isTaken)]))
  return { pieces: newPieces, parameters: newParameters }
}

/** What was copied as it comes into a release: what that lacks comes along, and what it calls by the same name but means otherwise comes under another. */
export const broughtTo = (assembly: Assembly, copied: Copied): Brought => {
  const { release, fields, lists } = assembly
  const names = namesIn(assembly, copied)
  const put = copied.pieces.filter(({ id }) => names.pieces.has(id) || release.logic.every((piece) => piece.id !== id))
    .map((piece): LogicPiece => ({ ...renamed(piece, names), id: names.pieces.get(piece.id) ?? piece.id }))
  const parameters = Object.entries(copied.parameters).filter(([id]) => names.parameters.has(id) || release.parameters[id] === undefined)
    .map(([id, parameter]) => [names.parameters.get(id) ?? id, parameter] as const)
  const lacking = Object.entries(copied.fields).filter(([id]) => !fields.has(id))
  const fieldsOf = (place: string) => Object.fromEntries(lacking.flatMap(([id, field]) => (field.place === place ? [[id, field.schema] as const] : [])))
  const newLists = copied.lists.filter(({ id }) => !lists.has(id))
  const reads = copied.reads.filter((name) => name !== release.programme && name !== 'common' && !assembly.dependencies.has(name))
  return {
    condition: renamed(copied.condition, names),
    ...(copied.rule && { rule: renamed(copied.rule, names) }),
    along: {
      put, parameters: Object.fromEntries(parameters),
      ...(lacking.length > 0 && { fields: { household: fieldsOf('household'), members: fieldsOf('members'), unit: fieldsOf('unit') } }),
      ...(newLists.length > 0 && { lists: newLists }),
      ...(reads.length > 0 && { reads }),
    },
    titles: [...put.map(({ title }) => title), ...parameters.map(([, { title }]) => title), ...lacking.map(([, { schema }]) => schema['x-label']), ...newLists.map(({ title }) => title)],
  }
}

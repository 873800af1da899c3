import { describeReference, eventProperties, listOfFact, outcomeSource, typeOfFact, usageOf, type Assembly, type FactReference, type LogicPiece, type Subject, type Text, type ValueType } from '@tieuchi/runtime'

/** Where something readable belongs, in the order lists of them are read. */
export const readableSections = ['history', 'household', 'members', 'unit', 'facts', 'memberFacts', 'conditions', 'results', 'tables', 'others'] as const
export type ReadableSection = (typeof readableSections)[number]

/** Something a condition or a column can read. */
export interface Readable {
  /** The same for the same reference. */
  readonly key: string
  readonly section: ReadableSection
  readonly title: Text
  readonly reference: FactReference
  /** Undefined where only evaluation can tell. */
  readonly type: ValueType | undefined
  readonly unit?: string | undefined
  readonly list?: string | undefined
  /** Read once for each member. */
  readonly ofMembers: boolean
}

export const readableKey = ({ fact, output, as, layer }: FactReference): string => [fact, output ?? '', as ?? '', layer ?? ''].join('/').replace(/\/+$/, '')

const sections: Readonly<Record<LogicPiece['kind'], ReadableSection>> = { fact: 'facts', condition: 'conditions', table: 'tables', rules: 'tables', outcome: 'results', entitlement: 'results' }

const readable = (assembly: Assembly, reference: FactReference, section: ReadableSection, ofMembers: boolean, title?: Text): Readable => {
  const described = describeReference(assembly, reference)
  return { key: readableKey(reference), section, reference, title: title ?? described.title, type: typeOfFact(assembly, reference), unit: described.unit, list: listOfFact(assembly, reference), ofMembers }
}

const ofPiece = (assembly: Assembly, piece: LogicPiece): readonly Readable[] => {
  const ofMembers = piece.of === 'members'
  const section = ofMembers && piece.kind === 'fact' ? 'memberFacts' : sections[piece.kind]
  const part = (output: string, title?: Text): Readable => readable(assembly, { fact: piece.id, output }, section, ofMembers, title)
  if (piece.kind === 'table' && piece.outputs.length > 1) return piece.outputs.map((output) => part(output, { vi: `${piece.title.vi} – ${output}`, en: `${piece.title.en} – ${output}` }))
  const whole = readable(assembly, { fact: piece.id }, section, ofMembers)
  if (piece.kind === 'rules') return [whole, ...eventProperties(piece).map((output) => part(output))]
  if (piece.kind !== 'entitlement') return [whole]
  return [whole, ...(piece.level === undefined ? [] : [part('level')]), ...(piece.amount === undefined ? [] : [part('amount')])]
}

/** Pieces that read one, however many steps away: reading them in return would be a circle. */
const readersOf = (assembly: Assembly, id: string): ReadonlySet<string> => {
  const { facts } = usageOf(assembly)
  const found = new Set<string>()
  const follow = (name: string): void => {
    if (found.has(name)) return
    found.add(name)
    for (const use of facts.get(name) ?? []) if (use.kind === 'piece') follow(use.id)
  }
  follow(id)
  return found
}

const ofOthers = (assembly: Assembly): readonly Readable[] =>
  [...assembly.dependencies].flatMap(([programme, { pieces }]) =>
    [...pieces.values()]
      .filter(({ piece, programme: owner }) => owner === programme && (piece.kind === 'outcome' || piece.kind === 'entitlement') && piece.of !== 'members')
      .map(({ piece }) => readable(assembly, { fact: `${programme}.${piece.id}` }, 'others', false)))

/** Parts of tables that a result takes over: the result says the same, with its list of answers. */
const takenOver = (assembly: Assembly): ReadonlySet<string> =>
  new Set([...assembly.pieces.values()].flatMap(({ piece }) => {
    if (piece.kind !== 'outcome') return []
    const { fact, output } = outcomeSource(piece)
    const table = assembly.pieces.get(fact)?.piece
    return table?.kind === 'table' ? [readableKey({ fact, ...(output !== undefined && table.outputs.length > 1 && { output }) })] : []
  }))

/** Everything a piece can read, of the household and of its members, without what would lead in a circle. */
export const readablesOf = (assembly: Assembly, piece: string): readonly Readable[] => {
  const circle = readersOf(assembly, piece)
  const result = assembly.pieces.get(piece)?.piece.kind === 'outcome'
  const taken = result ? new Set<string>() : takenOver(assembly)
  const { facts } = usageOf(assembly)
  // What forms ask comes before what only older rules asked.
  const asked = (id: string): number => ((facts.get(id) ?? []).some(({ kind }) => kind === 'form') ? 0 : 1)
  const fields = [...assembly.fields.values()].toSorted((a, b) => asked(a.id) - asked(b.id)).map(({ id, place }) => readable(assembly, { fact: id }, place, place === 'members'))
  const pieces = [...assembly.pieces.values()].filter(({ piece: { id } }) => !circle.has(id)).flatMap((each) => ofPiece(assembly, each.piece)).filter(({ key }) => !taken.has(key))
  return [...fields, ...pieces, ...ofOthers(assembly)].toSorted((a, b) => readableSections.indexOf(a.section) - readableSections.indexOf(b.section))
}

/** Whether a piece or part of one can read it directly. */
export const isReadBy = (subject: Subject, { ofMembers }: Readable): boolean => subject === 'members' || !ofMembers

import { referencesOfCondition, referencesOfPiece, type AssembledField, type Assembly, type CodeList, type Condition, type FieldSchema, type LogicPiece, type Parameter, type Reference, type Rule, type Text } from '@tieuchi/runtime'

/** What was copied: a condition or a rule, with everything of its release and of the dictionary that it reads. */
export interface Copied {
  readonly programme: string
  /** What people know it by. */
  readonly title: Text
  readonly condition: Condition
  /** The whole rule, where that was copied. */
  readonly rule?: Rule
  readonly pieces: readonly LogicPiece[]
  readonly parameters: Readonly<Record<string, Parameter>>
  readonly fields: Readonly<Record<string, { readonly place: 'household' | 'members' | 'unit'; readonly schema: FieldSchema }>>
  readonly lists: readonly CodeList[]
  /** Programmes whose results are read. */
  readonly reads: readonly string[]
}

const nameOf = (reference: Reference): string => {
  if (reference.kind === 'fact') return reference.reference.fact
  if (reference.kind === 'parameter') return reference.reference.parameter
  return reference.kind === 'leaf' ? '' : reference.name
}

/** Everything that references lead to, however many steps. */
class Needed {
  readonly pieces = new Map<string, LogicPiece>()
  readonly parameters = new Map<string, Parameter>()
  readonly fields = new Map<string, AssembledField>()
  readonly reads = new Set<string>()
  readonly #assembly: Assembly

  constructor(assembly: Assembly) {
    this.#assembly = assembly
  }

  follow(references: readonly Reference[]): this {
    for (const reference of references) {
      const name = nameOf(reference)
      if (reference.kind === 'parameter') this.#takeParameter(name)
      else this.#take(name)
    }
    return this
  }

  lists(): readonly CodeList[] {
    const named = [...[...this.fields.values()].map(({ schema }) => schema['x-list']), ...[...this.pieces.values()].map((piece) => ('list' in piece ? piece.list : undefined))]
    return [...new Set(named)].flatMap((id) => (id === undefined ? [] : (this.#assembly.lists.get(id) ?? [])))
  }

  /** A rule of a set is read by the name of the set, a result of another programme by the name of that. */
  #take(name: string): void {
    const [first = ''] = name.split('.')
    const field = this.#assembly.fields.get(name)
    if (field) return this.#takeField(field)
    const piece = this.#assembly.release.logic.find(({ id }) => id === first)
    if (!piece) return void (first !== name && this.reads.add(first))
    if (this.pieces.has(first)) return
    this.pieces.set(first, piece)
    this.follow(referencesOfPiece(piece, []))
  }

  #takeParameter(name: string): void {
    const parameter = this.#assembly.release.parameters[name]
    const [programme = ''] = name.split('.')
    if (!parameter) return void (name !== programme && this.reads.add(programme))
    this.parameters.set(name, parameter)
    if (parameter.by !== undefined) this.#take(parameter.by)
  }

  #takeField(field: AssembledField): void {
    if (this.fields.has(field.id)) return
    this.fields.set(field.id, field)
    if (field.schema.applies) this.follow(referencesOfCondition(field.schema.applies, [], 'members'))
  }
}

/** A condition or rule with what it needs to stand elsewhere. */
export const copyOf = (assembly: Assembly, { title, condition, rule }: Pick<Copied, 'title' | 'condition' | 'rule'>): Copied => {
  const needed = new Needed(assembly).follow(referencesOfCondition(condition, [], 'household'))
  const fields = [...needed.fields].flatMap(([id, { place, schema }]) => (place === 'history' ? [] : [[id, { place, schema }] as const]))
  return {
    programme: assembly.programme, title, condition, ...(rule && { rule }),
    pieces: [...needed.pieces.values()], parameters: Object.fromEntries(needed.parameters), fields: Object.fromEntries(fields), lists: needed.lists(), reads: [...needed.reads],
  }
}

const KEY = 'tieuchi.copied'

/** What was copied last, in any tab of this browser. */
export const readCopied = (): Copied | undefined => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return typeof kept === 'object' && kept !== null && 'condition' in kept && 'pieces' in kept && 'parameters' in kept && 'fields' in kept ? (kept as Copied) : undefined
  } catch {
    return undefined
  }
}

export const keepCopied = (copied: Copied): void => localStorage.setItem(KEY, JSON.stringify(copied))

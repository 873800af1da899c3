import { referencesOfCondition, referencesOfPiece, type Condition, type LogicPiece, type Parameter, type Reference, type Release, type Rule, type Text } from '@tieuchi/runtime'
import type { Along } from '../editor-store/commands/along.ts'

/** What was copied: a condition or a rule, with everything of its release that it reads. */
export interface Copied {
  readonly programme: string
  /** What people know it by. */
  readonly title: Text
  readonly condition: Condition
  /** The whole rule, where that was copied. */
  readonly rule?: Rule
  readonly pieces: readonly LogicPiece[]
  readonly parameters: Readonly<Record<string, Parameter>>
}

const nameOf = (reference: Reference): string => {
  if (reference.kind === 'fact') return reference.reference.fact
  if (reference.kind === 'parameter') return reference.reference.parameter
  return reference.kind === 'leaf' ? '' : reference.name
}

/** Everything of a release that references lead to, however many steps. */
class Needed {
  readonly pieces = new Map<string, LogicPiece>()
  readonly parameters = new Map<string, Parameter>()
  readonly #release: Release

  constructor(release: Release) {
    this.#release = release
  }

  follow(references: readonly Reference[]): this {
    for (const reference of references) {
      const name = nameOf(reference)
      const parameter = reference.kind === 'parameter' ? this.#release.parameters[name] : undefined
      if (parameter) this.parameters.set(name, parameter)
      const piece = reference.kind === 'parameter' ? undefined : this.#release.logic.find(({ id }) => id === name)
      if (!piece || this.pieces.has(name)) continue
      this.pieces.set(name, piece)
      this.follow(referencesOfPiece(piece, []))
    }
    return this
  }
}

/** A condition or rule with what it needs to stand elsewhere. */
export const copyOf = (release: Release, { title, condition, rule }: Pick<Copied, 'title' | 'condition' | 'rule'>): Copied => {
  const { pieces, parameters } = new Needed(release).follow(referencesOfCondition(condition, [], 'household'))
  return { programme: release.programme, title, condition, ...(rule && { rule }), pieces: [...pieces.values()], parameters: Object.fromEntries(parameters) }
}

/** What comes along because a release lacks it, and the titles of that. */
export const lackingIn = (release: Release, { pieces, parameters }: Copied): { readonly along: Along; readonly titles: readonly Text[] } => {
  const put = pieces.filter(({ id }) => release.logic.every((piece) => piece.id !== id))
  const added = Object.entries(parameters).filter(([id]) => release.parameters[id] === undefined)
  return { along: { put, parameters: Object.fromEntries(added) }, titles: [...put.map(({ title }) => title), ...added.map(([, { title }]) => title)] }
}

const KEY = 'tieuchi.copied'

/** What was copied last, in any tab of this browser. */
export const readCopied = (): Copied | undefined => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return typeof kept === 'object' && kept !== null && 'condition' in kept && 'pieces' in kept && 'parameters' in kept ? (kept as Copied) : undefined
  } catch {
    return undefined
  }
}

export const keepCopied = (copied: Copied): void => localStorage.setItem(KEY, JSON.stringify(copied))

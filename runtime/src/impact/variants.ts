import { applyChanges } from '../difference/apply-changes.ts'
import type { DocumentChange } from '../difference/change.ts'
import { diffReleases } from '../difference/difference.ts'
import type { Release } from '../documents/release-document.ts'
import { assemble, type Assembly } from '../release/assembly.ts'
import { isEmptyText } from '../gate/empty-text.ts'
import { checkRelease } from '../release/check-release.ts'
import type { RuleChange } from './rule-changes.ts'

/** Rules between two releases: the one after, with some of its changes undone. */
export class Variants {
  readonly #before: Assembly
  readonly #after: Assembly
  readonly #others: Readonly<Record<string, Release>>
  readonly #changes: readonly DocumentChange[]
  readonly #made = new Map<string, Assembly | undefined>()

  /** `others`: releases of other programmes that both read. */
  constructor(before: Assembly, after: Assembly, others: Readonly<Record<string, Release>>) {
    this.#before = before
    this.#others = others
    this.#after = after
    this.#changes = diffReleases(before.release, after.release)
  }

  /** The rules after without some changes; undefined where what is left of them does not fit together. */
  without(undone: readonly RuleChange[]): Assembly | undefined {
    const key = undone.map(({ id }) => id).toSorted().join(' ')
    if (!this.#made.has(key)) this.#made.set(key, this.#make(undone))
    return this.#made.get(key)
  }

  #make(undone: readonly RuleChange[]): Assembly | undefined {
    const left = new Set(undone.flatMap(({ changes }) => changes.map(nameOf)))
    const whole = applied(this.#before.release, this.#changes, left)
    if (!whole) return undefined
    // Nobody is judged by what a form shows, which may read a parameter that is undone.
    const release: Release = { ...whole, forms: [] }
    const { programme, layer, common } = this.#after
    const faulty = checkRelease(common, release, this.#others).some((issue) => issue.severity === 'error' && !isEmptyText(issue))
    return faulty ? undefined : assemble({ programme, layer, common, releases: { ...this.#others, [programme]: release } })
  }
}

const nameOf = ({ kind, path }: DocumentChange): string => `${kind} ${path.join('/')}`

/** The release with all changes but some; undefined where one of them has no place without those. */
const applied = (before: Release, changes: readonly DocumentChange[], left: ReadonlySet<string>): Release | undefined => {
  const added = new Map(changes.flatMap((change) => (change.kind === 'added' ? [[change.path.join('/'), change] as const] : [])))
  const kept = changes.filter((change) => !left.has(nameOf(change))).map((change) => behindWhatIsThere(change, added, left))
  try {
    return applyChanges(before, kept)
  } catch {
    return undefined
  }
}

/** What would stand behind something that is left out stands behind what that would stand behind. */
const behindWhatIsThere = (change: DocumentChange, added: ReadonlyMap<string, Extract<DocumentChange, { readonly kind: 'added' }>>, left: ReadonlySet<string>): DocumentChange => {
  if (change.kind !== 'added' && change.kind !== 'moved') return change
  const { behind, ...rest } = change
  if (behind === undefined) return change
  const before = added.get([...change.path.slice(0, -1), behind].join('/'))
  if (!before || !left.has(nameOf(before))) return change
  return behindWhatIsThere({ ...rest, ...(before.behind !== undefined && { behind: before.behind }) } as DocumentChange, added, left)
}

import { formSet, type Assembly, type FormSet, type Release } from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'
import { WhileRulesStay } from '../plugins/database-rules-seen.ts'
import { Problem } from '../plugins/problem.ts'
import { keyOfRules } from './pinned-rules.ts'
import { findReleaseBody, listProgrammes } from './policy-queries.ts'
import type { PinnedFormRules, PinnedRules } from './policy-schema.ts'
import { pinRules, type RulesQuestion } from './policy-service.ts'
import type { RuleBook } from './rule-book.ts'

/**
 * The rules that judge a programme, with those of every programme whose pages stand in one of its forms: of all that depend on
 * it, the ones whose release in force for the moment and unit has pages for it. Each is pinned with what it reads itself, so
 * that a decision is made by what it reads alone; forms are national, so nothing local is read for them.
 */
export function pinFormRules(tx: Tx, question: RulesQuestion): Promise<PinnedFormRules> {
  const { programme, unit, moment: { law_at: lawAt, facts_at: factsAt, unit_at: unitAt } } = question
  return pinned.find(tx, JSON.stringify([programme, unit, lawAt, factsAt, unitAt]), () => findFormRules(tx, question))
}

const pinned = new WhileRulesStay<PinnedFormRules>(5000)

async function findFormRules(tx: Tx, question: RulesQuestion): Promise<PinnedFormRules> {
  const rules = await pinRules(tx, question)
  const dependent = (await listProgrammes(tx)).filter(({ depends_on: read }) => read.includes(question.programme))
  const pages: Record<string, PinnedRules['releases']> = {}
  for (const { id } of dependent) {
    const other = await pinRules(tx, { ...question, programme: id }).catch(noneInForce)
    const release = other?.releases[id]
    if (other && release && (await contributors.has(tx, release.national, question.programme))) pages[id] = nationalOnly(other.releases)
  }
  return Object.keys(pages).length === 0 ? rules : { ...rules, pages }
}

const nationalOnly = (releases: PinnedRules['releases']): PinnedRules['releases'] => Object.fromEntries(Object.entries(releases).map(([name, { national }]) => [name, { national }]))

/** Where no rules are in force there are none to ask by. */
export function noneInForce(error: unknown): undefined {
  if (error instanceof Problem && error.code === 'no_rules_in_force') return undefined
  throw error
}

/** For which programmes releases have pages, by hash; what a hash names never changes. */
class Contributors {
  readonly #targets = new Map<string, readonly string[]>()

  async has(tx: Tx, hash: string, programme: string): Promise<boolean> {
    const targets = this.#targets.get(hash) ?? (await this.#read(tx, hash))
    return targets.includes(programme)
  }

  async #read(tx: Tx, hash: string): Promise<readonly string[]> {
    const body = await findReleaseBody(tx, hash)
    if (body === undefined) throw new Problem('release_not_found', { hash })
    const release: Release = JSON.parse(body)
    const targets = [...new Set(release.forms.flatMap((form) => (form.kind === 'pages' ? form.form.split('.').slice(0, 1) : [])))]
    this.#targets.set(hash, targets)
    return targets
  }
}

const contributors = new Contributors()

/** Programmes that contribute to the forms of another one, each assembled as pinned. */
export async function contributorsOf(tx: Tx, book: RuleBook, { common, pages = {} }: PinnedFormRules): Promise<readonly Assembly[]> {
  const assemblies: Assembly[] = []
  for (const [programme, releases] of Object.entries(pages)) assemblies.push(await book.assembly(tx, programme, 'national', { common, releases }))
  return assemblies
}

export interface FormQuestion {
  readonly programme: string
  readonly form: string
  readonly rules: PinnedFormRules
}

/** A form with the pages of other programmes, all as pinned; put together once for the same rules. */
export function formSetOf(tx: Tx, book: RuleBook, { programme, form, rules }: FormQuestion): Promise<FormSet> {
  return book.formSets.find(JSON.stringify([programme, form, keyOfRules(rules)]), async () =>
    formSet(await book.assembly(tx, programme, 'national', rules), form, await contributorsOf(tx, book, rules)))
}

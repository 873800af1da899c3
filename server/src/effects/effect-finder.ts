import { hashDocument } from '@tieuchi/runtime'
import { asPerson, type Db, type Reach } from '../plugins/database.ts'
import { countDecisions, type DecisionSpan } from './effect-queries.ts'
import { findEffects, type Effects } from './effect-list.ts'
import type { RulesChange } from './effect-rules.ts'

const mostKept = 8

/** Finds effects, and keeps the lists last asked for: a page, the next page and the publication itself ask for the same one. */
export class EffectFinder {
  readonly #kept = new Map<string, Promise<Effects>>()

  async find(db: Db, reader: Reach, span: DecisionSpan, change: RulesChange): Promise<Effects> {
    const { candidate, programme, scope, programmes } = change
    const decisions = await asPerson(db, reader, (tx) => countDecisions(tx, span))
    const key = hashDocument([reader.unit.id, { ...span, to: span.to ?? null }, programme, scope, programmes, candidate?.release.hash ?? null, candidate?.common.hash ?? null, decisions.count, decisions.newest ?? null])
    const kept = this.#kept.get(key)
    if (kept) return kept
    const found = findEffects(db, reader, span, change)
    this.#kept.set(key, found)
    found.catch(() => this.#kept.delete(key))
    const oldest = this.#kept.keys().next()
    if (this.#kept.size > mostKept && !oldest.done) this.#kept.delete(oldest.value)
    return found
  }
}

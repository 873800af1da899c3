import { hashDocument, type Assembly, type Layer, type Text } from '@tieuchi/runtime'
import type { DecisionRow } from '../decisions/decision-queries.ts'
import { asPerson, type Db, type Reach, type Tx } from '../plugins/database.ts'
import { describeProblem, Problem } from '../plugins/problem.ts'
import { pinnedLayers } from '../policies/policy-service.ts'
import { RuleBook } from '../policies/rule-book.ts'
import { DecisionJudge } from './decision-judge.ts'
import { changesOf } from './effect-changes.ts'
import { listDecisionsBehind, type DecisionSpan } from './effect-queries.ts'
import { changedRules, type RulesChange } from './effect-rules.ts'
import type { EffectOnDecision } from './effect-schema.ts'

/** A decision that would come out otherwise, with all that its line is made of but names. */
export interface Effect extends Pick<EffectOnDecision, 'decision' | 'submission' | 'programme' | 'law_at' | 'decided_at' | 'changes' | 'problem'> {
  readonly unit: string
  readonly unit_at: string
}

export interface Effects {
  readonly checked: number
  readonly effects: readonly Effect[]
  /** Names what would come out otherwise, and how. */
  readonly seen: string
}

/** Decisions judged in one transaction. */
const atOnce = 200

/** Judges the stored decisions of some days by the rules they were made by and one change in them. Reads in many short transactions. */
export async function findEffects(db: Db, reader: Reach, span: DecisionSpan, change: RulesChange): Promise<Effects> {
  const { candidate } = change
  const book = new RuleBook(candidate ? new Map<string, unknown>([candidate.release, candidate.common].map(({ hash, document }) => [hash, document])) : undefined)
  const judge = new DecisionJudge()
  const effects: Effect[] = []
  let checked = 0
  for (let last: DecisionRow | undefined; ;) {
    const before = last
    const rows = await asPerson(db, reader, async (tx) => {
      const found = await listDecisionsBehind(tx, span, before, atOnce)
      for (const row of found) effects.push(...(await effectOn(tx, { book, judge, change }, row)))
      return found
    })
    checked += rows.length
    last = rows.at(-1)
    if (rows.length < atOnce) break
  }
  return { checked, effects, seen: hashDocument([span.from, span.to ?? null, effects]) }
}

interface Tools {
  readonly book: RuleBook
  readonly judge: DecisionJudge
  readonly change: RulesChange
}

async function effectOn(tx: Tx, tools: Tools, row: DecisionRow): Promise<readonly Effect[]> {
  const found = await compare(tx, tools, row)
  if ('changes' in found && found.changes.length === 0) return []
  const { id: decision, submission_id: submission, programme, law_at, unit_id: unit, unit_at } = row
  return [{ decision, submission, programme, law_at, unit, unit_at, decided_at: row.decided_at.toISOString(), changes: [], ...found }]
}

type Found = Pick<EffectOnDecision, 'changes'> | { readonly problem: Text }

async function compare(tx: Tx, { book, judge, change }: Tools, row: DecisionRow): Promise<Found> {
  const rules = await changedRules(tx, change, row)
  if (rules === undefined) return { problem: noRules }
  const changes = []
  for (const layer of pinnedLayers(rules, row.programme)) {
    const assembly = await assemblyOr(() => book.assembly(tx, row.programme, layer, rules))
    if ('problem' in assembly) return assembly
    const judged = await judge.judge(assembly, row)
    if ('problem' in judged) return judged
    changes.push(...changesOf({ layer, before: storedLayer(row, layer), after: judged.result, assembly, input: row.input }))
  }
  return { changes }
}

const noRules: Text = { vi: 'Không còn quy định nào có hiệu lực vào ngày đó.', en: 'No rules would be in force on that day.' }

/** What a layer is compared with: where nothing local was in force, the national result held alone. */
const storedLayer = ({ layers }: DecisionRow, layer: Layer) => layers[layer] ?? layers['national']

/** Local rules that no longer fit the ones under them are a problem of the decision, not of the list. */
async function assemblyOr(assemble: () => Promise<Assembly>): Promise<Assembly | { readonly problem: Text }> {
  try {
    return await assemble()
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'overlay_conflict')) throw error
    return { problem: describeProblem(error).detail }
  }
}

import { setImmediate } from 'node:timers/promises'
import type { Assembly } from '@tieuchi/runtime'
import { Problem } from '../plugins/problem.ts'
import type { Tx } from '../plugins/database.ts'
import { judgeBoth, readInputs, tellHousehold, titleOf, type Judged } from './household-judged.ts'
import { findNoted, listNoted } from './impact-household-queries.ts'
import { categoriesOf } from './impact-figures.ts'
import type { ImpactExplanation, ImpactHousehold, ImpactHouseholds, ImpactListing } from './impact-schema.ts'
import { getRunOrThrow, rulesOfRun, subjectWordsOf } from './impact-service.ts'
import { standingKey } from './standing.ts'

/** The households of the reader's area that a run tells of, in the order of places and names. */
export async function listHouseholds(tx: Tx, id: string, listing: ImpactListing): Promise<ImpactHouseholds> {
  const run = await getRunOrThrow(tx, id)
  const rules = await rulesOfRun(tx, run)
  const { categories, placeOf } = categoriesOf(run.flow?.cells ?? [], subjectWordsOf(rules.question.after.assembly, run.subject))
  const keyOf = (place: number | undefined): string | undefined => {
    const category = place === undefined ? undefined : categories[place]
    return category && standingKey(category)
  }
  const [from, to] = [keyOf(listing.from), keyOf(listing.to)]
  const { total, rows } = await listNoted(tx, id, { ...listing, before: from, after: to })
  const inputs = await readInputs(tx, rules, rows.map((row) => row.id))
  const households: ImpactHousehold[] = []
  for (const row of rows) {
    households.push({
      id: row.id, name: row.name, place: row.place ?? '', unit: { id: row.unit_id, name: row.unit_name },
      before: placeOf(row.before), after: placeOf(row.after),
      reasons: row.reasons.map((reason) => [...reason]), lines: [...row.lines],
      ...(await tellHousehold(rules, run, row, inputs.get(row.id))),
    })
    await setImmediate()
  }
  return { total, households }
}

/** A household under both rules, as the register knows it now. */
export async function explainHousehold(tx: Tx, id: string, household: string): Promise<ImpactExplanation> {
  const run = await getRunOrThrow(tx, id)
  const rules = await rulesOfRun(tx, run)
  const noted = await findNoted(tx, id, household)
  const input = (await readInputs(tx, rules, [household])).get(household)
  const judged = noted && (await judgeBoth(rules, run, input))
  if (!noted || !judged) throw new Problem('impact_household_not_found')
  const { placeOf } = categoriesOf(run.flow?.cells ?? [], subjectWordsOf(rules.question.after.assembly, run.subject))
  const side = ({ explanation, missing }: Judged, standing: string, assembly: Assembly) => ({ category: placeOf(standing), explanation: [explanation], missing: missing.map((question) => ({ ...question, title: titleOf(assembly, question, input) })) })
  return {
    id: household, name: noted.label, place: noted.place ?? '', unit: { id: noted.unit_id, name: noted.unit_name },
    before: side(judged.before, noted.before, rules.question.before.assembly), after: side(judged.after, noted.after, rules.question.after.assembly),
  }
}

import { assemble, decisionsRead, evaluate, momentAt, type Condition, type Release } from '@tieuchi/runtime'
import { comparableResult, compileProgram, PlanDictionary, type PlanResult } from '@tieuchi/runtime/plan'
import { inputOf, readKnownHouseholds } from '@tieuchi/server/known-households/known-household.ts'
import { asSystem, type Tx } from '@tieuchi/server/plugins/database.ts'
import { registerSource } from '@tieuchi/server/sql-plan/register-source-sql.ts'
import { listAttributesOn } from '@tieuchi/server/units/unit-queries.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers } from '../../support/dog-households.ts'
import { dogCommon, dogReleases } from '../../support/dog-licences.ts'
import { judgeBySql } from '../../support/sql-judge.ts'

const text = (words: string) => ({ vi: words, en: words })
const refused: Condition = { id: 'valrefused', fact: 'value', operator: 'equal', value: 'refused' }

/** Rules that read the register and what was decided on it in every way there is. */
const watch: Release = {
  format: 1, programme: 'dog-watch', scope: 'national', title: text('Watch'), legal_basis: [], changelog: text('First.'), parameters: {}, forms: [], cases: [],
  logic: [
    { kind: 'fact', id: 'licence_now', title: text('Now'), list: 'licence', value: { fact: 'dog-licence.licence' } },
    { kind: 'fact', id: 'licence_first', title: text('Before 2027'), list: 'licence', value: { last: 'history', outcome: 'dog-licence.licence', value: { fact: 'value' }, where: { id: 'frombefore', fact: 'from', operator: 'lessThan', value: '2026-07-01' } } },
    { kind: 'fact', id: 'ever_refused', title: text('Ever refused'), value: { any: 'history', outcome: 'dog-licence.licence', where: refused } },
    { kind: 'fact', id: 'times', title: text('Times'), value: { count: 'history', outcome: 'dog-licence.licence' } },
    { kind: 'fact', id: 'ended', title: text('Ended'), value: { count: 'history', outcome: 'dog-licence.licence', where: { id: 'tobefore23', fact: 'to', operator: 'lessThan', value: '2027-01-01' } } },
    { kind: 'fact', id: 'dogs', title: text('Dogs'), value: { count: 'members', where: { id: 'partdog234', fact: 'part', operator: 'equal', value: 'dog' } } },
    {
      kind: 'rules', id: 'kinds', title: text('Kinds'),
      rules: [
        { id: 'gained', title: text('Gained'), event: { type: 'kind' }, conditions: { all: [{ id: 'nowgranted', fact: 'licence_now', operator: 'equal', value: 'granted' }, { id: 'everrefus2', fact: 'ever_refused', operator: 'equal', value: true }] } },
        { id: 'roomy', title: text('Roomy'), event: { type: 'kind' }, conditions: { id: 'gardenroom', fact: 'garden_area', operator: 'greaterThan', value: 20 } },
        { id: 'in_town', title: text('In town'), event: { type: 'kind' }, conditions: { id: 'zonetown23', fact: 'zone', operator: 'equal', value: 'town' } },
      ],
    },
    { kind: 'outcome', id: 'seen', title: text('Seen'), list: 'licence', from: 'licence_now' },
  ],
}

const assembly = assemble({ programme: 'dog-watch', layer: 'national', common: dogCommon, releases: { 'dog-watch': watch, 'dog-licence': dogReleases[1].release } })
const read = decisionsRead([assembly])
const days = ['2026-01-15', '2026-06-30', '2026-12-31', '2027-06-01']

/** One review: of which of a few households, for which day, with how large a garden. */
const reviews = fc.array(fc.record({ of: fc.nat({ max: 5 }), month: fc.integer({ min: 1, max: 18 }), garden: fc.integer({ min: 1, max: 40 }) }), { minLength: 8, maxLength: 14 })

const dayOfMonth = (month: number): string => `${month > 12 ? 2027 : 2026}-${String(month > 12 ? month - 12 : month).padStart(2, '0')}-15`

onEachDatabase('The register with what was decided, as a select', (kind) => {
  let running: RunningApp
  let officer: Client
  let now = new Date('2027-12-01T02:00:00Z')

  beforeAll(async () => {
    running = await startApp(kind, { clock: () => now })
    officer = await signInAs(running, 'officer', 'harbour')
  })
  afterAll(() => running.close())

  const decideAll = async (households: string[], made: readonly { readonly of: number; readonly month: number; readonly garden: number }[]): Promise<void> => {
    for (const { of, month, garden } of made) {
      now = new Date(now.getTime() + 60_000)
      const known = households[of]
      const { household } = await decide(officer, dogAnswers(`Chủ ${of}`, garden), { date: dayOfMonth(month), ...(known !== undefined && { household: known }) })
      households[of] = household
    }
  }

  /** By the interpreter, of what the register tells of each household. */
  const judgedOneByOne = async (tx: Tx, day: string, ids: readonly string[]): Promise<ReadonlyMap<string, PlanResult>> => {
    const known = await readKnownHouseholds(tx, momentAt(day), ids, await listAttributesOn(tx, day))
    const found = new Map<string, PlanResult>()
    for (const [id, household] of known) {
      if (household.answers.household) found.set(id, comparableResult((await evaluate(assembly, { input: inputOf(household, read), moment: momentAt(day) })).result))
    }
    return found
  }

  const judgedBySelect = async (day: string, known: Date): Promise<ReadonlyMap<string, PlanResult>> => {
    const attributes = await listAttributesOn(running.database.db, day)
    const program = compileProgram(assembly, new PlanDictionary(dogCommon), 'partial')
    const found = await asSystem(running.database.db, (tx) => judgeBySql(tx, program, momentAt(day), registerSource({ day, known, attributes, read })))
    return new Map([...found].map(([id, verdict]) => [id, verdict(['keeper', 'dog'])] as const).flatMap(([id, verdict]) => (verdict ? [[id, verdict] as const] : [])))
  }

  const everyDay = async (ids: readonly string[]) => new Map(await Promise.all(days.map(async (day) => [day, await asSystem(running.database.db, (tx) => judgedOneByOne(tx, day, ids))] as const)))

  it('tells of any day, and of any day as it was known, what the interpreter finds in each household', async () => {
    const households: string[] = []
    const [earlier = [], later = []] = fc.sample(reviews, { numRuns: 2, seed: 20_261_127 })
    await decideAll(households, earlier)
    const complete = households.filter((id, index) => id !== undefined && index % 2 === 1)
    await running.database.db.updateTable('households').set({ history_complete: true }).where('id', 'in', complete).execute()
    const then = now
    const first = await everyDay(households.filter((id) => id !== undefined))
    await decideAll(households, later)
    const second = await everyDay(households.filter((id) => id !== undefined))
    for (const day of days) {
      expect([day, await judgedBySelect(day, then)]).toEqual([day, first.get(day)])
      expect([day, await judgedBySelect(day, now)]).toEqual([day, second.get(day)])
    }
    expect(first).not.toEqual(second)
  })
})

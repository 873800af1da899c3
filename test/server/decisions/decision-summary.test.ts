import { canonicalJson, type Answer, type EvaluationResult, type OutcomeResult } from '@tieuchi/runtime'
import { summarise } from '@tieuchi/server/decisions/decision-summary.ts'
import { asPerson, type Database } from '@tieuchi/server/plugins/database.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase, openMigrated } from '../../support/databases.ts'
import { decide, dogAnswers } from '../../support/dog-households.ts'

const words = fc.oneof(fc.constantFrom('granted', 'a "quoted" one', 'C:\\dogs', 'dòng\nmới', '\u0001', 'Đ', '[]', 'null', ''), fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', '')))
const codes: fc.Arbitrary<Answer> = fc.oneof(words, fc.array(words, { maxLength: 3 }))
const values: fc.Arbitrary<Answer> = fc.oneof(codes, fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }))
const grounds = { assumed: [], missing: [], open: [], replaced: [], title: { vi: 'Giấy phép', en: 'Licence' } }

const said = { id: words, state: fc.constantFrom('determined', 'undetermined', 'not_applicable') }
const unlisted = fc.record({ ...said, value: values, possible: fc.array(values, { maxLength: 2 }), unit: words }, { requiredKeys: ['id', 'state'] })
const listed = fc.record({ ...said, value: codes, possible: fc.array(codes, { maxLength: 2 }), list: words }, { requiredKeys: ['id', 'state', 'list'] })
const outcomes: fc.Arbitrary<readonly OutcomeResult[]> = fc.array(fc.oneof(unlisted, listed).map((outcome) => ({ ...grounds, ...outcome })), { maxLength: 4 })

const judged = (layer: EvaluationResult['layer']): fc.Arbitrary<EvaluationResult> => fc.record({ own: outcomes, members: fc.dictionary(words, outcomes, { maxKeys: 3 }) })
  .map(({ own, members }) => ({ programme: 'p', layer, moment: { law_at: '2026-01-01', facts_at: '2026-01-01', unit_at: '2026-01-01' }, outcomes: own, member_outcomes: members, entitlements: [], rules: [], facts: [] }))

const results = fc.record({ national: judged('national'), local: judged('local') }, { requiredKeys: ['national'] })

onEachDatabase('What is kept beside a decision', (kind) => {
  let database: Database
  beforeAll(async () => {
    database = await openMigrated(kind)
  })
  afterAll(() => database.close())

  it('is what the database says of its results, whatever these are', async () => {
    await fc.assert(fc.asyncProperty(fc.array(results, { minLength: 20, maxLength: 20 }), async (some) => {
      const told = some.map((layers) => ({ layers, ...summarise(layers) }))
      const { rows } = await sql<{ ours: unknown; theirs: unknown }>`
        select to_jsonb(own) as ours, to_jsonb(told) as theirs
        from jsonb_to_recordset(${JSON.stringify(told.map(({ layers, outcomes: own, recorded, ...rest }) => ({ layers, ...rest, outcomes: JSON.parse(own), recorded: JSON.parse(recorded) })))}::jsonb)
          as one (layers jsonb, outcomes jsonb, recorded jsonb, result text, result_list text)
        cross join lateral (select one.outcomes, one.recorded, one.result, one.result_list) own
        cross join lateral decision_summary(one.layers) told`.execute(database.db)
      for (const { ours, theirs } of rows) expect(ours).toEqual(theirs)
      expect(rows).toHaveLength(some.length)
    }), { numRuns: 10 })
  })

  it('is there of results that were never asked of the program too', async () => {
    const { rows } = await sql`select * from decision_summary('{}'::jsonb)`.execute(database.db)
    expect(rows).toEqual([{ outcomes: [], recorded: {}, result: null, result_list: null }])
  })
})

onEachDatabase('A decision that was sent', (kind) => {
  let running: RunningApp
  let officer: Client
  beforeAll(async () => {
    running = await startApp(kind)
    officer = await signInAs(running, 'harbour', 'harbour')
  })
  afterAll(() => running.close())

  it('lies there as the text that was hashed, with what its results say of lists and later decisions', async () => {
    const { household } = await decide(officer, dogAnswers('Đỗ "Bê" Thị Chữ', 20))
    await decide(officer, dogAnswers('Đỗ "Bê" Thị Chữ', 90), { household, date: '2026-12-02' })
    const { rows } = await asPerson(running.database.db, { unit: { id: 'harbour' } }, (tx) => sql<{ input: string; layers: string; own: boolean }>`
      select d.input::text as input, d.layers::text as layers,
        (d.outcomes, d.recorded, d.result, d.result_list) is not distinct from (told.outcomes, told.recorded, told.result, told.result_list) as own
      from decisions d cross join lateral decision_summary(d.layers::jsonb) told order by d.number`.execute(tx))
    expect(rows.map(({ own }) => own)).toEqual([true, true])
    for (const { input, layers } of rows) expect([canonicalJson(JSON.parse(input)), canonicalJson(JSON.parse(layers))]).toEqual([input, layers])
  })
})

import { momentAt, type Assembly, type HouseholdInput, type Moment } from '@tieuchi/runtime'
import type { PlanResult } from '@tieuchi/runtime/plan'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listChecks } from '@tieuchi/server/batches/batch-queries.ts'
import { resultByInterpreter, RowResults } from '@tieuchi/server/batches/row-judge.ts'
import { rulesOnTrial } from '@tieuchi/server/batches/rules-on-trial.ts'
import { DecisionStream, linesOfWindow, type StreamAsked } from '@tieuchi/server/decision-streams/decision-stream.ts'
import { LayerJudge } from '@tieuchi/server/decision-streams/layer-judge.ts'
import { Problem } from '@tieuchi/server/plugins/problem.ts'
import { RuleBook } from '@tieuchi/server/policies/rule-book.ts'
import { comparedReleases } from '../../agreement/pack-releases.ts'
import { signInAs, startApp, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogAnswers } from '../../support/dog-households.ts'
import { householdsBesideThresholds } from '../../support/threshold-households.ts'

/** What two ways of judging can be compared by, without the answers that are missing. */
const comparable = ({ outcomes, member_outcomes: members, entitlements }: Pick<PlanResult, 'outcomes' | 'member_outcomes' | 'entitlements'>) =>
  JSON.parse(JSON.stringify({ outcomes, members, entitlements }, (name, value: unknown) => (name === 'missing' ? undefined : value)))

describe.each(comparedReleases().map((release) => [release.folder, release] as const))('Random households of %s', (_folder, { assembly, moment }) => {
  it('come out of a stream as the interpreter judges them', async () => {
    const judge = new LayerJudge(assembly, moment)
    for (const [line, input] of fc.sample(householdsBesideThresholds(assembly, moment.facts_at), { numRuns: 60, seed: 12 }).entries()) {
      const expected = await resultByInterpreter(rulesOnTrial(assembly), input, moment)
      const found = await judge.judge(input, { line }).then(({ told }) => comparable(told as unknown as PlanResult), (error: unknown) => (error instanceof Problem ? error.code : error))
      expect(found).toEqual(expected ? comparable(expected) : 'rules_conflict')
    }
  })
})

onEachDatabase('The households of a stream', (kind) => {
  const open = async (): Promise<RunningApp> => {
    const running = await startApp(kind)
    onTestFinished(() => running.close())
    return running
  }

  const streamOf = async ({ database: { db } }: RunningApp, more: Partial<StreamAsked> = {}): Promise<DecisionStream> => new DecisionStream({
    db,
    book: new RuleBook(),
    clock: () => new Date('2026-12-01T02:00:00Z'),
    asking: { reach: { unit: { id: 'harbour' } } },
    request: { programmes: ['dog-licence'], moment: momentAt('2026-12-01'), unit: '90001', explain: false },
    checkLine: () => [],
    gone: new AbortController().signal,
    fault: (error) => { throw error },
    ...more,
  })

  const lineOf = (garden: number): Buffer => Buffer.from(`${JSON.stringify({ input: dogAnswers('x', garden) })}\n`)

  it('are read no faster than their results are taken: of 100.000 never more than a few windows are held', async () => {
    const running = await open()
    const households = 100_000
    const [wide, narrow] = [lineOf(20), lineOf(5)]
    const flow = { sent: 0, taken: 0, most: 0 }
    async function* lines(): AsyncGenerator<Buffer> {
      while (flow.sent < households) {
        flow.sent += linesOfWindow / 2
        flow.most = Math.max(flow.most, flow.sent - flow.taken)
        yield Buffer.concat(Array.from({ length: linesOfWindow / 2 }, (_line, index) => (index % 2 === 0 ? wide : narrow)))
      }
    }
    let last = ''
    for await (const piece of (await streamOf(running)).answer(lines())) {
      flow.taken += piece.split('\n').length - 1
      last = piece
    }
    expect(JSON.parse(last)).toMatchObject({ end: { complete: true, decided: households, refused: 0 } })
    expect(flow.most).toBeLessThanOrEqual(linesOfWindow)
  })

  it('are no longer judged once whoever asked has gone', async () => {
    const running = await open()
    const gone = new AbortController()
    let pulled = 0
    async function* lines(): AsyncGenerator<Buffer> {
      for (;;) {
        pulled += 1
        if (pulled === 3) gone.abort()
        yield lineOf(20)
      }
    }
    const answered: string[] = []
    for await (const piece of (await streamOf(running, { gone: gone.signal })).answer(lines())) answered.push(piece)
    expect([pulled, answered.length]).toEqual([3, 2])
    const { new: noted } = await running.database.db.selectFrom('trail').selectAll().where('action', '=', 'decisions.asked').executeTakeFirstOrThrow()
    expect(noted).toMatchObject({ households: 2, complete: false })
  })

  it('are judged again in part; where the plan says otherwise nothing may be used, the difference is recorded, and the next stream asks the interpreter', async () => {
    const running = await open()
    await signInAs(running, 'harbour', 'harbour')
    const book = new RuleBook()
    const wrong = (assembly: Assembly, moment: Moment) => new LayerJudge(assembly, moment, () => ({ byPlan: (input: HouseholdInput) => turnedOver(new RowResults(rulesOnTrial(assembly), moment, []).byPlan(input)) }))
    async function* lines(): AsyncGenerator<Buffer> {
      for (const garden of [20, 5]) yield lineOf(garden)
    }
    const answerOf = async (judgeOf: StreamAsked['judgeOf']) => {
      const pieces: string[] = []
      for await (const piece of (await streamOf(running, { book, ...(judgeOf && { judgeOf }) })).answer(lines())) pieces.push(piece)
      return pieces.join('').trim().split('\n').map((line): ReturnType<JSON['parse']> => JSON.parse(line))
    }
    expect(await answerOf(wrong)).toMatchObject([{ end: { complete: false, decided: 0, problem: { code: 'results_differ' } } }])
    const { run } = await running.database.db.selectFrom('batch_checks').select('run').executeTakeFirstOrThrow()
    expect(await listChecks(running.database.db, run)).toMatchObject([{ execution: 'records', households: 1, checked: 1, differing: 1, differences: [{ household: 'line 1', kind: 'result' }] }])
    expect((await answerOf(wrong)).slice(0, 2).map(({ decisions }) => decisions['dog-licence'].layers.national.outcomes[0].value)).toEqual(['granted', 'refused'])
  })
})

const turnedOver = (result: PlanResult | undefined): PlanResult | undefined =>
  result && { ...result, outcomes: result.outcomes.map((outcome) => ({ ...outcome, value: outcome.value === 'granted' ? 'refused' : 'granted' })) }

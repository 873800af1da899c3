import { markCoverage, placeOf, type CoverageMarks, type CoverageParts } from '@tieuchi/designer/src/evidence/coverage-marks.ts'
import { CoverageRunner, type CoverageOutcome } from '@tieuchi/designer/src/evidence/coverage-runner.ts'
import type { CoverageThread } from '@tieuchi/designer/src/evidence/coverage-thread.ts'
import { caseFigure, linesOf, registerFigure, type CoverageEvidence, type RegisterEvidence } from '@tieuchi/designer/src/evidence/evidence-figures.ts'
import type { RegisterCounts } from '@tieuchi/server/contract'
import { describe, expect, test, vi } from 'vitest'
import { dogCommon, dogReleases } from '../support/dog-licences.ts'

const [{ release }] = dogReleases
const dogParts: CoverageParts = { programme: 'dog-licence', common: dogCommon, releases: { 'dog-licence': release } }

const line = { piece: 'obstacles', part: 'open_garden', of: 'household', true: 3, unknown: 1, false: 6 } as const
const asked = { version: 4, at: '2027-01-01' } as const
const counted: Extract<RegisterCounts, { readonly state: 'counted' }> = { state: 'counted', ...asked, households: 10, members: 20, left_out: 0, counts: [line] }
const register = (more: Partial<RegisterEvidence> = {}): RegisterEvidence => ({ answer: counted, counted, lines: linesOf(counted), stale: false, failed: false, ...more })

describe('The figure of the register beside a rule', () => {
  test('is the count of the rule by its ids', () => {
    expect(registerFigure(register(), 'obstacles', 'open_garden')).toEqual({ kind: 'count', line })
  })

  test.each<readonly [string, RegisterCounts]>([['counted again', { state: 'counting', ...asked }], ['unfinished', { state: 'unfinished', ...asked, issues: [] }]])('stays the former one while the draft is %s', (_when, answer) => {
    expect(registerFigure(register({ answer, stale: true }), 'obstacles', 'open_garden')).toEqual({ kind: 'count', line })
  })

  test.each<readonly [RegisterEvidence, string]>([
    [{ answer: undefined, stale: true, failed: false }, 'counting'],
    [{ answer: { state: 'counting', ...asked }, stale: true, failed: false }, 'counting'],
    [{ answer: { state: 'loading', ...asked, share: 0.4 }, stale: true, failed: false }, 'loading'],
    [{ answer: { state: 'unfinished', ...asked, issues: [] }, stale: true, failed: false }, 'unfinished'],
    [{ answer: undefined, stale: true, failed: true }, 'failed'],
    [register({ counted: { ...counted, households: 0 } }), 'nobody'],
  ])('says why there is none: %#', (evidence, kind) => {
    expect(registerFigure(evidence, 'obstacles', 'open_garden').kind).toBe(kind)
  })

  test('tells a rule not counted yet from one that cannot be', () => {
    expect([registerFigure(register({ stale: true }), 'obstacles', 'brand_new').kind, registerFigure(register(), 'obstacles', 'brand_new').kind]).toEqual(['new', 'uncounted'])
  })
})

describe('The cases beside a rule', () => {
  const marks: CoverageMarks = { reached: { 'obstacles/open_garden': ['a', 'b', 'c'], 'obstacles/no_vaccination': [] }, failed: ['b', 'z'], outcomes: {}, cases: 4 }
  const coverage = (more: Partial<CoverageEvidence> = {}): CoverageEvidence => ({ marks, unfinished: false, stale: false, failed: false, ...more })

  test('are those that pass and those that fail', () => {
    expect(caseFigure(coverage(), 'obstacles', 'open_garden')).toEqual({ kind: 'cases', passed: 2, failed: ['b'] })
  })

  test.each<readonly [CoverageEvidence, string, string]>([
    [coverage(), 'no_vaccination', 'unreached'],
    [coverage(), 'elsewhere', 'untold'],
    [coverage({ marks: { ...marks, cases: 0 } }), 'open_garden', 'none'],
    [coverage({ marks: undefined, stale: true }), 'open_garden', 'running'],
    [coverage({ marks: undefined, unfinished: true }), 'open_garden', 'unfinished'],
    [coverage({ marks: undefined, failed: true }), 'open_garden', 'failed'],
    [coverage({ unfinished: true, stale: true }), 'open_garden', 'cases'],
  ])('or why there are none: %#', (evidence, part, kind) => {
    expect(caseFigure(evidence, 'obstacles', part).kind).toBe(kind)
  })

  test('reach the row that decides, and fail where the rules say something else', async () => {
    const found = await markCoverage(dogParts)
    expect(found).toMatchObject({ cases: 1, failed: [], reached: { 'verdict/rowgranted': ['casegarden'], 'verdict/rowrefused': [], [placeOf('obstacles', 'open_garden')]: [] } })
    const [example] = release.cases
    if (!example) throw new Error('The release has a case')
    const wrong = await markCoverage({ ...dogParts, releases: { 'dog-licence': { ...release, cases: [{ ...example, expect: { licence: 'refused' } }] } } })
    expect(wrong?.failed).toEqual(['casegarden'])
  })

  test('are not run while the draft has errors', async () => {
    expect(await markCoverage({ ...dogParts, releases: { 'dog-licence': { ...release, parameters: {} } } })).toBeUndefined()
  })
})

describe('Cases run beside the page', () => {
  const named = (programme: string): CoverageParts => ({ ...dogParts, programme })

  /** A thread whose answers come when they are let go. */
  const slowThread = () => {
    const open: (() => void)[] = []
    const ran: string[] = []
    const stop = vi.fn<() => void>()
    const thread: CoverageThread = { stop, run: ({ programme }) => new Promise((resolve) => {
      ran.push(programme)
      open.push(() => resolve(undefined))
    }) }
    return { open, ran, stop, thread }
  }

  test('pass over what was written in between; the last answer stands', async () => {
    const { open, ran, thread } = slowThread()
    const told: CoverageOutcome[] = []
    const runner = new CoverageRunner(() => thread, (outcome) => told.push(outcome))
    for (const programme of ['first', 'second', 'third']) runner.ask(named(programme))
    open[0]?.()
    await vi.waitFor(() => expect(ran).toEqual(['first', 'third']))
    open[1]?.()
    await vi.waitFor(() => expect(told.map(({ parts }) => parts.programme)).toEqual(['first', 'third']))
    await vi.waitFor(() => {
      runner.ask(named('fourth'))
      expect(ran).toEqual(['first', 'third', 'fourth'])
    })
  })

  test('give up what takes long for what was written since', async () => {
    const { open, ran, stop, thread } = slowThread()
    const told: CoverageOutcome[] = []
    const runner = new CoverageRunner(() => thread, (outcome) => told.push(outcome), 0)
    runner.ask(named('slow'))
    runner.ask(named('newer'))
    await vi.waitFor(() => expect(ran).toEqual(['slow', 'newer']))
    expect(stop).toHaveBeenCalledOnce()
    open[1]?.()
    await vi.waitFor(() => expect(told.map(({ parts }) => parts.programme)).toEqual(['newer']))
  })

  test('say that they could not be run, and go on with the next question', async () => {
    const told: CoverageOutcome[] = []
    const runner = new CoverageRunner(() => ({ run: ({ programme }) => (programme === 'broken' ? Promise.reject(new Error('no thread')) : Promise.resolve(undefined)), stop: () => undefined }), (outcome) => told.push(outcome))
    runner.ask(named('broken'))
    await vi.waitFor(() => expect(told).toMatchObject([{ failed: true }]))
    runner.ask(named('sound'))
    await vi.waitFor(() => expect(told[1]).toEqual({ parts: named('sound'), marks: undefined }))
  })
})

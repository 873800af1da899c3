import { describe, expect, it } from 'vitest'
import { runBench } from './bench.ts'
import { judgeFigure, type Figure, type FigureReport } from './figure.ts'

const ratio: Figure = { title: 'a ratio', measure: 'ratio', bar: { at_most: 1.5 } }
const time: Figure = { title: 'a time', measure: 'time', bar: { at_most: 50 } }
const rate: Figure = { title: 'a rate', measure: 'rate', bar: { at_least: 40_000 } }

const verdictOf = (figure: Figure, value: number) => {
  const { verdict, fails } = judgeFigure('part', 'figure', figure, { value })
  return [verdict, fails]
}

describe('a figure', () => {
  it('of a ratio fails as soon as it misses its bar', () => {
    expect(verdictOf(ratio, 1.5)).toEqual(['met', false])
    expect(verdictOf(ratio, 1.51)).toEqual(['short', true])
  })

  it('of a time falls short above its bar and fails only above twice the bar', () => {
    expect(verdictOf(time, 50)).toEqual(['met', false])
    expect(verdictOf(time, 100)).toEqual(['short', false])
    expect(verdictOf(time, 101)).toEqual(['short', true])
  })

  it('of a rate falls short below its bar and fails only below half of it', () => {
    expect(verdictOf(rate, 40_000)).toEqual(['met', false])
    expect(verdictOf(rate, 20_000)).toEqual(['short', false])
    expect(verdictOf(rate, 19_999)).toEqual(['short', true])
  })

  it('that was not measured is short and fails', () => {
    expect(judgeFigure('part', 'figure', time, { why: 'no database' })).toMatchObject({ verdict: 'short', fails: true, why: 'no database' })
  })
})

const met = judgeFigure('plan', 'complete', ratio, { value: 1.25 })
const missed = judgeFigure('plan', 'missing', ratio, { value: 2 })
const slow = judgeFigure('columns', 'compile', time, { value: 60 })
const unknown = judgeFigure('columns', 'ingest', rate, { why: 'no database' })

const run = async (args: readonly string[], reports: Readonly<Record<string, readonly FigureReport[]>>) => {
  const lines: string[] = []
  const code = await runBench(args, { parts: Object.fromEntries(Object.entries(reports).map(([name, all]) => [name, all.map(({ id }) => id)])), measure: (name) => Promise.resolve(reports[name] ?? []), print: (line) => lines.push(line) })
  return { code, lines }
}

describe('the bench', () => {
  it('prints a line for each figure: name, value, bar, and whether it is met', async () => {
    const { code, lines } = await run([], { plan: [met, missed], columns: [slow, unknown] })
    expect(lines).toEqual([
      'plan complete    1.25×         ≤ 1.5×        met    a ratio',
      'plan missing     2×            ≤ 1.5×        short  a ratio',
      'columns compile  60 ms         ≤ 50 ms       short  a time',
      'columns ingest   not measured  ≥ 40,000/s    short  no database',
    ])
    expect(code).toBe(1)
  })

  it('succeeds where ratios are met and times are within twice their bars', async () => {
    expect((await run([], { plan: [met], columns: [slow] })).code).toBe(0)
  })

  it('measures one part by its name', async () => {
    const { code, lines } = await run(['plan'], { plan: [met], columns: [unknown] })
    expect(lines).toHaveLength(1)
    expect(code).toBe(0)
  })

  it('writes the same as data', async () => {
    const { code, lines } = await run(['columns', '--json'], { plan: [met], columns: [slow, unknown] })
    expect(JSON.parse(lines.join('\n'))).toEqual({ figures: [slow, unknown], failed: true })
    expect(code).toBe(1)
  })

  it('names its parts where it is asked for another', async () => {
    const { code, lines } = await run(['speed'], { plan: [met], columns: [slow] })
    expect(lines).toEqual([expect.stringContaining('[plan | columns]')])
    expect(code).toBe(2)
  })
})

import { describe, expect, it } from 'vitest'
import { fuzz, type Report } from './fuzz-run.ts'
import { mutate } from './mutate.ts'
import { prototypes } from './pollution.ts'
import { Random } from './random.ts'
import { subjectOf } from './subjects.ts'

const told = ({ seed, failures }: Report): string => failures.map(({ run, reason }) => `pnpm fuzz --seed ${seed} --from ${run} --runs 1\n${reason}`).join('\n\n')

const demandNoFailure = (report: Report): void => {
  expect(report.failures, told(report)).toEqual([])
}

describe('mutated documents and inputs', () => {
  it('are told as issues or evaluated, compared, explained and analysed, and nothing else is thrown', async () => {
    const report = await fuzz({ seed: 2026, runs: 1_500 })
    demandNoFailure(report)
    for (const stage of ['schema', 'check', 'input', 'evaluated'] as const) expect(report.stages[stage], stage).toBeGreaterThan(20)
  })

  it('are so with other mutations each time', async () => {
    demandNoFailure(await fuzz({ seed: Math.floor(Math.random() * 2 ** 31), runs: 1_000 }))
  })
})

describe('the search for crashes', () => {
  it('mutates the same way for the same seed, and never the original', () => {
    const subject = subjectOf(5)
    const before = JSON.stringify(subject)
    const [first, second] = [mutate(subject, new Random(7)), mutate(subject, new Random(7))]
    expect(JSON.stringify(second)).toBe(JSON.stringify(first))
    expect(JSON.stringify(first)).not.toBe(before)
    expect(JSON.stringify(subject)).toBe(before)
  })

  it('sees a polluted prototype', () => {
    const clean = prototypes()
    // oxlint-disable-next-line eslint/no-extend-native -- what is looked for is made here, and undone at once
    Object.defineProperty(Object.prototype, 'polluted', { value: true, configurable: true })
    try {
      expect(prototypes()).not.toBe(clean)
    } finally {
      Reflect.deleteProperty(Object.prototype, 'polluted')
    }
    expect(prototypes()).toBe(clean)
  })
})

import { LintDesk } from '@tieuchi/designer/src/findings/lint-desk.ts'
import type { LintedDraft } from '@tieuchi/designer/src/findings/lint-worker.ts'
import { noAdditions, type DraftDocument, type Issue } from '@tieuchi/runtime'
import { expect, onTestFinished, test, vi } from 'vitest'
import { dogCommon, dogProgramme, dogReleases } from '../support/dog-licences.ts'

const draft = (): LintedDraft => {
  const document: DraftDocument = { format: 1, programme: dogProgramme, release: { ...dogReleases[1].release }, additions: noAdditions }
  return { draft: 'one', document, extended: dogCommon, others: {}, today: '2027-01-01' }
}

const found: readonly Issue[] = [{ code: 'table_gap', severity: 'warning', path: ['logic', 3], params: {}, message: { vi: 'Thiếu', en: 'Missing' } }]

test('The draft is looked at beside the page: once for all who ask, and of those written meanwhile only the newest', async () => {
  const looked: LintedDraft[] = []
  const answers: ((issues: readonly Issue[]) => void)[] = []
  const desk = new LintDesk(() => (asked) => new Promise((resolve) => {
    looked.push(asked)
    answers.push(resolve)
  }))
  const [first, between, newest] = [draft(), draft(), draft()]
  desk.ask(first)
  desk.ask({ ...first })
  await expect.poll(() => looked).toEqual([first])
  desk.ask(between)
  desk.ask(newest)
  answers[0]?.(found)
  await expect.poll(() => desk.last()?.issues).toBe(found)
  expect(desk.last()?.draft).toBe(first)
  await expect.poll(() => looked.length).toBe(2)
  expect(looked[1]?.document).toBe(newest.document)
  answers[1]?.([])
  await expect.poll(() => desk.last()?.draft.document).toBe(newest.document)
})

test('What could not be looked at says nothing, and the next is looked at again', async () => {
  let broken = true
  const desk = new LintDesk(() => () => (broken ? Promise.reject(new Error('broken')) : Promise.resolve(found)))
  desk.ask(draft())
  await expect.poll(() => desk.last()?.issues).toEqual([])
  broken = false
  desk.ask(draft())
  await expect.poll(() => desk.last()?.issues).toBe(found)
})

test('Whoever still writes is waited for, also when something was being looked at meanwhile', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const looked: LintedDraft[] = []
  const answers: ((issues: readonly Issue[]) => void)[] = []
  const desk = new LintDesk(() => (asked) => new Promise((resolve) => {
    looked.push(asked)
    answers.push(resolve)
  }))
  desk.ask(draft())
  await vi.advanceTimersByTimeAsync(0)
  for (let key = 0; key < 10; key += 1) {
    desk.ask(draft())
    if (key === 5) answers[0]?.(found)
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(looked.length).toBe(1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(looked.length).toBe(2)
})

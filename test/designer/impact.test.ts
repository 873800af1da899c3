import { differingLines, holdsDifference } from '@tieuchi/designer/src/impact/differing-lines.ts'
import { afterOf, beforeOf, inhabited, moving, netOf, type Matrix } from '@tieuchi/designer/src/impact/flow.ts'
import { cellFilter, changeFilter, isNarrowed, listingOf, readImpactSearch } from '@tieuchi/designer/src/impact/impact-search.ts'
import { newestFirst } from '@tieuchi/designer/src/impact/newest-first.ts'
import { tellReasons } from '@tieuchi/designer/src/impact/reasons.ts'
import { paysMoney, usualQuestion } from '@tieuchi/designer/src/impact/run-question.ts'
import { firstToTry, numbersToTry, rangeOf, trialOf, withNumber } from '@tieuchi/designer/src/impact/trial.ts'
import type { ExplanationNode } from '@tieuchi/runtime'
import { describe, expect, test } from 'vitest'
import { dogReleases } from '../support/dog-licences.ts'

describe('The flow of an impact', () => {
  const matrix: Matrix = [[90, 3, 0, 0], [10, 40, null, 0], [0, 2, null, 0], [0, 0, 0, 0]]

  test('tells by how much each category grows, whatever stays where it is', () => {
    expect([0, 1, 2, 3].map((category) => netOf(matrix, category))).toEqual([7, null, null, 0])
    expect([beforeOf(matrix, 0), afterOf(matrix, 0), beforeOf(matrix, 2)]).toEqual([93, 100, null])
  })

  test('names the categories somebody is in, and those somebody enters or leaves', () => {
    expect(inhabited(matrix)).toEqual([0, 1, 2])
    expect(moving([[5, 0], [0, 7]])).toEqual([])
    expect(moving(matrix)).toEqual([0, 1, 2])
  })
})

describe('What of an impact is looked at', () => {
  test('is read from the address, and what makes no sense there is left out', () => {
    expect(readImpactSearch({ show: 'near', was: 1, becomes: '0', line: 'l1', search: 12, run: '', by: 'unit' })).toEqual({ show: 'near', was: 1, line: 'l1', search: '12', by: 'unit' })
  })

  test('is asked of the server as the kind of list knows it', () => {
    expect(listingOf({ was: 1, becomes: 0, change: 'c', line: 'l', unit: 'hill', search: 'an' })).toEqual({ kind: 'changed', from: 1, to: 0, change: 'c', unit: 'hill', search: 'an' })
    expect([{}, { change: 'c' }, { show: 'near' as const }, { search: 'an' }, { line: 'l', by: 'unit', open: 'x' }].map((search) => isNarrowed(search))).toEqual([false, true, true, true, false])
    expect(listingOf({ show: 'near', change: 'c', line: 'l' })).toEqual({ kind: 'near', line: 'l' })
  })

  test('becomes a cell or a change by a press, and no longer by another', () => {
    const cell = cellFilter({ show: 'near', line: 'l', unit: 'hill' }, { from: 0, to: 2 })
    expect(listingOf({ show: 'near', line: 'l', unit: 'hill', ...cell })).toEqual({ kind: 'changed', from: 0, to: 2, unit: 'hill' })
    expect(listingOf({ ...cell, ...cellFilter(cell, { from: 0, to: 2 }) })).toEqual({ kind: 'changed' })
    expect(listingOf({ ...cell, ...changeFilter(cell, 'c') })).toEqual({ kind: 'changed', from: 0, to: 2, change: 'c' })
    expect(changeFilter({ change: 'c' }, 'c')).toEqual({ change: undefined })
  })
})

test('What was asked of a run is asked again, but on the first day of the draft where it has one', () => {
  const run = { subject: { id: 'licence', title: { vi: '', en: '' } }, before: { hash: 'b', title: { vi: '', en: '' } }, at: '2026-05-02', near: 7 }
  const known = { release: dogReleases[0].release, today: '2026-06-01' }
  expect(usualQuestion({ ...known, run, validFrom: '2027-01-01' })).toEqual({ subject: 'licence', before: 'b', at: '2027-01-01', near: 7 })
  expect(usualQuestion({ ...known, run, validFrom: undefined }).at).toBe('2026-05-02')
  expect(usualQuestion({ ...known, run: undefined, validFrom: undefined })).toMatchObject({ before: '', at: '2026-06-01', near: 5 })
})

test('Money is promised only where rules pay some', () => {
  const { release } = dogReleases[0]
  const paying = (unit: string, amount = true) => paysMoney({ ...release, logic: [...release.logic, { kind: 'entitlement', id: 'feed', title: { vi: '', en: '' }, conditions: true, unit, ...(amount && { amount: 5 }) } as never] })
  expect([paysMoney(release), paying('VND/month'), paying('kg'), paying('VND/month', false)]).toEqual([false, true, false, false])
})

test('Reasons join what is needed together by and, and what is enough alone by or', () => {
  const sentences: Readonly<Record<string, string>> = { a: 'Vườn rộng hơn.', b: 'Phải có rào.', c: 'Bỏ tiêm phòng' }
  const words = { and: 'và', or: 'hoặc', more: (count: number) => `${count} thay đổi khác` }
  expect(tellReasons([['a', 'b'], ['c'], ['gone']], (id) => sentences[id], words)).toEqual(['Vườn rộng hơn và Phải có rào', 'hoặc Bỏ tiêm phòng'])
  expect(tellReasons([['a', 'b', 'c', 'd']], (id) => id, words)).toEqual(['a và b và 2 thay đổi khác'])
  expect(tellReasons(['a', 'b', 'c', 'd', 'e'].map((id) => [id]), (id) => id, words)).toEqual(['a', 'hoặc b', 'hoặc 3 thay đổi khác'])
})

describe('Two explanations', () => {
  const line = (id: string, more: Partial<ExplanationNode> = {}): ExplanationNode => ({ id, kind: 'leaf', result: true, sentence: { vi: id, en: id }, children: [], ...more })

  test('differ where a line is judged otherwise, reads another value, or stands alone, told once', () => {
    const before = [line('table', { children: [line('row', { result: false, compared: { vi: '15', en: '15' } }), line('same'), line('gone', { children: [line('below')] })] })]
    const after = [line('table', { children: [line('row', { compared: { vi: '30', en: '30' } }), line('same'), line('same', { result: false })] })]
    const differences = differingLines(before, after)
    expect([...differences].map(([node, difference]) => [node.id, difference])).toEqual([['same', 'alone'], ['row', 'result'], ['row', 'result'], ['gone', 'alone']])
    expect(before.map((node) => holdsDifference(differences, node))).toEqual([true])
    expect(after[0]?.children.map((node) => holdsDifference(differences, node))).toEqual([true, false, false])
    expect(differingLines(before, before).size).toBe(0)
    expect([...differingLines([line('l', { read: { vi: '1', en: '1' } })], [line('l')]).values()]).toEqual(['value', 'value'])
  })
})

describe('A number on trial', () => {
  const { parameters } = dogReleases[0].release

  test('is any number of the draft, one the draft changed first', () => {
    expect(numbersToTry(parameters)).toEqual([{ parameter: 'least_garden', key: 'town' }, { parameter: 'least_garden', key: 'field' }])
    const { least_garden: garden } = parameters
    const changed = garden ? { least_garden: withNumber(garden, { parameter: 'least_garden', key: 'field' }, 30) } : {}
    expect(firstToTry(changed, parameters, [])).toEqual({ parameter: 'least_garden', key: 'field' })
    expect(firstToTry(parameters, parameters, [{ parameter: 'least_garden', key: 'field' }])).toEqual({ parameter: 'least_garden', key: 'field' })
    expect(trialOf(parameters, { parameter: 'least_garden', key: 'field' }, 40)).toEqual({ least_garden: { values: { town: 10, field: 40 } } })
  })

  test.each([
    [2_200_000, 2_200_000, { min: 1_100_000, max: 3_300_000, step: 10_000 }],
    [15, 15, { min: 5, max: 25, step: 1 }],
    [3, 3, { min: 0, max: 13, step: 1 }],
    [0.7, 0.7, { min: 0.35, max: 1.05, step: 0.001 }],
    [15, 400, { min: 5, max: 400, step: 1 }],
  ])('is dragged in sensible steps: %d at %d', (written, tried, range) => {
    expect(rangeOf(written, tried)).toEqual(range)
  })

  test('is asked one at a time, and of what came meanwhile only the newest; an answer that is not final is asked for again', async () => {
    const asked: number[] = []
    const answered: string[] = []
    let release = (): void => undefined
    const idle = Promise.withResolvers<undefined>()
    const trial = newestFirst<number, string>({
      load: async (question) => {
        asked.push(question)
        if (question === 1) await new Promise<undefined>((resolve) => { release = () => resolve(undefined) })
        if (question === 4) throw new Error('cannot be told')
        return question === 3 && asked.length < 3 ? 'later' : `answer ${question}`
      },
      onAnswer: (answer) => answered.push(answer),
      onFailure: () => idle.resolve(undefined),
      again: (answer) => {
        if (answer === 'answer 3') trial.ask(4)
        return answer === 'later' ? 0 : undefined
      },
    })
    for (const question of [1, 2, 3]) trial.ask(question)
    await Promise.resolve()
    release()
    await idle.promise
    expect(asked).toEqual([1, 3, 3, 4])
    expect(answered).toEqual(['answer 1', 'later', 'answer 3'])
  })
})

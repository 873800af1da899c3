import { describe, expect, it } from 'vitest'
import { definePart, NotMeasurable, runPart, type PreparedPart } from './part.ts'

const figures = { speed: { title: 'speed', measure: 'ratio', bar: { at_most: 2 } } } as const

const partOf = (prepared: Partial<PreparedPart<'speed'>>, steps: string[] = []) =>
  definePart({
    figures,
    prepare: () => Promise.resolve({
      agree: () => Promise.resolve(steps.push('agree')).then(() => []),
      measure: () => Promise.resolve(steps.push('measure')).then(() => ({ speed: 1 })),
      close: () => Promise.resolve(void steps.push('close')),
      ...prepared,
    }),
  })

describe('a part', () => {
  it('compares results before it measures, and closes what it opened', async () => {
    const steps: string[] = []
    expect(await runPart('plan', partOf({}, steps))).toMatchObject([{ part: 'plan', id: 'speed', value: 1, verdict: 'met' }])
    expect(steps).toEqual(['agree', 'measure', 'close'])
  })

  it('measures nothing where results differ, and says where', async () => {
    const steps: string[] = []
    const differences = Array.from({ length: 7 }, (_, index) => `household ${index}`)
    const [report] = await runPart('plan', partOf({ agree: () => Promise.resolve(differences) }, steps))
    expect(report).toMatchObject({ verdict: 'short', fails: true, why: expect.stringMatching(/^results differ: household 0; .*household 4; and 2 more$/) })
    expect(report).not.toHaveProperty('value')
    expect(steps).toEqual(['close'])
  })

  it('says what the machine lacks', async () => {
    const part = definePart({ figures, prepare: () => Promise.reject(new NotMeasurable('no PostgreSQL')) })
    expect(await runPart('plan', part)).toMatchObject([{ why: 'no PostgreSQL', fails: true }])
  })

  it('does not swallow the mistakes of a programmer', async () => {
    await expect(runPart('plan', partOf({ measure: () => Promise.reject(new TypeError('oops')) }))).rejects.toThrow('oops')
  })

  it('tells besides what is not promised, once it is measured, and never fails for it', async () => {
    let measured = 0
    const part = partOf({ measure: () => Promise.resolve({ speed: (measured = 1) }), asides: () => ({ slow: { title: 'slow', measure: 'time', value: 7 * measured } }) })
    expect(await runPart('plan', part)).toMatchObject([{ id: 'speed', verdict: 'met' }, { part: 'plan', id: 'slow', value: 7, verdict: 'aside', fails: false }])
  })

  it('reports a figure that was promised and not measured', async () => {
    const part = partOf({ measure: () => Promise.resolve({} as { speed: number }) })
    expect(await runPart('plan', part)).toMatchObject([{ why: 'the part measured no such figure', fails: true }])
  })
})

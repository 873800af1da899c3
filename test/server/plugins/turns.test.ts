import { Turns } from '@tieuchi/server/plugins/turns.ts'
import { describe, expect, it } from 'vitest'

describe('Turns', () => {
  it('let so many work at once, and the others in the order they came', async () => {
    const turns = new Turns(2)
    const begun: number[] = []
    const works = [0, 1, 2, 3].map((number) => {
      const { promise, resolve } = Promise.withResolvers<number>()
      return { end: () => resolve(number), done: turns.take(() => { begun.push(number); return promise }) }
    })
    expect([begun, turns.waiting]).toEqual([[0, 1], 2])
    works[1]?.end()
    expect(await works[1]?.done).toBe(1)
    expect([begun, turns.waiting]).toEqual([[0, 1, 2], 1])
    for (const { end } of works) end()
    expect(await Promise.all(works.map(({ done }) => done))).toEqual([0, 1, 2, 3])
    expect(begun).toEqual([0, 1, 2, 3])
  })

  it('go on where one fails', async () => {
    const turns = new Turns(1)
    const failing = turns.take(() => Promise.reject(new Error('no')))
    const next = turns.take(() => Promise.resolve('yes'))
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('yes')
  })
})

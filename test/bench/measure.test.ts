import { describe, expect, it } from 'vitest'
import { median, ratioOf, timeInTurn, wallTime } from './measure.ts'

/** A clock that only the contestants move. */
const clockwork = () => {
  let time = 0
  return { clock: () => time, spend: (milliseconds: number) => (time += milliseconds) }
}

describe('a median', () => {
  it('is the middle, or half way between the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([4, 1, 9, 2])).toBe(3)
  })
})

describe('timing in turn', () => {
  it('runs contestants one after the other in every round and leaves the warm-up out', async () => {
    const { clock, spend } = clockwork()
    const order: string[] = []
    const contestant = (name: 'a' | 'b', milliseconds: number) => ({
      name,
      run: () => {
        order.push(name)
        spend(order.length <= 2 ? 1000 : milliseconds)
        return 10
      },
    })
    const times = await timeInTurn([contestant('a', 20), contestant('b', 50)], { warmUp: 1, rounds: 2, clock })
    expect(order.join('')).toBe('ababab')
    expect(times).toEqual({ a: [2, 2], b: [5, 5] })
  })

  it('compares within each round, so that a machine that slows down changes no ratio', async () => {
    const { clock, spend } = clockwork()
    let slowness = 1
    const times = await timeInTurn([
      { name: 'plan', run: () => (spend(3 * slowness), 1) },
      { name: 'hand', run: () => (spend(2 * slowness), (slowness *= 10), 1) },
    ], { warmUp: 0, rounds: 3, clock })
    expect(ratioOf(times, 'plan', 'hand')).toBe(1.5)
  })

  it('refuses a contestant that did nothing', async () => {
    await expect(timeInTurn([{ name: 'idle', run: () => 0 }], { warmUp: 0, rounds: 1, clock: wallTime })).rejects.toThrow('idle did nothing')
  })
})

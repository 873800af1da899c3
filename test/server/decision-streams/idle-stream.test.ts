import { expect, it } from 'vitest'
import { untilIdle, type IdleWait } from '@tieuchi/server/decision-streams/idle-stream.ts'
import { Problem } from '@tieuchi/server/plugins/problem.ts'

/** A stream of two pieces behind which nothing comes for ever, or its end; and whether it was told that nobody reads it any more. */
const streamOf = (behind: 'silence' | 'end') => {
  const pieces = [Buffer.from('a'), Buffer.from('b')]
  const told = { left: false }
  const iterator: AsyncIterator<Buffer> = {
    next: () => {
      const value = pieces.shift()
      if (value !== undefined) return Promise.resolve({ value, done: false })
      return behind === 'end' ? Promise.resolve({ value: undefined, done: true }) : new Promise(() => undefined)
    },
    return: () => {
      told.left = true
      return Promise.resolve({ value: undefined, done: true })
    },
  }
  return { told, pieces: { [Symbol.asyncIterator]: () => iterator } }
}

const never: IdleWait = () => new Promise(() => undefined)
/** Idle as soon as a piece does not come at once. */
const impatient: IdleWait = () => new Promise((resolve) => { setImmediate(resolve) })

const read = async (pieces: AsyncIterable<Buffer>): Promise<string> => {
  let text = ''
  for await (const piece of pieces) text += String(piece)
  return text
}

it('a stream that is read to its end is not told that it was left', async () => {
  const { told, pieces } = streamOf('end')
  expect(await read(untilIdle(pieces, never))).toBe('ab')
  expect(told.left).toBe(false)
})

it('a stream that is left before its end is told so', async () => {
  const { told, pieces } = streamOf('silence')
  for await (const piece of untilIdle(pieces, never)) {
    expect(String(piece)).toBe('a')
    break
  }
  expect(told.left).toBe(true)
})

it('a stream that was idle for too long is told that it was left, while its next piece is still waited for', async () => {
  const { told, pieces } = streamOf('silence')
  await expect(read(untilIdle(pieces, impatient))).rejects.toThrow(Problem)
  expect(told.left).toBe(true)
})

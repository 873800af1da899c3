import { WholeMessages } from '@tieuchi/server/plugins/database-messages.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const message = (content: Uint8Array): Buffer => {
  const head = Buffer.alloc(5)
  head.write('D')
  head.writeUInt32BE(content.length + 4, 1)
  return Buffer.concat([head, content])
}

/** Bytes cut into parts of the given lengths, again and again, each in the same memory. */
function* inParts(bytes: Buffer, lengths: readonly number[]): Generator<Buffer> {
  const memory = Buffer.alloc(Math.max(...lengths))
  for (let at = 0, part = 0; at < bytes.length; part += 1) {
    const length = Math.min(lengths[part % lengths.length] ?? 1, bytes.length - at)
    bytes.copy(memory, 0, at, at + length)
    yield memory.subarray(0, length)
    at += length
  }
}

/** What is handed out, looked at before more is taken. */
const handedOut = (bytes: Buffer, lengths: readonly number[]): readonly Buffer[] => {
  const messages = new WholeMessages()
  return Array.from(inParts(bytes, lengths), (part) => Buffer.from(messages.take(part)))
}

const lengthsOf = (bytes: Buffer): readonly number[] =>
  bytes.length === 0 ? [] : [bytes.readUInt32BE(1), ...lengthsOf(bytes.subarray(1 + bytes.readUInt32BE(1)))]

describe('messages of a PostgreSQL server', () => {
  it('are handed out whole and unchanged, wherever what comes is cut', () => {
    const contents = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 20 })
    fc.assert(fc.property(contents, fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 }), (parts, lengths) => {
      const sent = Buffer.concat(parts.map(message))
      const handed = handedOut(sent, lengths)
      expect(Buffer.concat(handed)).toEqual(sent)
      expect(handed.flatMap(lengthsOf)).toEqual(parts.map(({ length }) => length + 4))
    }))
  })

  it('are handed out whole where one is larger than all room there was, between others', () => {
    const sent = Buffer.concat([10, 3_000_000, 20, 200_000, 0].map((length, index) => message(Buffer.alloc(length, index + 1))))
    const handed = handedOut(sent, [65_536])
    expect(Buffer.concat(handed).equals(sent)).toBe(true)
    expect(handed.flatMap(lengthsOf)).toEqual([14, 3_000_004, 24, 200_004, 4])
  })
})

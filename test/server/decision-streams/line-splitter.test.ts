import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LineSplitter } from '@tieuchi/server/decision-streams/line-splitter.ts'

const longest = 12

/** Lines of a text that comes in pieces that end anywhere, even within a letter. */
const splitInPieces = (text: string, ends: readonly number[]) => {
  const splitter = new LineSplitter(longest)
  const bytes = Buffer.from(text)
  const cuts = [0, ...ends.map((end) => end % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
  const lines = cuts.slice(1).flatMap((end, index) => Array.from(splitter.split(bytes.subarray(cuts[index], end))))
  return [...lines, ...splitter.rest()].map(({ number, bytes: line }) => [number, line?.toString()])
}

it('lines come out as they were sent, wherever the pieces end, and those that are too long without their text', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'ễ', ' ', '{'), maxLength: 20 }), { minLength: 1 }), fc.array(fc.nat()), (lines, ends) => {
    const sent = [...lines, 'z'].join('\n')
    const expected = [...lines, 'z'].map((line, index) => [index + 1, Buffer.byteLength(line) > longest ? undefined : line])
    expect(splitInPieces(sent, ends)).toEqual(expected)
    expect(splitInPieces(`${sent}\n`, ends)).toEqual(expected)
  }))
})

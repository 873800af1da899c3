import type { Answers, CommonDocument } from '@tieuchi/runtime'
import { parseRow, type WrittenRow } from '@tieuchi/runtime/columns/row-encoding.ts'
import { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import { readUuid, wordsOfUuid } from '@tieuchi/runtime/columns/uuid-words.ts'
import type { WrittenText } from '@tieuchi/runtime/columns/written-text.ts'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { dogCommon } from '../../support/dog-licences.ts'
import { commonDocument } from '../fixture.ts'
import { anyHousehold } from './arbitrary-households.ts'

/** JSON as PostgreSQL writes it: keys in an order of its own, a blank behind colons and commas. */
const writtenObject = (answers: Answers): string => {
  const keys = Object.keys(answers).toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
  return `{${keys.map((key) => `${JSON.stringify(key)}: ${JSON.stringify(answers[key], null, 1).replaceAll(/\n */g, ' ').replace('[ ', '[').replace(' ]', ']')}`).join(', ')}}`
}

/** As it stands in the row of a database: what is before and behind it is something else. */
const amongOthers = (text: string): WrittenText => {
  const bytes = new TextEncoder().encode(`"x": ${text}, "y": "z"}`)
  return { bytes, from: 5, to: bytes.length - 11 }
}

const rows = (common: CommonDocument) => fc.array(anyHousehold(common).map(({ household = {}, members = [], unit = {} }): Omit<WrittenRow, 'id'> =>
  ({ unit: 'an-nhan', household: amongOthers(writtenObject(household)), members: amongOthers(`[${members.map(writtenObject).join(',')}]`), attributes: unit })), { maxLength: 30 })

const uuidOf = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

const idOf = (number: number) => wordsOfUuid(uuidOf(number))

/** What both ways make of a row: written as it is, and parsed before. */
const bothWays = (columns: readonly [RegisterColumns, RegisterColumns], row: WrittenRow) => {
  const [written, parsed] = columns
  written.putWritten(row)
  parsed.put(parseRow(row))
  const id = readUuid(row.id, 0)
  return [written, parsed].map((register) => [register.read(id), register.apart.has(id), register.use])
}

describe.each([['boats', commonDocument], ['dogs', dogCommon]] as const)('a register of %s handed over as JSON', (_name, common) => {
  it('is in columns as if each household had been parsed', () => {
    fc.assert(fc.property(rows(common), (all) => {
      const columns = [new RegisterColumns(common), new RegisterColumns(common)] as const
      for (const [number, row] of all.entries()) {
        const [written, parsed] = bothWays(columns, { ...row, id: idOf(number) })
        expect(written).toEqual(parsed)
      }
    }), { numRuns: 100 })
  })
})

describe('a household handed over as JSON', () => {
  const dogs = '[{"id": "a", "part": "keeper", "call_name": "Nguyễn Văn An"},{"id": "b", "part": "dog"}]'

  it.each([
    ['numbers of every form', '{"garden_area": 12.5}', dogs],
    ['an exponent', '{"garden_area": 1.5e3, "fenced": true}', dogs],
    ['a number below zero', '{"garden_area": -4}', dogs],
    ['more digits than a number keeps', '{"garden_area": 12345678901234567890}', dogs],
    ['no answer at all', '{}', '[]'],
    ['questions nobody knows', '{"roof": ["flat", "green"], "floors": [], "walls": "a, b}", "fenced": false}', dogs],
    ['an escaped letter', '{"street": "Ngõ \\"Ba\\" \\u0110"}', dogs],
    ['letters of every length', '{"street": "Đường Phở 🛶 Ngõ", "fenced": true}', '[{"id": "thành viên", "part": "dog", "call_name": "🐕 Vàng"}]'],
    ['a text nobody listed', '{"roof": ["flat", "thatchéd"], "fenced": true}', dogs],
    ['a mark before a text', '{"street": "\ufeffNgõ"}', dogs],
    ['other blanks', '{"fenced":true,"garden_area":12}', dogs],
    ['blanks before an answer', '{"garden_area":  12}', dogs],
    ['no blanks before the last answer', '{"garden_area":12}', dogs],
    ['an answer that is none', '{"roof": null, "garden_area": 3}', dogs],
    ['an object as an answer', '{"roof": {"garden_area": 3}, "fenced": true}', dogs],
    ['an answer of another type', '{"garden_area": "nine"}', dogs],
    ['blanks between members', '{"fenced": true}', '[{"id": "a"}, {"id": "b"}]'],
    ['members with UUIDs', '{"fenced": true}', `[{"id": "${uuidOf(7)}"},{"id": "b"}]`],
    ['what only looks like UUIDs', '{"fenced": true}', `[{"id": "${uuidOf(0xabc).toUpperCase()}"},{"id": "${uuidOf(7).replaceAll('-', '0')}"},{"id": "${uuidOf(7).replace('4', 'g')}"}]`],
    ['decimals that no binary number is', '{"garden_area": 0.1}', dogs],
    ['as many decimals as a number keeps', '{"garden_area": 1.23456789012345}', dogs],
    ['more decimals than a number keeps', '{"garden_area": 1.234567890123456789}', dogs],
  ])('reads %s as JSON.parse does', (_what, household, members) => {
    const columns = [new RegisterColumns(dogCommon), new RegisterColumns(dogCommon)] as const
    const row = { unit: 'tu-ky', household: amongOthers(household), members: amongOthers(members), attributes: { zone: 'town' } }
    // What was met before is expected again.
    for (const number of [1, 2, 3]) {
      const [written, parsed] = bothWays(columns, { ...row, id: idOf(number) })
      expect(written).toEqual(parsed)
    }
  })

  it.each([
    ['none', '[]'],
    ['some', '["net", "lamp"]'],
    ['one twice', '["net", "lamp", "net"]'],
    ['one that nobody listed', '["net", "harpoon"]'],
    ['one with an escaped letter', '["n\\u0065t"]'],
    ['more than there are', `[${Array.from({ length: 30 }, (_code, number) => `"gear-${number}"`).join(', ')}]`],
    ['another type among them', '["net", 3]'],
  ])('reads a list of codes with %s as JSON.parse does', (_what, gear) => {
    const columns = [new RegisterColumns(commonDocument), new RegisterColumns(commonDocument)] as const
    for (const number of [1, 2]) {
      const [written, parsed] = bothWays(columns, { id: idOf(number), unit: 'an-nhan', household: amongOthers(`{"gear": ${gear}}`), members: amongOthers('[]'), attributes: {} })
      expect(written).toEqual(parsed)
    }
  })

  it('is read without being parsed, where it is written as usual', () => {
    const columns = new RegisterColumns(dogCommon)
    const parsing = vi.spyOn(JSON, 'parse')
    onTestFinished(() => parsing.mockRestore())
    columns.putWritten({ id: idOf(1), unit: 'tu-ky', household: amongOthers('{"roof": ["flat", "green"], "street": "Đường Phở", "fenced": true, "floors": [], "garden_area": 12.5}'), members: amongOthers(dogs), attributes: {} })
    expect(columns.read(uuidOf(1))?.input.household).toEqual({ street: 'Đường Phở', fenced: true, garden_area: 12.5 })
    expect(parsing).not.toHaveBeenCalled()
  })

  it('follows keys that are missing, come back and come in another order', () => {
    const columns = [new RegisterColumns(dogCommon), new RegisterColumns(dogCommon)] as const
    const households = ['{"fenced": true, "street": "A", "garden_area": 1}', '{"fenced": true, "garden_area": 2}', '{"street": "B", "garden_area": 3}', '{"garden_area": 4, "street": "C", "fenced": false}', '{"fenced": true, "street": "A", "garden_area": 1}']
    households.forEach((household, number) => {
      const [written, parsed] = bothWays(columns, { id: idOf(number), unit: 'tu-ky', household: amongOthers(household), members: amongOthers(dogs), attributes: {} })
      expect(written).toEqual(parsed)
    })
  })
})

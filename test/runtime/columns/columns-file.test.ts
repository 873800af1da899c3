import type { CommonDocument } from '@tieuchi/runtime'
import { loadColumns, saveColumns, type ByteSource } from '@tieuchi/runtime/columns/columns-file.ts'
import { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dogCommon } from '../../support/dog-licences.ts'
import { commonDocument } from '../fixture.ts'
import { anyHousehold, openHousehold } from './arbitrary-households.ts'

const idOf = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

const households = (common: CommonDocument) => fc.array(fc.oneof({ weight: 6, arbitrary: anyHousehold(common) }, { weight: 1, arbitrary: openHousehold(common) }), { maxLength: 60 })

const saved = (register: RegisterColumns, key: unknown): Uint8Array<ArrayBuffer> => Uint8Array.from([...saveColumns(register, key)].flatMap((piece) => [...piece]))

const sourceOf = (bytes: Uint8Array): ByteSource => {
  let at = 0
  return {
    fill: (target) => {
      if (at + target.length > bytes.length) return false
      target.set(bytes.subarray(at, at + target.length))
      at += target.length
      return true
    },
  }
}

const registerOf = (common: CommonDocument, inputs: readonly Parameters<RegisterColumns['put']>[0]['input'][]): RegisterColumns => {
  const register = new RegisterColumns(common)
  inputs.forEach((input, number) => register.put({ id: idOf(number), unit: 'an-nhan', input }))
  return register
}

const oneHousehold = (): RegisterColumns => registerOf(commonDocument, [{ household: { cargo: 3 }, members: [{ id: 'a', swims: true }] }])

describe('a file of columns', () => {
  it('gives back every household, and the key it was saved with, and can go on changing', () => {
    fc.assert(fc.property(households(commonDocument), (inputs) => {
      const register = registerOf(commonDocument, inputs)
      const loaded = loadColumns(commonDocument, sourceOf(saved(register, { day: '2026-12-01', at: 7 })))
      if (loaded.kind !== 'loaded') throw new Error(loaded.message.en)
      expect(loaded.key).toEqual({ day: '2026-12-01', at: 7 })
      expect(loaded.register.size).toBe(inputs.length)
      inputs.forEach((_input, number) => expect(loaded.register.read(idOf(number))).toEqual(register.read(idOf(number))))
      for (const again of [register, loaded.register]) again.put({ id: idOf(0), unit: 'tu-ky', input: { household: { length: 7.25 }, members: [{ id: 'new', sailor: 'Lan' }] } })
      expect(loaded.register.read(idOf(0))).toEqual(register.read(idOf(0)))
      expect(saved(loaded.register, 1)).toEqual(saved(register, 1))
    }), { numRuns: 40 })
  })

  it('is read by the names of its questions, in whatever order the dictionary tells them', () => {
    const turned = <Of extends object>(record: Of): Of => Object.fromEntries(Object.entries(record).toReversed()) as Of
    const { household, members, unit } = commonDocument.dictionary.properties
    const other: CommonDocument = {
      ...commonDocument,
      dictionary: {
        ...commonDocument.dictionary,
        properties: { household: { ...household, properties: turned(household.properties) }, members: { ...members, items: { ...members.items, properties: turned(members.items.properties) } }, unit: { ...unit, properties: turned(unit.properties) } },
      },
    }
    fc.assert(fc.property(households(commonDocument), (inputs) => {
      const register = registerOf(commonDocument, inputs)
      const loaded = loadColumns(other, sourceOf(saved(register, null)))
      if (loaded.kind !== 'loaded') throw new Error(loaded.message.en)
      inputs.forEach((_input, number) => expect(loaded.register.read(idOf(number))).toEqual(register.read(idOf(number))))
      for (const again of [register, loaded.register]) again.put({ id: idOf(0), unit: 'tu-ky', input: { household: { length: 7.25 }, members: [{ id: 'new', sailor: 'Lan' }] } })
      expect(loaded.register.read(idOf(0))).toEqual(register.read(idOf(0)))
    }), { numRuns: 20 })
  })

  it('is refused as damaged when any byte of it changed or is missing', () => {
    const bytes = saved(oneHousehold(), null)
    fc.assert(fc.property(fc.integer({ min: 12, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = bytes.map((byte, index) => (index === at ? byte ^ change : byte))
      const loaded = loadColumns(commonDocument, sourceOf(changed))
      expect(loaded.kind === 'refused' && ['damaged', 'other_dictionary'].includes(loaded.code)).toBe(true)
    }), { numRuns: 300 })
    expect(loadColumns(commonDocument, sourceOf(bytes.subarray(0, bytes.length - 4)))).toMatchObject({ kind: 'refused', code: 'damaged' })
  })

  it('is refused when it is something else, of another version, or of another dictionary', () => {
    const bytes = saved(oneHousehold(), null)
    expect(loadColumns(commonDocument, sourceOf(new TextEncoder().encode('something else')))).toMatchObject({ code: 'not_columns' })
    expect(loadColumns(commonDocument, sourceOf(new Uint8Array()))).toMatchObject({ code: 'not_columns' })
    expect(loadColumns(commonDocument, sourceOf(bytes.map((byte, index) => (index === 4 ? byte + 1 : byte))))).toMatchObject({ code: 'other_version' })
    expect(loadColumns(dogCommon, sourceOf(bytes))).toMatchObject({ code: 'other_dictionary' })
  })
})

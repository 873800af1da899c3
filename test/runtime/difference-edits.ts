import type { Release } from '@tieuchi/runtime'
import fc from 'fast-check'
import { parameters, randomLogic } from './arbitraries.ts'
import { leaf, releaseOf, text } from './fixture.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A release with logic, parameters, a form and cases, of the made-up programme about boats. */
export const randomRelease: fc.Arbitrary<Release> = fc.tuple(randomLogic, fc.integer({ min: 0, max: 9 }), fc.boolean()).map(([logic, limit, long]): Release => ({
  ...releaseOf(logic, { ...parameters, limit: { ...parameters.limit, value: limit } }),
  legal_basis: [{ document: '1/2026/NĐ-CP', article: '3' }, ...(long ? [{ document: '2/2026/TT' }] : [])],
  forms: [{
    kind: 'form', id: 'boat', title: text('Boat'),
    sections: [
      { id: 'aaaaaaaaaa', title: text('Hull'), items: [{ kind: 'field', field: 'hull_sound' }, { kind: 'field', field: 'rent', visible: leaf('leased', 'equal', true) }] },
      { id: 'bbbbbbbbbb', title: text('Crew'), items: [{ kind: 'roster', id: 'cccccccccc', items: [{ kind: 'field', field: 'sailor' }, { kind: 'field', field: 'role' }], columns: ['sailor', 'role'] }] },
    ],
    checks: [{ id: 'dddddddddd', severity: 'hard', field: 'cargo', conditions: leaf('cargo', 'lessThan', 9), message: text('too much') }],
  }],
  cases: [{ id: 'eeeeeeeeee', title: text('empty'), at: '2026-01-01', given: {}, expect: { berth: 'undetermined' } }],
}))

/** One blind edit: which of the document's places, what is done there, and with what. */
interface Edit {
  readonly place: number
  readonly action: number
  readonly from: number
  readonly to: number
}

const edit: fc.Arbitrary<Edit> = fc.record({ place: fc.nat(), action: fc.nat(), from: fc.nat(), to: fc.nat() })

const containersOf = (value: Json): (Json[] | { [key: string]: Json })[] =>
  typeof value !== 'object' || value === null ? [] : [value, ...Object.values(value).flatMap(containersOf)]

const editList = (list: Json[], { action, from, to }: Edit): void => {
  const at = from % Math.max(1, list.length)
  const taken = list[at]
  if (taken === undefined) return
  if (action % 4 !== 1) list.splice(at, 1)
  if (action % 4 !== 0) list.splice(to % (list.length + 1), 0, action % 4 === 1 ? withNewId(taken, to) : taken)
}

const withNewId = (value: Json, number: number): Json => {
  const copy = structuredClone(value)
  if (typeof copy === 'object' && copy !== null && !Array.isArray(copy) && number % 5 > 0) copy['id'] = `new_${number % 7}`
  return copy
}

const scalars = (): readonly Json[] => [true, 0, 7, 'cargo', 'north', '2026-01-01', { vi: 'mới', en: 'new' }, { fact: 'cargo' }]

const editRecord = (record: { [key: string]: Json }, { action, from, to }: Edit): void => {
  const keys = Object.keys(record)
  const key = keys[from % Math.max(1, keys.length)] ?? 'note'
  if (action % 4 === 0) delete record[key]
  else if (action % 4 === 1) record[`new_${to % 3}`] = scalars()[to % 8] ?? null
  else record[key] = scalars()[to % 8] ?? null
}

/** The release after random edits anywhere in it: things moved, dropped, doubled, added, replaced. It may be no release any more. */
export const edited = (release: Release): fc.Arbitrary<Release> => fc.array(edit, { minLength: 1, maxLength: 6 }).map((edits) => {
  const document: Json = JSON.parse(JSON.stringify(release))
  for (const each of edits) {
    const containers = containersOf(document)
    const container = containers[each.place % containers.length]
    if (Array.isArray(container)) editList(container, each)
    else if (container) editRecord(container, each)
  }
  return document as unknown as Release
})

import type { Condition, LogicPiece, Overlay, Parameter, Release } from '@tieuchi/runtime'
import { releaseOf, text } from './fixture.ts'

/** Leaves with ids that stay, so that two builds of a release are equal. */
const compare = (id: string, fact: string, operator: 'equal' | 'greaterThan' | 'lessThanInclusive', value: unknown): Condition => ({ id, fact, operator, value }) as Condition

export const baseParameters: Readonly<Record<string, Parameter>> = {
  light: { title: text('Light cargo'), unit: 'count', value: 4, certainty: 'seen', overridable: 'raise', citation: { document: 'Harbour Act', article: '2' }, confirmed: '2026-01-01' },
  fee: { title: text('Fee'), unit: 'VND', by: 'harbour', values: { north: 500, south: 300 }, certainty: 'seen', overridable: 'raise', citation: { document: 'Harbour Act', article: '3' } },
  most_defects: { title: text('Most defects'), unit: 'count', value: 2, certainty: 'seen', overridable: 'lower', citation: { document: 'Harbour Act', article: '4' } },
  season: { title: text('Season ends'), unit: 'count', value: '2026-09-30', certainty: 'known', overridable: true },
  rescue: { title: text('Rescue share'), unit: 'share', certainty: 'open', overridable: true },
  lamp_fee: { title: text('Lamp fee'), unit: 'VND', certainty: 'open', overridable: 'raise' },
  fixed: { title: text('Fixed'), unit: 'count', value: 7, certainty: 'seen' },
}

export const baseLogic: readonly LogicPiece[] = [
  { kind: 'condition', id: 'seaworthy', title: text('Seaworthy'), overridable: true, conditions: compare('seaworthya', 'hull_sound', 'equal', true) },
  {
    kind: 'rules', id: 'defects', title: text('Defects'), overridable: true,
    rules: [
      { id: 'hull', title: text('Hull'), conditions: compare('hullrotten', 'hull_sound', 'equal', false), event: { type: 'defect' }, citation: { document: 'Harbour Act', article: '5' } },
      { id: 'engine', title: text('Engine'), conditions: compare('enginedead', 'engine_sound', 'equal', false), event: { type: 'defect' } },
    ],
  },
  { kind: 'fact', id: 'defect_count', title: text('Number of defects'), value: { countEvents: 'defects' } },
  { kind: 'fact', id: 'due', title: text('Due'), overridable: true, value: { multiply: [{ parameter: 'fee' }, { fact: 'cargo' }] }, citation: { document: 'Harbour Act', article: '6' } },
  {
    kind: 'table', id: 'berths', title: text('Berths'), hit: 'first', inputs: ['cargo', 'hull_sound'], outputs: ['berth'],
    rows: [
      { id: 'rowinnerab', when: [{ lessThanInclusive: { parameter: 'light' } }, { equal: true }], then: ['inner'], citation: { document: 'Harbour Act', article: '7' }, overridable: true },
      { id: 'rowouterab', when: [{ lessThanInclusive: { parameter: 'light' } }, null], then: ['outer'] },
      { id: 'rownoneabc', when: [null, null], then: ['none'] },
    ],
  },
  {
    kind: 'table', id: 'points', title: text('Points'), hit: 'sum', inputs: ['cargo', 'cargo'], outputs: ['point'], overridable: true,
    rows: [
      { id: 'rowpointaa', when: [{ greaterThanInclusive: 2 }, { lessThan: 5 }], then: [1] },
      { id: 'rowpointbb', when: [{ greaterThanInclusive: 5 }, null], then: [3] },
    ],
  },
  { kind: 'outcome', id: 'berth', title: text('Berth'), from: 'berths' },
  { kind: 'entitlement', id: 'grant', title: text('Grant'), overridable: true, conditions: { condition: 'seaworthy' }, amount: { parameter: 'fee' }, unit: 'VND', bound: 'exact', citation: { document: 'Harbour Act', article: '8' } },
]

export const base: Release = { ...releaseOf(baseLogic, baseParameters), title: text('Harbour rules') }

/** An overlay of a unit with nothing in it but what is said. */
export const overlayOf = (unit: string, parts: Partial<Pick<Overlay, 'parameters' | 'logic' | 'programme' | 'cases'>> = {}): Overlay => ({
  format: 1,
  programme: 'boats',
  scope: { unit },
  title: text(`Rules of ${unit}`),
  legal_basis: [{ document: `1/2026/${unit}` }],
  changelog: text('local'),
  parameters: {},
  logic: [],
  cases: [],
  ...parts,
})

export const byLaw = (article: string) => ({ document: 'Local Act', article })

/** A changed single value. */
export const valued = (value: boolean | number | string, unit = 'count'): Overlay['parameters'][string] => ({ kind: 'changed', unit, value, certainty: 'seen', citation: byLaw('1') })

/** Changed values of some harbours. */
export const fees = (values: Readonly<Record<string, number>>): Overlay['parameters'][string] => ({ kind: 'changed', unit: 'VND', by: 'harbour', values, certainty: 'seen', citation: byLaw('2') })

export const compareLeaf = compare

import { fileURLToPath } from 'node:url'
import type { CaseDocument, CommonDocument, HouseholdInput, LogicPiece, Overlay, Release, UnitDocument } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import fc from 'fast-check'
import { completeInput, parameters, randomLogic } from '../runtime/arbitraries.ts'
import { commonDocument, leaf, releaseOf, text } from '../runtime/fixture.ts'
import { completeHouseholds } from '../support/dictionary-households.ts'
import { dogCommon, dogUnits } from '../support/dog-licences.ts'
import { hillOverlay, islandOverlay, openReleases } from '../support/dog-overlays.ts'

/** Sound documents and an input that mutations start from. */
export interface Subject {
  readonly common: CommonDocument
  readonly release: Release
  /** Local law on top of the release, from the province downward. */
  readonly overlays: readonly Overlay[]
  readonly units: readonly UnitDocument[]
  readonly input: HouseholdInput
}

const { common, programmes, units } = readPacks(fileURLToPath(new URL('../../rulesets', import.meta.url)))

const packReleases = programmes.flatMap(({ releases }) => releases.map(({ release }) => release))

const households = completeHouseholds(common, [0, 1, 700_000, 1_500_000])
const dogHouseholds = completeHouseholds(dogCommon, [0, 10, 15])

const boatForm: Release['forms'][number] = {
  kind: 'form',
  id: 'visit',
  title: text('Visit'),
  sections: [
    { id: 'boatpartaa', title: text('Boat'), items: [{ kind: 'field', field: 'cargo', required: true }, { kind: 'field', field: 'rent', visible: leaf('hull_sound', 'equal', true) }, { kind: 'field', field: 'gear', prefill: true }, { kind: 'field', field: 'built_on' }] },
    { id: 'crewpartaa', title: text('Crew'), items: [{ kind: 'roster', id: 'crewroster', columns: ['sailor'], items: [{ kind: 'field', field: 'sailor' }, { kind: 'field', field: 'voyages' }, { kind: 'field', field: 'number' }] }] },
  ],
  checks: [{ id: 'checkcargo', severity: 'soft', field: 'cargo', conditions: leaf('cargo', 'lessThan', { fact: 'length' }), message: text('The cargo is long.') }],
}

/** Pages for the form of a programme that is not at hand. */
const boatPages: Release['forms'][number] = {
  kind: 'pages', id: 'mooring', title: text('Mooring'), form: 'harbour.arrival', anchor: 'berth',
  sections: [{ id: 'boatpagesa', title: text('Mooring'), items: [{ kind: 'field', field: 'leased' }, { kind: 'field', field: 'cargo', visible: leaf('leased', 'equal', true) }] }],
  checks: [{ id: 'checkpages', severity: 'hard', field: 'cargo', conditions: leaf('cargo', 'lessThan', 9), message: text('Too much.') }],
}

const boatCase = (given: HouseholdInput): CaseDocument => ({ id: 'caseboatsa', title: text('A boat'), at: '2026-06-01', given, expect: { berth: 'north', 'defects.rule_0': true } })

/** What a locality may say otherwise of a random release. */
const boatOverlay: Overlay = {
  format: 1,
  programme: 'boats',
  scope: { unit: 'harbour' },
  title: text('Harbour'),
  legal_basis: [{ document: '2/2026' }],
  changelog: text('another score'),
  parameters: { limit: { kind: 'changed', unit: 'count', value: 5, certainty: 'seen' }, own: { kind: 'added', parameter: { title: text('own'), unit: 'count', value: 1, certainty: 'seen' } } },
  logic: [
    { kind: 'fact', id: 'score', value: { add: [{ fact: 'cargo' }, { parameter: 'own' }] } },
    { kind: 'rules', id: 'defects', rules: [{ kind: 'changed', id: 'rule_0', conditions: leaf('cargo', 'lessThan', { parameter: 'limit' }) }, { kind: 'added', rule: { id: 'added', title: text('added'), conditions: leaf('leased', 'equal', true), event: { type: 'defect' } } }] },
    { kind: 'added', piece: { kind: 'fact', id: 'double_cargo', title: text('double'), value: { multiply: [{ fact: 'cargo' }, 2] } } },
  ],
  cases: [],
}

const open = (piece: LogicPiece): LogicPiece => (piece.kind === 'outcome' ? piece : { ...piece, overridable: true })

/** A random release of the fixture's dictionary, with a form and a case. */
const boats = fc.tuple(randomLogic, completeInput).map(([logic, input]): Subject => ({
  common: commonDocument,
  release: { ...releaseOf(logic.map(open), { ...parameters, limit: { ...parameters.limit, overridable: true } }), legal_basis: [{ document: '1/2026' }], forms: [boatForm, boatPages], cases: [boatCase(input)] },
  overlays: [boatOverlay],
  units: dogUnits,
  input,
}))

const packs = fc.tuple(fc.constantFrom(...packReleases), households).map(([release, input]): Subject => ({ common, release: { ...release, cases: release.cases.slice(0, 1) }, overlays: [], units: units.slice(0, 12), input }))

const dogs = fc.tuple(fc.constantFrom(...openReleases.map(({ release }) => release)), dogHouseholds).map(([release, input]): Subject => ({ common: dogCommon, release, overlays: [islandOverlay, hillOverlay], units: dogUnits, input }))

/** One in twelve the packs of this repository, for they are large; the others made up. */
const subjects = fc.oneof({ arbitrary: boats, weight: 8 }, { arbitrary: dogs, weight: 3 }, { arbitrary: packs, weight: 1 })

/** The subject of a run; the same for the same seed. */
export const subjectOf = (seed: number): Subject => {
  const [subject] = fc.sample(subjects, { seed: seed | 0, numRuns: 1 })
  if (!subject) throw new Error('No subject was drawn')
  return frozen(subject)
}

/** Documents and inputs are never written to; frozen, whoever does is found out. */
const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  Object.values(value).forEach(frozen)
  return value
}

import type { LogicPiece, Release } from '@tieuchi/runtime'
import { dogCommon, dogProgramme, dogReleases, dogUnits } from './dog-licences.ts'

/** The fictitious programme with a table that contradicts itself for gardens of 50 m² and more. */

const basis = { document: '01/2026/QĐ-CHO', article: '5' }

const contradict = (piece: LogicPiece): LogicPiece => piece.kind !== 'table' ? piece : {
  ...piece,
  hit: 'unique',
  inputs: ['garden_area'],
  rows: [
    { id: 'rowsmall23', when: [{ lessThan: 15 }], then: ['refused'], citation: basis },
    { id: 'rowmedium2', when: [{ greaterThanInclusive: 15 }], then: ['granted'], citation: basis },
    { id: 'rowlarge23', when: [{ greaterThanInclusive: 50 }], then: ['conditional'], citation: basis },
  ],
}

const withContradiction = (release: Release): Release => ({ ...release, logic: release.logic.map(contradict), cases: [] })

export const contradictoryPacks = {
  common: dogCommon,
  units: dogUnits,
  programmes: [{ document: dogProgramme, releases: dogReleases.map((entry) => ({ ...entry, release: withContradiction(entry.release) })), overlays: [] }],
}

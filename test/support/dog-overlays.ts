import type { LogicPiece, Overlay, Release, UnitDocument } from '@tieuchi/runtime'
import { dogCommon, dogProgramme, dogReleases, dogUnits } from './dog-licences.ts'

/**
 * The fictitious programme where localities may ask for less: the island wants smaller gardens from July 2026, and its
 * village on the hill does not mind an open garden. The mainland has no rules of its own.
 */

const words = (vi: string, en: string) => ({ vi, en })

const open = (release: Release): Release => {
  const garden = release.parameters['least_garden']
  return {
    ...release,
    parameters: garden ? { least_garden: { ...garden, overridable: 'lower' } } : {},
    logic: release.logic.map((piece): LogicPiece => (piece.kind === 'rules' ? { ...piece, overridable: true } : piece)),
  }
}

export const openReleases = dogReleases.map(({ release, ...entry }) => ({ ...entry, release: open(release) }))

const basis = (article: string) => ({ document: '05/2026/NQ-ĐẢO', article })

export const islandOverlay: Overlay = {
  format: 1,
  programme: 'dog-licence',
  scope: { unit: 'island' },
  title: words('Quy định nuôi chó của đảo', 'Rules on dogs of the island'),
  legal_basis: [{ document: '05/2026/NQ-ĐẢO' }],
  changelog: words('Giảm diện tích vườn tối thiểu.', 'Smaller gardens.'),
  parameters: { least_garden: { kind: 'changed', unit: 'm2', by: 'zone', values: { field: 12 }, certainty: 'seen', confirmed: '2026-06-01', citation: basis('1') } },
  logic: [],
  cases: [{
    id: 'caseisland', title: words('Vườn 12 m² ở đồng', 'A garden of 12 m² in the fields'), at: '2026-08-01',
    given: { household: { garden_area: 12, fenced: true }, members: [{ id: 'd', part: 'dog', vaccinated: true }], unit: { zone: 'field' } },
    expect: { licence: 'granted' },
  }],
}

export const hillOverlay: Overlay = {
  ...islandOverlay,
  scope: { unit: 'hill' },
  title: words('Quy định nuôi chó trên đồi', 'Rules on dogs on the hill'),
  legal_basis: [{ document: '01/2027/NQ-ĐỒI' }],
  changelog: words('Vườn không rào vẫn được.', 'An open garden is fine.'),
  parameters: { least_garden: { kind: 'changed', unit: 'm2', by: 'zone', values: { field: 25 }, certainty: 'seen', citation: { document: '01/2027/NQ-ĐỒI' } } },
  logic: [{ kind: 'rules', id: 'obstacles', rules: [{ kind: 'removed', id: 'open_garden' }] }],
  cases: [],
}

export const islandPack = { folder: 'island-2026-07', overlay: islandOverlay, valid_from: '2026-07-01' }
export const hillPack = { folder: 'hill-2027', overlay: hillOverlay, valid_from: '2027-01-01' }

const mainland: readonly UnitDocument[] = [
  { id: 'mainland', spells: [{ code: '91', name: 'Tỉnh Đất Liền', kind: 'province' }], attributes: {} },
  { id: 'meadow', spells: [{ code: '91001', name: 'Xã Đồng Cỏ', kind: 'commune', parent: 'mainland' }], attributes: { zone: [{ value: 'field' }] } },
]

/** The packs with the island's rules, and those of its hill. */
export const layeredPacks = {
  common: dogCommon,
  units: [...dogUnits, ...mainland],
  programmes: [{ document: dogProgramme, releases: openReleases, overlays: [islandPack, hillPack] }],
}

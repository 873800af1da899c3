import type { Condition, ReportDocument, Text } from '@tieuchi/runtime'
import { dogCommon, dogProgramme, dogReleases, dogUnits } from './dog-licences.ts'
import { layeredPacks } from './dog-overlays.ts'

/** Reports on the fictitious programme, with everything a report can have. */

const text = (vi: string, en: string): Text => ({ vi, en })

const granted: Condition = { id: 'grantednow', fact: 'dog-licence.licence', operator: 'equal', value: 'granted' }
const grantedAtStart: Condition = { id: 'grantedbef', fact: 'licence_at_start', operator: 'equal', value: 'granted' }
const isDog: Condition = { id: 'isadoghere', fact: 'part', operator: 'equal', value: 'dog' }
const unvaccinated: Condition = { id: 'unvaccined', fact: 'vaccinated', operator: 'equal', value: false }

const licenceAtStart = {
  kind: 'fact', id: 'licence_at_start', title: text('Giấy phép đầu kỳ', 'Licence at the start'), list: 'licence',
  value: { last: 'history', outcome: 'dog-licence.licence', value: { fact: 'value' }, where: { id: 'frombefore', fact: 'from', operator: 'lessThan', value: { parameter: 'period_from' } } },
} as const

/** How licences moved in a year. */
export const licenceMovements: ReportDocument = {
  id: 'licence_movements',
  title: text('Diễn biến giấy phép nuôi chó', 'Movements of dog licences'),
  code: text('Mẫu 1', 'Form 1'),
  period: 'year',
  citation: { document: '01/2026/QĐ-CHO', article: '7' },
  logic: [licenceAtStart],
  rows: [
    { kind: 'total', id: 'all_rows', title: text('Toàn đảo', 'The island') },
    { kind: 'codes', id: 'zones', fact: 'zone', numbering: 'roman', rows: [{ kind: 'units', id: 'units_of_zone', numbering: 'arabic' }] },
  ],
  columns: [
    { kind: 'measure', id: 'households', title: text('Tổng số hộ', 'Households'), measure: { count: 'households' } },
    {
      kind: 'group', id: 'at_start', title: text('Đầu kỳ', 'At the start'),
      columns: [
        { kind: 'measure', id: 'granted_before', title: text('Số hộ', 'Households'), at: 'start', measure: { count: 'households', where: granted } },
        { kind: 'measure', id: 'share_before', title: text('Tỷ lệ', 'Share'), at: 'start', unit: 'percent', decimals: 2, measure: { share: 'households', where: granted } },
      ],
    },
    {
      kind: 'group', id: 'in_between', title: text('Trong kỳ', 'In between'),
      columns: [
        { kind: 'measure', id: 'lost', title: text('Mất', 'Lost'), measure: { count: 'households', where: { all: [grantedAtStart, { not: granted }, { id: 'lostinsame', fact: 'residence', operator: 'equal', value: 'same' }] } } },
        { kind: 'measure', id: 'gained', title: text('Được cấp', 'Gained'), measure: { count: 'households', where: { all: [granted, { not: grantedAtStart }, { id: 'gainedsame', fact: 'residence', operator: 'equal', value: 'same' }] } } },
        { kind: 'measure', id: 'came', title: text('Chuyển đến', 'Came'), measure: { count: 'households', where: { all: [granted, { id: 'camefromel', fact: 'residence', operator: 'notEqual', value: 'same' }] } } },
        { kind: 'measure', id: 'went', title: text('Chuyển đi', 'Went'), at: 'start', measure: { count: 'households', where: { all: [granted, { id: 'wenttoelse', fact: 'residence', operator: 'notEqual', value: 'same' }] } } },
      ],
    },
    { kind: 'measure', id: 'granted_after', title: text('Cuối kỳ', 'At the end'), measure: { count: 'households', where: granted } },
    { kind: 'formula', id: 'share_after', title: text('Tỷ lệ', 'Share'), unit: 'percent', decimals: 2, formula: { divide: [{ fact: 'granted_after' }, { fact: 'households' }] } },
    { kind: 'open', id: 'unknown_column', title: text('Cột chưa rõ', 'Column not known'), certainty: 'open' },
    { kind: 'text', id: 'remarks', title: text('Ghi chú', 'Remarks') },
  ],
  checks: [{
    id: 'checkmoves', title: text('Cuối kỳ = đầu kỳ − mất + được cấp + chuyển đến − chuyển đi', 'End = start − lost + gained + came − went'), column: 'granted_after',
    equals: { subtract: [{ add: [{ fact: 'granted_before' }, { fact: 'gained' }, { fact: 'came' }] }, { add: [{ fact: 'lost' }, { fact: 'went' }] }] },
  }],
  signatures: [{ title: text('Người lập biểu', 'Prepared by') }, { title: text('Trưởng đảo', 'Head of the island') }],
}

/** Who keeps dogs, by what was decided, by conditions and by dogs. */
export const dogsAndGardens: ReportDocument = {
  id: 'dogs_and_gardens',
  title: text('Chó và vườn', 'Dogs and gardens'),
  period: 'quarter',
  logic: [
    { kind: 'fact', id: 'licence_now', title: text('Giấy phép', 'Licence'), list: 'licence', value: { fact: 'dog-licence.licence' } },
    { kind: 'condition', id: 'large_garden', title: text('Vườn rộng', 'Large garden'), conditions: { id: 'largegardn', fact: 'garden_area', operator: 'greaterThanInclusive', value: 15 } },
  ],
  rows: [
    { kind: 'codes', id: 'by_licence', fact: 'licence_now', codes: ['refused', 'granted'] },
    { kind: 'codes', id: 'by_fence', fact: 'fenced', rows: [{ kind: 'conditions', id: 'by_garden', conditions: [{ id: 'large', title: text('Rộng', 'Large'), where: { condition: 'large_garden' } }, { id: 'many_dogs', title: text('Nhiều chó', 'Many dogs'), where: { id: 'manydogs23', fact: 'dog_count', operator: 'greaterThan', value: 1 } }] }] },
    { kind: 'units', id: 'places' },
    { kind: 'conditions', id: 'by_dog', of: 'members', conditions: [{ id: 'vaccine', title: text('Đã tiêm', 'Vaccinated'), where: { id: 'hasvaccine', fact: 'vaccinated', operator: 'equal', value: true } }, { id: 'none', title: text('Chưa tiêm', 'Not vaccinated'), where: unvaccinated }] },
  ],
  columns: [
    { kind: 'measure', id: 'households', title: text('Số hộ', 'Households'), measure: { count: 'households', where: { id: 'hasdogs234', fact: 'dog_count', operator: 'greaterThan', value: 0 } } },
    { kind: 'measure', id: 'dogs', title: text('Số chó', 'Dogs'), measure: { count: 'members', where: isDog } },
    { kind: 'measure', id: 'dogs_before', title: text('Số chó đầu kỳ', 'Dogs before'), at: 'start', measure: { count: 'members', where: isDog } },
    { kind: 'measure', id: 'gardens', title: text('Diện tích vườn', 'Gardens'), unit: 'm2', measure: { sum: 'households', value: { fact: 'garden_area' }, where: { id: 'fencedyes2', fact: 'fenced', operator: 'equal', value: true } } },
    { kind: 'measure', id: 'unsafe', title: text('Chưa tiêm', 'Not vaccinated'), unit: 'percent', decimals: 1, measure: { share: 'members', where: unvaccinated, among: isDog } },
  ],
}

/** Who may keep dogs, by name. */
export const keepersByName: ReportDocument = {
  id: 'keepers_by_name',
  title: text('Danh sách hộ được nuôi chó', 'Households that may keep dogs'),
  period: 'year',
  rows: [
    { kind: 'total', id: 'all_keepers', title: text('Tổng số', 'All') },
    { kind: 'codes', id: 'zones_of_keepers', fact: 'zone', numbering: 'roman', rows: [{ kind: 'households', id: 'keepers_here', numbering: 'arabic', where: granted }] },
  ],
  columns: [
    { kind: 'measure', id: 'keepers', title: text('Số hộ', 'Households'), measure: { count: 'households', where: granted } },
    { kind: 'value', id: 'garden', title: text('Diện tích vườn', 'Garden'), fact: 'garden_area' },
    { kind: 'value', id: 'licence', title: text('Kết quả', 'Result'), fact: 'dog-licence.licence' },
    { kind: 'value', id: 'part_of_head', title: text('Vai của chủ hộ', 'Part of the head'), fact: 'part', of: 'head' },
    { kind: 'measure', id: 'dogs_kept', title: text('Số chó', 'Dogs'), measure: { count: 'members', where: isDog } },
    { kind: 'measure', id: 'dogs_kept_before', title: text('Số chó đầu kỳ', 'Dogs before'), at: 'start', measure: { count: 'members', where: isDog } },
  ],
}

/** The programme with report forms: the movements of licences have another title in the rules of 2027. */
export const reportPacks = {
  common: dogCommon,
  units: dogUnits,
  programmes: [{
    document: dogProgramme,
    releases: dogReleases.map((entry) => ({
      ...entry,
      release: { ...entry.release, reports: [entry.folder === '2027' ? { ...licenceMovements, title: text('Diễn biến giấy phép (mẫu mới)', 'Movements of licences (new form)') } : licenceMovements, dogsAndGardens] },
    })),
    overlays: [],
  }],
}

/** The same with a list of names. */
export const namesPacks = {
  ...reportPacks,
  programmes: reportPacks.programmes.map((programme) => ({ ...programme, releases: programme.releases.map((entry) => ({ ...entry, release: { ...entry.release, reports: [keepersByName] } })) })),
}

/** The same two forms where the island has rules of its own. */
export const layeredReportPacks = {
  ...layeredPacks,
  programmes: layeredPacks.programmes.map((programme) => ({
    ...programme,
    releases: programme.releases.map((entry) => ({ ...entry, release: { ...entry.release, reports: [licenceMovements, dogsAndGardens] } })),
  })),
}

import type { EntitlementPiece, Overlay, ProgrammeDocument, Release, Text } from '@tieuchi/runtime'
import { dogCommon, dogProgramme, dogReleases, dogUnits } from './dog-licences.ts'

/**
 * A fictitious programme that reads what was decided on dogs: feed for who has a licence, a check-up for each vaccinated dog of theirs.
 * From 2027 the feed is worth more, and on the island it always was.
 */

const words = (vi: string, en: string): Text => ({ vi, en })
const basis = (article: string) => ({ document: '03/2026/QĐ-CHO', article })

export const aidProgramme: ProgrammeDocument = { format: 1, id: 'dog-aid', title: words('Hỗ trợ nuôi chó', 'Dog aid'), depends_on: ['dog-licence'] }

const feed: EntitlementPiece = {
  kind: 'entitlement', id: 'feed', title: words('Thức ăn cho chó', 'Dog feed'),
  conditions: { id: 'feedlicenc', fact: 'dog-licence.licence', operator: 'in', value: ['granted', 'conditional'] },
  amount: { parameter: 'feed_rate' }, unit: 'VND/month', period: { every: 'month' }, citation: basis('2'),
}

const checkUp: EntitlementPiece = {
  kind: 'entitlement', id: 'check_up', of: 'members', title: words('Khám cho chó', 'Check-up'),
  conditions: { all: [
    { id: 'checkpart2', fact: 'part', operator: 'equal', value: 'dog' },
    { id: 'checkvacci', fact: 'vaccinated', operator: 'equal', value: true },
    { id: 'checklicen', fact: 'dog-licence.licence', operator: 'equal', value: 'granted' },
  ] },
  level: 0.8, level_unit: 'share', bound: 'at_least', period: { every: 'year', at_most: 2 }, citation: basis('3'),
}

const release = (year: string, rate: number): Release => ({
  format: 1, programme: 'dog-aid', scope: 'national', title: words(`Quy định hỗ trợ ${year}`, `Rules on aid ${year}`), legal_basis: [{ document: '03/2026/QĐ-CHO' }],
  changelog: words('Mức hỗ trợ mới.', 'New rates.'),
  parameters: { feed_rate: { title: words('Mức thức ăn', 'Feed rate'), unit: 'VND/month', value: rate, citation: basis('2'), certainty: 'assumed', overridable: 'raise' } },
  logic: [feed, checkUp], forms: [], cases: [],
})

const island: Overlay = {
  format: 1, programme: 'dog-aid', scope: { unit: 'island' }, title: words('Mức hỗ trợ của đảo', 'Rates of the island'), legal_basis: [{ document: '07/2026/NQ-ĐẢO' }],
  changelog: words('Mức cao hơn.', 'A higher rate.'),
  parameters: { feed_rate: { kind: 'changed', unit: 'VND/month', value: 250_000, certainty: 'seen', confirmed: '2026-06-01', citation: { document: '07/2026/NQ-ĐẢO', article: '1' } } },
  logic: [], cases: [],
}

const releases = [
  { folder: '2026', release: release('2026', 200_000), valid_from: '2026-01-01', valid_to: '2026-12-31' },
  { folder: '2027', release: release('2027', 300_000), valid_from: '2027-01-01' },
] as const

/** Licences and aid; on the island too where its own rates are to be in force from July 2026. */
export const aidPacks = ({ local = false }: { readonly local?: boolean } = {}) => ({
  common: dogCommon,
  units: dogUnits,
  programmes: [
    { document: dogProgramme, releases: dogReleases, overlays: [] },
    { document: aidProgramme, releases, overlays: local ? [{ folder: 'island-2026-07', overlay: island, valid_from: '2026-07-01' }] : [] },
  ],
})

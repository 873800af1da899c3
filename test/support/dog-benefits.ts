import type { EntitlementPiece, LogicPiece } from '@tieuchi/runtime'
import { dogCommon, dogProgramme, dogReleases, dogUnits } from './dog-licences.ts'

/** The fictitious programme with benefits of the household and of each dog. */

const words = (vi: string, en: string) => ({ vi, en })

const fence: EntitlementPiece = {
  kind: 'entitlement', id: 'fence_grant', title: words('Hỗ trợ làm rào', 'Fence grant'),
  conditions: { id: 'fencegrant', fact: 'fenced', operator: 'equal', value: false },
  amount: { multiply: [{ fact: 'garden_area' }, 20_000] }, unit: 'VND', period: { every: 'once' },
  citation: { document: '01/2026/QĐ-CHO', article: '8' },
}

const vaccination: EntitlementPiece = {
  kind: 'entitlement', id: 'vaccination_offer', of: 'members', title: words('Tiêm phòng miễn phí', 'Free vaccination'),
  conditions: { all: [{ id: 'vaccoffer2', fact: 'part', operator: 'equal', value: 'dog' }, { id: 'vaccoffer3', fact: 'vaccinated', operator: 'equal', value: false }] },
  citation: { document: '01/2026/QĐ-CHO', article: '9' },
}

const benefits: readonly LogicPiece[] = [fence, vaccination]

export const benefitPacks = {
  common: dogCommon,
  units: dogUnits,
  programmes: [{ document: dogProgramme, releases: dogReleases.map((entry) => ({ ...entry, release: { ...entry.release, logic: [...entry.release.logic, ...benefits] } })), overlays: [] }],
}

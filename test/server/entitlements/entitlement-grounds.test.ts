import { assemble, type CommonDocument, type EntitlementResult } from '@tieuchi/runtime'
import type { JudgedBenefit } from '@tieuchi/server/entitlements/area-judge.ts'
import { exportWords } from '@tieuchi/server/entitlements/entitlement-export-words.ts'
import { groundsOf } from '@tieuchi/server/entitlements/entitlement-grounds.ts'
import { describe, expect, it } from 'vitest'
import { benefitPacks } from '../../support/dog-benefits.ts'

const at = '2026-06-01'

/** The dictionary where it is nobody's business whether a dog is vaccinated. */
const discreet = ({ dictionary, ...common }: CommonDocument): CommonDocument => {
  const { members } = dictionary.properties
  const { vaccinated, ...others } = members.items.properties
  if (!vaccinated) throw new Error('Nobody asks whether a dog is vaccinated')
  const properties = { ...others, vaccinated: { ...vaccinated, 'x-sensitive': true } }
  return { ...common, dictionary: { ...dictionary, properties: { ...dictionary.properties, members: { ...members, items: { ...members.items, properties } } } } }
}

const groundsIn = async (common: CommonDocument): Promise<string> => {
  const [release] = benefitPacks.programmes.flatMap(({ releases }) => releases.map((each) => each.release))
  if (!release) throw new Error('The programme has a release')
  const assembly = assemble({ programme: 'dog-licence', layer: 'national', common, releases: { 'dog-licence': release } })
  const input = { household: { fenced: false }, members: [{ id: 'dog', call_name: 'Vàng', part: 'dog', vaccinated: false }] }
  const benefit: JudgedBenefit = { programme: { id: 'dog-licence', title: release.title, common: '' }, assembly, input, waiting: false, entitlements: [] }
  const ofDog: Pick<EntitlementResult, 'id' | 'member'> = { id: 'vaccination_offer', member: 'dog' }
  return (await groundsOf(benefit, at, 'vi', exportWords('vi')))(ofDog)
}

describe('What an entitlement rests on, in a list of many', () => {
  it('is said in words', async () => {
    expect(await groundsIn(benefitPacks.common)).toBe('Vai là chó; Đã tiêm phòng: không')
  })

  it('leaves out how somebody answered a sensitive question', async () => {
    expect(await groundsIn(discreet(benefitPacks.common))).toBe('Vai là chó; thông tin nhạy cảm, xem ở trang quyền lợi của hộ')
  })
})

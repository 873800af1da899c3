import { ancestorsOf, describeUnit, type UnitDocument } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'

const unit = (id: string, parent?: string): UnitDocument => ({ id, spells: [{ code: id, name: id, kind: 'commune', ...(parent !== undefined && { parent }) }], attributes: {} })

describe('the units above a unit', () => {
  it('are told nearest first', () => {
    const units = [unit('village', 'commune'), unit('commune', 'province'), unit('province')]
    expect(ancestorsOf(units, unit('village', 'commune'), '2026-01-01').map(({ id }) => id)).toEqual(['commune', 'province'])
  })

  it('are told once each where they stand in a circle', () => {
    const units = [unit('village', 'commune'), unit('commune', 'province'), unit('province', 'commune')]
    const [village] = units
    if (!village) throw new Error('There is no village')
    expect(ancestorsOf(units, village, '2026-01-01').map(({ id }) => id)).toEqual(['commune', 'province'])
    const alone = unit('alone', 'alone')
    expect(describeUnit([alone], alone, '2026-01-01')).toMatchObject({ parents: [] })
  })
})

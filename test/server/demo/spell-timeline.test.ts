import { spellsOf } from '@tieuchi/server/demo/spell-timeline.ts'
import { describe, expect, it } from 'vitest'

const [june, july, august] = ['2026-06-01', '2026-07-01', '2026-08-01'].map((day) => new Date(day))
if (!june || !july || !august) throw new Error('Three days were given')

describe('Spells of what became known one after another', () => {
  it('hold without end until the next is known, and are cut before it then', () => {
    const spells = spellsOf([{ known: june, unit_id: 'hill', value: 'poor' }, { from: '2026-06-20', known: july, unit_id: 'hill', value: 'well' }])
    expect(spells).toEqual([
      { unit_id: 'hill', value: 'poor', valid_from: null, valid_to: null, recorded_at: june, superseded_at: july },
      { unit_id: 'hill', value: 'poor', valid_from: null, valid_to: '2026-06-19', recorded_at: july, superseded_at: null },
      { unit_id: 'hill', value: 'well', valid_from: '2026-06-20', valid_to: null, recorded_at: july, superseded_at: null },
    ])
  })

  it('are one where nothing changed, and another where only the place did', () => {
    const stages = [{ known: june, unit_id: 'hill', value: 'poor' }, { from: '2026-06-20', known: july, unit_id: 'hill', value: 'poor' }] as const
    expect(spellsOf(stages)).toHaveLength(1)
    expect(spellsOf([...stages, { from: '2026-07-20', known: august, unit_id: 'harbour', value: 'poor' }]).map(({ unit_id: unit, valid_from: from }) => [unit, from])).toEqual([['hill', null], ['hill', null], ['harbour', '2026-07-20']])
  })

  it('end before the day somebody went, and tell nothing of later days', () => {
    const stages = [{ known: june, unit_id: 'hill', value: 'there' }, { from: '2026-09-01', known: august, unit_id: 'harbour', value: 'there' }] as const
    expect(spellsOf(stages, { on: '2026-07-10', known: july })).toEqual([
      { unit_id: 'hill', value: 'there', valid_from: null, valid_to: null, recorded_at: june, superseded_at: july },
      { unit_id: 'hill', value: 'there', valid_from: null, valid_to: '2026-07-09', recorded_at: july, superseded_at: null },
    ])
  })
})

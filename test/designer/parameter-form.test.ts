import { formOf, parameterOf, withChangedNumbers, withNote, withWrittenValue } from '@tieuchi/designer/src/parameter-designer/parameter-form.ts'
import type { Parameter } from '@tieuchi/runtime'
import { describe, expect, it, test } from 'vitest'

const garden: Parameter = {
  title: { vi: 'Vườn tối thiểu', en: 'Least garden' }, unit: 'm2', value: 10, citation: { document: '01/2026/QĐ-CHO' }, certainty: 'seen', confirmed: '2026-01-05',
  note: { vi: 'Đo cả lối đi.', en: 'Paths included.' },
}
const form = formOf('least_garden', garden, 'vi')

describe('The form of a parameter', () => {
  it('comes to the same parameter where nothing was changed', () => {
    expect(parameterOf(form, [], [], 'vi')).toEqual({ parameter: garden })
  })

  it('takes back the day it was compared with the text', () => {
    const { confirmed: _confirmed, ...unconfirmed } = garden
    expect(parameterOf({ ...form, confirmed: '' }, [], [], 'vi')).toEqual({ parameter: unconfirmed })
  })

  it('has a note whose English follows until somebody writes it', () => {
    expect(withNote(form, 'Không đo lối đi.')).toEqual({ note: 'Không đo lối đi.', noteEn: 'Paths included.' })
    expect(withNote({ ...form, note: 'Đo', noteEn: 'Đo' }, 'Đo cả')).toEqual({ note: 'Đo cả', noteEn: 'Đo cả' })
  })

  it('without a value by the law has none, and no key it would be looked up by', () => {
    expect(parameterOf({ ...form, by: 'zone', certainty: 'open', document: '', confirmed: '', note: '' }, ['town'], [], 'vi')).toEqual({ parameter: { title: garden.title, unit: 'm2', certainty: 'open' } })
  })

  it('whose value was changed is to be compared with the text anew, and not where the same value is written again', () => {
    const changed = withWrittenValue(form, { value: '12' }, garden, 'vi')
    expect(changed.confirmed).toBe('')
    expect(withWrittenValue({ ...changed, confirmed: '2026-11-27' }, { value: '13' }, garden, 'vi').confirmed).toBe('')
    expect(withWrittenValue(changed, { value: '10,0' }, garden, 'vi').confirmed).toBe('2026-01-05')
    const byZone: Parameter = { ...garden, by: 'zone', values: { town: 10, field: 15 } }
    const open = formOf('least_garden', byZone, 'vi')
    expect(withWrittenValue(open, { values: { ...open.values, field: '16' } }, byZone, 'vi').confirmed).toBe('')
    expect(withWrittenValue({ ...open, confirmed: '2026-11-27' }, { value: '13' }, undefined, 'vi').confirmed).toBe('2026-11-27')
  })
})

test('Numbers written in their place take the day away on which they were compared', () => {
  const { confirmed: _confirmed, ...unconfirmed } = garden
  expect(withChangedNumbers(garden, { value: 12 })).toEqual({ ...unconfirmed, value: 12 })
})

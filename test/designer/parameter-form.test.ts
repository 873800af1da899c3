import { formOf, parameterOf, withNote } from '@tieuchi/designer/src/parameter-designer/parameter-form.ts'
import type { Parameter } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'

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
})

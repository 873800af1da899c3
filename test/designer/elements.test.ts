import { suggestCode } from '@tieuchi/runtime'
import { elementOfPath } from '@tieuchi/designer/src/elements/element-of-path.ts'
import { readElement, writeElement } from '@tieuchi/designer/src/elements/element.ts'
import { describe, expect, test } from 'vitest'
import { dogCommon, dogReleases } from '../support/dog-licences.ts'

const { release } = dogReleases[1]

describe('An element in the address', () => {
  test.each([['field', 'fenced'], ['parameter', 'common.wage'], ['case', 'casegarden']] as const)('%s %s is read again as it was written', (kind, id) => {
    expect(readElement(writeElement({ kind, id }))).toEqual({ kind, id })
  })

  test.each([undefined, 7, '', 'field', 'nothing.fenced'])('%s is none', (text) => {
    expect(readElement(text)).toBeUndefined()
  })
})

describe('The element a problem is about', () => {
  test.each([
    [['parameters', 'least_garden', 'citation'], { kind: 'parameter', id: 'least_garden' }],
    [['release', 'parameters', 'least_garden'], { kind: 'parameter', id: 'least_garden' }],
    [['logic', 0, 'rules', 1], { kind: 'piece', id: 'obstacles' }],
    [['release', 'forms', 0, 'sections', 0], { kind: 'form', id: 'application' }],
    [['cases', 0], { kind: 'case', id: 'casegarden' }],
    [['common', 'dictionary', 'household', 'fenced'], { kind: 'field', id: 'fenced' }],
    [['common', 'lists', 1, 'entries', 0], { kind: 'list', id: 'zone' }],
    [['common', 'facts', 0], { kind: 'piece', id: 'dog_count' }],
    [['release', 'forms', '0', 'sections', '0', 'items'], { kind: 'form', id: 'application' }],
    [['release', 'changelog', 'vi'], undefined],
    [['logic', 'verdict', 'rowgranted'], { kind: 'piece', id: 'verdict' }],
    [['logic', 99], undefined],
    [[], undefined],
  ] as const)('%j leads to %j', (path, element) => {
    expect(elementOfPath(release, dogCommon, path)).toEqual(element)
  })
})

describe('A code suggested from a title', () => {
  test.each([['Nguồn nước sinh hoạt', 'nguon_nuoc_sinh_hoat'], ['Đường 3/2', 'duong_3_2'], ['12 tháng', 'thang'], ['–', '']])('“%s” is %s', (title, code) => {
    expect(suggestCode(title)).toBe(code)
  })

  test('is another where it is taken, and has the joint asked for', () => {
    expect(suggestCode('Vùng', (code) => code === 'vung' || code === 'vung_2')).toBe('vung_3')
    expect(suggestCode('Hỗ trợ học phí', undefined, '-')).toBe('ho-tro-hoc-phi')
  })
})

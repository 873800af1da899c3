import { diffReleases, overlayComparison, sentencesOfChanges, type Overlay } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { commonDocument, text } from './fixture.ts'
import { base, byLaw, compareLeaf, fees, overlayOf, valued } from './overlay-fixture.ts'

const sentences = (before: Overlay, after: Overlay) => {
  const comparison = overlayComparison({ base, before, after, common: commonDocument })
  return sentencesOfChanges(diffReleases(comparison.before, comparison.after), comparison).map(({ vi }) => vi)
}

describe('Two overlays compared in sentences', () => {
  it('say nothing where they say the same', () => {
    const overlay = overlayOf('coast', { parameters: { light: valued(6) } })
    expect(sentences(overlay, structuredClone(overlay))).toEqual([])
  })

  it('tell another local value, even one that gives way to the floor', () => {
    expect(sentences(overlayOf('coast', { parameters: { fee: fees({ north: 380 }) } }), overlayOf('coast', { parameters: { fee: fees({ north: 390, south: 450 }) } })))
      .toEqual(['Fee (north): 380 → 390 đ', 'Fee (south): 300 → 450 đ'])
  })

  it('tell a value that is new to the locality, with what it rests on', () => {
    expect(sentences(overlayOf('coast'), overlayOf('coast', { parameters: { light: valued(6) } })))
      .toEqual(['Light cargo: 4 → 6', '“Light cargo”: nay căn cứ Local Act, Điều 1; bỏ ngày đối chiếu 01/01/2026'])
  })

  it('tell patches of rows and rules, and of what else an overlay is', () => {
    const rows = (point: number): Overlay['logic'][number] => ({ kind: 'table', id: 'points', rows: [{ kind: 'changed', id: 'rowpointaa', results: { point } }, { kind: 'removed', id: 'rowpointbb' }] })
    const before = overlayOf('coast', { logic: [rows(2)] })
    const after = { ...overlayOf('coast', { logic: [rows(5), { kind: 'rules', id: 'defects', rules: [{ kind: 'changed', id: 'hull', conditions: compareLeaf('localcargo', 'cargo', 'greaterThan', 3), citation: byLaw('5') }] }] }), title: text('Coast rules') }
    const told = sentences(before, after)
    expect(told).toContain('Bảng “Points”, dòng 1: kết quả “2” → “5”')
    expect(told).toContain('Bản quy định: đổi tên thành “Coast rules”')
    expect(told.join('\n')).toContain('Quy tắc “Hull”: điều kiện “Hull sound: không” → “Cargo > 3”')
  })
})

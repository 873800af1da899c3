import { lintOverlay, type LintOptions, type Overlay } from '@tieuchi/runtime'
import { expect, it } from 'vitest'
import { commonDocument, text } from './fixture.ts'
import { base, byLaw, overlayOf } from './overlay-fixture.ts'

type Parts = Pick<Overlay, 'parameters' | 'logic'>

const options: LintOptions = { require_citation: true, today: '2026-06-01' }

const found = ({ parameters = {}, logic = [] }: Partial<Parts>, asked: LintOptions = options) =>
  lintOverlay(commonDocument, base, { ...overlayOf('north', { parameters, logic }), legal_basis: [byLaw('1')] }, {}, asked).map(({ code, path }) => [code, path.join('/')])

const light = { kind: 'changed', unit: 'count', value: 6, citation: byLaw('1'), certainty: 'seen', confirmed: '2026-05-01' } as const
const lantern = { kind: 'added', parameter: { title: text('Lanterns'), unit: 'count', value: 1, certainty: 'known', note: text('by heart') } } as const

it('of what an overlay says, nothing is told where all of it names its article, and nothing of the base', () => {
  expect(found({ parameters: { light } })).toEqual([])
})

it('tells at each patch of an overlay what it rests on too little', () => {
  const { citation: _none, ...uncited } = light
  expect(found({ parameters: { light: uncited } })).toEqual([['citation_missing', 'parameters/light']])
  expect(found({ parameters: { light: { ...uncited, note: text('heard') } } })).toEqual([['citation_only_noted', 'parameters/light']])
  expect(found({ parameters: { light: { ...uncited, note: text('heard') } } }, { today: '2026-06-01' })).toEqual([])
  expect(found({ parameters: { light: { ...light, citation: { document: 'Elsewhere' } } } })).toEqual([['basis_not_covering', 'parameters/light']])
  expect(found({ parameters: { light: { ...light, certainty: 'assumed' } } })).toEqual([['assumed_value', 'parameters/light']])
})

it('tells of rows and values that only the locality has', () => {
  expect(found({
    parameters: { lantern },
    logic: [{ kind: 'table', id: 'points', rows: [{ kind: 'added', row: { id: 'rowlocalaa', when: [{ greaterThan: { parameter: 'lantern' } }, null], then: [0] } }] }],
  })).toEqual([['known_value', 'parameters/lantern/parameter'], ['citation_missing', 'logic/0/rows/0/row']])
})

it('leaves to the check of overlays what does not fit', () => {
  expect(found({ parameters: { nowhere: light } })).toEqual([])
})

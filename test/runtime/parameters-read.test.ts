import { assemble, parametersReadOfOthers, type LogicPiece, type Parameter } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { commonDocument, releaseOf, text } from './fixture.ts'

const parameter = (title: string, value: number): Parameter => ({ title: text(title), unit: 'VND', value, citation: { document: '1/2026/NĐ-CP' }, certainty: 'seen', confirmed: '2026-01-01', overridable: false })

const fee = (...names: readonly string[]): LogicPiece => ({ kind: 'fact', id: 'fee', title: text('fee'), value: { add: names.map((name) => ({ parameter: name })) } })

const assemblyOf = (piece: LogicPiece) => assemble({
  programme: 'boats', layer: 'national', common: commonDocument,
  releases: {
    boats: releaseOf([piece], { own: parameter('Own', 1) }),
    harbours: { ...releaseOf([], { toll: parameter('Toll', 2), unread: parameter('Unread', 3) }), programme: 'harbours' },
    common: { ...releaseOf([], { wage: parameter('Wage', 4), own: parameter('Not the own', 5) }), programme: 'common' },
  },
})

describe('What rules read of other policies', () => {
  it('is each parameter once, of whoever it is, and none of their own', () => {
    const read = parametersReadOfOthers(assemblyOf(fee('wage', 'own', 'harbours.toll', 'wage', 'common.wage')))
    expect(read.map(({ programme, id, parameter: { value } }) => [programme, id, value])).toEqual([['common', 'wage', 4], ['harbours', 'toll', 2]])
  })

  it('is nothing where they read their own alone', () => {
    expect(parametersReadOfOthers(assemblyOf(fee('own', 'own')))).toEqual([])
  })
})

import type { LogicPiece } from '@tieuchi/runtime'
import { compileProgram, isConstant, PlanDictionary, Settling, valueNodes, valueOf, type Node } from '@tieuchi/runtime/plan'
import { describe, expect, it } from 'vitest'
import { assemblyOf, commonDocument, leaf, text } from '../fixture.ts'

type Value = Extract<LogicPiece, { kind: 'fact' }>['value']

const adult = leaf('age', 'greaterThanInclusive', 18)
const laden = leaf('cargo', 'greaterThan', 5)
const age: LogicPiece = { kind: 'fact', id: 'age', of: 'members', title: text('age'), value: { ageInYears: [{ fact: 'born_on' }, { moment: 'facts_at' }] } }

/** The bit that what a fact comes to is the same whoever the members are. */
const settledOf = (value: Value): { readonly bit: Node; readonly cargo: (from: number, to?: number) => boolean } => {
  const { graph, outputs } = compileProgram(assemblyOf([age, { kind: 'fact', id: 'asked', of: 'household', title: text('asked'), value }], {}), new PlanDictionary(commonDocument), 'partial')
  const found = outputs.facts.find(({ id }) => id === 'asked')
  if (!found) throw new Error('The plan has no such fact')
  const bit = new Settling(graph).settled(valueNodes(found.value))
  return { bit, cargo: (from, to = from) => compute(bit, { from, to }) !== 0 }
}

/** What a node of the household comes to, of whom nothing but an amount of cargo is read. */
const compute = (node: Node, cargo: { readonly from: number; readonly to: number }): number => {
  const [a = 0, b = 0, c = 0] = node.inputs.map((input) => compute(input, cargo))
  if (isConstant(node)) return valueOf(node)
  if (node.op === 'answer' && node.detail.kind === 'answer') return node.detail.name === 'from' ? cargo.from : cargo.to
  if (node.op === 'complete') return 1
  const said = { and: a && b, or: a || b, not: a === 0 ? 1 : 0, less: a < b ? 1 : 0, atMost: a <= b ? 1 : 0, equal: a === b ? 1 : 0, choose: a ? b : c }
  if (!(node.op in said)) throw new Error(`Not computed: ${node.op}`)
  return Number(said[node.op as keyof typeof said])
}

describe('What is the same whoever the members are', () => {
  it('is told where a condition on the household rules all of them out', () => {
    for (const value of [{ count: 'members', where: { all: [adult, laden] } }, { any: 'members', where: { all: [adult, laden] } }, { sum: 'members', value: 3, where: { all: [adult, laden] } }] satisfies Value[]) {
      const { cargo } = settledOf(value)
      expect([value, cargo(4), cargo(8)]).toEqual([value, true, false])
    }
  })

  it('is not told while it is unknown whether it does', () => {
    expect(settledOf({ count: 'members', where: { all: [adult, laden] } }).cargo(-Infinity, Infinity)).toBe(false)
  })

  it('is told where the household alone decides', () => {
    const { cargo } = settledOf({ if: laden, then: 1, else: { count: 'members', where: adult } })
    expect([cargo(4), cargo(8)]).toEqual([false, true])
  })

  it('is nothing of what rests on members alone', () => {
    expect(settledOf({ count: 'members', where: adult }).cargo(5)).toBe(false)
  })

  it('is everything of what rests on no member', () => {
    expect(isConstant(settledOf({ fact: 'cargo' }).bit, 1) || settledOf({ fact: 'cargo' }).cargo(5)).toBe(true)
  })
})

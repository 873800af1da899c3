import { canUnwrap, groupOf, insertAt, moveTo, negateAt, nodeAt, removeAt, replaceAt, setMode, stepTo, unwrapAt, unwritten, withFreshIds, wrapAt, type NodePath } from '@tieuchi/designer/src/rule-designer/condition-edits.ts'
import { memberGroupOf, withValue, writeMemberGroup } from '@tieuchi/designer/src/rule-designer/member-group.ts'
import { beginMemberGroup, ownFact } from '@tieuchi/designer/src/rule-designer/new-member-group.ts'
import { listOfEvents } from '@tieuchi/designer/src/rule-designer/event-list.ts'
import { comparableWith, operatorsFor, parametersFor, readOperandText, withOperator, writeOperandText } from '@tieuchi/designer/src/rule-designer/operands.ts'
import { readablesOf } from '@tieuchi/designer/src/readables/readables.ts'
import { assemble, childrenOf, describeReference, isLeaf, leavesOf, listOfFact, operandsOf, typeOfFact, type Assembly, type Condition, type FactPiece, type FactReference, type Leaf, type LogicPiece } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { householdCondition, parameters, randomLogic } from '../runtime/arbitraries.ts'
import { commonDocument, leaf, releaseOf, text } from '../runtime/fixture.ts'

const assemblyOf = (logic: readonly LogicPiece[]): Assembly => assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: { ...releaseOf(logic), parameters } } })

const pathsOf = (condition: Condition, path: NodePath = []): readonly NodePath[] => [path, ...childrenOf(condition).flatMap((child, index) => pathsOf(child, [...path, index]))]

/** A condition and one of its nodes. */
const withNode = householdCondition.chain((condition) => fc.constantFrom(...pathsOf(condition)).map((path) => ({ condition, path })))

const ids = (condition: Condition): readonly string[] => leavesOf(condition).map(({ id }) => id).toSorted()

/** What a condition says of leaves that are true or false. */
const holds = (condition: Condition, truth: (leaf: Leaf) => boolean): boolean => {
  if (isLeaf(condition)) return truth(condition)
  if ('not' in condition) return !holds(condition.not, truth)
  const children = childrenOf(condition)
  return 'all' in condition ? children.every((child) => holds(child, truth)) : children.some((child) => holds(child, truth))
}

const sameMeaning = (a: Condition, b: Condition): void => {
  for (const odd of [0, 1, 2, 3]) {
    const truth = ({ id }: Leaf): boolean => (id.charCodeAt(9) + id.charCodeAt(8) * odd) % (odd + 2) === 0
    expect(holds(a, truth)).toBe(holds(b, truth))
  }
}

/** Every value that the builder shows, written back as it reads it. */
const writtenBack = (assembly: Assembly, condition: Condition): Condition => {
  const group = groupOf(condition)
  const again = group ? setMode(condition, [], group.mode) : condition
  if (!isLeaf(again)) return childrenOf(again).reduce((all, child, index) => replaceAt(all, [index], writtenBack(assembly, child)), again)
  if (!('fact' in again)) return again
  const members = memberGroupOf(assembly, again)
  if (members) return writeMemberGroup(members, again).leaf
  const left = { type: typeOfFact(assembly, again), list: listOfFact(assembly, again), unit: describeReference(assembly, again).unit }
  expect(operatorsFor(left.type, again.operator)).toContain(again.operator)
  const operands = operandsOf(again.value).map((operand) => (typeof operand === 'number' ? readOperandText(writeOperandText(assembly, operand, left, 'vi', { yes: 'có', no: 'không' }), left, 'vi') ?? operand : operand))
  return withOperator({ ...again, value: Array.isArray(again.value) ? operands : (operands[0] ?? again.value) }, again.operator)
}

describe('A condition in the builder', () => {
  it('is the same document after every value shown was written back', () => {
    const assembly = assemblyOf([])
    fc.assert(fc.property(householdCondition, (condition) => {
      expect(writtenBack(assembly, condition)).toEqual(condition)
    }), { numRuns: 300 })
  })

  it('keeps its meaning when a node is put into a group, the group is dissolved, or it is negated twice', () => {
    fc.assert(fc.property(withNode, ({ condition, path }) => {
      const wrapped = wrapAt(condition, path)
      sameMeaning(wrapped, condition)
      expect(unwrapAt(wrapped, path)).toEqual(condition)
      if (canUnwrap(condition, path)) sameMeaning(unwrapAt(condition, path), condition)
      sameMeaning(negateAt(negateAt(condition, path), path), condition)
      if (path.length === 0) sameMeaning({ not: negateAt(condition, path) }, condition)
    }), { numRuns: 300 })
  })

  it('loses no comparison while parts of it move, and takes none twice', () => {
    const moves = withNode.chain(({ condition, path }) => fc.record({ group: fc.constantFrom(...pathsOf(condition)), index: fc.nat(4), down: fc.boolean() }).map((to) => ({ condition, path, ...to })))
    fc.assert(fc.property(moves, ({ condition, path, group, index, down }) => {
      expect(ids(moveTo(condition, path, group, index))).toEqual(ids(condition))
      const stepped = stepTo(condition, path, down)
      expect(ids(stepped)).toEqual(ids(condition))
      expect(JSON.stringify(stepped)).not.toContain('[]')
    }), { numRuns: 300 })
  })

  it('moves a part step by step from the first place to the last and back', () => {
    const [a, b, c] = [leaf('leased', 'equal', true), leaf('cargo', 'lessThan', 3), leaf('length', 'lessThan', 4)]
    let condition: Condition = { all: [a, { any: [b, c] }] }
    const seen: Condition[] = []
    const pathOf = (): NodePath => pathsOf(condition).find((path) => nodeAt(condition, path) === a) ?? []
    for (let step = 0; step < 4; step += 1) {
      condition = stepTo(condition, pathOf(), true)
      seen.push(condition)
    }
    expect(seen).toEqual([{ all: [{ any: [a, b, c] }] }, { all: [{ any: [b, a, c] }] }, { all: [{ any: [b, c, a] }] }, { all: [{ any: [b, c] }, a] }])
    for (let step = 0; step < 4; step += 1) condition = stepTo(condition, pathOf(), false)
    expect(condition).toEqual({ all: [a, { any: [b, c] }] })
  })

  it('takes groups and negations away that would be empty, down to a condition in which nothing is written', () => {
    const only = leaf('leased', 'equal', true)
    expect(removeAt({ all: [{ not: { any: [only] } }] }, [0, 0, 0])).toEqual(unwritten)
    expect(insertAt(unwritten, [], 0, [only])).toEqual(only)
    fc.assert(fc.property(withNode, ({ condition, path }) => {
      const gone = new Set(ids(nodeAt(condition, path) ?? unwritten))
      expect(ids(removeAt(condition, path))).toEqual(ids(condition).filter((id) => !gone.has(id)))
    }), { numRuns: 200 })
  })

  it('is copied under new ids', () => {
    let next = 0
    fc.assert(fc.property(householdCondition, (condition) => {
      const copy = withFreshIds(condition, () => `copy${(next += 1)}`)
      expect(ids(copy).some((id) => ids(condition).includes(id))).toBe(false)
      const plain = (of: Condition): string => JSON.stringify(of).replaceAll(/"id":"[^"]*"/g, '')
      expect(plain(copy)).toBe(plain(condition))
    }), { numRuns: 100 })
  })
})

describe('A group of members in the builder', () => {
  const facts = fc.record({ where: householdCondition, kind: fc.constantFrom('any', 'all', 'none', 'count' as const) })
    .map(({ where, kind }): FactPiece => ({ kind: 'fact', id: 'group', title: text('group'), ...(kind === 'count' && { unit: 'persons' }), value: { [kind]: 'members', where } as FactPiece['value'] }))

  it('is the same fact and the same comparison after it was read and written', () => {
    const comparisons = fc.oneof(fc.constant(['equal', true] as const), fc.tuple(fc.constantFrom('greaterThan', 'greaterThanInclusive', 'lessThan', 'lessThanInclusive', 'equal' as const), fc.oneof(fc.nat(9), fc.constant({ parameter: 'limit' }))))
    let groups = 0
    fc.assert(fc.property(facts, comparisons, (fact, [operator, value]) => {
      const reading: Leaf = { id: 'readsgroup', fact: 'group', operator, value }
      const group = memberGroupOf(assemblyOf([fact]), reading)
      if (!group) return
      groups += 1
      expect(writeMemberGroup(group, reading)).toEqual({ fact, leaf: reading })
    }), { numRuns: 300 })
    expect(groups).toBeGreaterThan(100)
  })

  it('begins as “at least one”, is named after what it asks, and is renamed with it until somebody gives it a name', () => {
    const assembly = assemblyOf([])
    const { fact, leaf: reading } = beginMemberGroup(assembly, leaf('swims', 'equal', false))
    expect(memberGroupOf(assemblyOf([fact]), reading)?.quantifier).toBe('any')
    expect(fact.title.vi).toMatch(/^Có ít nhất một thành viên mà .*[Ss]wims/)
    const value = { any: 'members', where: leaf('voyages', 'lessThan', 3) } as const
    expect(withValue(assembly, fact, value).title.vi).toMatch(/voyages/i)
    expect(withValue(assembly, { ...fact, title: text('Người mới') }, value).title).toEqual(text('Người mới'))
    const own = ownFact(assembly, fact)
    expect(own.id).not.toBe(fact.id)
    expect(JSON.stringify(own.value)).not.toContain(JSON.stringify(leavesOf(fact.value instanceof Object && 'where' in fact.value && fact.value.where ? fact.value.where : unwritten)[0]?.id))
  })
})

describe('The code of a rule', () => {
  it('is of the list of the result that takes it over, at once or through a table', () => {
    const rules: LogicPiece = { kind: 'rules', id: 'faults', title: text('Faults'), rules: [{ id: 'leaks', title: text('Leaks'), conditions: leaf('hull_sound', 'equal', false), event: { type: 'fault', params: { named: 'north' } } }] }
    const table: LogicPiece = { kind: 'table', id: 'listed', title: text('Listed'), hit: 'first', inputs: ['cargo'], outputs: ['out'], rows: [{ id: 'rowrowrow2', when: [null], then: [{ fact: 'faults', output: 'named' }] }] }
    const result = (from: string | FactReference): LogicPiece => ({ kind: 'outcome', id: 'found', title: text('Found'), from, list: 'harbour' })
    const listOf = (...logic: readonly LogicPiece[]) => listOfEvents(assemblyOf(logic), 'faults', 'named')?.id
    expect([listOf(rules, table, result('listed')), listOf(rules, result({ fact: 'faults', output: 'named' })), listOf(rules)]).toEqual(['harbour', 'harbour', undefined])
  })
})

describe('What a value can be compared with', () => {
  it('is of its type and unit', () => {
    const units = { age: 'year', pay: 'VND/month' }
    const own = { title: text('p'), certainty: 'seen', value: 5 } as const
    const assembly = assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: { ...releaseOf([]), parameters: { oldest: { ...own, unit: units.age }, wage: { ...own, unit: units.pay }, unset: { title: text('p'), certainty: 'open', unit: units.pay } } } } })
    const names = (left: Parameters<typeof parametersFor>[1]) => parametersFor(assembly, left).map(({ parameter }) => parameter)
    expect([names({ type: 'number', unit: units.age }), names({ type: 'number', unit: units.pay }), names({ type: 'boolean' })]).toEqual([['oldest'], ['wage', 'unset'], []])
    const others = readablesOf(assembly, '')
    const numbers = comparableWith(others, { type: 'number', unit: units.age }, '')
    expect(numbers.every(({ unit }) => unit === undefined || unit === units.age)).toBe(true)
  })
})

describe('What can be read', () => {
  it('never leads in a circle', () => {
    fc.assert(fc.property(randomLogic, (logic) => {
      const assembly = assemblyOf(logic)
      for (const { id } of logic) {
        const offered = new Set(readablesOf(assembly, id).map(({ reference }) => reference.fact))
        expect(offered.has(id)).toBe(false)
        for (const piece of logic) if (JSON.stringify(piece).includes(`"fact":"${id}"`)) expect(offered.has(piece.id)).toBe(false)
      }
    }), { numRuns: 50 })
  })
})

import { beginChoice, choiceOf, expressionChoices, groupOfChoice, nameOfChoice, shapeOf } from '@tieuchi/designer/src/fact-designer/expression-choices.ts'
import { memberGroupOf, quantifiers, writeMemberGroup } from '@tieuchi/designer/src/rule-designer/member-group.ts'
import { aggregateEntries, assemble, type Condition, type Expression, type FactPiece, type Leaf } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { commonDocument, releaseOf, text } from '../runtime/fixture.ts'
import { installSample } from '../support/installed-sample.ts'

const swims: Condition = { id: 'aaaaaaaaaa', fact: 'swims', operator: 'equal', value: true }
const most: Expression = { aggregate: 'sample.majority', over: 'members', where: swims }
const fact: FactPiece = { kind: 'fact', id: 'most_swim', title: text('Most swim'), value: most }
const read: Leaf = { id: 'bbbbbbbbbb', fact: 'most_swim', operator: 'equal', value: true }
const assembled = () => assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: releaseOf([fact]) } })

describe('The aggregates of a package in the designer', () => {
  installSample()

  it('are offered with those of the core where calculations are picked, over members and over earlier decisions', () => {
    const names = aggregateEntries().map(([name]) => name)
    expect(names).toContain('sample.secondGreatest')
    for (const name of names) {
      expect(groupOfChoice(`members.${name}`)).toBe('members')
      expect(groupOfChoice(`history.${name}`)).toBe('history')
      expect(expressionChoices()).toEqual(expect.arrayContaining([`members.${name}`, `history.${name}`]))
      expect(nameOfChoice(`members.${name}`)).not.toEqual(nameOfChoice(`history.${name}`))
    }
    expect(nameOfChoice('members.sample.secondGreatest')).toEqual({ label: { vi: 'lớn thứ hai trong các thành viên', en: 'second greatest among members' } })
  })

  it('begin with what can be kept of the calculation before, and are known again', () => {
    const begun = beginChoice('members.sample.secondGreatest', { max: 'members', value: { fact: 'voyages' }, where: swims })
    expect(begun).toEqual({ aggregate: 'sample.secondGreatest', over: 'members', value: { fact: 'voyages' }, where: swims })
    expect([choiceOf(begun), shapeOf(choiceOf(begun))]).toEqual(['members.sample.secondGreatest', 'aggregate'])
    expect(beginChoice('members.min', begun)).toEqual({ min: 'members', value: { fact: 'voyages' }, where: swims })
    expect(beginChoice('history.min', begun)).toEqual({ min: 'history', outcome: '', value: '', where: swims })
    expect(choiceOf(beginChoice('history.sample.majority', begun))).toBe('history.sample.majority')
  })

  it('that say something of members are built as a group of members, and written as they were', () => {
    expect(quantifiers()).toEqual(['any', 'all', 'none', 'sample.majority', 'greaterThanInclusive', 'greaterThan', 'lessThanInclusive', 'lessThan', 'equal'])
    const group = memberGroupOf(assembled(), read)
    expect(group).toEqual({ fact, quantifier: 'sample.majority', where: swims })
    if (group) expect(writeMemberGroup(group, read)).toEqual({ fact, leaf: read })
    if (group) expect(writeMemberGroup({ ...group, quantifier: 'none' }, read).fact.value).toEqual({ none: 'members', where: swims })
    expect(memberGroupOf(assembled(), { ...read, value: false })).toBeUndefined()
  })
})

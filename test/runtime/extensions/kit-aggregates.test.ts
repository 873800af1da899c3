import { installedExtensions } from '@tieuchi/runtime'
import { checkExtension, type KitCode } from '@tieuchi/runtime/extension-kit'
import { greatestOfElements, knownNumber, leastOfElements, subtractValues, truthValue, type ExtensionAggregate, type Group, type LookedAt } from '@tieuchi/runtime/extension'
import { describe, expect, it } from 'vitest'
import { majority } from '../../extension-sample/aggregates/majority.ts'
import { secondGreatest } from '../../extension-sample/aggregates/second-greatest.ts'
import { extension } from '../../extension-sample/extension.ts'

const withAggregate = (change: object, of: ExtensionAggregate = secondGreatest, name = 'sample.secondGreatest') => ({ ...extension, operators: {}, aggregates: { [name]: { ...of, ...change } } })

const withMajority = (change: object) => withAggregate(change, majority, 'sample.majority')

/** Those alone that certainly count, with what is certainly taken of them. */
const certainlyCounting = (group: Group<LookedAt>): Group<LookedAt> => ({ ...group, complete: true, elements: group.elements.filter(({ truth }) => truth === true) })

const failing = (): never => {
  throw new Error('broken')
}

/** A package with an aggregate that is incomplete or wrong in one way, and what the kit says of it. */
const incomplete: Readonly<Record<string, readonly [KitCode, unknown, RegExp]>> = {
  'a name without its prefix': ['prefix', withAggregate({}, secondGreatest, 'secondGreatest'), /“sample\.…”/],
  'no object at all': ['part', { ...extension, aggregates: { 'sample.spread': 'yes' } }, /sample\.spread/],
  'no names over earlier decisions': ['part', withAggregate({ history: undefined }), /history/],
  'no label in English': ['words', withAggregate({ members: { ...secondGreatest.members, label: { vi: 'có', en: ' ' } } }), /members\.label.*English/],
  'no words for formulas': ['words', withAggregate({ members: { label: secondGreatest.members.label } }), /members\.formula/],
  'parts that there are not': ['choice', withAggregate({ takes: 'everything' }), /takes must be one of "where\?"/],
  'a result of no type': ['choice', withAggregate({ gives: 'day' }), /gives must be one of/],
  'a number without a unit': ['choice', withAggregate({ unit: undefined }), /unit must be one of "each"/],
  'the unit of a value that it does not take': ['choice', withMajority({ gives: 'number', unit: 'each' }), /unit must be one of "elements"/],
  'no words where conditions are built': ['part', withMajority({ group: undefined }), /group \{ before, behind \}/],
  'no words behind the number': ['words', withMajority({ group: { before: majority.group?.before } }), /group\.behind/],
  'no sentence': ['part', withAggregate({ sentence: undefined }), /sentence/],
  'a sentence that fails': ['throws', withAggregate({ sentence: failing }), /broken/],
  'a sentence that leaves out what is looked over': ['sentence', withAggregate({ sentence: () => ({ vi: '⟨v⟩ ⟨c⟩', en: '⟨v⟩ ⟨c⟩' }) }), /leaves out noun/],
  'a sentence that leaves out what is taken': ['sentence', withAggregate({ sentence: () => ({ vi: '⟨n⟩ ⟨c⟩', en: '⟨n⟩ ⟨c⟩' }) }), /leaves out value/],
  'a sentence that leaves out the condition': ['sentence', withMajority({ sentence: () => ({ vi: '⟨n⟩', en: '⟨n⟩' }) }), /leaves out where/],
  'no form for the interpreter': ['part', withAggregate({ compute: undefined }), /compute/],
  'no form for plans': ['part', withAggregate({ plan: undefined }), /plan/],
  'no examples': ['part', withAggregate({ examples: [] }), /examples/],
  'an example without a list': ['part', withAggregate({ examples: [{ title: { vi: 'một', en: 'one' }, comesTo: 1 }] }), /examples\[0\]\.elements/],
  'words that mean something else': ['spelling', withAggregate({ members: { ...secondGreatest.members, formula: { vi: 'TỔNG', en: 'SECOND' } } }), /“TỔNG”/],
  'an example that is not so': ['example', withAggregate({ examples: secondGreatest.examples.map((example) => ({ ...example, comesTo: 4 })) }), /expected/],
  'examples that all come to the same': ['examples_alike', withMajority({ examples: majority.examples.filter(({ comesTo }) => comesTo === false) }), /something else/],
  'a form that fails': ['throws', withAggregate({ compute: failing }), /compute fails on .*broken/],
  'no answer though all is known': ['indefinite', withMajority({ compute: () => truthValue('unknown') }), /decides nothing/],
  'a result of another type': ['result_type', withMajority({ compute: () => knownNumber(1) }), /boolean/],
  'a member who perhaps counts taken for one who does not': ['not_monotone', withAggregate({ compute: (group: Group<LookedAt>) => secondGreatest.compute(certainlyCounting(group)) }), /Unknown is not false/],
  'a list that may be longer taken for all there is': ['not_monotone', withMajority({ compute: (group: Group<LookedAt>) => majority.compute({ ...group, complete: true }) }), /…\]/],
  'a form for plans that means something else': ['plan_differs', withAggregate({ plan: (forms: never, list: never) => secondGreatest.plan({ ...(forms as object), choose: (_truth: unknown, then: unknown) => then } as never, list) }), /instead of/],
  'a form for plans that cannot be built': ['plan_refuses', withMajority({ plan: (forms: { greatestOf: (list: unknown) => unknown }, list: unknown) => forms.greatestOf(list) }), /cannot be built/],
}

describe('The kit for aggregates of packages', () => {
  it('takes one built of what is there: the difference between the greatest and the least', async () => {
    const spread: Partial<ExtensionAggregate> = {
      compute: (group) => subtractValues(greatestOfElements(group), leastOfElements(group)),
      plan: (forms, list) => forms.subtract(forms.greatestOf(list), forms.leastOf(list)),
      examples: [{ title: { vi: 'Hai số', en: 'Two numbers' }, elements: [{ value: 3 }, { value: 7 }], comesTo: 4 }, { title: { vi: 'Không có', en: 'Nobody' }, elements: [], comesTo: 'not_applicable' }],
    }
    expect(await checkExtension(withAggregate(spread))).toEqual([])
    expect(installedExtensions().size).toBe(0)
  })

  it.each(Object.entries(incomplete))('refuses one with %s, and says what to do in both languages', async (_name, [code, exported, words]) => {
    const problems = await checkExtension(exported)
    expect(problems.map((problem) => problem.code)).toContain(code)
    expect(problems.map(({ message }) => message.en).join('\n')).toMatch(words)
    for (const { message } of problems) expect([message.vi, message.en].join(' ')).not.toMatch(/undefined|\[object/)
  })
})

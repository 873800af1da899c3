import { installedExtensions } from '@tieuchi/runtime'
import { checkExtension, type KitCode } from '@tieuchi/runtime/extension-kit'
import { addValues, countElements, divideValues, eachElement, greatestOfElements, isLess, isSame, knownNumber, leastOfElements, maxValues, only, subtractValues, sumOfElements, truthValue, whichElements, type AggregateWords, type ExtensionAggregate, type Group, type LookedAt } from '@tieuchi/runtime/extension'
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
  'a sentence with a gap where there is no condition': ['sentence_gap', withAggregate({ sentence: ({ noun, value, where }: AggregateWords) => ({ vi: `${value.vi} ${noun.vi} ${where?.vi}`, en: `${value.en} ${noun.many} ${where?.en}` }) }), /has a gap/],
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

/** Aggregates of other kinds, which use the forms that the sample does not. */
const others: Readonly<Record<string, Partial<ExtensionAggregate>>> = {
  'the mean': {
    compute: (group) => divideValues(sumOfElements(group), countElements(whichElements(group, (value) => isSame(value, value)))),
    plan: (forms, list) => forms.divide(forms.sum(list), forms.count(forms.which(list, (value) => forms.same(value, value)))),
    examples: [{ title: { vi: 'Hai số', en: 'Two numbers' }, elements: [{ value: 3 }, { value: 6 }, {}], comesTo: 4.5 }, { title: { vi: 'Một số', en: 'One number' }, elements: [{ value: 3 }], comesTo: 3 }],
  },
  'the sum of what goes beyond two, where it is more than three': {
    compute: (group) => {
      const beyond = sumOfElements(eachElement(group, (value) => maxValues([subtractValues(value, knownNumber(2)), knownNumber(0)])))
      return only(isLess(knownNumber(3), beyond), beyond)
    },
    plan: (forms, list) => {
      const beyond = forms.sum(forms.each(list, (value) => forms.greatest(forms.subtract(value, forms.number(2)), forms.number(0))))
      return forms.only(forms.less(forms.number(3), beyond), beyond)
    },
    examples: [{ title: { vi: 'Nhiều', en: 'Much' }, elements: [{ value: 4 }, { value: 1 }, { value: 7 }], comesTo: 7 }, { title: { vi: 'Ít', en: 'Little' }, elements: [{ value: 4 }], comesTo: 'not_applicable' }],
  },
  'how many are above the least by more than one': {
    compute: (group) => {
      const least = leastOfElements(group)
      return countElements(whichElements(group, (value) => isLess(addValues([least, knownNumber(1)]), value)))
    },
    plan: (forms, list) => {
      const least = forms.leastOf(list)
      return forms.count(forms.which(list, (value) => forms.less(forms.add(least, forms.number(1)), value)))
    },
    unit: 'elements',
    examples: [{ title: { vi: 'Hai', en: 'Two' }, elements: [{ value: 1 }, { value: 3 }, { value: 9 }], comesTo: 2 }, { title: { vi: 'Không', en: 'None' }, elements: [], comesTo: 0 }],
  },
}

describe('The kit for aggregates of packages', () => {
  it.each(Object.entries(others))('takes %s', async (_name, change) => {
    expect(await checkExtension(withAggregate(change))).toEqual([])
  })

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

import { checkExtension, type KitCode } from '@tieuchi/runtime/extension-kit'
import { installedExtensions, operatorEntries } from '@tieuchi/runtime'
import { ofTwo, type Truth, type Value } from '@tieuchi/runtime/extension'
import { describe, expect, it } from 'vitest'
import { extension } from '../../extension-sample/extension.ts'
import { withinMonths } from '../../extension-sample/operators/within-months.ts'

const withOperator = (change: object, name = 'sample.withinMonths') => ({ ...extension, aggregates: {}, operators: { [name]: { ...withinMonths, ...change } } })

const isOn = ({ possible }: Value, day: string): boolean => possible.kind === 'days' && possible.from === day

const failingOn = (day: string) => (left: Value, right: readonly Value[]): Truth => {
  if (isOn(left, day)) throw new Error('broken')
  return withinMonths.compare(left, right)
}

const undecidedOn = (day: string) => (left: Value, right: readonly Value[]): Truth => (isOn(left, day) ? 'unknown' : withinMonths.compare(left, right))

const unknownIsFalse = (left: Value, right: readonly Value[]): Truth => withinMonths.compare(left, right) === true

const blankEnglish = { vi: 'có', en: ' ' }

/** A package that is incomplete or wrong in one way each, and what the kit says of it. */
const incomplete: Readonly<Record<string, readonly [KitCode, unknown, RegExp]>> = {
  'nothing at all': ['no_extension', undefined, /defineExtension/],
  'a name with capitals': ['name_form', { ...extension, name: 'Sample' }, /“Sample”/],
  'no version': ['version_form', { ...extension, version: undefined }, /1\.0\.0/],
  'no title': ['words', { ...extension, title: undefined }, /title/],
  'nothing that it adds': ['nothing_added', { name: extension.name, version: extension.version, title: extension.title, operators: {} }, /nothing/],
  'a name without its prefix': ['prefix', withOperator({}, 'withinMonths'), /“sample\.…”/],
  'a name of the core': ['prefix', withOperator({}, 'equal'), /“equal”/],
  'no label in English': ['words', withOperator({ label: blankEnglish }), /label.*English/],
  'no sentence': ['part', withOperator({ sentence: undefined }), /sentence/],
  'a sentence that leaves a side out': ['sentence', withOperator({ sentence: () => ({ vi: '⟨a⟩', en: '⟨a⟩' }) }), /right\[0\]/],
  'a type that does not exist': ['type', withOperator({ accepts: ['money'] }), /“money”/],
  'a place of a type that does not exist': ['type', withOperator({ operands: [{ type: 'time', label: { vi: 'giờ', en: 'hour' } }] }), /“time”/],
  'no form for the interpreter': ['part', withOperator({ compare: undefined }), /compare/],
  'no form for plans': ['part', withOperator({ plan: undefined }), /plan/],
  'no words for cells of tables': ['part', withOperator({ cell: undefined }), /cell/],
  'no words for formulas': ['words', withOperator({ formula: { vi: 'CÁCH' } }), /formula.*English/],
  'no examples': ['part', withOperator({ examples: [] }), /examples/],
  'words that mean something else': ['spelling', withOperator({ formula: { vi: 'CHỨA', en: 'WITHIN' } }), /“CHỨA”/],
  'an example that is not so': ['example', withOperator({ examples: withinMonths.examples.map((example) => ({ ...example, holds: !example.holds })) }), /expected/],
  'examples of one side': ['examples_one_sided', withOperator({ examples: withinMonths.examples.filter(({ holds }) => holds) }), /does not/],
  'a form that fails': ['throws', withOperator({ compare: failingOn('2019-12-31') }), /fails on .*: broken/],
  'no answer though all is known': ['indefinite', withOperator({ compare: undecidedOn('2026-02-28') }), /decides nothing/],
  'an unknown that counts as false': ['not_monotone', withOperator({ compare: unknownIsFalse }), /Unknown is not false/],
  'a form for plans that means something else': ['plan_differs', withOperator({ plan: ofTwo((forms, left, [day, months]) => forms.less(forms.monthsBetween(day, left), months)) }), /instead of/],
  'a form for plans that cannot be built': ['plan_refuses', withOperator({ plan: ofTwo((forms, left, [day]) => forms.same(forms.number(1), forms.add(left, day))) }), /cannot be built/],
}

describe('The kit for packages of code', () => {
  it('finds nothing wrong with the sample package, and installs nothing by looking', async () => {
    expect(await checkExtension(extension)).toEqual([])
    expect(installedExtensions().size).toBe(0)
    expect(operatorEntries().map(([name]) => name)).not.toContain('sample.withinMonths')
  })

  it.each(Object.entries(incomplete))('refuses a package with %s, and says what to do in both languages', async (_name, [code, exported, words]) => {
    const problems = await checkExtension(exported)
    expect(problems.map((problem) => problem.code)).toContain(code)
    expect(problems.map(({ message }) => message.en).join('\n')).toMatch(words)
    for (const { message } of problems) expect([message.vi, message.en].join(' ')).not.toMatch(/undefined|\[object/)
  })
})

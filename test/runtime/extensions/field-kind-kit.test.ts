import type { ExtensionFieldKind } from '@tieuchi/runtime/extension'
import { checkExtension, type KitCode } from '@tieuchi/runtime/extension-kit'
import { describe, expect, it } from 'vitest'
import { extension } from '../../extension-sample/extension.ts'
import { parcel } from '../../extension-sample/field-kinds/parcel.ts'

const withKind = (change: object, name = 'sample.parcel') => ({ name: extension.name, version: extension.version, title: extension.title, fieldKinds: { [name]: { ...parcel, ...change } } })

const [first, ...others] = parcel.examples
if (!first || !('written' in first)) throw new Error('The first example is accepted')

const withOption = (option: object) => withKind({ options: { ...parcel.options, shared: option } })

/** A price in thousands: a kind of numbers, with options of every type. */
const rounded: ExtensionFieldKind = {
  label: { vi: 'Số tròn nghìn', en: 'Round number' },
  base: 'number',
  options: {
    most: { type: 'number', default: 9000, minimum: 1000, maximum: 9000, label: { vi: 'nhiều nhất', en: 'at most' } },
    step: { type: 'choice', default: 'thousand', choices: { thousand: { vi: 'nghìn', en: 'thousands' }, hundred: { vi: 'trăm', en: 'hundreds' } }, label: { vi: 'bước', en: 'step' } },
  },
  restrict: ({ most, step }) => ({ multipleOf: step === 'hundred' ? 100 : 1000, maximum: Number(most) }),
  expected: () => ({ vi: 'số tròn', en: 'a round number' }),
  write: (value, _options, language) => (language === 'vi' ? `${String(value)} tròn` : `${String(value)} sharp`),
  parse: (text) => (/^-?[\d.]+/.test(text) ? Number.parseFloat(text) : undefined),
  examples: [
    { title: { vi: 'Tròn', en: 'Round' }, value: 3000, written: { vi: '3000 tròn', en: '3000 sharp' } },
    { title: { vi: 'Lẻ', en: 'Uneven' }, value: 3001, refused: { vi: 'số tròn', en: 'a round number' } },
    { title: { vi: 'Quá lớn', en: 'Too much' }, options: { most: 1000 }, value: 2000, refused: { vi: 'số tròn', en: 'a round number' } },
  ],
}

/** A kind that is incomplete or wrong in one way each, and what the kit says of it. */
const incomplete: Readonly<Record<string, readonly [KitCode, unknown, RegExp]>> = {
  'a name without its prefix': ['prefix', withKind({}, 'parcel'), /“sample\.…”/],
  'nothing but a name': ['part', { ...withKind({}), fieldKinds: { 'sample.parcel': 'text' } }, /missing/],
  'no label in Vietnamese': ['words', withKind({ label: { vi: '', en: 'Plot' } }), /label.*Vietnamese/],
  'no type of answers': ['base', withKind({ base: 'money' }), /“money”.*text, number, date/],
  'a type that takes no kind': ['base', withKind({ base: 'yes-no' }), /“yes-no”/],
  'no word on options': ['part', withKind({ options: undefined }), /options/],
  'an option without words': ['words', withOption({ type: 'boolean', default: false }), /options\.shared\.label/],
  'an option of another type than its default': ['option', withOption({ type: 'boolean', default: 'no', label: first.title }), /“shared”/],
  'an option of no type': ['option', withOption({ type: 'day', default: '2026-01-01', label: first.title }), /boolean, number, choice|type/],
  'a number without limits': ['option', withOption({ type: 'number', default: 1, label: first.title }), /limits/],
  'choices without words': ['words', withOption({ type: 'choice', default: 'a', choices: { a: {} }, label: first.title }), /choices\.a/],
  'nothing that it demands': ['part', withKind({ restrict: undefined }), /restrict/],
  'a keyword its type does not have': ['restriction', withKind({ restrict: () => ({ minimum: 1 }) }), /pattern, minLength/],
  'a keyword that is no demand': ['restriction', withKind({ restrict: () => ({ format: 'date' }) }), /format/],
  'a pattern that is found anywhere': ['restriction', withKind({ restrict: () => ({ pattern: '[0-9]+/[0-9]+' }) }), /begins with \^/],
  'a pattern that is none': ['throws', withKind({ restrict: () => ({ pattern: '^[$' }) }), /fails/],
  'no words for what is expected': ['part', withKind({ expected: undefined }), /expected/],
  'half the words for what is expected': ['words', withKind({ expected: () => ({ vi: 'số thửa' }), examples: [first, { ...others.at(-1), refused: { vi: 'số thửa', en: 'x' } }] }), /expected.*English|instead|expected/],
  'a check that refuses what the schema accepts': ['explains_accepted', withKind({ explain: (value: string) => (value.startsWith('99999') ? { vi: 'quá lớn', en: 'too great' } : parcel.explain?.(value, {})) }), /only “restrict” refuses/i],
  'no form for people': ['part', withKind({ write: undefined }), /write/],
  'a form for people that leaves nothing to see': ['written', withKind({ write: (value: string) => (value === 'a' ? '' : parcel.write(value, {}, 'vi')), examples: parcel.examples.filter((example) => !('written' in example)) }), /writes nothing/],
  'a form that is not read back': ['parse', withKind({ parse: (text: string) => (text.startsWith('plot') ? undefined : parcel.parse(text, {})) }), /read back/],
  'something typed that is read as something else': ['parse', withKind({ examples: [{ ...first, typed: ['12-345'] }, ...others] }), /“12-345”/],
  'no examples': ['part', withKind({ examples: [] }), /examples/],
  'an example without its form in English': ['words', withKind({ examples: [{ ...first, written: { vi: 'thửa' } }] }), /written.*English/],
  'an example written otherwise': ['example', withKind({ examples: [{ ...first, written: { vi: 'thửa 12', en: 'plot 12' } }, ...others] }), /plot 12, map sheet 345/],
  'an example that is refused after all': ['example', withKind({ examples: [{ ...first, value: '12-345' }, ...others] }), /✗/],
  'an example that is accepted after all': ['example', withKind({ examples: [first, { title: first.title, value: '1/1', refused: first.title }] }), /✓/],
  'an example refused in other words': ['example', withKind({ examples: [first, { ...others.at(-1), refused: { vi: 'không', en: 'no' } }] }), /“no”/],
  'examples of one side': ['kind_examples_one_sided', withKind({ examples: [first] }), /accepted.*and one that is not/],
  'a form that fails': ['throws', withKind({ write: (value: string) => { if (value === 'đường') throw new Error('broken'); return parcel.write(value, {}, 'vi') }, examples: parcel.examples.filter((example) => !('written' in example)) }), /broken/],
}

describe('The kit for kinds of answers', () => {
  it('finds nothing wrong with the sample, nor with a kind of numbers that has options of every type', async () => {
    expect(await checkExtension(extension)).toEqual([])
    expect(await checkExtension({ name: extension.name, version: extension.version, title: extension.title, fieldKinds: { 'sample.rounded': rounded } })).toEqual([])
  })

  it.each(Object.entries(incomplete))('refuses a kind with %s, and says what to do in both languages', async (_name, [code, exported, words]) => {
    const problems = await checkExtension(exported)
    expect(problems.map((problem) => problem.code)).toContain(code)
    expect(problems.map(({ message }) => message.en).join('\n')).toMatch(words)
    for (const { message } of problems) expect([message.vi, message.en].join(' ')).not.toMatch(/undefined|\[object/)
  })
})

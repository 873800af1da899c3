import { kindOptionPattern, mostKindOptions } from '../documents/field-kind-use.ts'
import { isOptionValue, refinableKinds, type FieldKindOption } from '../values/refined-kinds.ts'
import { checkFunction, checkWords, isRecord, type Unchecked } from './kit-parts.ts'
import { kitProblem, type KitProblem } from './kit-problem.ts'

/** Everything of a field kind that is missing or cannot be; without problems it has the shape of an `ExtensionFieldKind`. */
export const checkFieldKindShape = (name: string, kind: unknown): readonly KitProblem[] => {
  if (!isRecord(kind)) return [kitProblem('part', { name, part: '{ … }' })]
  return [
    ...checkWords(name, 'label', kind['label']),
    ...(refinableKinds.some((base) => base === kind['base']) ? [] : [kitProblem('base', { name, base: String(kind['base']), bases: refinableKinds.join(', ') })]),
    ...checkOptions(name, kind['options']),
    ...(['restrict', 'expected', 'write', 'parse'] as const).flatMap((part) => checkFunction(name, part, kind[part])),
    ...(kind['explain'] === undefined ? [] : checkFunction(name, 'explain', kind['explain'])),
    ...checkExampleShapes(name, kind['examples']),
  ]
}

const checkOptions = (name: string, options: unknown): readonly KitProblem[] => {
  if (!isRecord(options)) return [kitProblem('part', { name, part: 'options' })]
  const entries = Object.entries(options)
  const most = entries.length > mostKindOptions ? [kitProblem('option', { name, option: entries.map(([id]) => id).join(', ') })] : []
  return [...most, ...entries.flatMap(([id, option]) => checkOption(name, id, option))]
}

const isSound = (id: string, option: Unchecked): boolean => {
  const { type, choices, minimum, maximum } = option
  if (!new RegExp(kindOptionPattern).test(id)) return false
  if (type === 'choice' && (!isRecord(choices) || Object.keys(choices).length === 0)) return false
  if (type === 'number' && (typeof minimum !== 'number' || typeof maximum !== 'number')) return false
  return ['boolean', 'number', 'choice'].includes(String(type)) && isOptionValue(option as unknown as FieldKindOption, option['default'])
}

const checkOption = (name: string, id: string, option: unknown): readonly KitProblem[] => {
  if (!isRecord(option) || !isSound(id, option)) return [kitProblem('option', { name, option: id })]
  const choices = isRecord(option['choices']) ? Object.entries(option['choices']) : []
  return [...checkWords(name, `options.${id}.label`, option['label']), ...choices.flatMap(([code, words]) => checkWords(name, `options.${id}.choices.${code}`, words))]
}

const checkExampleShapes = (name: string, examples: unknown): readonly KitProblem[] => {
  if (!Array.isArray(examples) || examples.length === 0) return [kitProblem('part', { name, part: 'examples' })]
  return examples.flatMap((example: unknown, index) => {
    if (!isRecord(example) || example['value'] === undefined) return [kitProblem('part', { name, part: `examples[${index}].value` })]
    const part = 'refused' in example ? 'refused' : 'written'
    return [...checkWords(name, `examples[${index}].title`, example['title']), ...checkWords(name, `examples[${index}].${part}`, example[part])]
  })
}

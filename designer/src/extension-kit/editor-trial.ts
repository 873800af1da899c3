import { kitProblem, type KitProblem } from '@tieuchi/runtime/extension-kit'
import { usualOptions, type FieldKindOption, type FieldKindOptions, type RefinedKind } from '@tieuchi/runtime'
import { createElement } from 'react'
import type { DesignerFieldKind } from '../extensions/designer-extension.ts'
import { controlsIn, draw, textIn } from './markup.ts'

interface EditorTrial {
  readonly name: string
  readonly kind: RefinedKind
  readonly Editor: DesignerFieldKind['Editor']
}

/** Another value than the usual one. */
const otherValue = (option: FieldKindOption): boolean | number | string => {
  if (option.type === 'boolean') return !option.default
  if (option.type === 'number') return option.default === option.minimum ? option.maximum : option.minimum
  return Object.keys(option.choices).find((code) => code !== option.default) ?? option.default
}

/** Draws an editor in both languages: every option is to be seen in it, what is in words differs by language, and nothing can be changed where nothing may be. */
export const checkEditor = ({ name, kind, Editor }: EditorTrial): readonly KitProblem[] => {
  const drawWith = (options: FieldKindOptions, language: 'vi' | 'en', disabled = false): string => draw(createElement(Editor, { options, onOptions: () => undefined, language, disabled }))
  const usual = usualOptions(kind)
  try {
    const [vi, en] = [drawWith(usual, 'vi'), drawWith(usual, 'en')]
    const unseen = Object.entries(kind.options).filter(([id, option]) => otherValue(option) !== option.default && drawWith({ ...usual, [id]: otherValue(option) }, 'vi') === vi)
    const untranslated = Object.keys(kind.options).length > 0 && textIn(vi) === textIn(en)
    const open = controlsIn(drawWith(usual, 'vi', true)).some((control) => !/\sdisabled(=|\s|>|\/)/.test(control))
    return [
      ...unseen.map(([id]) => kitProblem('editor_option', { name, option: id })),
      ...(untranslated ? [kitProblem('editor_words', { name })] : []),
      ...(open ? [kitProblem('editor_disabled', { name })] : []),
    ]
  } catch (error) {
    return [kitProblem('throws', { name, part: 'Editor', values: JSON.stringify(usual), error: error instanceof Error ? error.message : String(error) })]
  }
}

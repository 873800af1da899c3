import { kitProblem, type KitProblem } from '@tieuchi/runtime/extension-kit'
import { exampleAnswers, usualOptions, type Answer, type Language, type RefinedKind } from '@tieuchi/runtime'
import { createElement } from 'react'
import type { DesignerFieldKind, FieldWidgetProps } from '../extensions/designer-extension.ts'
import { controlsIn, draw, textIn } from './markup.ts'

interface WidgetTrial {
  readonly name: string
  readonly kind: RefinedKind
  readonly Widget: DesignerFieldKind['Widget']
}

const words = { label: '⟨label⟩', help: '⟨help⟩', error: '⟨error⟩' } as const

const languages: readonly Language[] = ['vi', 'en']

/** What is said of a widget whose markup does not show a state. */
const states: readonly { readonly state: string; readonly props: Partial<FieldWidgetProps>; readonly shows: (markup: string, idle: string) => boolean }[] = [
  { state: 'id', props: {}, shows: (markup) => controlsIn(markup).some((control) => control.includes('id="question"')) },
  { state: 'label', props: {}, shows: (markup) => textIn(markup).includes(words.label) },
  { state: 'help', props: { help: words.help }, shows: (markup) => textIn(markup).includes(words.help) },
  { state: 'error', props: { error: words.error }, shows: (markup) => textIn(markup).includes(words.error) && controlsIn(markup).some((control) => control.includes('aria-invalid="true"')) },
  { state: 'disabled', props: { disabled: true }, shows: (markup) => controlsIn(markup).every((control) => /\sdisabled(=|\s|>|\/)/.test(control)) },
  { state: 'needed', props: { needed: true }, shows: (markup, idle) => /aria-required="true"/.test(markup) && !/aria-required="true"/.test(idle) },
  { state: 'standsHere', props: { standsHere: true }, shows: (markup, idle) => markup.includes('data-autofocus') && !idle.includes('data-autofocus') },
]

const propsOf = (kind: RefinedKind, language: Language, value: Answer | undefined): FieldWidgetProps => ({
  id: 'question', label: words.label, value, onAnswer: () => undefined, options: usualOptions(kind), language, disabled: false, needed: false, error: undefined, standsHere: false,
})

const drawWith = ({ kind, Widget }: WidgetTrial, language: Language, value: Answer | undefined, more: Partial<FieldWidgetProps> = {}): string =>
  draw(createElement(Widget, { ...propsOf(kind, language, value), ...more }))

/** Draws a widget once without an answer and with each of the kind's examples, in both languages and with every state a form has. */
export const checkWidget = (trial: WidgetTrial): readonly KitProblem[] => {
  const { name, kind } = trial
  try {
    return languages.flatMap((language) => {
      const idle = drawWith(trial, language, undefined)
      const missing = states.filter(({ props, shows }) => !shows(drawWith(trial, language, undefined, props), idle)).map(({ state }) => kitProblem('widget_state', { name, state }))
      const answers = exampleAnswers({ kind, options: usualOptions(kind) })
      const drawn = answers.map((answer) => drawWith(trial, language, answer))
      const unseen = answers.filter((_answer, index) => drawn[index] === idle || drawn.indexOf(drawn[index] ?? '') !== index)
      return [...missing, ...unseen.slice(0, 1).map((answer) => kitProblem('widget_value', { name, value: JSON.stringify(answer) }))]
    }).filter(({ message }, index, all) => all.findIndex((other) => other.message.vi === message.vi) === index)
  } catch (error) {
    return [kitProblem('throws', { name, part: 'Widget', values: JSON.stringify(usualOptions(kind)), error: error instanceof Error ? error.message : String(error) })]
  }
}

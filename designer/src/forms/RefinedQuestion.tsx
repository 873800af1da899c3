import { getUiOptions, type FieldProps } from '@rjsf/utils'
import { refinementOf, type FieldKindUse } from '@tieuchi/runtime'
import { createElement } from 'react'
import { useLanguage } from '../app/use-language.ts'
import { designerKindOf } from '../extensions/designer-kinds.ts'
import { useAnswer } from './answers-here.ts'

/** The kind of a package that a question is of, as `FieldOptions` hands it over. */
export const refinedUse = (options: Readonly<Record<string, unknown>>): FieldKindUse | undefined => {
  const refined = options['refined']
  return typeof refined === 'object' && refined !== null ? (refined as FieldKindUse) : undefined
}

/**
 * A question of a package's kind, drawn by the package. A field and not a widget, for its answers may be of any type, and what is typed
 * is told as it stands.
 */
export const RefinedQuestion = ({ name, schema, uiSchema, fieldPathId, rawErrors, disabled = false, readonly = false, autofocus = false }: FieldProps) => {
  const { language } = useLanguage()
  const [value, tell] = useAnswer(name)
  const options = getUiOptions(uiSchema)
  const use = refinedUse(options)
  const refinement = refinementOf(use)
  const drawn = use && designerKindOf(use.name)
  if (!drawn || !refinement) return null
  // Which component it is stands fixed from the beginning: packages are installed before anything is drawn.
  return createElement(drawn.Widget, {
    id: fieldPathId.$id,
    label: schema.title ?? name,
    help: options.help,
    value,
    onAnswer: tell,
    options: refinement.options,
    language,
    disabled: disabled || readonly,
    needed: options['needed'] === true,
    error: rawErrors && rawErrors.length > 0 ? rawErrors.join(' ') : undefined,
    standsHere: autofocus,
  })
}

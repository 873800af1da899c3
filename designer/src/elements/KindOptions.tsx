import { findRefinedKind, usualOptions, type ExtensionName, type FieldKindOptions } from '@tieuchi/runtime'
import { createElement } from 'react'
import { useLanguage } from '../app/use-language.ts'
import { designerKindOf } from '../extensions/designer-kinds.ts'
import classes from './elements.module.css'

interface KindOptionsProps {
  readonly name: ExtensionName
  /** What the question says; the rest is as the kind has it. */
  readonly options: FieldKindOptions
  readonly onOptions: (options: FieldKindOptions) => void
}

/** What a question says about its kind, edited as the package draws it. */
export const KindOptions = ({ name, options, onOptions }: KindOptionsProps) => {
  const { language, read } = useLanguage()
  const kind = findRefinedKind(name)
  const drawn = designerKindOf(name)
  if (!kind || !drawn) return null
  return (
    <fieldset className={classes['kindOptions']}>
      <legend>{read(kind.label)}</legend>
      {createElement(drawn.Editor, { options: { ...usualOptions(kind), ...options }, onOptions, language, disabled: false })}
    </fieldset>
  )
}

import type { WidgetProps } from '@rjsf/utils'

/** What every input of Mantine takes from a widget of rjsf. */
export const inputProps = ({ id, label, disabled, readonly, autofocus, rawErrors, options }: WidgetProps) => ({
  id,
  label,
  description: options.help,
  disabled: Boolean(disabled) || Boolean(readonly),
  error: rawErrors && rawErrors.length > 0 ? rawErrors.join(' ') : undefined,
  ...(options['needed'] === true && { 'aria-required': true }),
  ...(autofocus && { 'data-autofocus': true }),
})

interface QuestionOptions {
  readonly unit: string | undefined
  readonly partial: boolean
  readonly lines: number | undefined
}

/** What the runtime says of the question beyond its schema, see `FieldOptions`. */
export const questionOptions = ({ options }: WidgetProps): QuestionOptions => {
  const unit: unknown = options['unit']
  const lines: unknown = options['lines']
  return { unit: typeof unit === 'string' && unit !== '' ? unit : undefined, partial: options['partial'] === true, lines: typeof lines === 'number' ? lines : undefined }
}

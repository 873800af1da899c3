import type { WidgetProps } from '@rjsf/utils'

/** What every input of Mantine takes from a widget of rjsf. */
export const inputProps = ({ id, label, disabled, readonly, autofocus, rawErrors, options }: WidgetProps) => ({
  id,
  label,
  description: options.help,
  disabled: Boolean(disabled) || Boolean(readonly),
  error: rawErrors && rawErrors.length > 0 ? rawErrors.join(' ') : undefined,
  ...(autofocus && { 'data-autofocus': true }),
})

/** What the runtime says of the question beyond its schema, see `FieldOptions`. */
export const questionOptions = ({ options }: WidgetProps): { readonly unit: string | undefined; readonly partial: boolean } => {
  const unit: unknown = options['unit']
  return { unit: typeof unit === 'string' && unit !== '' ? unit : undefined, partial: options['partial'] === true }
}

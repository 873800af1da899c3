import { Input, TextInput } from '@mantine/core'
import type { FieldWidgetProps } from '@tieuchi/designer/extension'
import { parcel, parcelOfParts, partsOfParcel } from '../field-kinds/parcel.ts'

const words = {
  vi: { plot: 'Số thửa', sheet: 'Tờ bản đồ số' },
  en: { plot: 'Plot number', sheet: 'Map sheet' },
} as const

/** Beside each other, without a frame. */
const bare = { display: 'flex', gap: 12, border: 0, padding: 0, margin: '4px 0 5px', minWidth: 0 } as const

/** Two numbers beside each other. What is typed or pasted into the first one as people write it falls into both. */
export const ParcelWidget = ({ id, label, help, value, onAnswer, options, language, disabled, needed, error, standsHere }: FieldWidgetProps) => {
  const [plot, sheet] = partsOfParcel(typeof value === 'string' ? value : '')
  const tell = (nextPlot: string, nextSheet: string) => onAnswer(parcelOfParts(nextPlot.replaceAll(/[\s/]/g, ''), nextSheet.replaceAll(/[\s/]/g, '')))
  const typePlot = (text: string) => {
    const read = parcel.parse(text, options)
    const [nextPlot, nextSheet] = typeof read === 'string' ? partsOfParcel(read) : [text, '']
    tell(nextPlot, nextSheet || sheet)
  }
  const describedBy = [help !== undefined && `${id}-both-description`, error !== undefined && `${id}-both-error`].filter(Boolean).join(' ')
  const box = {
    disabled, inputMode: 'numeric' as const, autoComplete: 'off', maxLength: 60, style: { flex: 1 },
    ...(error !== undefined && { error: true, 'aria-invalid': true }),
    ...(describedBy !== '' && { 'aria-describedby': describedBy }),
  }
  return (
    <Input.Wrapper id={`${id}-both`} label={label} labelElement="div" labelProps={{ id: `${id}-both-label` }} description={help} error={error}>
      <fieldset aria-labelledby={`${id}-both-label`} style={bare}>
        <TextInput {...box} id={id} label={words[language].plot} value={plot} onChange={(event) => typePlot(event.currentTarget.value)} {...(needed && { 'aria-required': true })} {...(standsHere && { 'data-autofocus': true })} />
        <TextInput {...box} id={`${id}-sheet`} label={words[language].sheet} value={sheet} onChange={(event) => tell(plot, event.currentTarget.value)} {...(needed && options['sheet_optional'] !== true && { 'aria-required': true })} />
      </fieldset>
    </Input.Wrapper>
  )
}

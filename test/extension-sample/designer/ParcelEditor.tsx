import { Checkbox } from '@mantine/core'
import type { KindEditorProps } from '@tieuchi/designer/extension'

const label = { vi: 'Số tờ bản đồ có thể để trống', en: 'The map sheet may be left open' } as const

/** Whether the map sheet may be left open. */
export const ParcelEditor = ({ options, onOptions, language, disabled }: KindEditorProps) => (
  <Checkbox label={label[language]} checked={options['sheet_optional'] === true} disabled={disabled} onChange={(event) => onOptions({ ...options, sheet_optional: event.currentTarget.checked })} />
)

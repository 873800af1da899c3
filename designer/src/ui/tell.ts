import { notifications } from '@mantine/notifications'
import { i18n } from '../app/i18n.ts'

interface Telling {
  readonly color?: string
  /** Until somebody closes it: for what should be read. */
  readonly stays?: boolean
}

/** Says something in a corner of the page, that can be closed by name. */
export const tell = (message: string, { color, stays = false }: Telling = {}): void =>
  void notifications.show({ message, ...(color !== undefined && { color }), ...(stays && { autoClose: false }), closeButtonProps: { 'aria-label': i18n.t('close') } })

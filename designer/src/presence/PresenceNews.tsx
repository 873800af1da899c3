import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PresentPerson } from '../api/contract.ts'

/** Says to who listens that somebody came. */
export const PresenceNews = ({ others }: { readonly others: readonly PresentPerson[] }) => {
  const { t } = useTranslation()
  return <VisuallyHidden component="output">{others.length > 0 && t('presence.with', { names: others.map(({ name }) => name).join(', ') })}</VisuallyHidden>
}

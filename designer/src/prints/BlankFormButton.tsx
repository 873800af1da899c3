import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { blankFormPath } from '../api/print-api.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { usePrint } from './use-print.ts'

interface BlankFormButtonProps {
  /** Content hash of the release. */
  readonly release: string
  /** Id of the form. */
  readonly form: string
}

/** A form to be filled by hand at the household, as of the reference date. */
export const BlankFormButton = ({ release, form }: BlankFormButtonProps) => {
  const { t } = useTranslation()
  const { at } = useReferenceDate()
  const { print, pending } = usePrint()
  return (
    <Button variant="default" loading={pending} leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print((language) => blankFormPath({ release, form, at }, language))}>
      {t('prints.blank')}
    </Button>
  )
}

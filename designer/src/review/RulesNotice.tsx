import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Text } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'

/** The rules cannot judge these answers: why, whom to tell, and that nothing typed is lost. */
export const RulesNotice = ({ problem }: { readonly problem: Text }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <Alert color="red" variant="outline" role="alert" m="md" icon={<IconAlertTriangle aria-hidden />} title={t('rulesProblem.title')}>
      <p>{read(problem)}</p>
      <p>{t('rulesProblem.kept')}</p>
    </Alert>
  )
}

import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from './use-language.ts'

/** In place of a page that cannot be shown: why, and what to do. */
export const LoadProblem = ({ error, reset }: Pick<ErrorComponentProps, 'error' | 'reset'>) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <Stack p="lg" gap="sm" align="start" role="alert">
      <Title order={1}>{t('problem.title')}</Title>
      <Text>{read(detailOf(error))}</Text>
      <Group gap="md">
        <Button variant="default" onClick={reset}>{t('problem.retry')}</Button>
        <Anchor renderRoot={(props) => <Link to="/households" {...props} />}>{t('problem.back')}</Anchor>
      </Group>
    </Stack>
  )
}

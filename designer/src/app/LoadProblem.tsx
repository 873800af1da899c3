import { Anchor, Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { detailOf, ProblemError } from '../api/problem-error.ts'
import { areaOf, areaWords } from './areas.ts'
import { useLanguage } from './use-language.ts'

/** In place of a page that cannot be shown: why, and what to do. */
export const LoadProblem = ({ error, reset }: Pick<ErrorComponentProps, 'error' | 'reset'>) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { reset: askAgain } = useQueryErrorResetBoundary()
  const issues = error instanceof ProblemError ? error.issues : []
  return (
    <Stack p="lg" gap="sm" align="start" role="alert">
      <Title order={1}>{t('problem.title')}</Title>
      <Text>{read(detailOf(error))}</Text>
      {issues.length > 0 && <List>{issues.map(({ path, message }) => <List.Item key={`${path.join('/')} ${message.vi}`}>{read(message)}</List.Item>)}</List>}
      <Group gap="md">
        <Button
          variant="default"
          onClick={() => {
            askAgain()
            reset()
          }}
        >
          {t('problem.retry')}
        </Button>
        <WayBack />
      </Group>
    </Stack>
  )
}

/** To the list of what the address is one of, or to the households where that is what cannot be shown. */
const WayBack = () => {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const area = areaOf(pathname)
  if (area === undefined || area === pathname) return <Anchor renderRoot={(props) => <Link to="/households" {...props} />}>{t('problem.back')}</Anchor>
  return <Anchor renderRoot={(props) => <Link to={area} {...props} />}>{t('problem.backTo', { area: t(areaWords[area]) })}</Anchor>
}

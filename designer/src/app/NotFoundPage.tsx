import { Anchor, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

export const NotFoundPage = () => {
  const { t } = useTranslation()
  return (
    <Stack p="lg" gap="sm" align="start">
      <Title order={1}>{t('notFound.title')}</Title>
      <Text>{t('notFound.text')}</Text>
      <Anchor renderRoot={(props) => <Link to="/households" {...props} />}>{t('notFound.back')}</Anchor>
    </Stack>
  )
}

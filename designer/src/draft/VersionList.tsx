import { Accordion, Button, Group, Loader } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getVersion, versionsQuery } from '../api/draft-api.ts'
import { formatInstant } from '../ui/day-text.ts'
import { useDraft } from '../editor-store/draft-context.ts'

/** Every version ever saved; restoring one is a change like any other and can be undone. */
export const VersionList = () => {
  const { t } = useTranslation()
  return (
    <Accordion variant="contained" chevronPosition="left" transitionDuration={0} mt="md" keepMounted={false}>
      <Accordion.Item value="versions">
        <Accordion.Control>{t('drafts.versions')}</Accordion.Control>
        <Accordion.Panel><Versions /></Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}

const Versions = () => {
  const { t } = useTranslation()
  const { draft, editor, writable } = useDraft()
  const versions = useQuery({ ...versionsQuery(draft.id), staleTime: 0 })
  const restoring = useMutation({ mutationFn: (version: number) => getVersion(draft.id, version), onSuccess: (document) => editor.perform({ name: 'draft.replace', args: { document } }) })
  if (!versions.data) return <Loader size="sm" aria-label={t('loading')} />
  return versions.data.map(({ version, person, at, restored_from: from }) => (
    <Group key={version} justify="space-between" py={4}>
      <span>{t('drafts.version', { version })} · {t('drafts.versionBy', { person: person.name, at: formatInstant(at) })}{from === undefined ? '' : ` · ${t('drafts.versionRestored', { version: from })}`}</span>
      {writable && version !== draft.version && <Button size="compact-sm" variant="default" aria-label={t('drafts.restoreOf', { version })} loading={restoring.isPending && restoring.variables === version} onClick={() => restoring.mutate(version)}>{t('drafts.restore')}</Button>}
    </Group>
  ))
}

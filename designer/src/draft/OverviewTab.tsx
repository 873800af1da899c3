import { ActionIcon, Button, Group, Stack, Textarea, TextInput, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Citation } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReleaseFacts } from '../policies/ReleaseFacts.tsx'
import { CommitInput } from '../ui/CommitInput.tsx'
import { DownloadButton } from '../ui/DownloadButton.tsx'
import { EnglishInput } from '../ui/EnglishInput.tsx'
import { withVietnamese } from '../ui/with-vietnamese.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { useDraft } from '../editor-store/draft-context.ts'
import { ProgrammesRead } from './ProgrammesRead.tsx'
import { PublishedDays } from './PublishedDays.tsx'
import { VersionList } from './VersionList.tsx'
import { citedDocumentsId } from './CitedDocuments.tsx'

/** What the release is called, what it changes, from when, and what it rests on. */
export const OverviewTab = () => {
  const { t } = useTranslation()
  const { draft, editor, state: { document }, today, writable } = useDraft()
  const { release, valid_from: from, valid_to: to } = document
  const file = <div><DownloadButton path={`/api/drafts/${draft.id}/file`}>{t('release.file')}</DownloadButton></div>
  if (!writable) return <><ReleaseFacts release={release} /><VersionList key={draft.version} />{file}</>
  const period = (day: string): void => editor.perform({ name: 'release.period', args: { valid_from: day, ...(to !== undefined && { valid_to: to }) } })
  return (
    <Stack gap="md" maw={640}>
      <CommitInput component={TextInput} label={t('drafts.title')} value={release.title.vi} onCommit={(vi) => editor.perform({ name: 'release.title', args: { title: withVietnamese(release.title, vi) } })} maxLength={300} />
      <EnglishInput component={TextInput} label={t('drafts.titleEn')} text={release.title} onText={(title) => editor.perform({ name: 'release.title', args: { title } })} maxLength={300} />
      <CommitInput component={Textarea} autosize minRows={2} label={t('drafts.changelog')} value={release.changelog.vi} onCommit={(vi) => editor.perform({ name: 'release.changelog', args: { changelog: withVietnamese(release.changelog, vi) } })} maxLength={2000} />
      <EnglishInput component={Textarea} autosize minRows={2} label={t('drafts.changelogEn')} text={release.changelog} onText={(changelog) => editor.perform({ name: 'release.changelog', args: { changelog } })} maxLength={2000} />
      {from === undefined
        ? <div><Button variant="default" onClick={() => period(today)}>{t('drafts.validFrom')}: {t('drafts.chooseDay')}</Button></div>
        : <DayInput label={t('drafts.validFrom')} description={t('drafts.validFromHelp')} day={from} onDay={period} maw={240} />}
      <PublishedDays from={from} to={to} />
      <LegalBasis citations={release.legal_basis} onChange={(legal_basis) => editor.perform({ name: 'release.legal_basis', args: { legal_basis } })} />
      <ProgrammesRead />
      <VersionList key={draft.version} />
      {file}
    </Stack>
  )
}

/** A citation without the parts that are empty. */
const compact = ({ document, article, item }: Citation): Citation => ({ document, ...(article && { article }), ...(item && { item }) })

const LegalBasis = ({ citations, onChange }: { readonly citations: readonly Citation[]; readonly onChange: (citations: readonly Citation[]) => void }) => {
  const { t } = useTranslation()
  const [fresh, setFresh] = useState<number>()
  const add = (): void => {
    setFresh(citations.length)
    onChange([...citations, { document: '' }])
  }
  const change = (index: number, part: Partial<Citation>): void => onChange(citations.map((each, place) => (place === index ? compact({ ...each, ...part }) : each)))
  return (
    <section>
      <Title order={2} mb="sm">{t('drafts.basis')}</Title>
      <Stack gap="sm">
        {citations.map((citation, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a citation has no id; its place is what tells it apart
          <Group key={index} gap="sm" align="flex-end">
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the row was asked for a moment ago */}
            <CommitInput component={TextInput} label={t('drafts.basisDocument')} autoFocus={index === fresh} list={citedDocumentsId} value={citation.document} onCommit={(document) => change(index, { document })} maxLength={100} />
            <CommitInput component={TextInput} label={t('drafts.basisArticle')} value={citation.article ?? ''} onCommit={(article) => change(index, { article })} maxLength={100} w={96} />
            <CommitInput component={TextInput} label={t('drafts.basisItem')} value={citation.item ?? ''} onCommit={(item) => change(index, { item })} maxLength={200} />
            <ActionIcon variant="default" size={36} aria-label={t('drafts.basisRemove', { document: citation.document })} onClick={() => onChange(citations.filter((_each, place) => place !== index))}><IconTrash size={16} aria-hidden /></ActionIcon>
          </Group>
        ))}
        <div><Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>{t('drafts.basisAdd')}</Button></div>
      </Stack>
    </section>
  )
}

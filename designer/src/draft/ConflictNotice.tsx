import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { mergeDrafts, sentenceOfChange, type DocumentChange } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import classes from './draft.module.css'

/** Somebody else saved in between: what both changed, in sentences, and the two ways on. */
export const ConflictNotice = ({ theirs }: { readonly theirs: Draft }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { editor, state: { save }, common, others } = useDraft()
  const merged = useMemo(() => mergeDrafts(save.base, save.content, theirs.document), [save.base, save.content, theirs.document])
  const tell = (change: DocumentChange): string => read(sentenceOfChange(change, { before: save.base.release, after: save.content.release, common: common.extended, others }))
  return (
    <Alert color="yellow" variant="outline" role="alert" m="md" icon={<IconAlertTriangle aria-hidden />} title={t('drafts.conflictTitle')}>
      {save.problem && <p>{read(save.problem.detail)}</p>}
      <Changes title={t('drafts.conflictBoth')} sentences={merged.both.map(tell)} />
      <Changes title={t('drafts.conflictLost')} sentences={merged.lost.map(tell)} />
      <Group gap="sm" mt="sm">
        <Button onClick={() => void editor.merge()}>{t('drafts.conflictMerge')}</Button>
        <Button variant="default" onClick={() => editor.adopt(theirs)}>{t('drafts.conflictTake')}</Button>
      </Group>
    </Alert>
  )
}

const Changes = ({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) => sentences.length > 0 && (
  <>
    <p>{title}</p>
    <ul className={classes['concerns']}>{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
  </>
)

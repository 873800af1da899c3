import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { Certainty, Citation, Text } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { CommitInput } from '../ui/CommitInput.tsx'
import classes from './rule-designer.module.css'
import { EnglishInput } from '../ui/EnglishInput.tsx'
import { withVietnamese } from '../ui/with-vietnamese.ts'
import { citedDocumentsId } from '../draft/CitedDocuments.tsx'

/** What something rests on, how sure that is, and what is to be known about it. */
export interface Source {
  readonly citation?: Citation
  readonly certainty?: Certainty
  readonly note?: Text
}

interface SourceFieldsProps {
  readonly source: Source
  /** Told all of it; what is empty is absent. */
  readonly onSource: (source: Source) => void
  /** Absent where the piece says nothing of it. */
  readonly withCertainty?: boolean
}

const certainties = ['seen', 'known', 'assumed', 'open'] as const

const compact = ({ document, article, item }: Citation): Citation | undefined =>
  document || article || item ? { document, ...(article && { article }), ...(item && { item }) } : undefined

const written = (note: Text): Text | undefined => (note.vi || note.en ? note : undefined)

/** The legal basis of a rule or piece, written below it. */
export const SourceFields = ({ source: { citation, certainty, note }, onSource, withCertainty = true }: SourceFieldsProps) => {
  const { t } = useTranslation()
  const change = (part: { readonly citation?: Citation | undefined; readonly certainty?: Certainty | undefined; readonly note?: Text | undefined }): void => {
    const next = { citation, certainty, note, ...part }
    onSource({ ...(next.citation && { citation: next.citation }), ...(next.certainty && { certainty: next.certainty }), ...(next.note && { note: next.note }) })
  }
  const cite = (part: Partial<Citation>): void => change({ citation: compact({ document: '', ...citation, ...part }) })
  return (
    <div className={classes['source']}>
      <CommitInput component={TextInput} label={t('drafts.basisDocument')} list={citedDocumentsId} value={citation?.document ?? ''} onCommit={(document) => cite({ document })} maxLength={100} />
      <CommitInput component={TextInput} label={t('drafts.basisArticle')} value={citation?.article ?? ''} onCommit={(article) => cite({ article })} maxLength={100} />
      <CommitInput component={TextInput} label={t('drafts.basisItem')} value={citation?.item ?? ''} onCommit={(item) => cite({ item })} maxLength={200} />
      {withCertainty && (
        <NativeSelect
          label={t('parameters.certainty')}
          value={certainty ?? ''}
          onChange={(event) => change({ certainty: certainties.find((each) => each === event.currentTarget.value) })}
          data={[{ value: '', label: t('rules.certaintyUnsaid') }, ...certainties.map((each) => ({ value: each, label: t(`parameters.certainty.${each}`) }))]}
        />
      )}
      <CommitInput component={Textarea} autosize minRows={1} label={t('rules.note')} value={note?.vi ?? ''} onCommit={(vi) => change({ note: written(withVietnamese(note ?? { vi: '', en: '' }, vi)) })} maxLength={2000} />
      {note && <EnglishInput component={Textarea} autosize minRows={1} label={t('rules.noteEn')} text={note} onText={(next) => change({ note: written(next) })} maxLength={2000} />}
    </div>
  )
}

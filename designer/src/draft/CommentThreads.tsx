import { Button, Group, Textarea } from '@mantine/core'
import type { Text } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comment, NewComment } from '../api/contract.ts'
import { formatInstant } from '../ui/day-text.ts'
import classes from './draft.module.css'

interface CommentThreadsProps {
  /** Key of the change that is talked about. */
  readonly change: string
  readonly sentence: Text
  readonly comments: readonly Comment[]
  readonly onWrite: (comment: NewComment) => Promise<unknown>
  readonly onSettle: (id: string) => void
}

/** What was said about one change: threads with their answers, and the way to begin one. */
export const CommentThreads = ({ change, sentence, comments, onWrite, onSettle }: CommentThreadsProps) => {
  const { t } = useTranslation()
  const [writing, setWriting] = useState<string>()
  const send = async (body: string, answers?: string): Promise<void> => {
    await onWrite({ change, sentence, body, ...(answers !== undefined && { answers }) })
    setWriting(undefined)
  }
  return (
    <>
      {comments.filter(({ answers }) => answers === undefined).map((first) => (
        <div key={first.id} className={classes['thread']} data-settled={first.resolved_by !== undefined}>
          {[first, ...comments.filter(({ answers }) => answers === first.id)].map((comment) => (
            <div key={comment.id}>
              <strong>{t('comment.by', { person: comment.person.name, at: formatInstant(comment.at) })}</strong>
              <div>{comment.body}</div>
            </div>
          ))}
          {first.resolved_by && <div className={classes['quiet']}>{t('comment.settledBy', { person: first.resolved_by.name })}</div>}
          {writing === first.id
            ? <CommentForm onSend={(body) => send(body, first.id)} onCancel={() => setWriting(undefined)} />
            : !first.resolved_by && (
              <Group gap="xs" mt={4}>
                <Button size="compact-sm" variant="subtle" onClick={() => setWriting(first.id)}>{t('comment.answer')}</Button>
                <Button size="compact-sm" variant="subtle" onClick={() => onSettle(first.id)}>{t('comment.settle')}</Button>
              </Group>
            )}
        </div>
      ))}
      {writing === ''
        ? <CommentForm onSend={(body) => send(body)} onCancel={() => setWriting(undefined)} />
        : <Button ml="sm" size="compact-sm" variant="subtle" onClick={() => setWriting('')}>{t('comment.write')}</Button>}
    </>
  )
}

const CommentForm = ({ onSend, onCancel }: { readonly onSend: (body: string) => Promise<void>; readonly onCancel: () => void }) => {
  const { t } = useTranslation()
  const [body, setBody] = useState('')
  return (
    <form onSubmit={(event) => {
      event.preventDefault()
      if (body.trim() !== '') void onSend(body.trim())
    }}>
      <Textarea label={t('comment.body')} value={body} onChange={(event) => setBody(event.currentTarget.value)} maxLength={4000} autosize minRows={2} mt="xs" data-autofocus />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="compact-sm" disabled={body.trim() === ''}>{t('comment.send')}</Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>{t('comment.cancel')}</Button>
      </Group>
    </form>
  )
}

import { Button, Input, Progress, Text, VisuallyHidden } from '@mantine/core'
import { useMediaQuery, useNetwork } from '@mantine/hooks'
import { IconCamera, IconPaperclip } from '@tabler/icons-react'
import type { LayoutPart } from '@tieuchi/runtime'
import { use, useEffect, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { PresenceMark } from '../presence/PresenceMark.tsx'
import { AttachedFiles } from './AttachedFiles.tsx'
import classes from './AttachmentsQuestion.module.css'
import { AttachmentContext, filesAt, type AttachmentDesk } from './attachment-desk.ts'
import { focusQuestion } from './question-focus.ts'
import { useAttaching } from './use-attaching.ts'

type AttachmentPart = Extract<LayoutPart, { readonly kind: 'attachment' }>

interface AttachmentsQuestionProps {
  /** Of its place on the page, as of every question. */
  readonly id: string
  readonly part: AttachmentPart
  readonly member: string | undefined
  readonly errors: readonly string[] | undefined
  /** One stands at it when it appears. */
  readonly first: boolean
}

/** Files to choose, as browsers offer them. */
const offered = { photo: 'image/jpeg,image/png,image/webp', pdf: 'application/pdf' } as const
const names = { photo: 'JPEG, PNG, WebP', pdf: 'PDF' } as const

/** Where files are attached: chosen or photographed, sent at once, and taken away again. */
export const AttachmentsQuestion = ({ id, part, member, errors, first }: AttachmentsQuestionProps) => {
  const { t } = useTranslation()
  const desk = use(AttachmentContext)
  const { title, help, accept, most } = part
  const limits = t('files.limits', { types: accept.map((kind) => names[kind]).join(', '), count: most })
  return (
    <section className={classes['place']} data-question={id} aria-labelledby={`${id}-label`}>
      <Input.Wrapper label={title} labelElement="div" labelProps={{ id: `${id}-label` }} description={<>{help && <>{help}<br /></>}{limits}</>} error={errors && errors.length > 0 ? errors.join(' ') : undefined}>
        {desk ? <Attaching desk={desk} id={id} part={part} member={member} first={first} /> : <Text c="var(--quiet)" fz="sm" mt={4}>{t('files.elsewhere')}</Text>}
      </Input.Wrapper>
      <PresenceMark place={id} corner />
    </section>
  )
}

const Attaching = ({ desk, id, part: { id: item, title, accept, most }, member, first }: Pick<AttachmentsQuestionProps, 'id' | 'part' | 'member' | 'first'> & { readonly desk: AttachmentDesk }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { online } = useNetwork()
  const place = { item, ...(member !== undefined && { member }) }
  const { sending, attached, problems = [], waiting, removed, send, remove } = useAttaching(desk, place)
  const files = filesAt(desk.files, place)
  // What was pressed goes away while it is sent.
  const sendFromHere = (again: readonly File[]) => {
    focusQuestion(id)
    void send(again)
  }
  const off = !online || sending !== undefined || files.length >= most
  return (
    <>
      <ChooseFile title={title} accept={accept} several={most - files.length > 1} off={off} first={first} onFiles={(chosen) => void send(chosen)} />
      {!online && <Text c="var(--needs-you)" fz="sm">{t('files.offline')}</Text>}
      <VisuallyHidden component="output">{sending ? t('files.sending', { name: sending.name }) : attached !== undefined && t('files.attached', { name: attached })}</VisuallyHidden>
      {sending && <div className={classes['sending']}><Text fz="sm" aria-hidden>{t('files.sending', { name: sending.name })}</Text><Progress value={sending.sent * 100} aria-label={t('files.sending', { name: sending.name })} /></div>}
      {problems.length > 0 && (
        <div role="alert" className={classes['failed']}>
          {problems.map((problem) => <p key={problem.vi}>{read(problem)}</p>)}
          {waiting && <Button variant="default" size="compact-sm" disabled={!online} onClick={() => sendFromHere(waiting)}>{t('files.retry')}</Button>}
        </div>
      )}
      {removed && <RemovedFile key={removed.name} name={removed.name} onUndo={() => sendFromHere([removed])} />}
      <AttachedFiles files={files} urlOf={desk.urlOf} {...(online && sending === undefined && { onRemove: (file) => void remove(file) })} />
    </>
  )
}

/** Whoever took a file away stands where it can be undone. */
const RemovedFile = ({ name, onUndo }: { readonly name: string; readonly onUndo: () => void }) => {
  const { t } = useTranslation()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return <output className={classes['removed']}>{t('files.removed', { name })} <Button ref={button} variant="subtle" size="compact-sm" onClick={onUndo}>{t('files.undo')}</Button></output>
}

interface ChooseFileProps {
  readonly title: string
  readonly accept: AttachmentPart['accept']
  readonly several: boolean
  readonly off: boolean
  readonly first: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** Buttons for a file of this machine and, where there is a camera in one's hand, for a photo. */
const ChooseFile = ({ title, accept, several, off, first, onFiles }: ChooseFileProps) => {
  const { t } = useTranslation()
  const inHand = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false })
  const chosen = useRef<HTMLInputElement>(null)
  const taken = useRef<HTMLInputElement>(null)
  // Who pressed stands there still when nothing more can be chosen.
  const quiet = off ? { 'data-disabled': true, 'aria-disabled': true } : {}
  const open = (input: RefObject<HTMLInputElement | null>) => {
    if (!off) input.current?.click()
  }
  const take = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])]
    // The same file can be chosen again.
    input.value = ''
    if (files.length > 0) onFiles(files)
  }
  return (
    <div className={classes['buttons']}>
      <Button variant="default" {...quiet} {...(first && { 'data-autofocus': true })} leftSection={<IconPaperclip size={16} aria-hidden />} aria-label={t('files.chooseFor', { title })} onClick={() => open(chosen)}>{t('files.choose')}</Button>
      {inHand && accept.includes('photo') && <Button variant="default" {...quiet} leftSection={<IconCamera size={16} aria-hidden />} aria-label={t('files.takeFor', { title })} onClick={() => open(taken)}>{t('files.take')}</Button>}
      <input ref={chosen} type="file" hidden multiple={several} accept={accept.map((kind) => offered[kind]).join(',')} onChange={(event) => take(event.currentTarget)} />
      <input ref={taken} type="file" hidden accept="image/*" capture="environment" onChange={(event) => take(event.currentTarget)} />
    </div>
  )
}

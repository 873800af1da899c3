import { Checkbox, NumberInput } from '@mantine/core'
import type { AttachmentItem, AttachmentKind } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { FormDesign } from './form-design.ts'
import classes from './form-designer.module.css'
import { partWith } from './with-part.ts'
import { WordsPair } from './WordsPair.tsx'

interface AttachmentPropertiesProps {
  readonly design: FormDesign
  readonly part: AttachmentItem
  readonly writable: boolean
}

const kinds: readonly AttachmentKind[] = ['photo', 'pdf']
const mostFiles = 10

/** What is asked for as files, which kinds of them, and how many. */
export const AttachmentProperties = ({ design: { actions }, part, writable }: AttachmentPropertiesProps) => {
  const { t } = useTranslation()
  const write = (change: Partial<Record<keyof AttachmentItem, unknown>>): void => actions.write(partWith(part, change))
  const takes = (kind: AttachmentKind, is: boolean): void => write({ accept: kinds.filter((each) => (each === kind ? is : part.accept.includes(each))) })
  return (
    <>
      <WordsPair label={t('design.title')} text={part.title} onText={(title) => title && write({ title })} />
      <WordsPair label={t('design.help')} text={part.help} onText={(help) => write({ help })} long />
      <div className={classes['ticks']}>
        <Checkbox label={t('design.attachmentNeeded')} checked={part.required === true} disabled={!writable} onChange={(event) => write({ required: event.currentTarget.checked || undefined })} />
        {kinds.map((kind) => {
          const only = part.accept.length === 1 && part.accept.includes(kind)
          return <Checkbox key={kind} label={t(`design.accept.${kind}`)} checked={part.accept.includes(kind)} disabled={!writable || only} onChange={(event) => takes(kind, event.currentTarget.checked)} />
        })}
      </div>
      <NumberInput label={t('design.mostFiles')} min={1} max={mostFiles} allowDecimal={false} value={part.most} onChange={(most) => typeof most === 'number' && most >= 1 && write({ most })} maw={140} />
    </>
  )
}

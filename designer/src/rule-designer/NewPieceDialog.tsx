import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { suggestCode, type LogicPiece, type Subject } from '@tieuchi/runtime'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { writeElement } from '../elements/element.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { unwritten } from './condition-edits.ts'
import { unwrittenValue } from './operands.ts'
import { isAuthorId } from '../ui/author-id.ts'

/** The kinds of pieces, in the order they are offered. */
export const newPieceKinds = ['rules', 'table', 'fact', 'condition', 'outcome', 'entitlement'] as const
export type NewPieceKind = (typeof newPieceKinds)[number]

interface NewPieceDialogProps {
  readonly kind: NewPieceKind
  readonly onClose: () => void
}

type Base = Pick<LogicPiece, 'id' | 'title' | 'of'>

/** Each kind as it begins. */
const beginnings: Readonly<Record<NewPieceKind, (base: Base) => LogicPiece>> = {
  rules: (base) => ({ kind: 'rules', ...base, rules: [] }),
  condition: (base) => ({ kind: 'condition', ...base, conditions: unwritten }),
  fact: (base) => ({ kind: 'fact', ...base, value: unwrittenValue }),
  table: (base) => ({ kind: 'table', ...base, hit: 'first', inputs: [], outputs: ['result'], rows: [] }),
  outcome: (base) => ({ kind: 'outcome', ...base, from: unwrittenValue }),
  entitlement: (base) => ({ kind: 'entitlement', ...base, conditions: unwritten }),
}

const titles = { table: 'rules.newTable', rules: 'rules.newSet', condition: 'rules.newCondition', fact: 'rules.newFact', outcome: 'rules.newOutcome', entitlement: 'rules.newEntitlement' } as const
/** What each kind is for. */
export const pieceHelps = { table: 'rules.tableHelp', rules: 'rules.setHelp', condition: 'rules.conditionHelp', fact: 'rules.factHelp', outcome: 'rules.outcomeHelp', entitlement: 'rules.entitlementHelp' } as const

/** A new rule set or shared condition: what it is called and of whom it is judged. It opens at once to be written. */
export const NewPieceDialog = ({ kind, onClose }: NewPieceDialogProps) => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { assembly, editor } = useDraft()
  const [form, setForm] = useState({ vi: '', en: '', id: undefined as string | undefined, subject: 'household' as Subject })
  const [tried, setTried] = useState(false)
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part })
  const isTaken = (name: string): boolean => assembly.fields.has(name) || assembly.pieces.has(name)
  const id = form.id ?? suggestCode(form.en || form.vi, isTaken)
  const wrong = { vi: form.vi.trim() === '', id: !isAuthorId(id), taken: isTaken(id) }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (Object.values(wrong).some(Boolean)) return
    const title = { vi: form.vi.trim(), en: form.en.trim() || form.vi.trim() }
    editor.perform({ name: 'piece.add', args: { piece: beginnings[kind]({ id, title, ...(form.subject === 'members' && { of: form.subject }) }) } })
    onClose()
    void navigate({ to: '.', search: (search) => ({ ...search, on: writeElement({ kind: 'piece', id }) }) })
  }
  return (
    <Modal opened onClose={onClose} title={t(titles[kind])} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <span style={{ color: 'var(--quiet)' }}>{t(pieceHelps[kind])}</span>
          <TextInput label={t('rules.title')} value={form.vi} onChange={(event) => change({ vi: event.currentTarget.value })} error={tried && wrong.vi && t('rules.titleMissing')} maxLength={300} required data-autofocus />
          <TextInput label={t('rules.titleEn')} value={form.en} onChange={(event) => change({ en: event.currentTarget.value })} maxLength={300} />
          <NativeSelect label={t('rules.subject')} value={form.subject} onChange={(event) => change({ subject: event.currentTarget.value as Subject })} data={(['household', 'members'] as const).map((subject) => ({ value: subject, label: t(`rules.subject.${subject}`) }))} />
          <TextInput label={t('rules.id')} description={t('parameter.idHelp')} value={id} onChange={(event) => change({ id: event.currentTarget.value.trim() || undefined })} error={tried && (wrong.taken ? t('dictionary.idTaken') : wrong.id && t('parameter.idWrong'))} maxLength={60} required />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>{t('parameter.cancel')}</Button>
            <Button type="submit">{t('rules.create')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

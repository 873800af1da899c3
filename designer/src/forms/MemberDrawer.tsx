import { Button, Drawer, Group, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { Answer, MemberAnswers } from '@tieuchi/runtime'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupSchema } from './group-schema.ts'
import { QuestionForm } from './QuestionForm.tsx'

interface MemberDrawerProps {
  readonly member: MemberAnswers
  readonly title: string
  readonly group: GroupSchema
  readonly fields: readonly string[]
  readonly errors: Readonly<Record<string, readonly string[]>>
  readonly focus?: { readonly field?: string } | undefined
  readonly onAnswer: (member: string, field: string, answer: Answer | undefined) => void
  readonly onRemove: (member: string) => void
  /** Opens the member after this one; absent at the last. */
  readonly onNext?: (() => void) | undefined
  readonly onClose: () => void
}

/** The questions of one member. It opens on the left, so that the result on the right stays in sight. */
export const MemberDrawer = ({ member, title, group, fields, errors, focus, onAnswer, onRemove, onNext, onClose }: MemberDrawerProps) => {
  const { t } = useTranslation()
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const answer = useCallback((field: string, value: Answer | undefined) => onAnswer(member.id, field, value), [onAnswer, member.id])
  return (
    <Drawer opened onClose={onClose} position="left" size={phone ? '100%' : 'min(720px, calc(100vw - 400px))'} title={<Text fw={600} fz="lg">{title}</Text>} overlayProps={{ backgroundOpacity: 0.12 }} closeButtonProps={{ 'aria-label': t('close') }}>
      <QuestionForm key={member.id} name="member" group={group} fields={fields} answers={member} errors={errors} focus={focus} onAnswer={answer} />
      <Group justify="space-between" gap="sm" mt="lg">
        <RemoveMember key={member.id} onRemove={() => onRemove(member.id)} />
        <Group gap="sm">
          {onNext && <Button variant="default" onClick={onNext}>{t('roster.next')}</Button>}
          <Button onClick={onClose}>{t('roster.done')}</Button>
        </Group>
      </Group>
    </Drawer>
  )
}

/** Asks once more in place: taking a member out of the household takes all answers along. */
const RemoveMember = ({ onRemove }: { readonly onRemove: () => void }) => {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  if (!asked) return <Button variant="subtle" color="red" c="var(--error)" onClick={() => setAsked(true)}>{t('roster.remove')}</Button>
  return (
    <Group gap="sm">
      <Text>{t('roster.removeSure')}</Text>
      <Button color="red" variant="outline" c="var(--error)" bd="1px solid var(--error)" onClick={onRemove}>{t('roster.removeYes')}</Button>
      <Button variant="default" onClick={() => setAsked(false)}>{t('roster.removeNo')}</Button>
    </Group>
  )
}

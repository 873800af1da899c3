import { Button, Drawer, Group, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { Answer, ColumnCount, LayoutPart, MemberAnswers, Text as Words } from '@tieuchi/runtime'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormParts } from './FormParts.tsx'
import type { GroupSchema } from './group-schema.ts'
import { MemberDeparture, type Going } from './MemberDeparture.tsx'
import classes from './Roster.module.css'

/** What comes after the members of a section. */
export interface SectionOnward {
  readonly title: string
  readonly go: () => void
}

interface MemberDrawerProps {
  readonly member: MemberAnswers
  readonly title: string
  readonly group: GroupSchema
  readonly parts: readonly LayoutPart[]
  readonly columns: ColumnCount
  readonly hidden: ReadonlySet<string>
  readonly facts: Readonly<Record<string, Words>>
  readonly errors: Readonly<Record<string, readonly string[]>>
  readonly focus?: { readonly field?: string } | undefined
  readonly onAnswer: (member: string, field: string, answer: Answer | undefined) => void
  /** How someone new came, above the questions; absent for whom the register knows. */
  readonly arrival?: ReactNode
  /** Whether the register knows the member: then how they went is asked. */
  readonly known: boolean
  /** Absent where it is not asked who is of the household, as on a page of another programme. */
  readonly onGoing?: ((member: string, going: Going) => void) | undefined
  /** Opens the next member something is asked of; absent at the last. */
  readonly onNext?: (() => void) | undefined
  /** Adds a member and opens it, offered at the last; absent like `onGoing`. */
  readonly onAdd?: (() => void) | undefined
  /** Where the work goes on behind the last member, where nobody is added there. */
  readonly onward?: SectionOnward | undefined
  readonly onClose: () => void
}

/** The questions of one member. It opens on the left, so that the result on the right stays in sight. */
export const MemberDrawer = ({ member, title, group, parts, columns, hidden, facts, errors, focus, onAnswer, arrival, known, onGoing, onNext, onAdd, onward, onClose }: MemberDrawerProps) => {
  const { t } = useTranslation()
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const answer = useCallback((field: string, value: Answer | undefined) => onAnswer(member.id, field, value), [onAnswer, member.id])
  return (
    <Drawer opened onClose={onClose} position="left" size={phone ? '100%' : 'min(720px, calc(100vw - 400px))'} title={<Text fw={600} fz="lg">{title}</Text>} overlayProps={{ backgroundOpacity: 0.12 }} classNames={{ content: classes['drawerContent'] ?? '' }} closeButtonProps={{ 'aria-label': t('close') }}>
      {arrival}
      <FormParts key={member.id} name="member" whose={`members.${member.id}`} member={member.id} parts={parts} columns={columns} group={group} answers={member} errors={errors} hidden={hidden} facts={facts} focus={focus} onAnswer={answer} />
      <Group justify="space-between" gap="sm" className={classes['drawerEnd'] ?? ''}>
        {onGoing && <RemoveMember key={member.id} known={known} onGoing={(going) => onGoing(member.id, going)} />}
        <Group gap="sm" ml="auto">
          {onNext && <Button variant="default" onClick={onNext}>{t('roster.next')}</Button>}
          {!onNext && onAdd && <Button variant="default" onClick={onAdd}>{t('roster.addAnother')}</Button>}
          {!onNext && onward && <Button variant="default" onClick={onward.go}>{t('form.next', { title: onward.title })}</Button>}
          <Button onClick={onClose}>{t('roster.done')}</Button>
        </Group>
      </Group>
    </Drawer>
  )
}

/** Asks once more in place: taking a member out of the household takes all answers along. Of whom the register knows it asks how they went. */
const RemoveMember = ({ known, onGoing }: { readonly known: boolean; readonly onGoing: (going: Going) => void }) => {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  if (!asked) return <Button variant="subtle" color="red" c="var(--error)" onClick={() => setAsked(true)}>{t(known ? 'roster.noLonger' : 'roster.remove')}</Button>
  if (known) return <MemberDeparture onGoing={onGoing} onKeep={() => setAsked(false)} />
  return (
    <Group gap="sm">
      <Text>{t('roster.removeSure')}</Text>
      <Button color="red" variant="outline" c="var(--error)" bd="1px solid var(--error)" onClick={() => onGoing('mistaken')}>{t('roster.removeYes')}</Button>
      <Button variant="default" onClick={() => setAsked(false)}>{t('roster.removeNo')}</Button>
    </Group>
  )
}

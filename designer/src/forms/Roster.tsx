import { Badge, Button, Table, Text, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { formatOfField, writeAnswer, type Assembly, type MemberAnswers } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { memberPlace } from '../presence/marks.ts'
import { PresenceMark } from '../presence/PresenceMark.tsx'
import { AskedMark, type Asked } from './AskedMark.tsx'
import classes from './Roster.module.css'

const ADD_MEMBER = 'add-member'

const rowId = (member: string): string => `open-${member}`

/** Back to the row of a member; where it is gone, to the button that adds one. */
export const focusMemberRow = (member: string): void => (document.getElementById(rowId(member)) ?? document.getElementById(ADD_MEMBER))?.focus()

interface RosterColumn {
  readonly field: string
  readonly label: string
}

interface RosterProps {
  readonly assembly: Assembly
  readonly members: readonly MemberAnswers[]
  /** Questions shown in the row of a member, as the form words them. */
  readonly columns: readonly RosterColumn[]
  /** Members the register does not know, where it knows the household. */
  readonly newcomers: ReadonlySet<string>
  /** How far a member is. */
  readonly stateOf: (member: MemberAnswers) => MemberState
  readonly onOpen: (member: string) => void
  /** Absent where it is not asked who is of the household. */
  readonly onAdd?: (() => void) | undefined
}

interface MemberState extends Asked {
  /** Whether there is anything to be seen of the member, and so to be opened. */
  readonly shown: boolean
}

/** The members as a table, one line each; on a phone as cards. The questions of a member are asked in a drawer. */
export const Roster = ({ assembly, members, columns, newcomers, stateOf, onOpen, onAdd }: RosterProps) => {
  const { t } = useTranslation()
  return (
    <section aria-label={t('roster.title')}>
      <div className={classes['head']}>
        <h2>{t('roster.count', { count: members.length })}</h2>
        {onAdd && <Button id={ADD_MEMBER} variant="default" size="compact-md" leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>{t('roster.add')}</Button>}
      </div>
      {members.length === 0 && <Text c="var(--quiet)">{t('roster.empty')}</Text>}
      {members.length > 0 && (
        <Table className={classes['table'] ?? ''} highlightOnHover aria-label={t('roster.title')}>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ field, label }) => <Table.Th key={field}>{label}</Table.Th>)}
              <Table.Th><VisuallyHidden>{t('roster.state')}</VisuallyHidden></Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {members.map((member, index) => (
              <MemberRow key={member.id} assembly={assembly} member={member} number={index + 1} columns={columns} isNew={newcomers.has(member.id)} state={stateOf(member)} onOpen={onOpen} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  )
}

interface MemberRowProps {
  readonly assembly: Assembly
  readonly member: MemberAnswers
  readonly number: number
  readonly columns: readonly RosterColumn[]
  readonly isNew: boolean
  readonly state: MemberState
  readonly onOpen: (member: string) => void
}

const MemberRow = ({ assembly, member, number, columns, isNew, state, onOpen }: MemberRowProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const written = (field: string): string => {
    const answer = member[field]
    const schema = assembly.fields.get(field)?.schema
    return answer === undefined ? '' : writeAnswer(answer, { ...formatOfField(schema), lists: assembly.lists, language })
  }
  return (
    <Table.Tr {...(state.shown && { onClick: () => onOpen(member.id) })} className={classes['row'] ?? ''} data-opens={state.shown}>
      {columns.map(({ field, label }, column) => (
        <Table.Td key={field} data-label={label}>
          {column === 0
            ? (
              <>
                <MemberName id={rowId(member.id)} name={written(field) || t('roster.member', { number })} opens={state.shown} />
                {isNew && <Badge className={classes['new'] ?? ''} variant="light" size="sm" tt="none">{t('roster.new')}</Badge>}
                <PresenceMark place={memberPlace(member.id)} />
              </>
            )
            : written(field) || <span className={classes['blank']}>–</span>}
        </Table.Td>
      ))}
      <Table.Td className={classes['state'] ?? ''}><AskedMark {...state} /></Table.Td>
    </Table.Tr>
  )
}

const MemberName = ({ id, name, opens }: { readonly id: string; readonly name: string; readonly opens: boolean }) => {
  const { t } = useTranslation()
  return opens ? <button type="button" id={id} className={classes['open']} aria-label={t('roster.open', { name })}>{name}</button> : name
}

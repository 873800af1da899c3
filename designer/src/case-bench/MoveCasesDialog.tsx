import { Button, Group, Modal, Progress, Stack, Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import { formatDay } from '../ui/day-text.ts'
import classes from './case-bench.module.css'
import { ChangedCases } from './ChangedCases.tsx'
import { movedDays, onOtherDays, type CaseMove } from './moved-cases.ts'
import { useJudgedMoves } from './use-judged-moves.ts'

interface MoveCasesDialogProps {
  readonly moves: readonly CaseMove[]
  readonly onClose: () => void
}

const hundred = 100

/** More days than these would bury what follows; they are shown on request. */
const shownFirst = 6

/** What will happen to cases that move to the days of the draft, and which come out otherwise, before anything changes. */
export const MoveCasesDialog = ({ moves, onClose }: MoveCasesDialogProps) => {
  const { t } = useTranslation()
  const { editor } = useDraft()
  const { done, changed, unfinished } = useJudgedMoves(moves)
  const otherDays = onOtherDays(moves).length
  const judging = !unfinished && done < moves.length
  const move = (): void => {
    editor.perform({ name: 'cases.move', args: { cases: moves.map(({ after }) => after) } })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('bench.move.do')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="md">
        <p className={classes['quiet']}>{t('bench.move.text')}</p>
        <MovedDays moves={moves} />
        {otherDays > 0 && <p className={classes['needed']}>{t('bench.move.otherDay', { count: otherDays })}</p>}
        <p className={classes['quiet']}>{t('bench.move.kept')}</p>
        {judging && <div><output>{t('bench.move.judging', { done, all: moves.length })}</output><Progress value={(done / moves.length) * hundred} aria-hidden transitionDuration={0} /></div>}
        {unfinished && <p className={classes['needed']}>{t('bench.move.unfinished')}</p>}
        {!judging && !unfinished && changed.length === 0 && <output>{t('bench.move.same', { count: moves.length })}</output>}
        {changed.length > 0 && <ChangedCases changed={changed} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('parameter.cancel')}</Button>
          <Button loading={judging} onClick={move}>{t('bench.move.take', { count: moves.length })}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}

const MovedDays = ({ moves }: Pick<MoveCasesDialogProps, 'moves'>) => {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const days = movedDays(moves)
  const shown = all ? days : days.slice(0, shownFirst)
  return (
    <div>
      <Table aria-label={t('bench.move.days')}>
        <Table.Thead><Table.Tr><Table.Th>{t('bench.move.from')}</Table.Th><Table.Th>{t('bench.move.to')}</Table.Th><Table.Th ta="right">{t('bench.move.count')}</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>{shown.map(({ from, to, count }) => <Table.Tr key={from}><Table.Td>{formatDay(from)}</Table.Td><Table.Td>{formatDay(to)}</Table.Td><Table.Td ta="right">{count}</Table.Td></Table.Tr>)}</Table.Tbody>
      </Table>
      {days.length > shown.length && <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAll(true)}>{t('bench.move.allDays', { count: days.length })}</Button>}
    </div>
  )
}

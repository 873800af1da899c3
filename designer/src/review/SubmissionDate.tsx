import { Button, Group, Popover, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import type { Submission } from '../api/contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatDay } from '../ui/day-text.ts'
import { DayInput } from '../ui/DayInput.tsx'

interface SubmissionDateProps {
  readonly day: string
  readonly onChange: (day: string) => Promise<Submission>
}

const FIELD = 'submission-date'

/** Height of the label of the field, which the button stands beside. */
const BELOW_LABEL = '1.27rem'

/** The reference date of a draft. Another day may mean other rules, so it is changed on purpose and not by passing over a field. */
export const SubmissionDate = ({ day, onChange }: SubmissionDateProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [opened, { close, toggle }] = useDisclosure(false)
  const [chosen, setChosen] = useState(day)
  const [unreadable, setUnreadable] = useState<string>()
  const changing = useMutation({ mutationFn: onChange, onSuccess: close })
  const open = () => {
    setChosen(day)
    setUnreadable(undefined)
    changing.reset()
    toggle()
  }
  return (
    <Popover opened={opened} onClose={close} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="compact-md" onClick={open}>{t('submission.referenceDate', { day: formatDay(day) })}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={(event) => {
          event.preventDefault()
          if (unreadable === undefined) changing.mutate(chosen)
          else document.getElementById(FIELD)?.focus()
        }}>
          {/* The button stands beside the field, for the calendar opens below it. */}
          <Group gap="sm" align="flex-start" wrap="nowrap">
            <DayInput id={FIELD} label={t('submission.newDate')} day={chosen} onDay={setChosen} onUnreadable={setUnreadable} w={152} popoverProps={{ position: 'bottom-start' }} />
            <Button type="submit" px="sm" mt={BELOW_LABEL} loading={changing.isPending}>{t('submission.applyDate')}</Button>
          </Group>
          <Text c="var(--quiet)" fz={13} mt="xs" maw={312}>{t('submission.newDateHelp')}</Text>
          {changing.error && <Text role="alert" c="var(--error)" mt="xs" maw={312}>{read(detailOf(changing.error))}</Text>}
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

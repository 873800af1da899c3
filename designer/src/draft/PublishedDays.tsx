import { Alert, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { coveredBy } from '../policies/spans.ts'
import { usePeriodText } from '../policies/use-period-text.ts'
import { formatDay } from '../ui/day-text.ts'
import { usePublishedProgramme } from './use-published-programme.ts'

interface PublishedDaysProps {
  readonly from: string | undefined
  readonly to: string | undefined
}

/** Which releases are published already for the days of the draft, and that it would take their place. */
export const PublishedDays = ({ from, to }: PublishedDaysProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const period = usePeriodText()
  const { timeline } = usePublishedProgramme()
  if (from === undefined || !timeline) return null
  const covered = coveredBy(timeline.spans.find(({ scope }) => scope === 'national')?.spans ?? [], { from, to })
  if (covered.length === 0) return null
  const releases = covered.map((span) => `“${read(timeline.releases[span.release ?? '']?.title ?? { vi: '', en: '' })}” (${period(span)})`).join('; ')
  const text = t('drafts.daysPublished', { releases, day: formatDay(from) })
  return covered.some((span) => span.from === from) ? <Alert color="yellow" variant="outline" title={t('drafts.daysTaken')}>{text}</Alert> : <Text fz={13} c="var(--quiet)">{text}</Text>
}

import { Button, Group } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { formatDate, formatNumber } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { ImpactRun } from '../api/contract.ts'
import { impactExcelPath, impactPrintPath } from '../api/impact-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { usePrint } from '../prints/use-print.ts'
import { formatInstant } from '../ui/day-text.ts'
import { DownloadButton } from '../ui/DownloadButton.tsx'
import classes from './impact.module.css'
import { useCounts } from './use-counts.ts'

/** What was held against what, on which day, over which households, and how it was checked; and the files of it. */
export const RunFacts = ({ run }: { readonly run: ImpactRun }) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { households } = useCounts()
  const { before, after, subject, at, area, near, created_by: by, created_at: since, register, checks, state } = run
  const write = (number: number): string => formatNumber(number, language)
  const version = after.draft ? t('impact.versionOf', { title: read(after.title), version: after.draft.version }) : read(after.title)
  return (
    <div className={classes['head']}>
      <dl className={classes['facts']}>
        <dt>{t('impact.compared')}</dt><dd>{t('impact.sides', { before: read(before.title), after: version })}. {t('impact.computedAnew')}</dd>
        <dt>{t('impact.subject')}</dt><dd>{t('impact.subjectOn', { subject: read(subject.title), day: formatDate(at), area: area.name, near: write(near) })}</dd>
        {register && (
          <><dt>{t('impact.registerState')}</dt><dd>
            {households(register.households)}{register.changed_meanwhile > 0 && `; ${t('impact.changedMeanwhile', { count: register.changed_meanwhile, number: write(register.changed_meanwhile) })}`}
            {checks.checked > 0 && `. ${t('impact.checked', { count: checks.checked, number: write(checks.checked) })}`}
          </dd></>
        )}
        <dt>{t('impact.made')}</dt><dd>{t('impact.madeBy', { person: by.name, at: formatInstant(since) })}</dd>
      </dl>
      {state === 'done' && <Files run={run} />}
    </div>
  )
}

const Files = ({ run: { id } }: { readonly run: ImpactRun }) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { print, pending } = usePrint()
  const paper = (): void => print((spoken) => impactPrintPath(id, spoken))
  return (
    <Group gap="sm">
      <DownloadButton path={impactExcelPath(id, language)} size="compact-md">{t('list.excel')}</DownloadButton>
      <Button variant="default" size="compact-md" loading={pending} leftSection={<IconPrinter size={16} aria-hidden />} onClick={paper}>{t('impact.print')}</Button>
    </Group>
  )
}

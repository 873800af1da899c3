import { Checkbox, MultiSelect, NumberInput, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PartnerChange } from '../api/contract.ts'
import { unitsQuery } from '../api/people-api.ts'
import { programmesQuery } from '../api/policy-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { matchesSearch } from '../ui/search-text.ts'

interface PartProps {
  readonly permitted: PartnerChange
  readonly onChange: (part: Partial<PartnerChange>) => void
}

interface PartnerPermissionsProps extends PartProps {
  readonly today: string
  /** Whether it was tried to save it, so that what is missing is said. */
  readonly tried: boolean
}

/** What a partner may ask for: about which area, for which programmes, how much and until when. */
export const PartnerPermissions = ({ permitted, today, tried, onChange }: PartnerPermissionsProps) => {
  const { t } = useTranslation()
  return (
    <>
      <AreaAndProgrammes permitted={permitted} today={today} error={tried && permitted.programmes.length === 0 && t('partners.programmesMissing')} onChange={onChange} />
      <Checkbox label={t('partners.explanations')} checked={permitted.explanations} onChange={(event) => onChange({ explanations: event.currentTarget.checked })} />
      <Limits permitted={permitted} onChange={onChange} />
    </>
  )
}

const AreaAndProgrammes = ({ permitted, today, error, onChange }: PartProps & { readonly today: string; readonly error: string | false }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const units = useQuery(unitsQuery(today)).data ?? []
  const programmes = useQuery(programmesQuery(today)).data ?? []
  return (
    <>
      <Select
        label={t('partners.unit')}
        value={permitted.unit}
        onChange={(unit) => unit && onChange({ unit })}
        data={units.map(({ id, name, parents }) => ({ value: id, label: [name, ...parents].join(', ') }))}
        filter={({ options, search }) => options.filter((option) => 'label' in option && matchesSearch(option.label, search))}
        searchable
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
      />
      <MultiSelect label={t('partners.programmes')} value={permitted.programmes} onChange={(chosen) => onChange({ programmes: chosen })} data={programmes.map(({ id, title }) => ({ value: id, label: read(title) }))} error={error} required comboboxProps={{ withinPortal: false }} />
    </>
  )
}

const Limits = ({ permitted, onChange }: PartProps) => {
  const { t } = useTranslation()
  return (
    <>
      <NumberInput label={t('partners.perMinute')} value={permitted.requests_per_minute} onChange={(value) => typeof value === 'number' && onChange({ requests_per_minute: value })} min={1} max={100_000} allowDecimal={false} thousandSeparator="." decimalSeparator="," />
      <NumberInput label={t('partners.perDay')} value={permitted.households_per_day} onChange={(value) => typeof value === 'number' && onChange({ households_per_day: value })} min={1} max={10_000_000} allowDecimal={false} thousandSeparator="." decimalSeparator="," />
      <DayInput label={t('partners.validTo')} day={permitted.valid_to} onDay={(day) => onChange({ valid_to: day })} />
    </>
  )
}

import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import type { PagesPlace } from '../elements/pages-place.ts'

interface PagesPlaceSelectProps {
  readonly places: readonly PagesPlace[]
  readonly chosen: Pick<PagesPlace, 'form' | 'anchor'> | undefined
  readonly onChoose: (place: PagesPlace) => void
  readonly error?: string | false
}

const keyOf = ({ form, anchor }: Pick<PagesPlace, 'form' | 'anchor'>): string => `${form} ${anchor}`

/** Chooses where pages stand, by the titles of form and section; those of one policy stand together. */
export const PagesPlaceSelect = ({ places, chosen, onChoose, error }: PagesPlaceSelectProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const groups = [...Map.groupBy(places, ({ releaseTitle }) => read(releaseTitle))]
  return (
    <Select
      label={t('design.pages.place')}
      placeholder={t('design.pages.choose')}
      data={groups.map(([group, those]) => ({ group, items: those.map((place) => ({ value: keyOf(place), label: t('design.pages.behind', { form: read(place.formTitle), section: read(place.sectionTitle) }) })) }))}
      value={chosen && places.some((place) => keyOf(place) === keyOf(chosen)) ? keyOf(chosen) : null}
      onChange={(key) => {
        const place = places.find((each) => keyOf(each) === key)
        if (place) onChoose(place)
      }}
      error={error}
      allowDeselect={false}
    />
  )
}

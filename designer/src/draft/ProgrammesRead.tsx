import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { programmesQuery } from '../api/policy-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { filterEntries } from '../forms/choice-entries.ts'
import { usePublishedProgramme } from './use-published-programme.ts'

/** The programmes whose results the rules read. Of a programme that is published more can be added; what its former releases read stays. */
export const ProgrammesRead = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { editor, state: { document: { programme } }, today } = useDraft()
  const programmes = useQuery(programmesQuery(today)).data ?? []
  const { timeline, isPublished } = usePublishedProgramme()
  const kept = timeline?.programme.depends_on ?? (isPublished ? programme.depends_on : [])
  const write = (names: readonly string[]): void => editor.perform({ name: 'programme.reads', args: { depends_on: [...kept, ...names.filter((name) => !kept.includes(name))] } })
  return (
    <MultiSelect
      label={t('newProgramme.reads')}
      description={t(kept.length > 0 ? 'drafts.readsKept' : 'newProgramme.readsHelp')}
      data={programmes.filter(({ id }) => id !== programme.id).map(({ id, title }) => ({ value: id, label: read(title), disabled: kept.includes(id) }))}
      value={[...programme.depends_on]}
      onChange={write}
      searchable
      filter={filterEntries}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}

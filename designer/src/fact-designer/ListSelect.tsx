import { NativeSelect } from '@mantine/core'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'

interface ListSelectProps {
  readonly label: string
  readonly list: string | undefined
  readonly onList: (list: string | undefined) => void
}

/** Which code list values are from, if any. */
export const ListSelect = ({ label, list, onList }: ListSelectProps) => {
  const { read } = useLanguage()
  const { assembly } = useDraft()
  return <NativeSelect label={label} value={list ?? ''} onChange={(event) => onList(event.currentTarget.value || undefined)} data={[{ value: '', label: '–' }, ...[...assembly.lists.values()].map(({ id, title }) => ({ value: id, label: read(title) }))]} />
}

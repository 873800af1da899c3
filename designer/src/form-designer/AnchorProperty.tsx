import { Checkbox } from '@mantine/core'
import { suggestCode, type FormDocument, type FormSection } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import type { FormDesign } from './form-design.ts'
import { partWith } from './with-part.ts'

const placesOf = (form: FormDocument | undefined): readonly string[] => (form?.sections ?? []).flatMap(({ anchor }) => anchor ?? [])

/**
 * Whether programmes that read this one may put pages behind a section. They call the place by a name that it keeps whatever its title becomes; a
 * place that the form had before and no section has now is opened again, for their pages stand there.
 */
export const AnchorProperty = ({ design: { form, actions }, section }: { readonly design: FormDesign; readonly section: FormSection }) => {
  const { t } = useTranslation()
  const { base } = useDraft()
  const taken = placesOf(form)
  const closed = placesOf(base?.forms.find(({ id }) => id === form.id)).find((place) => !taken.includes(place))
  const write = (open: boolean): void => {
    const anchor = open ? closed ?? (suggestCode(section.title.vi, (code) => taken.includes(code)) || `section_${form.sections.indexOf(section) + 1}`) : undefined
    actions.write(partWith(section, { anchor }))
  }
  return <Checkbox label={t('design.anchor')} description={t('design.anchorHelp')} checked={section.anchor !== undefined} onChange={(event) => write(event.currentTarget.checked)} mt="sm" />
}

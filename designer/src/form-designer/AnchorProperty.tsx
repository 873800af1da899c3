import { Checkbox } from '@mantine/core'
import { suggestCode, type FormSection } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { FormDesign } from './form-design.ts'
import { partWith } from './with-part.ts'

/** Whether programmes that read this one may put pages behind a section. They call the place by a name that it keeps whatever its title becomes. */
export const AnchorProperty = ({ design: { form, actions }, section }: { readonly design: FormDesign; readonly section: FormSection }) => {
  const { t } = useTranslation()
  const taken = form.sections.flatMap(({ anchor }) => anchor ?? [])
  const write = (open: boolean): void => {
    const anchor = open ? suggestCode(section.title.vi, (code) => taken.includes(code)) || `section_${form.sections.indexOf(section) + 1}` : undefined
    actions.write(partWith(section, { anchor }))
  }
  return <Checkbox label={t('design.anchor')} description={t('design.anchorHelp')} checked={section.anchor !== undefined} onChange={(event) => write(event.currentTarget.checked)} mt="sm" />
}

import { Title } from '@mantine/core'
import type { Assembly } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { ElementLink } from './ElementLink.tsx'
import { FormText } from './FormText.tsx'

/** The forms of a release with their questions, to be read. */
export const FormsList = ({ assembly }: { readonly assembly: Assembly }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { forms } = assembly.release
  if (forms.length === 0) return <EmptyList title={t('forms.empty')} text={t('forms.emptyText')} />
  return forms.map((form) => (
    <section key={form.id}>
      <Title order={2}><ElementLink element={{ kind: 'form', id: form.id }}>{read(form.title)}</ElementLink></Title>
      <FormText assembly={assembly} form={form} />
    </section>
  ))
}

import { Group, Title } from '@mantine/core'
import type { Assembly, FormDocument } from '@tieuchi/runtime'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { ElementLink } from './ElementLink.tsx'
import { FormText } from './FormText.tsx'
import { PagesPlaceText } from './PagesPlaceText.tsx'

interface FormsListProps {
  readonly assembly: Assembly
  /** What can be done with a form. */
  readonly renderAction?: (form: FormDocument) => ReactNode
}

/** The forms of a release with their questions, to be read. */
export const FormsList = ({ assembly, renderAction }: FormsListProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { forms } = assembly.release
  if (forms.length === 0) return <EmptyList title={t('forms.empty')} text={t('forms.emptyText')} />
  return forms.map((form) => (
    <section key={form.id}>
      <Group justify="space-between" align="center">
        <Title order={2}><ElementLink element={{ kind: 'form', id: form.id }}>{read(form.title)}</ElementLink></Title>
        {renderAction?.(form)}
      </Group>
      {form.kind === 'pages' && <PagesPlaceText assembly={assembly} pages={form} />}
      <FormText assembly={assembly} form={form} />
    </section>
  ))
}

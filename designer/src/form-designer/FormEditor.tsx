import { Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { FormDocument } from '@tieuchi/runtime'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import { PagesPlaceText } from '../elements/PagesPlaceText.tsx'
import { DesignView } from './DesignView.tsx'
import type { FormDesign } from './form-design.ts'
import { formViews, type FormView } from './form-views.ts'
import { LogicView } from './LogicView.tsx'
import type { CanvasRow } from './part-rows.ts'
import { PreviewView } from './PreviewView.tsx'
import { SourceView } from './SourceView.tsx'
import { useFormDesign } from './use-form-design.ts'

type Views = Readonly<Record<FormView, (design: FormDesign, rows: readonly CanvasRow[], writable: boolean) => ReactNode>>

const views: Views = {
  design: (design, rows, writable) => <DesignView design={design} rows={rows} writable={writable} />,
  preview: (design) => <PreviewView form={design.form} />,
  logic: (design, _rows, writable) => <LogicView design={design} writable={writable} />,
  source: (design, _rows, writable) => <SourceView key={design.form.id} form={design.form} writable={writable} />,
}

/** A form of the draft: designed, tried, read as sentences and as text. */
export const FormEditor = ({ form }: { readonly form: FormDocument }) => {
  const { assembly } = useDraft()
  return (
    <div data-wide>
      {form.kind === 'pages' && <PagesPlaceText assembly={assembly} pages={form} />}
      <FormTabs id={form.id} />
    </div>
  )
}

/** The tabs around a view; they are not drawn again for what is written in it. */
const FormTabs = memo(({ id }: { readonly id: string }) => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { view = 'design' } = useSearch({ from: '/signed-in/drafts/$id' })
  return (
    <Tabs value={view} keepMounted={false} onChange={(next) => void navigate({ to: '.', search: (search) => ({ ...search, view: next === 'design' ? undefined : formViews.find((each) => each === next) }) })}>
      <Tabs.List>{formViews.map((each) => <Tabs.Tab key={each} value={each}>{t(`design.view.${each}`)}</Tabs.Tab>)}</Tabs.List>
      <Tabs.Panel value={view} pt="sm"><FormInView id={id} view={view} /></Tabs.Panel>
    </Tabs>
  )
})
FormTabs.displayName = 'FormTabs'

const FormInView = ({ id, view }: { readonly id: string; readonly view: FormView }) => {
  const { assembly: { release: { forms } } } = useDraft()
  const form = forms.find((each) => each.id === id)
  return form && <ShownForm form={form} view={view} />
}

const ShownForm = ({ form, view }: { readonly form: FormDocument; readonly view: FormView }) => {
  const { writable } = useDraft()
  const { rows, ...design } = useFormDesign(form)
  return views[view](design, rows, writable)
}

import { Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { FormDocument } from '@tieuchi/runtime'
import type { ReactNode } from 'react'
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
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { assembly, writable } = useDraft()
  const { view = 'design' } = useSearch({ from: '/signed-in/drafts/$id' })
  const { rows, ...design } = useFormDesign(form)
  return (
    <div data-wide>
      {form.kind === 'pages' && <PagesPlaceText assembly={assembly} pages={form} />}
      <Tabs value={view} keepMounted={false} onChange={(next) => void navigate({ to: '.', search: (search) => ({ ...search, view: next === 'design' ? undefined : formViews.find((each) => each === next) }) })}>
        <Tabs.List>{formViews.map((each) => <Tabs.Tab key={each} value={each}>{t(`design.view.${each}`)}</Tabs.Tab>)}</Tabs.List>
        <Tabs.Panel value={view} pt="sm">{views[view](design, rows, writable)}</Tabs.Panel>
      </Tabs>
    </div>
  )
}

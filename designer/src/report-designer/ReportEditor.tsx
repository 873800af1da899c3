import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReportDocument } from '@tieuchi/runtime'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FiguresControls } from './FiguresControls.tsx'
import classes from './report-designer.module.css'
import { ReportProperties } from './ReportProperties.tsx'
import { ReportSheet } from './ReportSheet.tsx'
import { ReportTools } from './ReportTools.tsx'
import { useReportDesk } from './use-report-desk.ts'
import { useReportFigures } from './use-report-figures.ts'

const panels = ['sheet', 'properties'] as const
type Panel = (typeof panels)[number]

/** A report form of the draft: the form with figures of one unit, and what is said of what is selected in it; on a phone one at a time. */
export const ReportEditor = ({ report }: { readonly report: ReportDocument }) => {
  const { t } = useTranslation()
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false })
  const [panel, setPanel] = useState<Panel>('sheet')
  const side = useRef<HTMLElement>(null)
  const desk = useReportDesk(report)
  const shown = useReportFigures(report)
  const toProperties = (): void => {
    setPanel('properties')
    requestAnimationFrame(() => side.current?.querySelector<HTMLElement>(':is(input, textarea, select, button):not(:disabled)')?.focus())
  }
  return (
    <div data-wide className={classes['desk']} data-panel={narrow ? panel : undefined}>
      {narrow && <SegmentedControl fullWidth value={panel} onChange={(next) => setPanel(panels.find((each) => each === next) ?? 'sheet')} data={panels.map((value) => ({ value, label: t(`reportDesign.panel.${value}`) }))} className={classes['panels'] ?? ''} />}
      <section className={classes['canvas']} aria-label={t('reportDesign.panel.sheet')} data-show="sheet">
        <div className={classes['tools']}>
          {desk.writable && <ReportTools desk={desk} />}
          <FiguresControls period={report.period} shown={shown} />
        </div>
        <div aria-busy={shown.counting}><ReportSheet desk={desk} figures={shown.figures} onProperties={toProperties} /></div>
        <p className={classes['quiet']}>{t('reportDesign.keys')}</p>
      </section>
      <section ref={side} className={classes['side']} aria-label={t('reportDesign.panel.properties')} data-show="properties">
        <ReportProperties desk={desk} />
      </section>
    </div>
  )
}

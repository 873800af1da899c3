import { Button } from '@mantine/core'
import { blocksOf } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { findColumn } from '../editor-store/commands/report-columns.ts'
import { BlockProperties } from './BlockProperties.tsx'
import { ColumnProperties } from './ColumnProperties.tsx'
import classes from './report-designer.module.css'
import type { ReportDesk } from './report-desk.ts'
import { ReportHeadProperties } from './ReportHeadProperties.tsx'

/** What is said of what is selected: of a column, of rows, or of the form itself. */
export const ReportProperties = ({ desk }: { readonly desk: ReportDesk }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { report, selection, actions, writable } = desk
  const column = selection.kind === 'columns' ? findColumn(report.columns, selection.lead)?.column : undefined
  const block = selection.kind === 'block' ? blocksOf(report).find(({ block: { id } }) => id === selection.id)?.block : undefined
  const title = column ? read(column.title) : block ? t(`reportDesign.rows.${block.kind}`) : t('reportDesign.wholeReport')
  const many = selection.kind === 'columns' && selection.ids.length > 1
  return (
    <fieldset disabled={!writable} className={classes['properties']} key={column?.id ?? block?.id ?? ''}>
      <div className={classes['propertiesHead']}>
        <h3>{many ? t('reportDesign.many', { count: selection.ids.length }) : title}</h3>
        {(column ?? block) && <Button variant="subtle" size="compact-sm" onClick={() => actions.select(undefined)}>{t('reportDesign.wholeReport')}</Button>}
      </div>
      {many && <><p className={classes['quiet']}>{t('reportDesign.manyHelp')}</p><Button size="compact-sm" variant="default" onClick={actions.group}>{t('reportDesign.tool.group')}</Button></>}
      {!many && column && <ColumnProperties desk={desk} column={column} />}
      {block && <BlockProperties desk={desk} block={block} />}
      {selection.kind === 'report' && <ReportHeadProperties desk={desk} />}
    </fieldset>
  )
}

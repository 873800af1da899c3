import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { DropLine } from '../drag/DropLine.tsx'
import type { FormActions } from './form-design.ts'
import classes from './form-designer.module.css'
import { partKind, type DropPlace } from './part-drag.ts'
import { areSameLines, lineKey, type CanvasLine } from './part-lines.ts'
import type { EndRow } from './part-rows.ts'
import { PartLine } from './PartLine.tsx'

interface SectionLinesProps {
  readonly lines: readonly CanvasLine[]
  /** Whether anything can be changed. */
  readonly writable: boolean
  readonly actions: FormActions
}

/** The lines of one section. A section in which nothing changed is not drawn again, and one out of sight is not laid out. */
export const SectionLines = memo(
  ({ lines, writable, actions }: SectionLinesProps) => (
    <div role="presentation" className={classes['sectionLines']} style={{ containIntrinsicHeight: `auto ${lines.length * 40}px` }}>
      {lines.map((line) => (line.kind === 'end' ? <End key={lineKey(line)} row={line} /> : <PartLine key={lineKey(line)} drawn={line} writable={writable} actions={actions} />))}
    </div>
  ),
  (before, after) => before.writable === after.writable && before.actions === after.actions && areSameLines(before.lines, after.lines),
)
SectionLines.displayName = 'SectionLines'

const End = memo(({ row }: { readonly row: EndRow }) => {
  const { t } = useTranslation()
  return (
    <div role="presentation" style={{ paddingInlineStart: (row.level - 1) * 20 }}>
      <DropLine id={`end ${row.key}`} kind={partKind} onto={{ into: row.key } satisfies DropPlace} />
      {row.empty && <p className={classes['empty']}>{t('design.emptyPart')}</p>}
    </div>
  )
})
End.displayName = 'End'

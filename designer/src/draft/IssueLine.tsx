import { Link } from '@tanstack/react-router'
import { columnTitles, type Issue, type ReportDocument, type Text } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { elementOfPath } from '../elements/element-of-path.ts'
import { titleOfElement } from '../elements/element.ts'
import { ElementLink } from '../elements/ElementLink.tsx'
import { findColumn } from '../editor-store/commands/report-columns.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { useIssueWords } from '../findings/use-issue-words.ts'
import { reportIssues } from '../report-designer/report-issues.ts'
import classes from './draft.module.css'

/** The words of what is written on the overview, by its name in the document. */
const ofOverview = { title: 'drafts.title', changelog: 'drafts.changelog', legal_basis: 'drafts.basis', valid_from: 'drafts.validFrom', valid_to: 'approval.to' } as const

const isOfOverview = (name: unknown): name is keyof typeof ofOverview => typeof name === 'string' && Object.hasOwn(ofOverview, name)

/** The column of a report form that a problem is about. */
const columnAt = (report: ReportDocument | undefined, path: Issue['path']): Text | undefined => {
  const [id] = report ? reportIssues(report, [{ path: path[0] === 'release' ? path.slice(1) : path }]).columns.keys() : []
  return report && id !== undefined ? (columnTitles(report).get(id) ?? findColumn(report.columns, id)?.column.title) : undefined
}

/** A problem of the draft, with the way to its place. */
export const IssueLine = ({ issue }: { readonly issue: Issue }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { draft, assembly, common, state: { document: { release } } } = useDraft()
  const { path } = issue
  const element = elementOfPath(release, common.extended, path)
  const title = element && titleOfElement(assembly, element)
  const column = element?.kind === 'report' ? columnAt(release.reports?.find(({ id }) => id === element.id), path) : undefined
  const words = useIssueWords()(issue)
  if (title) return <>{words.includes(read(title)) ? words : `${[read(title), ...(column ? [t('gate.column', { title: read(column) })] : [])].join(', ')}: ${words}`} <ElementLink element={element} label={t('compare.openOf', { title: read(title) })}>{t('compare.open')}</ElementLink></>
  const name = path[0] === 'release' ? path[1] : path[0]
  if (!isOfOverview(name)) return words
  return <><Link to="/drafts/$id" params={{ id: draft.id }} search={{}} className={classes['link'] ?? ''}>{t(ofOverview[name])}</Link>: {words}</>
}

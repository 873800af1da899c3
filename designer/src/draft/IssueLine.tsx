import { Link } from '@tanstack/react-router'
import type { Issue } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { elementOfPath } from '../elements/element-of-path.ts'
import { titleOfElement } from '../elements/element.ts'
import { ElementLink } from '../elements/ElementLink.tsx'
import { useDraft } from '../editor-store/draft-context.ts'
import { useIssueWords } from '../findings/use-issue-words.ts'
import classes from './draft.module.css'

/** The words of what is written on the overview, by its name in the document. */
const ofOverview = { title: 'drafts.title', changelog: 'drafts.changelog', legal_basis: 'drafts.basis', valid_from: 'drafts.validFrom', valid_to: 'approval.to' } as const

const isOfOverview = (name: unknown): name is keyof typeof ofOverview => typeof name === 'string' && Object.hasOwn(ofOverview, name)

/** A problem of the draft, with the way to its place. */
export const IssueLine = ({ issue }: { readonly issue: Issue }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { draft, assembly, common, state: { document: { release } } } = useDraft()
  const { path } = issue
  const element = elementOfPath(release, common.extended, path)
  const title = element && titleOfElement(assembly, element)
  const words = useIssueWords()(issue)
  if (title) return <>{words.includes(read(title)) ? words : `${read(title)}: ${words}`} <ElementLink element={element} label={t('compare.openOf', { title: read(title) })}>{t('compare.open')}</ElementLink></>
  const name = path[0] === 'release' ? path[1] : path[0]
  if (!isOfOverview(name)) return words
  return <><Link to="/drafts/$id" params={{ id: draft.id }} search={{}} className={classes['link'] ?? ''}>{t(ofOverview[name])}</Link>: {words}</>
}

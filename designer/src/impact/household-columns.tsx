import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImpactFigures, ImpactHousehold, ImpactRun } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import type { ListColumn } from '../lists/list-column.ts'
import { FromTo } from './FromTo.tsx'
import classes from './impact.module.css'
import type { ImpactKind } from './impact-search.ts'
import { tellReasons } from './reasons.ts'
import { useLineWords } from './use-line-words.ts'

interface ImpactColumnsProps {
  readonly kind: ImpactKind
  readonly run: ImpactRun
  readonly figures: ImpactFigures
}

/** Questions named in a row; of more it says how many. */
const fewQuestions = 4

/** The columns of the list of households, by whom it lists. */
export const useImpactColumns = ({ kind, run, figures }: ImpactColumnsProps): readonly ListColumn<ImpactHousehold>[] => {
  const { t } = useTranslation()
  return [
    { id: 'name', title: t('impact.column.name'), fixed: true, share: 16, className: classes['name'], cell: (household) => <HouseholdName household={household} /> },
    { id: 'place', title: t('impact.column.place'), fixed: true, share: 16, className: classes['quiet'], cell: ({ place, unit }) => [place, unit.name].filter(Boolean).join(' · ') },
    { id: 'result', title: t('impact.column.result'), fixed: true, share: 24, cell: (household) => <FromTo categories={figures.categories} from={household.before} to={household.after} /> },
    { id: 'why', title: t(`impact.column.${kind}`), fixed: true, share: 44, cell: (household) => <Why kind={kind} household={household} near={run.near} figures={figures} /> },
  ]
}

/** Id of the link that opens a household, to which one comes back. */
export const householdLink = (id: string): string => `household-${id}`

const HouseholdName = ({ household: { id, name } }: { readonly household: ImpactHousehold }) => {
  const { t } = useTranslation()
  return <Link id={householdLink(id)} to="." search={(search) => ({ ...search, open: id })} resetScroll={false} className={classes['link'] ?? ''}>{name || t('households.unnamed')}</Link>
}

interface WhyProps {
  readonly kind: ImpactKind
  readonly household: ImpactHousehold
  readonly near: number
  readonly figures: ImpactFigures
}

const Why = ({ kind, household, near, figures }: WhyProps) => {
  if (kind === 'near') return <NearTo household={household} near={near} figures={figures} />
  return kind === 'undetermined' ? <Asked household={household} /> : <Reasons household={household} figures={figures} />
}

/** The changes that make the difference, and where rules read its answers otherwise than before. */
const Reasons = ({ household: { reasons, conditions }, figures: { changes } }: { readonly household: ImpactHousehold; readonly figures: ImpactFigures }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const sentenceOf = (id: string): string | undefined => {
    const found = changes.find((each) => each.id === id)
    return found && read(found.sentence)
  }
  const told = tellReasons(reasons, sentenceOf, { and: t('impact.and'), or: t('impact.or'), more: (count) => t('impact.moreChanges', { count }) })
  return (
    <>
      {told.map((reason) => <div key={reason}>{reason}</div>)}
      {conditions.map(({ before, after }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a condition has no id; its place is what tells it apart
        <div key={index} className={classes['quiet']}>
          {after && `“${read(after)}”`} {before && t('impact.readBefore', { condition: read(before) })}
        </div>
      ))}
    </>
  )
}

const NearTo = ({ household: { lines }, near, figures }: { readonly household: ImpactHousehold; readonly near: number; readonly figures: ImpactFigures }) => {
  const words = useLineWords(near)
  return lines.map(({ line, side }) => {
    const found = figures.lines.find(({ id }) => id === line)
    return found && <div key={`${line} ${side}`}>{words.name(found)}: {words.side(found, side)}</div>
  })
}

const Asked = ({ household: { questions } }: { readonly household: ImpactHousehold }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const more = questions.length - fewQuestions
  return <>{questions.slice(0, fewQuestions).map(({ title }) => read(title)).join('; ')}{more > 0 && ` ${t('impact.moreQuestions', { count: more })}`}</>
}

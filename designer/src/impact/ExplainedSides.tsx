import { IconArrowsDiff, IconEqualNot, IconSquarePlus } from '@tabler/icons-react'
import type { ExplanationNode } from '@tieuchi/runtime'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImpactCategory, ImpactExplanation, ImpactRun } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { ExplanationTree, type ExplanationMarks } from '../results/ExplanationTree.tsx'
import { CategoryBadge } from './CategoryBadge.tsx'
import { differingLines, holdsDifference, type Difference, type Differences } from './differing-lines.ts'
import classes from './impact.module.css'

interface ExplainedSidesProps {
  readonly explanation: ImpactExplanation
  readonly run: ImpactRun
  readonly categories: readonly ImpactCategory[]
}

/** Why it came out so before, and why it comes out so after, with the lines marked that are not the same. */
export const ExplainedSides = ({ explanation: { before, after }, run, categories }: ExplainedSidesProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const marks = useMemo(() => marksOf(differingLines(before.explanation, after.explanation)), [before, after])
  const side = (name: string, title: string, { category, explanation, missing }: ImpactExplanation['after']) => (
    <section className={classes['explained']} aria-label={`${name}: ${title}`}>
      <h3>{name}: {title}</h3>
      <CategoryBadge category={categories[category]} />
      {missing.length > 0 && <p>{t('impact.missing')} {missing.map((question) => read(question.title)).join('; ')}</p>}
      {explanation.map((node) => <Explained key={node.id} node={node} marks={marks} />)}
    </section>
  )
  return (
    <>
      <p className={classes['quiet']}>{t(marks ? 'impact.sidesHelp' : 'impact.sidesSame')}</p>
      <div className={classes['sides']}>
        {side(t('impact.before'), read(run.before.title), before)}
        {side(t('impact.after'), read(run.after.title), after)}
      </div>
    </>
  )
}

const marksOf = (differences: Differences): ExplanationMarks | undefined =>
  (differences.size === 0 ? undefined : { noteOf: (node) => noteOf(differences.get(node)), opens: (node) => holdsDifference(differences, node) })

const noteOf = (difference: Difference | undefined): ReactNode => difference && <DifferenceMark difference={difference} />

const Explained = ({ node, marks }: { readonly node: ExplanationNode; readonly marks: ExplanationMarks | undefined }) => {
  const { read } = useLanguage()
  return <div><strong>{read(node.sentence)}</strong><ExplanationTree node={node} marks={marks} /></div>
}

const shapes = { alone: IconSquarePlus, result: IconArrowsDiff, value: IconEqualNot } as const

/** In what a line differs: a shape and a word. */
const DifferenceMark = ({ difference }: { readonly difference: Difference }) => {
  const { t } = useTranslation()
  const Shape = shapes[difference]
  return <span className={classes['difference']}><Shape size={14} aria-hidden /> {t(`impact.difference.${difference}`)}</span>
}

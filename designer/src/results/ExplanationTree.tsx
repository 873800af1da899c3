import { citationPhrase, type ExplanationNode, type Question } from '@tieuchi/runtime'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useResultSurroundings } from './result-surroundings.ts'
import classes from './results.module.css'
import { RuleMark, TruthMark } from './TruthMark.tsx'

/** What is to be seen in an explanation beside another: lines stay in their order, so that both can be read together. */
export interface ExplanationMarks {
  /** Stands behind a line. */
  readonly noteOf: (node: ExplanationNode) => ReactNode
  /** Whether a line is open from the beginning for what stands below it. */
  readonly opens: (node: ExplanationNode) => boolean
}

interface ExplanationTreeProps {
  readonly node: ExplanationNode
  readonly onGo?: ((question: Question) => void) | undefined
  readonly marks?: ExplanationMarks | undefined
}

const order: readonly ExplanationNode['result'][] = [true, 'unknown', false, 'not_applicable']

/** What decided comes first, then what still may, then what did not. */
const decidingFirst = (nodes: readonly ExplanationNode[]): readonly ExplanationNode[] =>
  nodes.toSorted((a, b) => order.indexOf(a.result) - order.indexOf(b.result))

/** Why, as indented prose: each line with its article; what is false is folded. */
export const ExplanationTree = ({ node, onGo, marks }: ExplanationTreeProps) => (
  <ul className={classes['tree']}>{(marks ? node.children : decidingFirst(node.children)).map((child, index) => <Line key={`${child.id}-${index}`} node={child} depth={0} onGo={onGo} marks={marks} />)}</ul>
)

const OPEN_DEPTH = 4

const Line = ({ node, depth, onGo, marks }: ExplanationTreeProps & { readonly depth: number }) => {
  const words = <><Words node={node} onGo={onGo} />{marks?.noteOf(node)}</>
  if (node.children.length === 0) return <li className={classes['leaf']}>{words}</li>
  return (
    <li>
      <details open={marks ? marks.opens(node) : node.result !== false && depth < OPEN_DEPTH}>
        <summary>{words}</summary>
        <ul className={classes['tree']}>{node.children.map((child, index) => <Line key={`${child.id}-${index}`} node={child} depth={depth + 1} onGo={onGo} marks={marks} />)}</ul>
      </details>
    </li>
  )
}

const Words = ({ node, onGo }: ExplanationTreeProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { kind, result, sentence, citation, certainty, compared, origin } = node
  return (
    <>
      {kind === 'rule' && result !== 'not_applicable' ? <RuleMark result={result} /> : <TruthMark result={result} />} {read(sentence)}
      <ReadValue node={node} onGo={onGo} />
      {compared && read(compared) !== '' && <span className={classes['quiet']}> · {t('explanation.compared')} {read(compared)}</span>}
      {origin && <span className={classes['quiet']}> · {read(origin.sentence)}</span>}
      {certainty === 'assumed' && <span className={classes['caution']}> · {t('explanation.assumed')}</span>}
      {certainty === 'open' && <span className={classes['caution']}> · {t('explanation.open')}</span>}
      {citation && <span className={classes['citation']}> ({read(citationPhrase(citation))})</span>}
    </>
  )
}

/** The value read, linked to its question; where there is none yet the question itself is the link. */
const ReadValue = ({ node: { read: value, question }, onGo }: ExplanationTreeProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { asks } = useResultSurroundings()
  if (!value && !question) return null
  const text = value ? read(value) : t('explanation.question')
  const before = t(question ? 'explanation.read' : 'explanation.value')
  if (question && onGo && asks(question)) {
    return <> · {value && before} <button type="button" className={classes['link']} onClick={() => onGo(question)}>{text}</button></>
  }
  return value ? <> · {before} <span className={classes['value']}>{text}</span></> : null
}

import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import { CaseMarks } from './CaseMarks.tsx'
import { useEvidence } from './evidence-context.ts'
import { caseFigure, registerFigure, type CaseFigure } from './evidence-figures.ts'
import classes from './evidence.module.css'
import { useRegisterWords } from './use-register-words.ts'

export interface EvidenceLineProps {
  readonly piece: string
  /** A rule of a set or a row of a table by its id; absent: the piece as a whole. */
  readonly part?: string | undefined
}

/** What stands beside a rule while it is written: which cases reach it and whether they pass, and whom in the register it is true of. */
export const EvidenceLine = ({ piece, part }: EvidenceLineProps) => {
  const { t } = useTranslation()
  const { assembly } = useDraft()
  const { register, coverage } = useEvidence()
  const words = useRegisterWords()
  const cases = caseFigure(coverage, piece, part)
  return (
    <p className={classes['line']}>
      {cases.kind !== 'untold' && <span className={classes['figure']} data-former={coverage.stale || undefined}><CasesInWords figure={cases} /></span>}
      <span className={classes['figure']} data-former={register.stale || undefined}>
        <span className={classes['label']}>{t('evidence.register')}</span> {words(registerFigure(register, piece, part), assembly.pieces.get(piece)?.piece)}
      </span>
    </p>
  )
}

const CasesInWords = ({ figure }: { readonly figure: CaseFigure }) => {
  const { t } = useTranslation()
  if (figure.kind === 'untold') return null
  const label = <span className={classes['label']}>{t('evidence.cases')}</span>
  if (figure.kind === 'cases') return <>{label} <CaseMarks {...figure} /></>
  if (figure.kind === 'none') return <span className={classes['needed']}>{t('evidence.cases.none')}</span>
  if (figure.kind === 'unreached') return <>{label} <span className={classes['needed']}>{t('evidence.cases.unreached')}</span></>
  return <>{label} {t(`evidence.cases.${figure.kind}`)}</>
}

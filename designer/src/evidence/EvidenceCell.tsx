import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import { CaseMarks } from './CaseMarks.tsx'
import { useEvidence } from './evidence-context.ts'
import { caseFigure, registerFigure } from './evidence-figures.ts'
import type { EvidenceLineProps } from './EvidenceLine.tsx'
import classes from './evidence.module.css'
import { useRegisterWords } from './use-register-words.ts'

/** What stands beside a rule, for a narrow cell of a table: “4 ✓”, with the register as its tooltip. */
export const EvidenceCell = ({ piece, part }: EvidenceLineProps) => {
  const { t } = useTranslation()
  const { assembly } = useDraft()
  const { register, coverage } = useEvidence()
  const words = useRegisterWords()
  const cases = caseFigure(coverage, piece, part)
  const told = `${t('evidence.register')} ${words(registerFigure(register, piece, part), assembly.pieces.get(piece)?.piece)}`
  return (
    <span className={`${classes['cell']} ${classes['figure']}`} data-former={coverage.stale || undefined} title={told}>
      {cases.kind === 'cases' && <CaseMarks {...cases} />}
      {cases.kind === 'unreached' && <span className={classes['needed']}>{t('evidence.cases.unreached')}</span>}
      {cases.kind !== 'cases' && cases.kind !== 'unreached' && <span aria-hidden>–</span>}
    </span>
  )
}

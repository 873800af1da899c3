import { useEffect, useMemo, useRef, useState } from 'react'
import { useDraft } from '../editor-store/draft-context.ts'
import type { CoverageMarks, CoverageParts } from './coverage-marks.ts'
import { CoverageRunner, type CoverageOutcome } from './coverage-runner.ts'
import { startCoverageThread } from './coverage-thread.ts'
import type { CoverageEvidence } from './evidence-figures.ts'

/** So many milliseconds without another change, then the cases are run. */
const pause = 250

/** Which cases of the draft reach each rule, run beside the page as one types; the last answer stands. */
export const useCoverage = (active: boolean): CoverageEvidence => {
  const parts = useCoverageParts()
  const runner = useRef<CoverageRunner>(undefined)
  const [outcome, setOutcome] = useState<CoverageOutcome>()
  const [marks, setMarks] = useState<CoverageMarks>()
  if (outcome?.marks && outcome.marks !== marks) setMarks(outcome.marks)
  useEffect(() => () => {
    runner.current?.stop()
    runner.current = undefined
  }, [])
  useEffect(() => {
    if (!active) return undefined
    const ask = (): void => {
      if (!runner.current) runner.current = new CoverageRunner(startCoverageThread, setOutcome)
      runner.current.ask(parts)
    }
    const timer = setTimeout(ask, runner.current ? pause : 0)
    return () => clearTimeout(timer)
  }, [active, parts])
  return { marks, unfinished: outcome !== undefined && outcome.marks === undefined && outcome.failed !== true, stale: outcome?.parts !== parts || outcome.marks === undefined, failed: outcome?.failed === true }
}

/** What the cases are run with, of the draft as it is on this page; words alone change nothing. */
const useCoverageParts = (): CoverageParts => {
  const { state: { document: { release } }, common: { extended }, others } = useDraft()
  const { programme, logic, parameters, cases } = release
  return useMemo(
    () => ({ programme, common: extended, releases: { ...others, [programme]: release } }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- titles and forms of the release play no part
    [programme, logic, parameters, cases, extended, others],
  )
}

import { useDraft } from '../editor-store/draft-context.ts'
import { ReportsList } from '../elements/ReportsList.tsx'

/** The report forms of the draft. */
export const ReportsTab = () => {
  const { assembly } = useDraft()
  return <ReportsList assembly={assembly} />
}

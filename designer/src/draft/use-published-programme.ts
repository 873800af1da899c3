import { useQuery } from '@tanstack/react-query'
import type { ProgrammeTimeline } from '../api/contract.ts'
import { programmesQuery, timelineQuery } from '../api/policy-api.ts'
import { useDraft } from '../editor-store/draft-context.ts'

/** The programme of the draft as it is published; a new one is not. */
export const usePublishedProgramme = (): { readonly isPublished: boolean; readonly timeline: ProgrammeTimeline | undefined } => {
  const { draft: { programme }, today } = useDraft()
  const isPublished = useQuery(programmesQuery(today)).data?.some(({ id }) => id === programme) ?? false
  const timeline = useQuery({ ...timelineQuery(programme), enabled: isPublished }).data
  return { isPublished, timeline }
}

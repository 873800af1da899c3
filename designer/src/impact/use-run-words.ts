import { useTranslation } from 'react-i18next'
import type { ImpactSummary } from '../api/contract.ts'
import { useCounts } from './use-counts.ts'

/** What became of a run, in a few words: “1.204 hộ đổi kết quả trong 60.000 hộ”. */
export const useRunWords = (): ((run: ImpactSummary) => string) => {
  const { t } = useTranslation()
  const { households } = useCounts()
  return ({ state, households: all, changed }) =>
    (state === 'done' && all !== undefined && changed !== undefined ? t('impact.brief', { changed: households(changed), all: households(all) }) : t(`impact.state.${state}`))
}

import { useTranslation } from 'react-i18next'
import type { Told } from './flow.ts'
import { useCounts } from './use-counts.ts'

/** A number of households; one that is not told says why. */
export const Count = ({ of, signed = false }: { readonly of: Told; readonly signed?: boolean }) => {
  const { t } = useTranslation()
  const { write, writeSigned } = useCounts()
  if (of === null) return <abbr title={t('impact.veiledWhy')}>{t('impact.veiled')}</abbr>
  return <>{signed ? writeSigned(of) : write(of)}</>
}

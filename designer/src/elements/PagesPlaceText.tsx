import type { Assembly, FormPages } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import classes from './elements.module.css'
import { placeOfPages } from './pages-place.ts'

/** In which form of another programme pages stand, and behind which of its sections. */
export const PagesPlaceText = ({ assembly, pages }: { readonly assembly: Assembly; readonly pages: FormPages }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const place = placeOfPages(assembly, pages)
  return <p className={classes['quiet']}>{place ? t('forms.pagesAt', { form: read(place.formTitle), section: read(place.sectionTitle) }) : t('forms.pagesOf')}</p>
}

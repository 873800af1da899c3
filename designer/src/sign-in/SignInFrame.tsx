import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageMenu } from '../app/LanguageMenu.tsx'
import classes from './SignInFrame.module.css'

/** The page before one is inside: name of the product, language, one narrow form. */
export const SignInFrame = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const { t } = useTranslation()
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <span className={classes['product']}>{t('product')}</span>
        <LanguageMenu />
      </header>
      <main className={classes['form']}>
        <Title order={1} mb="md">{title}</Title>
        {children}
      </main>
      <footer className={classes['foot']}>{t('product.sentence')}</footer>
    </div>
  )
}

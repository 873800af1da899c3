import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { changeLanguage } from './i18n.ts'
import { useLanguage } from './use-language.ts'

const names = { vi: 'Tiếng Việt', en: 'English' } as const

export const LanguageMenu = () => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" c="inherit" size="compact-md" rightSection={<IconChevronDown size={14} aria-hidden />} aria-label={`${language.toUpperCase()}, ${t('shell.language')}: ${names[language]}`}>
          {language.toUpperCase()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item lang="vi" onClick={() => changeLanguage('vi')} aria-current={language === 'vi'}>{names.vi}</Menu.Item>
        <Menu.Item lang="en" onClick={() => changeLanguage('en')} aria-current={language === 'en'}>{names.en}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

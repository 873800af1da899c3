import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import type { wordsVi } from '../app/words-vi.ts'
import { formatDay } from '../ui/day-text.ts'
import classes from './trail.module.css'

interface TrailDetailsProps {
  readonly title: string
  readonly content: object
}

/** What a line of the trail says of before or after, by name and value; groups inside are told in the same way. */
export const TrailDetails = ({ title, content }: TrailDetailsProps) => (
  <div className={classes['content']}>
    <strong>{title}</strong>
    <Entries content={content} />
  </div>
)

type DetailKey = Extract<keyof typeof wordsVi, `trail.detail.${string}`>
type ValueKey = Extract<keyof typeof wordsVi, `trail.value.${string}` | `people.role.${string}`>

const useKnownWord = () => {
  const { t, i18n } = useTranslation()
  return { t, isKnown: <Key extends string>(key: string): key is Key => i18n.exists(key) }
}

const Entries = ({ content }: { readonly content: object }) => {
  const { t, isKnown } = useKnownWord()
  return (
    <dl className={classes['entries']}>
      {Object.entries(content).filter(([, value]) => value !== undefined && value !== null).map(([name, value]: [string, unknown]) => {
        const key = `trail.detail.${name}`
        return (
          <div key={name}>
            <dt>{isKnown<DetailKey>(key) ? t(key) : t('trail.detail.other')}</dt>
            <dd><Value name={name} value={value} /></dd>
          </div>
        )
      })}
    </dl>
  )
}

const isHash = (text: string): boolean => /^[0-9a-f]{32,}$/.test(text)
const isText = (value: object): value is { readonly vi: string; readonly en: string } => 'vi' in value && 'en' in value

/** How much of a hash is told; the whole of it stands in its title. */
const SHORT = 12

const Value = ({ name, value }: { readonly name: string; readonly value: unknown }) => {
  const { t, isKnown } = useKnownWord()
  const { language, read } = useLanguage()
  if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no')
  if (typeof value === 'number') return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(value)
  if (Array.isArray(value)) return <ul>{value.map((each: unknown, index) => <li key={`${name}-${String(index)}`}><Value name={name} value={each} /></li>)}</ul>
  if (typeof value === 'object' && value !== null) return isText(value) ? read(value) : <Entries content={value} />
  const text = String(value)
  const key = name === 'role' ? `people.role.${text}` : `trail.value.${text}`
  if (isKnown<ValueKey>(key)) return t(key)
  if (isHash(text)) return <code title={text}>{text.slice(0, SHORT)}…</code>
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text) : text
}

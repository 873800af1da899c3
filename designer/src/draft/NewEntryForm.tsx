import { Button, Group, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { suggestCode, type ListEntry } from '@tieuchi/runtime'
import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

interface NewEntryFormProps {
  readonly taken: (code: string) => boolean
  readonly onAdd: (entry: ListEntry) => void
}

/** Adds entries one after the other. The code an answer is stored by comes from the title, unless written; it never changes. */
export const NewEntryForm = ({ taken, onAdd }: NewEntryFormProps) => {
  const { t } = useTranslation()
  const [vi, setVi] = useState('')
  const [en, setEn] = useState('')
  const [written, setWritten] = useState<string>()
  const [tried, setTried] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const code = written ?? suggestCode(en || vi, taken)
  const wrong = code === '' || taken(code)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (vi.trim() === '' || wrong) return
    onAdd({ code, title: { vi: vi.trim(), en: en.trim() || vi.trim() } })
    setVi('')
    setEn('')
    setWritten(undefined)
    setTried(false)
    first.current?.focus()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Group gap="sm" align="flex-start" mt="md">
        <TextInput ref={first} label={t('list.newEntry')} value={vi} onChange={(event) => setVi(event.currentTarget.value)} error={tried && vi.trim() === '' && t('list.entryMissing')} maxLength={300} w={240} />
        <TextInput label={t('list.titleEn')} value={en} onChange={(event) => setEn(event.currentTarget.value)} maxLength={300} w={200} />
        <TextInput label={t('list.code')} value={code} onChange={(event) => setWritten(event.currentTarget.value.trim() === '' ? undefined : event.currentTarget.value.trim())} error={tried && vi.trim() !== '' && wrong && t('list.codeTaken', { code })} maxLength={60} w={160} />
        <Button type="submit" variant="default" mt={23} leftSection={<IconPlus size={16} aria-hidden />}>{t('list.addEntry')}</Button>
      </Group>
    </form>
  )
}

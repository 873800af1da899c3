import { Alert, Anchor, Button, PasswordInput, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { detailOf } from '../api/problem-error.ts'
import { setPassword } from '../api/session-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { SignInFrame } from './SignInFrame.tsx'

const SHORTEST = 10

/** Sets the password of an account by a one-time link. */
export const PasswordPage = () => {
  const { t } = useTranslation()
  const { token } = useSearch({ from: '/password' })
  const setting = useMutation({ mutationFn: (password: string) => setPassword(token ?? '', password) })
  const toSignIn = <Anchor renderRoot={(props) => <Link to="/sign-in" search={{}} {...props} />}>{t('password.toSignIn')}</Anchor>
  return (
    <SignInFrame title={t('password.title')}>
      {token === undefined && <Alert color="red" variant="outline" role="alert">{t('password.noToken')}</Alert>}
      {setting.isSuccess && <Text component="output" display="block" mb="md">{t('password.done')}</Text>}
      {token === undefined || setting.isSuccess ? toSignIn : <NewPasswordForm onSet={setting.mutate} pending={setting.isPending} problem={setting.error} />}
    </SignInFrame>
  )
}

interface NewPasswordFormProps {
  readonly onSet: (password: string) => void
  readonly pending: boolean
  readonly problem: Error | null
}

const NewPasswordForm = ({ onSet, pending, problem }: NewPasswordFormProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [tried, setTried] = useState(false)
  const tooShort = first.length < SHORTEST
  const different = first !== second
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (tooShort) document.getElementById('first-password')?.focus()
    else if (different) document.getElementById('second-password')?.focus()
    else onSet(first)
  }
  const toggle = { visibilityToggleButtonProps: { 'aria-label': t('signIn.showPassword'), tabIndex: 0 } }
  return (
    <form onSubmit={submit} noValidate>
      <PasswordInput {...toggle} id="first-password" label={t('password.new')} description={t('password.rule', { count: SHORTEST })} value={first} onChange={(event) => setFirst(event.currentTarget.value)} autoComplete="new-password" error={tried && tooShort && t('password.tooShort', { count: SHORTEST, length: first.length })} mb="md" />
      <PasswordInput {...toggle} id="second-password" label={t('password.again')} value={second} onChange={(event) => setSecond(event.currentTarget.value)} autoComplete="new-password" error={tried && !tooShort && different && t('password.different')} mb="md" />
      {problem && <Alert color="red" variant="outline" role="alert" mb="md">{read(detailOf(problem))}</Alert>}
      <Button type="submit" fullWidth loading={pending}>{t('password.set')}</Button>
    </form>
  )
}

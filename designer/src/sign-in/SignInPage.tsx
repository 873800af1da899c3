import { Alert, Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { detailOf } from '../api/problem-error.ts'
import { sessionQuery, signIn } from '../api/session-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { SignInFrame } from './SignInFrame.tsx'

export const SignInPage = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { to } = useSearch({ from: '/sign-in' })
  const router = useRouter()
  const queryClient = useQueryClient()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const entering = useMutation({
    mutationFn: signIn,
    onSuccess: (session) => {
      queryClient.clear()
      queryClient.setQueryData(sessionQuery.queryKey, session)
      router.history.push(to?.startsWith('/') && !to.startsWith('//') ? to : '/households')
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (login.trim() === '') document.getElementById('login')?.focus()
    else if (password === '') document.getElementById('password')?.focus()
    else entering.mutate({ login: login.trim(), password })
  }
  return (
    <SignInFrame title={t('signIn.title')}>
      <form onSubmit={submit} noValidate>
        <TextInput id="login" name="login" label={t('signIn.login')} value={login} onChange={(event) => setLogin(event.currentTarget.value)} autoComplete="username" autoCapitalize="none" spellCheck={false} error={tried && login.trim() === '' && t('signIn.loginMissing')} mb="md" />
        <PasswordInput id="password" name="password" label={t('signIn.password')} value={password} onChange={(event) => setPassword(event.currentTarget.value)} autoComplete="current-password" error={tried && password === '' && t('signIn.passwordMissing')} visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword'), tabIndex: 0 }} mb="md" />
        {entering.error && <Alert color="red" variant="outline" role="alert" mb="md">{read(detailOf(entering.error))}</Alert>}
        <Button type="submit" fullWidth loading={entering.isPending}>{t('signIn.enter')}</Button>
      </form>
    </SignInFrame>
  )
}

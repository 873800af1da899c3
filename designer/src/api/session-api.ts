import { queryOptions } from '@tanstack/react-query'
import type { Credentials, Session } from '@tieuchi/server/contract'
import { rememberCsrfToken, request } from './client.ts'
import { ProblemError } from './problem-error.ts'

const remembered = (session: Session): Session => {
  rememberCsrfToken(session.csrf)
  return session
}

const currentSession = async (): Promise<Session | null> => {
  try {
    return remembered(await request<Session>('GET', '/api/session'))
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return null
    throw error
  }
}

/** Who is signed in; `null` where nobody is. */
export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: currentSession, staleTime: 5 * 60_000 })

export const signIn = async (credentials: Credentials): Promise<Session> => remembered(await request<Session>('POST', '/api/session', credentials))

export const signOut = async (): Promise<void> => {
  await request('DELETE', '/api/session')
  rememberCsrfToken(undefined)
}

/** Sets the password of an account by the token of a one-time link. */
export const setPassword = (token: string, password: string): Promise<void> => request('POST', '/api/password', { token, password })

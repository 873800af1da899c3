import { parseProblem, unreachableProblem } from './problem-error.ts'

let csrfToken: string | undefined

/** The token of the session that every change must carry, as the server last told it. */
export const rememberCsrfToken = (token: string | undefined): void => {
  csrfToken = token
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

const send = async (method: Method, path: string, body: unknown, signal?: AbortSignal): Promise<Response> => {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (method !== 'GET' && csrfToken) headers['x-csrf-token'] = csrfToken
  if (body !== undefined) headers['content-type'] = 'application/json'
  try {
    return await fetch(path, { method, headers, credentials: 'same-origin', ...(body !== undefined && { body: JSON.stringify(body) }), ...(signal && { signal }) })
  } catch {
    throw unreachableProblem()
  }
}

/** Sends one file and tells how much of it has gone, from 0 to 1: `fetch` cannot tell. Fails with a `ProblemError`. */
export const sendFile = <Answer>(path: string, file: File, onProgress: (sent: number) => void): Promise<Answer> => new Promise((resolve, reject) => {
  const sending = new XMLHttpRequest()
  sending.open('POST', path)
  sending.setRequestHeader('accept', 'application/json')
  if (csrfToken) sending.setRequestHeader('x-csrf-token', csrfToken)
  sending.responseType = 'json'
  sending.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
  sending.addEventListener('error', () => reject(unreachableProblem()))
  sending.addEventListener('load', () => {
    const value: unknown = sending.response
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract between the two packages is the guard
    if (sending.status >= 200 && sending.status < 300) resolve(value as Answer)
    else reject(parseProblem(sending.status, value))
  })
  const body = new FormData()
  body.append('file', file)
  sending.send(body)
})

/** Says something on the way out: it is sent even while the page is being closed, and nobody waits for an answer. */
export const depart = (path: string): void => {
  fetch(path, { method: 'DELETE', headers: csrfToken ? { 'x-csrf-token': csrfToken } : {}, credentials: 'same-origin', keepalive: true }).catch(() => undefined)
}

const parseBody = async (response: Response): Promise<unknown> => {
  const text = await response.text()
  if (text === '') return undefined
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

/**
 * One request to the server of this application. The type of the answer is the server's contract, which its own
 * schemas enforce; it is not checked a second time here. Fails with a `ProblemError`. With a signal the answer is waited for no longer.
 */
export const request = async <Answer>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> => {
  const response = await send(method, path, body, signal)
  const value = await parseBody(response)
  if (!response.ok) throw parseProblem(response.status, value)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract between the two packages is the guard
  return value as Answer
}

/** A file as the server sends it, byte for byte, with the name it gives it; with a body it is asked for by that. Fails with a `ProblemError`. */
export const requestFile = async (path: string, body?: unknown): Promise<{ readonly name: string; readonly content: Blob }> => {
  const response = await send(body === undefined ? 'GET' : 'POST', path, body)
  if (!response.ok) throw parseProblem(response.status, await parseBody(response))
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return { name: name ?? 'release.json', content: await response.blob() }
}

/** A query string of the parameters that have a value. */
export const queryString = (parameters: Readonly<Record<string, string | number | boolean | undefined>>): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined && value !== '') search.set(name, String(value))
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

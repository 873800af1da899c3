import type { Issue, Text } from '@tieuchi/runtime'
import type { ProblemDocument } from '../plugins/problem.ts'
import type { Credentials, Session } from '../sessions/session-schema.ts'
import { CommandError } from './command-error.ts'
import { issuesError } from './decide-error.ts'

/** A running server, and who asks it. */
export interface ServerAddress extends Credentials {
  readonly url: string
}

/** A session at a running server. */
export interface Connection {
  readonly url: string
  /** The file whose content is sent, as problems name it. */
  readonly file: string
  readonly headers: Readonly<Record<string, string>>
}

/** Signs in, works, and signs out again. */
export async function withServer<T>({ url, login, password }: ServerAddress, file: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await signIn({ url, file, headers: {} }, { login, password })
  try {
    return await work(connection)
  } finally {
    await call(connection, 'DELETE', '/api/session')
  }
}

async function signIn(connection: Connection, credentials: Credentials): Promise<Connection> {
  const answer = await call(connection, 'POST', '/api/session', credentials)
  const session: Session = await readJson(connection, answer)
  const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
  return { ...connection, headers: { cookie, 'x-csrf-token': session.csrf } }
}

/** Sends a request; what the server refuses is an error in its words. */
export async function call({ url, headers, file }: Connection, method: string, path: string, body?: object): Promise<Response> {
  const answer = await fetch(new URL(path, url), {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw unreachable(url, error)
  })
  if (!answer.ok) throw await problemOf(answer, file)
  return answer
}

/** What our server answers has the shapes of its contract; anything else that is not JSON is another server. */
export async function readJson({ url }: Connection, answer: Response) {
  const content = await answer.text()
  try {
    return JSON.parse(content)
  } catch {
    throw new CommandError({ vi: `${url} không trả lời như máy chủ Tiêu Chí; hãy kiểm tra địa chỉ.`, en: `${url} does not answer like a Tiêu Chí server; check the address.` })
  }
}

const unreachable = (url: string, error: unknown): CommandError => {
  const reason = error instanceof Error ? error.message : String(error)
  return new CommandError({ vi: `Không kết nối được máy chủ ${url} (${reason}); hãy kiểm tra địa chỉ và máy chủ.`, en: `The server ${url} cannot be reached (${reason}); check the address and the server.` })
}

async function problemOf(answer: Response, file: string): Promise<CommandError> {
  const body: unknown = await answer.json().catch(() => undefined)
  if (!isProblem(body)) return new CommandError({ vi: `Máy chủ trả lời ${answer.status} mà không nêu lý do.`, en: `The server answered ${answer.status} without a reason.` })
  return body.issues && body.issues.length > 0 ? issuesError(file, body.issues.map(withoutInput)) : new CommandError(body.detail)
}

/** The request holds the file's content as `input`; places are told as they stand in the file. */
const withoutInput = (issue: Issue): Issue => (issue.path[0] === 'input' ? { ...issue, path: issue.path.slice(1) } : issue)

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'vi' in value && 'en' in value

const isProblem = (value: unknown): value is ProblemDocument => typeof value === 'object' && value !== null && 'code' in value && 'detail' in value && isText(value.detail)

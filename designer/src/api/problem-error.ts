import type { Issue, Text } from '@tieuchi/runtime'
import type { ProblemDocument } from '@tieuchi/server/contract'

const unreachable: Text = {
  vi: 'Không kết nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại.',
  en: 'The server cannot be reached. Check the network and try again.',
}

const unreadable = (status: number): Text => ({
  vi: `Máy chủ trả lời không như mong đợi (mã ${status}). Hãy thử lại; nếu vẫn vậy, báo cho người quản trị.`,
  en: `The server gave an unexpected answer (status ${status}). Try again; if it stays so, tell your administrator.`,
})

/** An answer of the server that is an error, or no answer at all (`status` 0). Its words come in both languages. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly detail: Text
  readonly issues: readonly Issue[]

  constructor(problem: Pick<ProblemDocument, 'status' | 'code' | 'detail' | 'issues'>) {
    super(problem.detail.en)
    this.name = 'ProblemError'
    this.status = problem.status
    this.code = problem.code
    this.detail = problem.detail
    this.issues = problem.issues ?? []
  }
}

export const unreachableProblem = (): ProblemError => new ProblemError({ status: 0, code: 'unreachable', detail: unreachable })

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'vi' in value && typeof value.vi === 'string' && 'en' in value && typeof value.en === 'string'

const isProblem = (value: unknown): value is ProblemDocument =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && 'detail' in value && isText(value.detail)

/** What went wrong, from the body of an answer that is not a success. */
export const parseProblem = (status: number, body: unknown): ProblemError =>
  isProblem(body) ? new ProblemError({ ...body, status }) : new ProblemError({ status, code: 'unexpected', detail: unreadable(status) })

/** The words of whatever was thrown, for people. */
export const detailOf = (error: unknown): Text =>
  error instanceof ProblemError ? error.detail : { vi: 'Có lỗi ngoài dự kiến. Hãy tải lại trang.', en: 'Something unexpected went wrong. Reload the page.' }

const unsaved: Text = {
  vi: 'Còn câu trả lời chưa lưu được. Hãy đợi đến khi đã lưu rồi thử lại.',
  en: 'Some answers are not saved yet. Wait until they are saved and try again.',
}

/** Something was asked of a draft whose answers the server does not have yet. */
export const unsavedProblem = (): ProblemError => new ProblemError({ status: 0, code: 'unsaved', detail: unsaved })

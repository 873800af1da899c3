import { Type, type Static } from 'typebox'
import { text } from '../policies/policy-schema.ts'

/** The newest notices that are listed. */
export const mostListed = 50

/** What people are told of. Each has its words and its page in `designer/src/notices`. */
export const noticeKind = Type.Union([
  Type.Literal('draft_sent'), Type.Literal('draft_returned'), Type.Literal('draft_approved'), Type.Literal('draft_published'),
  Type.Literal('report_set_finished'), Type.Literal('report_set_failed'),
  Type.Literal('impact_finished'), Type.Literal('impact_failed'), Type.Literal('impact_cancelled'),
])

export const notice = Type.Object({
  id: Type.Integer(),
  kind: noticeKind,
  /** Id of what it is about. */
  subject: Type.String(),
  title: text,
  /** Who did it. */
  actor: Type.Optional(Type.String()),
  reason: Type.Optional(Type.String()),
  at: Type.String(),
  read: Type.Boolean(),
})

export const noticeList = Type.Object({
  /** Of all, not only of those listed. */
  unread: Type.Integer(),
  notices: Type.Array(notice),
})

export const readNotices = Type.Object({ ids: Type.Array(Type.Integer({ minimum: 1 }), { maxItems: mostListed }) }, { additionalProperties: false })

export type NoticeKind = Static<typeof noticeKind>
export type Notice = Static<typeof notice>
export type NoticeList = Static<typeof noticeList>

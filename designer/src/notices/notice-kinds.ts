import type { AnyRouter, LinkProps } from '@tanstack/react-router'
import type { Notice } from '../api/contract.ts'

type Page = Pick<LinkProps<'a', AnyRouter, string, string>, 'to' | 'params' | 'search'>

const approvalOf = (id: string): Page => ({ to: '/drafts/$id', params: { id }, search: { tab: 'approval' } })
const impactOf = (id: string): Page => ({ to: '/impact/$id', params: { id } })

const setOf = (id: string): Page => ({ to: '/reports', search: { set: id } })

const pages: Readonly<Record<Notice['kind'], (subject: string) => Page>> = {
  draft_sent: approvalOf,
  draft_returned: approvalOf,
  draft_approved: approvalOf,
  draft_published: approvalOf,
  report_set_finished: setOf,
  report_set_failed: setOf,
  impact_finished: impactOf,
  impact_failed: impactOf,
  impact_cancelled: impactOf,
}

/** Where a notice leads. */
export const pageOf = ({ kind, subject }: Pick<Notice, 'kind' | 'subject'>): Page => pages[kind](subject)

import { assembleReport, assembleSheet, type Assembly } from '@tieuchi/runtime'
import { findReport, viewOfReport, type ReportSite } from '../editor-store/commands/report-rules.ts'
import type { DraftReader, DraftReading } from '../editor-store/draft-reading.ts'
import type { DraftSetting } from '../editor-store/draft-context.ts'

const someYear = { from: '2026-01-01', to: '2026-12-31' } as const

/** Reads a place of a report as rules of their own: editors of rules show it like those of a release. */
export class ReportRulesReader implements Pick<DraftReader, 'subscribe' | 'read'> {
  readonly subscribe: DraftReader['subscribe']
  readonly #outer: Pick<DraftReader, 'subscribe' | 'read'>
  readonly #others: DraftSetting['others']
  readonly #site: ReportSite
  #of: DraftReading | undefined
  #reading: DraftReading | undefined

  constructor(outer: Pick<DraftReader, 'subscribe' | 'read'>, others: DraftSetting['others'], site: ReportSite) {
    this.subscribe = outer.subscribe
    this.#outer = outer
    this.#others = others
    this.#site = site
  }

  readonly read = (): DraftReading => {
    const now = this.#outer.read()
    if (!this.#reading || this.#of !== now) {
      this.#of = now
      this.#reading = this.#readAnew(now)
    }
    return this.#reading
  }

  /** Where the report is gone, nothing of it is shown any more. */
  #readAnew(now: DraftReading): DraftReading {
    const { document } = now.state
    const view = viewOfReport(document, this.#site)
    const report = findReport(document, this.#site.report)
    if (!view || !report) return now
    const { logic } = view.document.release
    const parts = { common: now.common.extended, releases: { ...this.#others, [document.release.programme]: document.release } }
    const sheet = 'sheet' in this.#site && this.#site.sheet === true
    const assembly: Assembly = sheet ? assembleSheet(report, parts, someYear, logic) : assembleReport(parts, logic, someYear)
    return { ...now, state: { ...now.state, document: view.document }, assembly }
  }
}

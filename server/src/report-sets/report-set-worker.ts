import type { Text } from '@tieuchi/runtime'
import { drawnWorkbook } from '../excel/drawn-workbook.ts'
import { fileSlug } from '../excel/file-slug.ts'
import type { RunningJob } from '../jobs/job-queue.ts'
import { addNotices } from '../notices/notice-service.ts'
import { findUnitOfPerson } from '../people/person-queries.ts'
import type { Clock } from '../plugins/clock.ts'
import { asSystem, type Db, type Reach } from '../plugins/database.ts'
import { describeProblem, Problem } from '../plugins/problem.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { layOut } from '../prints/print-engine.ts'
import { reportSheet, type WrittenReport } from '../reports/report-excel.ts'
import { reportPaper } from '../reports/report-print.ts'
import { describeWritten, makeReport } from '../reports/report-service.ts'
import { beginSet, deleteFiles, endSet, findSet, holdSet, insertFiles, listMade, type ReportSetRow } from './report-set-queries.ts'
import { hasRules, titleOfSet, type ReportSetJob } from './report-set-service.ts'

interface WorkerParts {
  readonly db: Db
  readonly book: RuleBook
  readonly clock: Clock
}

const rulesChanged: Text = { vi: 'Bộ quy định áp dụng cho kỳ này đã thay đổi trong lúc lập. Hãy lập lại bộ báo cáo.', en: 'The rules of this period changed while the reports were made. Make the set anew.' }
const triedInVain: Text = { vi: 'Đã thử nhiều lần mà không lập xong. Hãy lập lại; nếu vẫn không được, báo cho quản trị hệ thống.', en: 'It was tried several times and did not finish. Make it anew; if it still fails, tell the administrator.' }
const nobodyThere: Text = { vi: 'Tài khoản yêu cầu không còn dùng được.', en: 'The account that asked for it is no longer in use.' }

/** So long may the name of a file be, without its number and ending. */
const longestName = 90

/** Makes sets report by report, in whichever process is free; one that was cut short goes on behind the last report that is whole. */
export class ReportSetWorker {
  readonly #parts: WorkerParts

  constructor(parts: WorkerParts) {
    this.#parts = parts
  }

  async work({ data: { set: id }, signal }: RunningJob<ReportSetJob>): Promise<void> {
    const { db, clock } = this.#parts
    const { set, made, unit } = await asSystem(db, async (tx) => {
      await beginSet(tx, id, clock())
      const found = await findSet(tx, id)
      return { set: found, made: await listMade(tx, id), unit: found && (await findUnitOfPerson(tx, found.created_by)) }
    })
    if (set?.state !== 'running') return
    if (unit === undefined) return this.#fail(id, nobodyThere)
    const reader: Reach = { person: { id: set.created_by }, unit: { id: unit } }
    for (const [number, report] of set.reports.entries()) {
      if (made.includes(number)) continue
      signal.throwIfAborted()
      const stopped = await this.#make(set, reader, { number, report })
      if (stopped) return
    }
    await this.#finish(id)
  }

  failed(id: string): Promise<void> {
    return this.#fail(id, triedInVain)
  }

  /** Makes one report; true where the set has come to its end meanwhile. */
  async #make(set: ReportSetRow, reader: Reach, { number, report }: { readonly number: number; readonly report: string }): Promise<boolean> {
    const { db } = this.#parts
    try {
      const files = await this.#filesOf(set, reader, { number, report })
      if (!files) {
        await this.#fail(set.id, rulesChanged)
        return true
      }
      return await asSystem(db, async (tx) => {
        const held = await holdSet(tx, set.id)
        if (held?.state !== 'running' || (await listMade(tx, set.id)).includes(number)) return held?.state !== 'running'
        await insertFiles(tx, files.map((file) => ({ set_id: set.id, number, ...file })))
        return false
      })
    } catch (error) {
      // What a person would be told does not go away by trying again.
      if (!(error instanceof Problem)) throw error
      await this.#fail(set.id, describeProblem(error).detail)
      return true
    }
  }

  /** The files of a report; absent where the rules are no longer those the set was begun by. A list that is too long says so in its place. */
  async #filesOf(set: ReportSetRow, reader: Reach, { number, report }: { readonly number: number; readonly report: string }): Promise<readonly SetFile[] | undefined> {
    const { db, book, clock } = this.#parts
    try {
      const made = await makeReport({ db, book }, reader, { programme: set.programme, report }, { unit: set.unit_id, from: set.period_from, to: set.period_to, known: set.known, ...(set.layer !== null && { layer: set.layer }) })
      return hasRules(set, { hash: made.release.hash, local: made.local }) ? await filesOf(await describeWritten(db, reader, made, set.language), number, clock()) : undefined
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'report_list_long') throw error
      return [{ name: `${placeOf(number)}-${fileSlug(report)}.txt`, content: Buffer.from(describeProblem(error).detail[set.language]) }]
    }
  }

  async #finish(id: string): Promise<void> {
    const { db, clock } = this.#parts
    await asSystem(db, async (tx) => {
      const set = await holdSet(tx, id)
      if (set?.state !== 'running') return
      await endSet(tx, id, { state: 'done', finished_at: clock() })
      await addNotices(tx, [set.created_by], { kind: 'report_set_finished', subject: id, title: await titleOfSet(tx, set), at: clock() })
    })
  }

  async #fail(id: string, failure: Text): Promise<void> {
    const { db, clock } = this.#parts
    await asSystem(db, async (tx) => {
      const set = await holdSet(tx, id)
      if (!set || (set.state !== 'running' && set.state !== 'waiting')) return
      await endSet(tx, id, { state: 'failed', finished_at: clock(), failure: JSON.stringify(failure) })
      await deleteFiles(tx, id)
      await addNotices(tx, [set.created_by], { kind: 'report_set_failed', subject: id, title: await titleOfSet(tx, set), at: clock() })
    })
  }
}

interface SetFile {
  readonly name: string
  readonly content: Buffer
}

const placeOf = (number: number): string => String(number + 1).padStart(2, '0')

/** The files of a report, called by its place, its number and its title. */
async function filesOf(written: WrittenReport, number: number, at: Date): Promise<readonly SetFile[]> {
  const { report: { document }, language } = written
  const words = [document.code?.[language] ?? '', document.title[language]].map(fileSlug).filter((part) => part !== '').join('-')
  const name = `${placeOf(number)}-${words.slice(0, longestName).replace(/-$/, '')}`
  const paper = await layOut(reportPaper(written, at))
  return [{ name: `${name}.xlsx`, content: await drawnWorkbook([reportSheet(written)]) }, { name: `${name}.pdf`, content: await paper.toPdf() }]
}

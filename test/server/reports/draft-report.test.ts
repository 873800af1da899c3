import { applyCommand, type Command } from '@tieuchi/designer/src/editor-store/command.ts'
import type { MeasureColumn } from '@tieuchi/runtime'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers } from '../../support/dog-households.ts'
import { reportPacks } from '../../support/dog-reports.ts'
import { beginDraft, edit, type Drafting } from '../../support/drafting.ts'

const year = 'from=2026-07-01&to=2026-12-31'

const measure = (id: string, fact: string, value: string | number): MeasureColumn =>
  ({ kind: 'measure', id, title: { vi: id, en: id }, measure: { count: 'households', where: { id: 'writtennow', fact, operator: 'equal', value } } })

onEachDatabase('A report form that is being written', (kind) => {
  let running: RunningApp
  let author: Client
  let officer: Client
  let draft: Drafting

  beforeAll(async () => {
    running = await startApp(kind, { packs: reportPacks })
    author = await signInAs(running, 'writer', 'island', 'author')
    officer = await signInAs(running, 'harbour', 'harbour')
    for (const [keeper, garden] of [['An', 20], ['Bình', 5], ['Chi', 20]] as const) await decide(officer, dogAnswers(keeper, garden), { date: '2026-09-01' })
    const { body } = await author.send('GET', '/api/reports?at=2026-12-31')
    draft = await beginDraft(author, body[0].release.hash, '2027-01-01')
  })
  afterAll(() => running.close())

  const write = async (...commands: readonly Command[]): Promise<void> => {
    draft = await edit(author, draft, (document) => commands.reduce(applyCommand, document))
  }
  const insert = (column: MeasureColumn): Command => ({ name: 'report.columns.insert', args: { report: 'licence_movements', columns: [column], at: {} } })
  const tried = (client: Client, report = 'licence_movements', question = `unit=island&${year}`) => client.send('GET', `/api/drafts/${draft.id}/reports/${report}?${question}`)

  it('shows the figures of a unit, of columns that were written a moment ago too', async () => {
    await write(insert(measure('refused', 'dog-licence.licence', 'refused')))
    const { status, body } = await tried(author)
    expect(status).toBe(200)
    expect(body).toMatchObject({ version: draft.version, unit: { id: 'island' }, issues: [] })
    expect(body.rows[0].cells).toMatchObject({ households: { value: 3 }, refused: { value: 1, open: 0 } })
  })

  it('counts what it can where something is wrong, and tells what is', async () => {
    await write(
      insert(measure('wrong', 'no_such_thing', 'x')),
      { name: 'report.columns.insert', args: { report: 'licence_movements', at: {}, columns: [{ kind: 'formula', id: 'of_wrong', title: { vi: 'Tính', en: 'Computed' }, formula: { add: [{ fact: 'wrong' }, 1] } }] } },
      { name: 'report.rows.insert', args: { report: 'licence_movements', at: {}, block: { kind: 'codes', id: 'of_nothing', fact: 'nothing' } } },
    )
    const { body } = await tried(author)
    expect(body.document.columns.filter((column: { id: string }) => column.id.endsWith('wrong'))).toMatchObject([{ kind: 'open', id: 'wrong' }, { kind: 'open', id: 'of_wrong' }])
    expect(body.rows[0].cells).toMatchObject({ households: { value: 3 }, refused: { value: 1 } })
    expect(body.issues.map(({ path }: { path: readonly unknown[] }) => path[0])).toEqual(expect.arrayContaining(['columns', 'rows']))
  })

  it('counts the rest while a condition is not written yet, of a column, of a row and of another form', async () => {
    const title = { vi: 'Mới', en: 'New' }
    await write(
      { name: 'report.columns.insert', args: { report: 'licence_movements', at: {}, columns: [{ kind: 'measure', id: 'begun', title, measure: { share: 'households', where: { all: [] } } }] } },
      { name: 'report.rows.insert', args: { report: 'licence_movements', at: {}, block: { kind: 'conditions', id: 'groups', conditions: [
        { id: 'row_begun', title, where: { all: [] } }, { id: 'row_done', title, where: { id: 'rowwritten', fact: 'dog-licence.licence', operator: 'equal', value: 'refused' } },
      ] } } },
      { name: 'report.columns.insert', args: { report: 'dogs_and_gardens', at: {}, columns: [{ kind: 'measure', id: 'begun', title, measure: { count: 'households', where: { all: [] } } }] } },
    )
    const { status, body } = await tried(author)
    expect(status).toBe(200)
    expect(body.rows[0].cells).toMatchObject({ households: { value: 3 }, refused: { value: 1 } })
    expect(body.document.columns.find(({ id }: { id: string }) => id === 'begun')).toMatchObject({ kind: 'open' })
    expect(body.rows.filter(({ block }: { block: string }) => block === 'groups').map(({ cells }: { cells: object }) => cells)).toMatchObject([{ households: { value: 1 } }])
    expect(body.issues.map(({ code }: { code: string }) => code)).toContain('document_minItems')
  })

  it('is shown to whoever may read drafts, of units of their area, and of a report that is there', async () => {
    expect((await tried(officer)).status).toBe(403)
    expect((await tried(author, 'licence_movements', `unit=elsewhere&${year}`)).body).toMatchObject({ status: 404, code: 'unit_out_of_reach' })
    expect((await tried(author, 'nothing')).body).toMatchObject({ status: 404, code: 'draft_report_not_found' })
    expect((await tried(author, 'licence_movements', 'unit=island&from=2026-12-31&to=2026-01-01')).body).toMatchObject({ status: 422, code: 'report_span' })
  })

  it('is not counted at all where it is no report form', async () => {
    const { version, document } = draft
    const broken = { ...document, release: { ...document.release, reports: (document.release.reports ?? []).map((report) => ({ ...report, columns: [] })) } }
    expect((await author.send('PUT', `/api/drafts/${draft.id}/document`, { version, document: broken })).status).toBe(200)
    expect((await tried(author)).body).toMatchObject({ code: 'draft_unsound' })
  })
})

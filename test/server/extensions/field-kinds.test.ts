import { buffer } from 'node:stream/consumers'
import { assemble, hashDocument, type CaseDocument, type DraftDocument, type FieldSchema } from '@tieuchi/runtime'
import { caseSheets } from '@tieuchi/server/case-files/case-export.ts'
import { readCases } from '@tieuchi/server/case-files/case-import.ts'
import { excelFile } from '@tieuchi/server/excel/excel-file.ts'
import { readExcel } from '@tieuchi/server/excel/excel-reading.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers, fill } from '../../support/dog-households.ts'
import { plotCommon, plotPacks, plotRelease } from '../../support/dog-plots.ts'
import { beginDraft, edit, makeReady, withChangelog } from '../../support/drafting.ts'
import { installSample, installSampleFile } from '../../support/installed-sample.ts'
import { readPdf } from '../../support/pdf-text.ts'

const withPlots = (plots: Readonly<Record<string, string>>) => {
  const { household, members } = dogAnswers('Trần Thị Bến', 20)
  return { household: { ...household, ...plots }, members }
}

const shed: FieldSchema = { type: 'string', 'x-label': { vi: 'Thửa có lán', en: 'Plot of the shed' }, 'x-kind': { name: 'sample.parcel', version: '1.2.0', options: { sheet_optional: true } } }

/** A draft that asks one more question of the kind, and whose rules read it. */
const withShed = (document: DraftDocument): DraftDocument => ({
  ...document,
  additions: { ...document.additions, fields: { ...document.additions.fields, household: { shed_plot: shed } } },
  release: {
    ...document.release,
    logic: document.release.logic.map((piece) => (piece.kind === 'rules' ? {
      ...piece,
      rules: [...piece.rules, { id: 'far_shed', title: { vi: 'Lán ở xa', en: 'Shed far away' }, conditions: { id: 'farshed234', fact: 'shed_plot', operator: 'equal' as const, value: '12/9' }, event: { type: 'obstacle' }, citation: { document: '01/2026/QĐ-CHO', article: '6' } }],
    } : piece)),
    forms: document.release.forms.map((form) => ({ ...form, sections: form.sections.map((section, index) => (index === 0 ? { ...section, items: [...section.items, { kind: 'field' as const, field: 'shed_plot' }] } : section)) })),
  },
})

onEachDatabase('Questions of a kind of a package', (kind) => {
  describe('on a server that has it', () => {
    installSampleFile()
    let running: RunningApp
    let officer: Client
    let author: Client
    let approver: Client

    beforeAll(async () => {
      running = await startApp(kind, { packs: plotPacks, withJobs: true })
      officer = await signInAs(running, 'harbour', 'harbour')
      author = await signInAs(running, 'author', 'island', 'author')
      approver = await signInAs(running, 'approver', 'island', 'approver')
    })
    afterAll(() => running.close())

    const decideOf = (input: object, at = '2026-12-01') => officer.send('POST', '/api/decisions', { programme: 'dog-licence', unit: '90001', at, input, explain: true })

    it('are answered, judged and explained', async () => {
      const { status, body } = await decideOf(withPlots({ garden_plot: '12/345' }))
      expect(status).toBe(200)
      expect(body.layers.national.outcomes).toContainEqual(expect.objectContaining({ id: 'common_land', value: true }))
      expect(JSON.stringify(body.explanations.national)).toContain('thửa đất số 12, tờ bản đồ số 345')
    })

    it('are refused with place, value and what to do where an answer is none', async () => {
      const { status, body } = await decideOf(withPlots({ garden_plot: '12/', kennel_plot: '012' }))
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'invalid_answers' })
      expect(body.issues.map(({ path, message }: { path: unknown; message: { vi: string } }) => [path, message.vi])).toEqual([
        [['household', 'garden_plot'], 'Thửa vườn: giá trị “12/” không hợp lệ: thiếu số tờ bản đồ; cần số thửa và số tờ bản đồ, như 12/345.'],
        [['household', 'kennel_plot'], 'Thửa có chuồng: giá trị “012” không hợp lệ; cần số thửa, có thể kèm số tờ bản đồ, như 12 hoặc 12/345.'],
      ])
      await expect(fill(officer, withPlots({ garden_plot: '12/' }))).rejects.toThrow(/invalid_answers.*thiếu số tờ bản đồ/)
    })

    it('are printed as people write them, and masked where they are sensitive', async () => {
      const { id } = await decide(officer, withPlots({ garden_plot: '12/345', kennel_plot: '77' }))
      const textOf = async (url: string) => (await readPdf((await officer.send('GET', url)).content)).text
      const form = await textOf(`/api/submissions/${id}/form.pdf`)
      expect(form).toContain('thửa đất số 12, tờ bản đồ số 345')
      expect(form).toContain('thửa đất số 77')
      expect(await textOf(`/api/submissions/${id}/form.pdf?language=en`)).toContain('plot 12, map sheet 345')
      expect(await textOf(`/api/submissions/${id}/explanation.pdf?sensitive=open`)).toContain('thửa đất số 77')
      expect(await textOf(`/api/submissions/${id}/form.pdf?sensitive=masked`)).not.toMatch(/\b77\b/)
      const masked = await textOf(`/api/submissions/${id}/explanation.pdf?sensitive=masked`)
      expect(masked).toContain('tờ bản đồ số 345')
      expect(masked).not.toContain('thửa đất số 77')
    })

    it('come with a draft, are law on its day, and are refused where they say what the kind does not have', async () => {
      const base = hashDocument(plotRelease)
      const written = await edit(author, await beginDraft(author, base, '2028-01-01'), (document) => withShed(withChangelog(document)))
      const wrong = await edit(author, written, (document) => ({ ...document, additions: { ...document.additions, fields: { ...document.additions.fields, household: { shed_plot: { ...shed, 'x-kind': { name: 'sample.parcel', version: '1.2.0', options: { sheets: 2 } } } } } } }))
      expect(JSON.stringify((await author.send('GET', `/api/drafts/${wrong.id}/gate`)).body)).toContain('kind_option')
      const mended = await edit(author, wrong, (document) => ({ ...written.document, release: { ...written.document.release, cases: document.release.cases.map((each) => ({ ...each, at: '2028-06-01', given: { ...each.given, household: { ...each.given.household, shed_plot: '3/4' } } })) } }))
      const ready = await makeReady(author, mended)
      expect(await author.send('POST', `/api/drafts/${ready.id}/send`, { version: ready.version })).toMatchObject({ status: 200 })
      expect(await approver.send('POST', `/api/drafts/${ready.id}/approve`, { version: ready.version })).toMatchObject({ status: 200 })
      expect(await approver.send('POST', `/api/drafts/${ready.id}/publish`, { version: ready.version, valid_from: '2028-01-01', reason: 'Quyết định 1' })).toMatchObject({ status: 200, body: { state: 'published' } })
      const judged = await decideOf(withPlots({ garden_plot: '1/1', shed_plot: '12/9' }), '2028-06-01')
      expect(judged.body.layers.national.outcomes).toContainEqual(expect.objectContaining({ id: 'licence', value: 'conditional' }))
      expect(JSON.stringify(judged.body.explanations)).toContain('Thửa có lán là thửa đất số 12, tờ bản đồ số 9')
      const refused = await decideOf(withPlots({ shed_plot: 'x' }), '2028-06-01')
      expect(refused.body.issues.map(({ path }: { path: unknown }) => path)).toEqual([['household', 'shed_plot']])
    })
  })

  it('judge nobody on a server without the package, and it is named', async () => {
    const running = await startApp(kind, { packs: structuredClone(plotPacks) })
    try {
      const officer = await signInAs(running, 'harbour', 'harbour')
      const { status, body } = await officer.send('POST', '/api/decisions', { programme: 'dog-licence', unit: '90001', at: '2026-12-01', input: withPlots({ garden_plot: '12/345' }) })
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'rules_package' })
      expect(body.detail.vi).toContain('gói mở rộng “sample”')
    } finally {
      await running.close()
    }
  })
})

describe('Cases with such questions in Excel', () => {
  installSample()
  const cases: readonly CaseDocument[] = [{ ...plotRelease.cases[0] as CaseDocument, given: { household: { garden_plot: '12/345', kennel_plot: '12' } } }]
  const assembly = assemble({ programme: 'dog-licence', layer: 'national', common: structuredClone(plotCommon), releases: { 'dog-licence': { ...plotRelease, cases } } })

  it.each([['vi', 'thửa đất số 12, tờ bản đồ số 345'], ['en', 'plot 12, map sheet 345']] as const)('are written for people and read back (%s)', async (language, written) => {
    const sheets = (await readExcel(await buffer(excelFile(caseSheets(assembly, language))))) ?? []
    expect(JSON.stringify(sheets)).toContain(written)
    expect(readCases(assembly, sheets)).toEqual({ cases })
    const changed = (text: string) => sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map((cell) => (cell === written ? text : cell))) }))
    expect(readCases(assembly, changed('Thửa 7 tờ 8'))).toMatchObject({ cases: [{ given: { household: { garden_plot: '7/8' } } }] })
    expect(JSON.stringify(readCases(assembly, changed('bờ sông')))).toContain('“bờ sông” không đọc được; hãy ghi số thửa và số tờ bản đồ, như 12/345.')
  })
})

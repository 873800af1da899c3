import type { DraftDocument, FieldSchema, TablePiece } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { definePart } from '../part.ts'
import { openWideSite, type WideSite } from '../workload/form-site.ts'
import { percentile, timeKeys } from '../workload/paint-time.ts'
import { wideRelease } from '../workload/wide-forms.ts'

const rows = 2_000
const tableId = 'wide_points'
const steps = 40
const pause = (): number => 120

const text = (words: string) => ({ vi: words, en: words })
const number = (words: string): FieldSchema => ({ type: 'integer', minimum: 0, 'x-unit': 'VND', 'x-label': text(words) })
const added: Readonly<Record<string, FieldSchema>> = { drawn_area: number('Diện tích'), drawn_income: number('Thu nhập'), drawn_alone: { type: 'boolean', 'x-label': text('Sống một mình') } }

/** Two thousand rows of three conditions, each with its points, what it rests on, and a note. */
const longTable: TablePiece = {
  kind: 'table', id: tableId, title: text('Bảng hai nghìn dòng'), hit: 'first', inputs: ['drawn_area', 'drawn_income', 'drawn_alone'], outputs: ['points'],
  rows: Array.from({ length: rows }, (_row, index) => ({
    id: `row${String.fromCodePoint(...[0, 0, 0, 0, 0, 0, 0].map((_each, place) => 97 + (Math.floor(index / 26 ** place) % 26)))}`,
    when: [{ between: [index * 10, index * 10 + 9] as const }, { greaterThanInclusive: index * 1_000 }, index % 3 === 0 ? null : { equal: index % 3 === 1 }],
    then: [index % 100], citation: { document: `${index}/2026` }, note: text(`dòng ${index}`),
  })),
}

const openDraft = async ({ client }: WideSite): Promise<string> => {
  const { body: programmes } = await client.send('GET', '/api/programmes?at=2026-06-01')
  const from = programmes.find(({ id }: { readonly id: string }) => id === wideRelease.programme).in_force.release
  const { body: draft } = await client.send('POST', '/api/drafts', { programme: wideRelease.programme, from, valid_from: '2028-01-01' })
  const document: DraftDocument = { ...draft.document, release: { ...draft.document.release, logic: [...draft.document.release.logic, longTable] }, additions: { ...draft.document.additions, fields: { ...draft.document.additions.fields, household: added } } }
  const { status, body } = await client.send('PUT', `/api/drafts/${draft.id}/document`, { version: draft.version, document })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return draft.id
}

const openTable = async (page: Page, id: string): Promise<void> => {
  await page.goto(`/drafts/${id}?tab=rules&on=piece.${tableId}`)
  await page.locator('tr[data-place="1"] [data-column="0"]').click()
  await page.keyboard.press('Control+End')
  await page.locator(`tr[data-place="${rows - 1}"]`).waitFor()
  await page.keyboard.press('Control+Home')
  for (let row = 0; row < 100; row += 20) await page.keyboard.press('PageDown')
  await page.waitForTimeout(1_000)
}

const repeated = (...keys: readonly string[]): readonly string[] => Array.from({ length: steps }, (_, index) => keys[index % keys.length] ?? '')

/** The editor of tables with two thousand rows: how soon the keys are seen. */
export const tableDesigner = definePart({
  figures: {
    walk: { title: `from a key that goes from row to row to its paint with ${rows} rows, 95 of 100 keys`, measure: 'time', bar: { at_most: 50 } },
    write: { title: 'the same for keys that write cells', measure: 'time', bar: { at_most: 50 } },
    move: { title: 'the same for keys that put rows elsewhere', measure: 'time', bar: { at_most: 50 } },
  },
  prepare: async () => {
    const site = await openWideSite('author', 'bench')
    const id = await openDraft(site)
    const { page, client } = site
    // What stands in the way of publishing such a table the server judges for minutes; nobody here waits for it.
    await page.route(/\/gate$/, (route) => route.abort())
    return {
      agree: async () => {
        await openTable(page, id)
        const drawn = await page.locator('tr[data-place]').count()
        await page.keyboard.press('Alt+ArrowUp')
        await page.getByText(/^đã lưu lúc/).waitFor()
        const stored: DraftDocument = (await client.send('GET', `/api/drafts/${id}`)).body.document
        const table = stored.release.logic.find((piece) => piece.id === tableId)
        const same = table?.kind === 'table' && table.rows.length === rows && table.rows.some((row, place) => row.id !== longTable.rows[place]?.id)
        return [...(drawn < 200 ? [] : [`${drawn} rows are drawn, though few are in sight`]), ...(same ? [] : ['the row that was moved up does not stand before the one above it'])]
      },
      measure: async () => {
        await openTable(page, id)
        const walk = await timeKeys(page, repeated('ArrowDown', 'ArrowDown', 'ArrowUp'), pause)
        const write = await timeKeys(page, repeated('5', 'Enter'), pause)
        const move = await timeKeys(page, repeated('Alt+ArrowDown', 'Alt+ArrowUp'), pause)
        return { walk: percentile(walk, 0.95), write: percentile(write, 0.95), move: percentile(move, 0.95) }
      },
      close: site.close,
    }
  },
})

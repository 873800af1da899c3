import { questionsOf, type DraftDocument, type FieldSchema, type FormDocument } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { definePart } from '../part.ts'
import { openWideSite, type WideSite } from '../workload/form-site.ts'
import { percentile, timeKeys } from '../workload/paint-time.ts'
import { wideRelease } from '../workload/wide-forms.ts'

const questions = 300
const perSection = 25
const formId = 'wide_design'
const steps = 40
const pause = (): number => 120

const text = (words: string) => ({ vi: words, en: words })
const added = Object.fromEntries(Array.from({ length: questions }, (_, index): readonly [string, FieldSchema] => [`drawn_${index}`, index % 2 === 0 ? { type: 'boolean', 'x-label': text(`Câu vẽ ${index}`) } : { type: 'integer', minimum: 0, 'x-unit': 'VND', 'x-label': text(`Câu vẽ ${index}`) }]))

const letters = 'abcdefghijklmnopqrstuvwxyz'
const sectionId = (index: number): string => `section${letters[Math.floor(index / 26)] ?? 'a'}${letters[index % 26] ?? 'a'}2`

/** Three hundred questions in sections, a third of them shown on a condition. */
const wideDesign: FormDocument = {
  kind: 'form', id: formId, title: text('Phiếu ba trăm câu'),
  sections: Array.from({ length: questions / perSection }, (_section, section) => ({
    id: sectionId(section), title: text(`Phần ${section + 1}`),
    items: Array.from({ length: perSection }, (_item, index) => {
      const number = section * perSection + index
      return { kind: 'field' as const, field: `drawn_${number}`, ...(number % 3 === 1 && { visible: { id: `leaf${sectionId(number).slice(-6)}`, fact: 'drawn_0', operator: 'equal' as const, value: true } }) }
    }),
  })),
}

const openDraft = async ({ client }: WideSite): Promise<string> => {
  const { body: programmes } = await client.send('GET', '/api/programmes?at=2026-06-01')
  const from = programmes.find(({ id }: { readonly id: string }) => id === wideRelease.programme).in_force.release
  const { body: draft } = await client.send('POST', '/api/drafts', { programme: wideRelease.programme, from, valid_from: '2028-01-01' })
  const document: DraftDocument = { ...draft.document, release: { ...draft.document.release, forms: [wideDesign] }, additions: { ...draft.document.additions, fields: { ...draft.document.additions.fields, household: added } } }
  const { status, body } = await client.send('PUT', `/api/drafts/${draft.id}/document`, { version: draft.version, document })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return draft.id
}

const openCanvas = async (page: Page, id: string): Promise<void> => {
  await page.goto(`/drafts/${id}?tab=forms&on=form.${formId}`)
  await page.getByRole('treeitem', { name: /^Câu vẽ 150/ }).click()
  // Here the server, which judges what stands in the way of publishing, and the page share one machine.
  await page.getByText('đang kiểm tra', { exact: false }).waitFor({ state: 'detached' })
  await page.waitForTimeout(1_000)
}

const repeated = (...keys: readonly string[]): readonly string[] => Array.from({ length: steps }, (_, index) => keys[index % keys.length] ?? '')

/** The form designer with three hundred questions: how soon the keys are seen. */
export const formDesigner = definePart({
  figures: {
    edit: { title: `from a key that changes the form to its paint with ${questions} questions, 95 of 100 keys`, measure: 'time', bar: { at_most: 50 } },
    walk: { title: 'the same for keys that go from one question to the next', measure: 'time', bar: { at_most: 50 } },
    name: { title: 'the same for keys that write what a question is called', measure: 'time', bar: { at_most: 50 } },
  },
  prepare: async () => {
    const site = await openWideSite('author', 'bench')
    const id = await openDraft(site)
    const { page, client } = site
    return {
      agree: async () => {
        await openCanvas(page, id)
        const shown = await page.getByRole('tree').getByRole('treeitem').count()
        await page.keyboard.press('Alt+ArrowDown')
        await page.getByText(/^đã lưu lúc/).waitFor()
        const stored: DraftDocument = (await client.send('GET', `/api/drafts/${id}`)).body.document
        const form = stored.release.forms[0]
        const asked = form ? questionsOf(form).map(({ item }) => item.field) : []
        const expected = questions + questions / perSection
        return [
          ...(shown === expected ? [] : [`the canvas shows ${shown} parts of ${expected}`]),
          ...(asked.length === questions && asked.indexOf('drawn_150') === asked.indexOf('drawn_151') + 1 ? [] : ['the question that was moved down does not stand behind the next']),
        ]
      },
      measure: async () => {
        await openCanvas(page, id)
        const edit = await timeKeys(page, repeated('Alt+ArrowDown', 'Alt+ArrowUp'), pause)
        const walk = await timeKeys(page, repeated('ArrowDown', 'ArrowDown', 'ArrowUp'), pause)
        await page.keyboard.press('F2')
        const name = await timeKeys(page, repeated('a', 'b', 'Backspace'), pause)
        await page.keyboard.press('Escape')
        return { edit: percentile(edit, 0.95), walk: percentile(walk, 0.95), name: percentile(name, 0.95) }
      },
      close: site.close,
    }
  },
})

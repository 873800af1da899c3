import { assemble, evaluate, momentAt } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { median } from '../measure.ts'
import { definePart } from '../part.ts'
import { openFormSite } from '../workload/form-site.ts'
import { percentile, timeKeys } from '../workload/paint-time.ts'
import { memberCount, questions, wideAnswers, wideCommon, wideRelease } from '../workload/wide-forms.ts'

const keys = Array.from({ length: 60 }, (_, index) => (index % 12 < 6 ? String(index % 10) : 'Backspace'))
const mounts = 5
/** Some keys come while the answers are judged, most while one types on. */
const pauses = [90, 90, 90, 90, 260] as const
const pauseAfter = (index: number): number => pauses[index % pauses.length] ?? 90

/** Milliseconds from the click that opens a form, out of the list, until its members are painted. */
const timeMount = async (page: Page, address: string): Promise<number> => {
  await page.goto('/households?programme=long-roster')
  const link = page.locator(`a[href="${address}"]`).first()
  await link.waitFor()
  return link.evaluate((anchor, rows) => new Promise<number>((resolve) => {
    const start = performance.now()
    const observer = new MutationObserver(() => {
      if (document.querySelectorAll('tbody button[id^=open-]').length < rows) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve(performance.now() - start))
        port1.start()
        port2.postMessage(0)
      })
    })
    observer.observe(document.body, { childList: true, subtree: true })
    ;(anchor as HTMLElement).click()
  }), memberCount)
}

/** A large form in a real browser: how soon a key is seen, and how soon the form stands there. */
export const form = definePart({
  figures: {
    key_questions: { title: `from a key to its paint with ${questions} questions on the page, 95 of 100 keys`, measure: 'time', bar: { at_most: 50 } },
    key_roster: { title: `the same at a member of ${memberCount} with 15 questions each`, measure: 'time', bar: { at_most: 50 } },
    mount: { title: `from the click in the list until a form with ${memberCount} members is painted`, measure: 'time', bar: { at_most: 700 } },
  },
  prepare: async () => {
    const { page, drafts, close } = await openFormSite()
    return {
      agree: async () => {
        const assembly = assemble({ programme: 'wide-form', layer: 'national', common: wideCommon, releases: { 'wide-form': wideRelease } })
        const { result } = await evaluate(assembly, { input: wideAnswers, moment: momentAt('2026-06-01') })
        const [outcome] = result.outcomes
        const expected = outcome?.state === 'determined' ? `Bậc ${String(outcome.value).toUpperCase()}` : 'chưa kết luận'
        await page.goto(drafts.wide)
        const shown = await page.getByRole('region', { name: 'Bậc được xếp' }).getByText(/^(Bậc [A-F]|chưa kết luận)$/).first().textContent()
        return shown === expected ? [] : [`the page shows ${shown} where the interpreter finds ${expected}`]
      },
      measure: async () => {
        await page.goto(drafts.wide)
        await page.getByLabel('Câu asked 100').click()
        const wide = await timeKeys(page, keys, pauseAfter)
        await page.goto(drafts.roster)
        await page.getByRole('button', { name: 'Mở Người Thứ 15' }).click()
        await page.getByRole('dialog').getByLabel('Họ tên').click()
        const roster = await timeKeys(page, keys, pauseAfter)
        const times: number[] = []
        for (let run = 0; run < mounts; run += 1) times.push(await timeMount(page, drafts.roster))
        return { key_questions: percentile(wide, 0.95), key_roster: percentile(roster, 0.95), mount: median(times) }
      },
      close,
    }
  },
})

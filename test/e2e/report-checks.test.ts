import type { ReportDocument } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from '../support/app.ts'
import { decide, dogAnswers } from '../support/dog-households.ts'
import { licenceMovements, reportPacks } from '../support/dog-reports.ts'
import { violationsOn } from './accessible.ts'
import { findBrowser } from './browser.ts'
import { dogSite } from './dog-site.ts'

const executable = findBrowser()

/** The movements once more, with a check that forgets those who gained a licence. */
const forgetful: ReportDocument = {
  ...licenceMovements,
  id: 'forgetful',
  title: { vi: 'Biểu có phép đối chiếu thiếu', en: 'A form with a check that lacks something' },
  checks: [{ id: 'forgetgain', title: { vi: 'Cuối kỳ = đầu kỳ − mất', en: 'End = start − lost' }, column: 'granted_after', equals: { subtract: [{ fact: 'granted_before' }, { fact: 'lost' }] } }],
}

const packs: typeof reportPacks = {
  ...reportPacks,
  programmes: reportPacks.programmes.map((programme) => ({ ...programme, releases: programme.releases.map((entry) => ({ ...entry, release: { ...entry.release, reports: [...entry.release.reports, forgetful] } })) })),
}

const autumn = 'unit=island&from=2026-07-01&to=2026-12-31'

/** What stands in a row of the sheet, figure by figure. */
const figuresIn = async (page: Page, row: string): Promise<readonly number[]> =>
  (await page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: row, exact: true }) }).getByRole('button').allTextContents()).map(Number)

describe.skipIf(executable === undefined)('The figures of a report, whoever reads them', () => {
  const site = dogSite(executable, packs)

  beforeAll(async () => {
    const hill = await signInAs(site.running(), 'hill', 'hill')
    await signInAs(site.running(), 'province', 'island', 'viewer')
    for (const [client, keeper, before, after] of [[site.officer(), 'Á', 20, 20], [site.officer(), 'Ớt', 20, 5], [hill, 'Ếch', 5, 20], [hill, 'Ổi', 5, 20]] as const) {
      const { household } = await decide(client, dogAnswers(keeper, before), { date: '2026-02-01' })
      await decide(client, dogAnswers(keeper, after), { date: '2026-09-01', household })
    }
  })

  test('add up from the units below to the one above, and nothing is said where identities hold', async () => {
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/reports/dog-licence/licence_movements?${autumn}`)
      const sheet = page.getByRole('region', { name: 'Diễn biến giấy phép nuôi chó' })
      await sheet.getByRole('button', { name: 'Cuối kỳ, Toàn đảo: 3', exact: true }).waitFor()
      const [whole, harbour, hill] = [await figuresIn(page, 'Toàn đảo'), await figuresIn(page, 'Xã Bến Cảng'), await figuresIn(page, 'Xã Trên Đồi')]
      const columns = ['households', 'before', 'share', 'lost', 'gained', 'came', 'went', 'after'].map((name, place) => ({ name, place })).filter(({ name }) => name !== 'share')
      for (const { name, place } of columns) expect([name, (harbour[place] ?? 0) + (hill[place] ?? 0)]).toEqual([name, whole[place]])
      expect(columns.map(({ place }) => whole[place])).toEqual([4, 2, 1, 2, 0, 0, 3])
      expect(await sheet.getByText('≠').count()).toBe(0)
      expect(faults).toEqual([])
    }, 'province')
  })

  test('stand beside what an identity asks for where it is violated, in every row that it is, and the opened figure says which', async () => {
    await site.onPage(async ({ page, faults }) => {
      await page.goto(`/reports/dog-licence/forgetful?${autumn}`)
      const sheet = page.getByRole('region', { name: 'Biểu có phép đối chiếu thiếu' })
      const whole = sheet.getByRole('button', { name: /^Cuối kỳ, Toàn đảo: 3 ≠ 1\. không khớp, phải là 1$/ })
      await whole.waitFor()
      expect(await whole.textContent()).toBe('3 ≠ 1')
      await sheet.getByRole('button', { name: /^Cuối kỳ, Xã Trên Đồi: 2 ≠ 0\./ }).waitFor()
      await sheet.getByRole('button', { name: 'Cuối kỳ, Xã Bến Cảng: 1', exact: true }).waitFor()
      expect(await violationsOn(page)).toEqual([])
      await whole.click()
      await page.getByRole('dialog').getByText('Cuối kỳ = đầu kỳ − mất: số tính được ở cột này là 3, theo phép đối chiếu phải là 1.').waitFor()
      expect(await violationsOn(page)).toEqual([])
      expect(faults).toEqual([])
    }, 'province')
  })
})

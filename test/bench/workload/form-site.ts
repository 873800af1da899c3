import { fileURLToPath } from 'node:url'
import { migrate } from '@tieuchi/migrations'
import { build } from '@tieuchi/server/app.ts'
import { buildWeb } from '@tieuchi/server/commands/web-build.ts'
import { createPerson } from '@tieuchi/server/people/people-service.ts'
import { openEmbeddedDatabase } from '@tieuchi/server/plugins/database-embedded.ts'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { loadRules } from '@tieuchi/server/policies/policy-loading.ts'
import { loadUnits } from '@tieuchi/server/units/unit-service.ts'
import type { Page } from 'playwright-core'
import { findWholeBrowser, launchBrowser, visit } from '../../e2e/browser.ts'
import { openClient, password, type Client } from '../../support/app.ts'
import { NotMeasurable } from '../part.ts'
import { wideAnswers, widePacks } from './wide-forms.ts'

/** The application with forms as large as any, and a page of it in a real browser. */
export interface WideSite {
  readonly page: Page
  /** Whoever is signed in on the page, over HTTP. */
  readonly client: Client
  readonly close: () => Promise<void>
}

/** The same for an officer, with addresses of drafts in which everything is answered. */
export interface FormSite extends WideSite {
  readonly drafts: { readonly wide: string; readonly roster: string }
}

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Builds and starts it, signed in. */
export const openWideSite = async (role: 'officer' | 'author', unitId = 'bench-one'): Promise<WideSite> => {
  const executable = findWholeBrowser()
  if (executable === undefined) throw new NotMeasurable('no Chromium or Chrome: install one, or name it in BROWSER_PATH')
  await buildWeb(root, () => undefined)
  const database = await openEmbeddedDatabase()
  await migrate(database.db)
  await asSystem(database.db, async (tx) => {
    await loadUnits(tx, widePacks.units)
    await loadRules(tx, widePacks)
  })
  const app = await build({ db: database.db, clock: () => new Date(), webFolder: `${root}/designer/dist` })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const client = await openClient(app, await createPerson(database.db, { login: 'bench', name: 'Cán bộ', unitId, role, password }), 'bench')
  const browser = await launchBrowser(executable)
  const { page } = await visit(browser, address)
  await page.goto('/')
  await page.getByLabel('Tên đăng nhập').fill('bench')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('heading', { name: 'Rà soát hộ', level: 1 }).waitFor()
  return {
    page,
    client,
    close: async () => {
      await browser.close()
      await app.close()
      await database.close()
    },
  }
}

export const openFormSite = async (): Promise<FormSite> => {
  const site = await openWideSite('officer')
  const draft = async (programme: string): Promise<string> => {
    const opened = (await site.client.send('POST', '/api/submissions', { programme, reference_date: '2026-06-01' })).body
    const saved = await site.client.send('PUT', `/api/submissions/${opened.id}/answers`, { version: opened.version, answers: wideAnswers })
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body))
    return `/submissions/${opened.id}`
  }
  return { ...site, drafts: { wide: await draft('wide-form'), roster: await draft('long-roster') } }
}

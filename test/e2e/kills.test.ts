import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { createServerDatabase, databaseKinds } from '../support/databases.ts'
import { writeDogRulesets } from '../support/dog-rulesets.ts'
import { FrontDoor } from '../support/front-door.ts'
import { Relay } from '../support/relay.ts'
import { spawnServer } from '../support/server-process.ts'
import { findBrowser, launchBrowser, visit } from './browser.ts'

const executable = findBrowser()
/** At random moments, so that every run adds others; `TIEUCHI_KILLS=30` for as many as the product promises. */
const kills = Number(process.env['TIEUCHI_KILLS'] ?? 10)

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

interface Typed {
  readonly street: string
  readonly garden: number
}

/** What stood in the fields each time the page said that it is saved. */
class Confirmations {
  readonly #page: Page
  #last: Typed = { street: '', garden: 0 }
  #next = Promise.withResolvers<void>()

  constructor(page: Page) {
    this.#page = page
  }

  async watch(): Promise<void> {
    await this.#page.exposeFunction('tellConfirmed', (typed: Typed) => {
      this.#last = typed
      this.#next.resolve()
      this.#next = Promise.withResolvers()
    })
    await this.#page.evaluate(() => {
      const valueOf = (id: string): string => document.querySelector<HTMLInputElement>(`#${id}`)?.value ?? ''
      const note = (): void => {
        const said = [...document.querySelectorAll('output')].some(({ textContent }) => /^đã lưu lúc \d\d:\d\d$/.test(textContent))
        if (said) Reflect.apply(Reflect.get(window, 'tellConfirmed'), window, [{ street: valueOf('household_street'), garden: Number(valueOf('household_garden_area')) }])
      }
      new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true })
    })
  }

  /** Waits until the page says it once more. */
  next(): Promise<void> {
    return this.#next.promise
  }

  /** What was said last; everything said before this call has arrived here. */
  async last(): Promise<Typed> {
    await this.#page.evaluate(() => undefined)
    return this.#last
  }
}

/** Somebody who writes on and on, with the pauses people make, until told to stop; what is written only ever grows. */
class Writer {
  readonly #page: Page
  readonly #stopping = new AbortController()
  readonly #done: Promise<void>

  constructor(page: Page) {
    this.#page = page
    this.#done = this.#write()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#done
  }

  async #write(): Promise<void> {
    for (let count = 1; !this.#stopping.signal.aborted; count += 1) {
      await this.#page.getByLabel('Đường').press('End')
      await this.#page.keyboard.type(` ${count}.`, { delay: randomInt(40) })
      await this.#page.getByRole('textbox', { name: 'Diện tích vườn' }).fill(String(count))
      await pause(randomInt(900))
    }
  }
}

const stored = async (client: pg.Client, id: string): Promise<Typed> => {
  const { rows: [row] } = await client.query('select answers->\'household\' as household from submissions where id = $1', [id])
  return { street: row.household.street ?? '', garden: row.household.garden_area ?? 0 }
}

/** Any moment, or one when a save is under way. */
const momentToKill = async (page: Page, round: number): Promise<void> => {
  if (round % 2 === 1) await page.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith('/answers'))
  await pause(randomInt(round % 2 === 1 ? 40 : 700))
}

test.runIf(executable !== undefined && databaseKinds().some(({ name }) => name === 'PostgreSQL'))(`what the page said is saved is there after each of ${kills} kills while somebody types, and in the end all is`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-typing-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeDogRulesets(join(folder, 'rulesets'))
  const { url, drop } = await createServerDatabase()
  onTestFinished(drop)
  const args = ['--rulesets', join(folder, 'rulesets'), '--demo', '--households', '0']
  const env = { DATABASE_URL: url, NODE_COMPILE_CACHE: join(folder, 'code') }
  let server = await spawnServer(args, env).ready
  onTestFinished(async () => void (await server.stop('SIGKILL')))
  const relay = new Relay(['--api-only', ...args], env)
  onTestFinished(() => relay.stop())
  const door = await FrontDoor.open()
  onTestFinished(() => door.close())
  door.leadTo(server.address)
  const browser = await launchBrowser(executable ?? '')
  onTestFinished(() => browser.close())
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())

  const { page, faults } = await visit(browser, door.address)
  await page.goto('/')
  await page.getByLabel('Tên đăng nhập').fill('bencang')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('tieuchi-demo')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('button', { name: 'Rà soát hộ mới' }).first().click()
  await page.getByLabel('Đường').fill('Đường')
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const confirmations = new Confirmations(page)
  await confirmations.watch()
  const writer = new Writer(page)

  for (let round = 0; round < kills; round += 1) {
    await confirmations.next()
    await momentToKill(page, round)
    await server.stop('SIGKILL')
    door.leadTo(undefined)
    const last = await confirmations.last()
    const now = await stored(client, id)
    expect(now.street.startsWith(last.street), `“${last.street}” was said to be saved, “${now.street}” is`).toBe(true)
    expect(now.garden).toBeGreaterThanOrEqual(last.garden)
    server = await relay.next()
    door.leadTo(server.address)
  }

  await writer.stop()
  await page.getByText(/^đã lưu lúc \d\d:\d\d$/).waitFor()
  const street = await page.getByLabel('Đường').inputValue()
  expect(street).toMatch(/^Đường 1\. 2\. 3\./)
  expect(await stored(client, id)).toEqual({ street, garden: Number(await page.getByRole('textbox', { name: 'Diện tích vườn' }).inputValue()) })
  expect(await page.getByRole('alert').count()).toBe(0)
  expect(faults).toEqual([])
}, 300_000)

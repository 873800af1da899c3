import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const parts = { button: 'button, [role=menuitem]', label: 'label, legend', tab: '[role=tab]', head: 'th, [role=columnheader]' } as const

type Part = keyof typeof parts

/** What is said by the parts of the interface that a picture shows, each once; digits, rows, and what stands in quotation marks or behind a colon are what a day or a register makes of it. */
const wordsOn = (page: Page, looked: readonly Part[]): Promise<readonly string[]> => page.evaluate((selector) => {
  const regions = [...document.querySelectorAll('[role=dialog]'), ...document.querySelectorAll('main')]
  const region = regions.find((each) => each.checkVisibility()) ?? document.body
  const found = [...region.querySelectorAll<HTMLElement>(selector)].filter((part) => part.checkVisibility() && part.closest('tbody') === null)
  const said = found.map((part) => (part.getAttribute('aria-label') ?? part.innerText).replaceAll(/\s+/g, ' ').replace(/“.*”/, '“…”').replace(/:.*/, ':').replaceAll(/\d+/g, '#').trim())
  return [...new Set(said.filter((words) => words !== ''))].toSorted((a, b) => (a < b ? -1 : 1))
}, looked.map((part) => parts[part]).join(', '))

/** The same once nothing more comes in or goes: three looks a second apart find no difference. */
const settledWords = async (page: Page, looked: readonly Part[]): Promise<readonly string[]> => {
  let [words, alike] = [await wordsOn(page, looked), 0]
  while (alike < 3) {
    await page.waitForTimeout(1000)
    const now = await wordsOn(page, looked)
    alike = now.join('\n') === words.join('\n') ? alike + 1 : 0
    words = now
  }
  return words
}

const every: readonly Part[] = ['button', 'label', 'tab', 'head']

const updating = process.env['UPDATE_PICTURES'] === '1'

/**
 * The pictures of a text in `docs/`, taken while a test walks what they show. Beside each lies what the interface said when it was taken: where it says
 * something else now, the picture is out of date and the test fails. `UPDATE_PICTURES=1` takes them anew.
 */
export class Pictures {
  readonly #folder: string
  readonly #text: readonly string[]
  /** In the order of the walk; what is tried again is there once. */
  readonly #taken = new Set<string>()
  readonly #steps = new Set<string>()

  /** `texts` are the files in `docs/` that show the pictures, the Vietnamese one first; they lie in `<folder of the first>/pictures`. */
  constructor(texts: readonly [string, ...string[]]) {
    const files = texts.map((text) => fileURLToPath(new URL(`../../docs/${text}`, import.meta.url)))
    this.#folder = join(files[0] ?? '', '..', 'pictures')
    this.#text = files.map((file) => readFileSync(file, 'utf8'))
  }

  /** The walk is at a step of the text, by its heading in Vietnamese. */
  step(heading: string): void {
    this.#steps.add(heading)
  }

  /** `looked` are the parts that must say the same as ever; on some pages the others are made of what is in the register. */
  async take(page: Page, name: string, looked: readonly Part[] = every): Promise<void> {
    this.#taken.add(name)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await page.mouse.move(0, 0)
    const [picture, source] = [join(this.#folder, `${name}.png`), join(this.#folder, `${name}.txt`)]
    if (updating) {
      const words = await settledWords(page, looked)
      mkdirSync(this.#folder, { recursive: true })
      writeFileSync(picture, await page.screenshot({ animations: 'disabled', caret: 'hide' }))
      writeFileSync(source, `${words.join('\n')}\n`)
    }
    const known = existsSync(source) && existsSync(picture) ? readFileSync(source, 'utf8').trimEnd().split('\n') : []
    const message = `docs: the picture ${name} shows another interface than there is; take it anew with UPDATE_PICTURES=1`
    await expect.poll(() => wordsOn(page, looked), { timeout: 30_000, message }).toEqual(known)
  }

  /** After the walk: each text has these steps and these pictures in this order, and there are no others. */
  expectTold(): void {
    for (const text of this.#text) expect([...text.matchAll(/\(pictures\/([\w-]+)\.png\)/g)].map(([, name]) => name)).toEqual([...this.#taken])
    const [vietnamese = '', ...others] = this.#text
    const headingsOf = (text: string): readonly (string | undefined)[] => [...text.matchAll(/^## \d+\. (.+)$/gm)].map(([, heading]) => heading)
    expect(headingsOf(vietnamese)).toEqual([...this.#steps])
    for (const other of others) expect(headingsOf(other)).toHaveLength(this.#steps.size)
    const files = readdirSync(this.#folder).filter((file) => file.endsWith('.png')).map((file) => file.replace('.png', ''))
    expect(files.toSorted()).toEqual([...this.#taken].toSorted())
  }
}

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { wordsEn } from '@tieuchi/designer/src/app/words-en.ts'
import { wordsVi } from '@tieuchi/designer/src/app/words-vi.ts'
import type { Page } from 'playwright-core'

/** Shorter words are words of both languages. */
const LEAST = 4

const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/[^\p{L}]+/u).filter((word) => word.length >= LEAST && /^[a-z]+$/.test(word))

/** What programs say and people do not. */
const technical = ['null', 'undefined', 'object', 'array', 'string', 'boolean', 'integer', 'schema', 'true', 'false', 'error', 'warning', 'loading', 'invalid', 'value', 'field', 'submit', 'required']

const packs = fileURLToPath(new URL('../../rulesets', import.meta.url))

/** Words of the Vietnamese texts of the packs. */
const ofPacks = (): readonly string[] =>
  readdirSync(packs, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => [...readFileSync(`${packs}/${name}`, 'utf8').matchAll(/"(?:vi|name|document|article|item)": "((?:[^"\\\\]|\\\\.)*)"/g)])
    .flatMap(([, text = '']) => wordsOf(text))

const english = new Set([...technical, ...Object.values(wordsEn).flatMap(wordsOf)])
for (const word of [...Object.values(wordsVi).flatMap(wordsOf), ...ofPacks()]) english.delete(word)

/** English words that a page shows, or says to whoever hears it. */
export const englishOn = async (page: Page): Promise<readonly string[]> => {
  const texts = await page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text && !node.parentElement?.closest('script, style, noscript')) found.push(node.data)
      if (node instanceof Element) found.push(...['aria-label', 'placeholder', 'title', 'alt', 'aria-roledescription'].flatMap((name) => node.getAttribute(name) ?? []))
    }
    return found
  })
  return [...new Set(texts.flatMap((text) => wordsOf(text).filter((word) => english.has(word)).map((word) => `${word} in “${text.trim().slice(0, 60)}”`)))]
}

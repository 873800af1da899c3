import { sentenceOfPiece } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { describe, expect, it } from 'vitest'
import { assembledPacks } from '../support/assembled-packs.ts'
import { rulesets } from './rulesets.ts'

const releases = assembledPacks(readPacks(rulesets)).map(({ folder, assembly }) => [folder, assembly] as const)

describe('every piece of a pack in words', () => {
  it.each(releases)('%s has no id, code or technical word in any sentence', (_folder, assembly) => {
    for (const id of assembly.pieces.keys()) {
      const { vi, en } = sentenceOfPiece(assembly, id)
      for (const sentence of [vi, en]) {
        expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
        expect(sentence).not.toMatch(/[a-z]_[a-z]|undefined|null|true|false|\bfact\b|\bparameter\b|[{}[\]]|[ ]{2}| $/)
      }
    }
  })

  it('poverty/2027 reads as written down', async () => {
    const assembly = releases.find(([folder]) => folder === 'poverty/2027')?.[1]
    if (!assembly) throw new Error('The release of 2027 is there')
    const lines = [...assembly.pieces.keys()].flatMap((id) => {
      const { vi, en } = sentenceOfPiece(assembly, id)
      return [vi, en, '']
    })
    await expect(lines.join('\n')).toMatchFileSnapshot('./piece-sentences-2027.txt')
  })
})

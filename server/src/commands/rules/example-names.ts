import { ownRulesets } from '../own-rulesets.ts'
import { readPacks } from '../../policies/pack-files.ts'
import { PackError } from '../../policies/pack-error.ts'

type Names = Readonly<Record<'programme' | 'older' | 'newest' | 'piece' | 'case', string>>

const invented: Names = { programme: 'benefit', older: 'benefit/2026', newest: 'benefit/2027', piece: 'level', case: 'aaaaabbbbb' }

/** A text of the help with names of the packs there are, so that its examples can be run: `{newest}` is a release. */
export const withNames = (text: string): string => text.replaceAll(/\{(programme|older|newest|piece|case)\}/g, (_whole, name: keyof Names) => namesThere()[name])

const found: { names?: Names } = {}

const namesThere = (): Names => (found.names ??= findNames())

/** Names of the programme with most releases; invented ones where the packs cannot be read. */
function findNames(): Names {
  try {
    const [programme] = readPacks(ownRulesets).programmes.toSorted((a, b) => b.releases.length - a.releases.length)
    const newest = programme?.releases.at(-1)
    if (!programme || !newest) return invented
    const { logic, cases } = newest.release
    return { programme: programme.document.id, older: programme.releases.at(-2)?.folder ?? newest.folder, newest: newest.folder, piece: logic[0]?.id ?? invented.piece, case: cases[0]?.id ?? invented.case }
  } catch (error) {
    if (error instanceof PackError) return invented
    throw error
  }
}

import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { householdsBesideThresholds } from '../support/threshold-households.ts'
import { compareExecutions, type Comparison } from './compare.ts'
import { checkedFile, comparedReleases, readChecked, type ComparedRelease } from './pack-releases.ts'

const usage = 'pnpm agree [--households N] [--release folder] [--seed N] [--record]: judges random households by the interpreter and by every other execution'

/** Households compared before any is shown. */
const batch = 500

const shown = 3

/** Adds a comparison of more households to what was found before. */
const joined = (before: Comparison | undefined, next: Comparison): Comparison =>
  before === undefined ? next : {
    households: before.households + next.households,
    determined: before.determined + next.determined,
    undetermined: before.undetermined + next.undetermined,
    left: Object.fromEntries(Object.entries(next.left).map(([name, count]) => [name, count + (before.left[name] ?? 0)])),
    differences: [...before.differences, ...next.differences],
    without: next.without,
  }

const compareMany = async ({ assembly, moment }: ComparedRelease, households: number, seed: number): Promise<Comparison> => {
  const arbitrary = householdsBesideThresholds(assembly, moment.facts_at)
  let found: Comparison | undefined
  for (let done = 0; done < households; done += batch) {
    const inputs = fc.sample(arbitrary, { numRuns: Math.min(batch, households - done), seed: seed + done })
    found = joined(found, await compareExecutions(assembly, moment, inputs))
  }
  return found ?? compareExecutions(assembly, moment, [])
}

/** What is printed of one release. */
export const linesOf = (folder: string, { households, determined, undetermined, left, differences, without }: Comparison): readonly string[] => [
  `${folder}: ${households} households, ${determined} determined, ${undetermined} undetermined, ${differences.length} differences`,
  ...Object.entries(left).map(([name, count]) => `  ${name}: left ${count} to the interpreter`),
  ...Object.entries(without).map(([name, reason]) => `  ${name}: cannot run these rules: ${reason}`),
  ...differences.slice(0, shown).map((difference) => `  ${JSON.stringify(difference)}`),
]

/** Compares the packs' releases and answers the exit code: 1 where anything differs. */
export async function runAgree(args: readonly string[], print: (line: string) => void): Promise<number> {
  const { values } = parseArgs({ args: args.filter((argument) => argument !== '--'), options: { households: { type: 'string', default: '1000' }, release: { type: 'string' }, seed: { type: 'string', default: '1' }, record: { type: 'boolean', default: false } } })
  const [households, seed] = [Number(values.households), Number(values.seed)]
  const releases = comparedReleases().filter(({ folder }) => values.release === undefined || folder === values.release)
  if (!Number.isSafeInteger(households) || households < 1 || !Number.isSafeInteger(seed) || releases.length === 0) {
    print(usage)
    return 2
  }
  const checked = { ...readChecked() }
  let differences = 0
  for (const release of releases) {
    const comparison = await compareMany(release, households, seed)
    for (const line of linesOf(release.folder, comparison)) print(line)
    differences += comparison.differences.length
    if (comparison.differences.length === 0) checked[release.folder] = release.logicHash
  }
  if (values.record) writeFileSync(checkedFile, `${JSON.stringify(checked, null, 2)}\n`)
  return differences > 0 ? 1 : 0
}

if (import.meta.main) process.exitCode = await runAgree(process.argv.slice(2), (line) => void process.stdout.write(`${line}\n`))

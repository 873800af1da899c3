import { readFileSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What a file imports that starts the program, or a copy of the repository, over and over. */
const starting = /\/(?:server-process|started-server|doc-clone)\.ts'/

const isLong = ({ moduleId }: TestSpecification): boolean => starting.test(readFileSync(moduleId, 'utf8'))

/**
 * In each project the files that start programs come first: they take a minute or two however short they are, and whoever comes
 * last runs alone. Otherwise the longest go before the shorter ones.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own, which answers with another list
    const sorted = await super.sort(files)
    const projects = [...new Set(sorted.map(({ project }) => project))]
    return projects.flatMap((project) => {
      const own = sorted.filter((file) => file.project === project)
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))]
    })
  }
}

import { lintCodeFamilies, lintCodes, type LintCodeName } from '@tieuchi/runtime'
import { expect, it } from 'vitest'
import { lintOf } from './lint-fixture.ts'
import { installSample } from '../support/installed-sample.ts'
import { lintSamples } from './lint-samples.ts'

installSample()

const heading = `# What the lint finds

\`lintRelease(common, release, others?, options?)\` gives issues of the shape every problem has. Their severity says what they ask for:

- **error**: evaluation is impossible, or its result would be wrong. Such a release is not published.
- **warning**: a person has to look, and correct it or say why it stays.
- **notice**: nothing is wrong; a person acknowledges it before publishing. Open and assumed values of the law are notices.

Issues of \`checkRelease\` come first. While there are any, checks that follow names and types wait. The severity is the usual one; where a
finding rests on computed values or on whether the law has established a value, it is lower. Every message ends with what to do; those here
are of small samples in the tests, which also write this page and compare it.
`

const cell = (text: string): string => text.replaceAll('|', '\\|')

const row = (code: LintCodeName): string => {
  const { severity, doc } = lintCodes[code]
  const message = lintOf(lintSamples[code].bad).find((issue) => issue.code === code)?.message
  return `| \`${code}\` | ${severity} | ${cell(doc)} | ${cell(message?.en ?? '')} | ${cell(message?.vi ?? '')} |`
}

const family = ([title, codes]: readonly [string, object]): string => [
  `## ${title}`, '', '| code | severity | what it means | message, with what to do | in Vietnamese |', '|---|---|---|---|---|',
  ...(Object.keys(codes) as LintCodeName[]).map(row), '',
].join('\n')

it('every code is described as it is: codes, severities, meaning and messages', async () => {
  const page = [heading, ...Object.entries(lintCodeFamilies).map(family)].join('\n')
  expect(Object.values(lintCodeFamilies).flatMap((codes) => Object.keys(codes)).toSorted()).toEqual(Object.keys(lintSamples).toSorted())
  await expect(page).toMatchFileSnapshot('../../runtime/src/lint/codes.md')
})

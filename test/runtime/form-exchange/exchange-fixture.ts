import { fileURLToPath } from 'node:url'
import { assemble, commonSchema, extendCommon, formDefinitions, importForm, type Assembly, type CommonDocument, type FormDocument, type ImportedForm, type Release } from '@tieuchi/runtime'
import { validate, validateDocument } from '@tieuchi/runtime/validation/server'
import { assemblePackRelease } from '@tieuchi/server/policies/pack-assembly.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { dogCommon, dogReleases } from '../../support/dog-licences.ts'
import { commonDocument, releaseOf } from '../fixture.ts'

/** Ids in the order they are asked for, so that one import always gives the same form. */
export const counted = (): (() => string) => {
  let count = 0
  return () => {
    count += 1
    return [...String(count).padStart(10, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join('')
  }
}

export const read = (schema: unknown, uiSchema: unknown, assembly: Assembly): ImportedForm => importForm({ schema, uiSchema }, assembly, { newId: counted(), validate })

/** As a file would bring it. */
export const throughText = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

export const assemblyWith = (common: CommonDocument, release: Release): Assembly => assemble({ programme: release.programme, layer: 'national', common, releases: { [release.programme]: release } })

export const assemblyFor = (common: CommonDocument, form: FormDocument): Assembly => assemblyWith(common, { ...releaseOf([]), forms: [form] })

export const boats = assemblyWith(commonDocument, releaseOf([]))

export const dogs = assemblyWith(dogCommon, dogReleases[0].release)

const packs = readPacks(fileURLToPath(new URL('../../../rulesets', import.meta.url)))

/** Every release of the packs, as it is evaluated. */
export const packAssemblies: readonly (readonly [string, Assembly])[] = packs.programmes.flatMap(({ releases }) =>
  releases.map(({ folder, release, valid_from: from }) => [folder, assemblePackRelease(packs, release, from ?? '2026-01-01')] as const))

const formSchema = { ...formDefinitions.form, $defs: { ...commonSchema.$defs, ...formDefinitions } }

/** Everything wrong with what an import gave, were it put into the release it was read for. */
export const problemsOf = ({ form, additions }: ImportedForm, { common, release }: Assembly): readonly unknown[] => {
  const { common: grown, issues } = extendCommon(common, additions)
  const forms = form ? [form] : []
  return [...issues, ...validateDocument('common', grown), ...forms.flatMap((each) => validate(formSchema, each).violations), ...validateDocument('release', { ...release, forms })]
}

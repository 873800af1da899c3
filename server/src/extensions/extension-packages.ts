import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { installedExtensions, installExtension, type Extension } from '@tieuchi/runtime'
import { checkExtensionShape, type KitProblem } from '@tieuchi/runtime/extension-kit'
import { StartError } from '../plugins/start-error.ts'
import { checkDesignerEntry } from './designer-check.ts'
import type { ExtensionPackage } from './extension-package.ts'

type Environment = Readonly<Record<string, string | undefined>>

const root = resolve(import.meta.dirname, '../../..')

/** The file that says which packages are installed: `extensions.json` of the repository, or what `EXTENSIONS_FILE` names. */
const fileOf = (env: Environment): string => resolve(root, env['EXTENSIONS_FILE'] || 'extensions.json')

/** The packages that are to be installed, in the order of the file; what cannot be read is a `StartError`. */
export function listPackages(env: Environment = process.env): readonly ExtensionPackage[] {
  const file = fileOf(env)
  const { packages } = readObject(file)
  if (!Array.isArray(packages) || !packages.every((each) => typeof each === 'string')) throw unreadable(file, '{ "packages": ["…"] }')
  return packages.map((path: string) => openPackage(resolve(dirname(file), path)))
}

/** A package by its folder. */
export function openPackage(folder: string): ExtensionPackage {
  const { exports } = readObject(join(folder, 'package.json'))
  const entryOf = (name: string): string | undefined => {
    const target: unknown = typeof exports === 'object' && exports !== null ? Object.entries(exports).find(([key]) => key === name)?.[1] : undefined
    return typeof target === 'string' ? join(folder, target) : undefined
  }
  const [entry, designerEntry] = [entryOf('.'), entryOf('./designer')]
  if (entry === undefined || !existsSync(entry)) throw unreadable(join(folder, 'package.json'), '"exports": { ".": "./extension.ts" }')
  return { folder, entry, ...(designerEntry !== undefined && { designerEntry }) }
}

/** What a package exports as `extension`, whatever that is. */
export async function readExported({ entry }: ExtensionPackage): Promise<unknown> {
  const module: unknown = await import(pathToFileURL(entry).href)
  return typeof module === 'object' && module !== null ? Object.entries(module).find(([name]) => name === 'extension')?.[1] : undefined
}

/**
 * Installs in this process, or thread, the packages of the file, once; called before anything is judged. An incomplete one is a `StartError`
 * that says what is missing: nothing starts with half a package.
 */
export async function installPackages(env: Environment = process.env): Promise<readonly Extension[]> {
  for (const found of listPackages(env)) {
    const exported = await readExported(found)
    const shape = checkExtensionShape(exported, found.entry)
    refuseIncomplete(found.folder, shape.length > 0 ? shape : checkDesignerEntry(found, exported as Extension))
    const extension = exported as Extension
    if (!installedExtensions().has(extension.name)) installExtension(extension)
  }
  return [...installedExtensions().values()]
}

/** Nothing starts with half a package. */
export function refuseIncomplete(folder: string, problems: readonly KitProblem[]): void {
  const words = (language: 'vi' | 'en') => problems.map(({ message }) => `- ${message[language]}`).join('\n')
  if (problems.length > 0) throw new StartError({ vi: `Gói mở rộng “${folder}” chưa hoàn chỉnh:\n${words('vi')}`, en: `The package “${folder}” is incomplete:\n${words('en')}` })
}

function readObject(file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value))
  } catch (error) {
    throw unreadable(file, error instanceof Error ? error.message : String(error))
  }
  throw unreadable(file, '{ … }')
}

const unreadable = (file: string, reason: string) =>
  new StartError({ vi: `Không đọc được “${file}” (cần ${reason}). Hãy sửa tệp rồi chạy lại.`, en: `“${file}” cannot be read (expected ${reason}). Correct the file and run again.` })

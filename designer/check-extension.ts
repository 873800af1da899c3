import { isAbsolute } from 'node:path'
import { createServer } from 'vite'

/** The files a package exports, as the server hands them over. */
interface PackageEntries {
  readonly entry: string
  readonly designerEntry: string
}

/** Draws what packages draw, out of the page, and writes what is wrong as JSON: `node check-extension.ts '[{ "entry": "…", "designerEntry": "…" }]'`. */
const check = async (packages: readonly PackageEntries[]): Promise<void> => {
  const vite = await createServer({ root: import.meta.dirname, server: { middlewareMode: true, hmr: false, ws: false, watch: null }, appType: 'custom', optimizeDeps: { noDiscovery: true, include: [] }, logLevel: 'silent' })
  try {
    const { checkDesignerExtension } = await vite.ssrLoadModule('/src/extension-kit/check-designer.ts')
    const problems: unknown[] = []
    for (const { entry, designerEntry } of packages) {
      if (![entry, designerEntry].every(isAbsolute)) throw new Error(`No absolute path: ${entry}, ${designerEntry}`)
      const [{ extension }, { designerExtension }] = [await vite.ssrLoadModule(entry), await vite.ssrLoadModule(designerEntry)]
      problems.push(...checkDesignerExtension(extension, designerExtension))
    }
    process.stdout.write(JSON.stringify(problems))
  } finally {
    await vite.close()
  }
}

await check(JSON.parse(process.argv[2] ?? '[]'))

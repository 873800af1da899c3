import { installExtension } from '@tieuchi/runtime'
import { packages } from 'virtual:extensions'

// Imported for its effect, before anything else of the application or of a worker: what packages add is there from the beginning.
for (const { extension } of packages) installExtension(extension)
